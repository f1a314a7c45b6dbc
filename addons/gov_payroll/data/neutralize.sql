-- A copy for training, see gov_window_staff/data/neutralize.sql.
SET LOCAL gov.neutralize = 'on';

UPDATE hr_payslip SET name = gov_neutral_name(employee_id) || to_char(date_from, ' YYYY-MM');

-- a card is shown by its last four digits in some places, whole in others
UPDATE gov_bank_payment p
   SET card = CASE WHEN card IS NOT NULL THEN gov_neutral_card(s.employee_id) END,
       staff_no = gov_neutral_staff_no(s.employee_id),
       person_name = gov_neutral_name(s.employee_id)
  FROM hr_payslip s WHERE s.id = p.slip_id;
-- the head of a pack's manifest names who made it
UPDATE gov_pay_export
   SET manifest_head = manifest_head || jsonb_build_object('made_by', '（已脱敏）')
 WHERE manifest_head ? 'made_by';
UPDATE gov_bank_return_line l
   SET card_masked = '**** ' || right(gov_neutral_card(s.employee_id), 4),
       person_name = gov_neutral_name(s.employee_id)
  FROM gov_bank_payment p JOIN hr_payslip s ON s.id = p.slip_id
 WHERE p.id = l.payment_id;
UPDATE gov_bank_return_line l SET card_masked = '**** 0000', person_name = gov_neutral_name(70000000 + id)
 WHERE l.payment_id IS NULL;

-- the fact behind an amount: a date, a figure, parts of three (kind:days:yuan), or the
-- number of a certificate, which goes
UPDATE hr_payslip_line l SET gov_basis = '（已脱敏）'
 WHERE gov_basis <> ''
   AND (gov_basis !~ '^([\d.-]{1,12}$|[^:;]+:[^:;]+:[^:;]+)'
        OR EXISTS (SELECT FROM gov_allowance_rate r
                    WHERE r.id = l.gov_rate_id AND r.kind = 'skill'));
-- [[code, before, after, cause, fact], ...]: the same
UPDATE gov_payslip_change c
   SET elements = (SELECT jsonb_agg(CASE WHEN row ->> 0 = 'SKILL' OR row ->> 4
                                         !~ '^([\d.-]{1,12}$|[^:;]+:[^:;]+:[^:;]+)'
                                    THEN jsonb_set(row, '{4}', '"（已脱敏）"') ELSE row END
                                    ORDER BY place)
                     FROM jsonb_array_elements(c.elements) WITH ORDINALITY AS e(row, place))
 WHERE jsonb_typeof(c.elements) = 'array' AND c.elements <> '[]';

-- What nobody's privacy depends on: rates, tables, the county's forms of the banks,
-- periods and figures. Files of the packs are attachments and go with those.
SELECT gov_neutralize('gov_payroll', ARRAY[
    '%/code', '%/sha256',
    -- handled above
    'gov.bank.payment/card', 'gov.bank.payment/staff\_no', 'gov.bank.payment/person\_name',
    'gov.bank.return.line/card\_masked', 'gov.bank.return.line/person\_name', 'hr.payslip/name',
    'gov.payslip.change/elements', 'hr.payslip.line/gov\_basis',
    -- rates, tables and forms
    'gov.bank.template%', 'gov.contribution.rate/%', 'gov.contribution.table%',
    'gov.pay.channel/%', 'gov.pay.leave/%', 'gov.pay.policy%', 'gov.pay.wage/%',
    'gov.tax.bracket/%', 'gov.tax.deduction.limit/%', 'gov.tax.table%',
    -- periods, figures, names of packs
    'gov.pay.export/name', 'gov.pay.export/period', 'gov.pay.export.file/name', 'gov.pay.export.file/shown',
    'gov.pay.chunk/people', 'gov.pay.export/manifest\_head', 'gov.payslip.tax/tax\_month', 'hr.payslip.run/%'
]);
