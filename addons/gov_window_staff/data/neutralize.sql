-- A copy of a county's database for training (odoo neutralize): people keep their shape
-- - sites, ranks, dates, amounts, results - and nothing says who they are. The months
-- and papers that are locked against change are locked by the programs, not by the
-- database; only the work queue has a trigger. So this may rewrite them; no program can.
-- Everything not named below is replaced by gov_neutralize, see neutral_functions.sql.
SET LOCAL gov.neutralize = 'on';

-- == who did, saw, sent and said what: nothing of it is needed in a copy ==

-- each row removed would be announced to the job runner
ALTER TABLE queue_job DISABLE TRIGGER queue_job_notify;
DELETE FROM queue_job;
ALTER TABLE queue_job ENABLE TRIGGER queue_job_notify;

-- filters and defaults that somebody saved for himself hold what he looked for
DELETE FROM ir_filters WHERE id NOT IN
    (SELECT res_id FROM ir_model_data WHERE model = 'ir.filters');
DELETE FROM ir_default WHERE user_id IS NOT NULL;
-- what is not installed is passed over; wizards forget after a while, a copy forgets now
DO $$
DECLARE
    gone regclass;
BEGIN
    FOR gone IN
        SELECT to_regclass(name) FROM unnest(ARRAY[
        'gov_disclosure', 'gov_access_event', 'gov_password_old',
        'auditlog_log_line', 'auditlog_log', 'auditlog_http_request',
        'auditlog_http_session', 'ir_logging', 'ir_profile',
        'ir_ui_view_custom', 'bus_bus', 'mail_tracking_value',
        'mail_mail', 'mail_scheduled_message', 'mail_message_translation',
        'mail_link_preview', 'mail_push_device', 'mail_guest',
        'mail_blacklist', 'mail_canned_response', 'mail_gateway_allowed', 'phone_blacklist',
        'privacy_log', 'sms_sms', 'snailmail_letter',
        'auth_passkey_key', 'auth_totp_device', 'auth_totp_rate_limit_log',
        'res_users_apikeys', 'res_device_log', 'spreadsheet_dashboard_share'
        ]) AS name
         WHERE to_regclass(name) IS NOT NULL
         UNION
        SELECT c.oid FROM ir_model m
          JOIN pg_class c ON c.relname = replace(m.model, '.', '_') AND c.relkind = 'r'
           AND c.relnamespace = current_schema::regnamespace
         WHERE m.transient
    LOOP
        EXECUTE format('DELETE FROM %s', gone);
    END LOOP;
END
$$;

-- signatures of sessions, links and tokens of the real database are worth nothing here
UPDATE ir_config_parameter SET value = gen_random_uuid()::varchar
 WHERE key IN ('database.secret', 'database.uuid');
UPDATE ir_mail_server SET smtp_user = NULL, smtp_pass = NULL,
       smtp_ssl_certificate = NULL, smtp_ssl_private_key = NULL;

-- keys of services, by the names that Odoo and its addons give them
DELETE FROM ir_config_parameter
 WHERE key ~ '(_secret|_token|api_?key|access_key|private_key)$';
-- a site's phone may be somebody's mobile
UPDATE hr_department SET gov_phone = gov_neutral_phone(85000000 + id) WHERE gov_phone <> '';

-- == files: what Odoo and the policies brought stays, what people brought goes ==

-- the files themselves are removed from the filestore of the copy by the one who makes
-- it (`make restore NEUTRAL=1`), SQL cannot
DELETE FROM ir_attachment
 WHERE NOT (res_model IS NULL AND coalesce(url, '') LIKE '/web/assets/%')
   AND NOT coalesce(res_model, '') ~ '^(ir\.ui\.|ir\.module|res\.lang$|res\.country|res\.company$|spreadsheet\.|gamification\.badge|gamification\.karma\.rank|mail\.activity\.type|hr\.leave\.type)'
   AND NOT coalesce(res_model, '') ~ '^gov\.(.*\.version|rule\.document)$'
   AND id NOT IN (SELECT res_id FROM ir_model_data WHERE model = 'ir.attachment');

-- == people ==

UPDATE hr_version
   SET identification_id = gov_neutral_document(coalesce(employee_id, 90000000 + id),
                                                identification_id),
       name = NULL, passport_id = NULL, ssnid = NULL, spouse_complete_name = NULL,
       spouse_birthdate = NULL, private_street = NULL, private_street2 = NULL,
       private_city = NULL, private_zip = NULL;

-- an ID number says the birthday: both follow from the key and the month of birth, and
-- the month does not change, so the order of these two does not matter
UPDATE hr_employee
   SET name = gov_neutral_name(id),
       legal_name = CASE WHEN legal_name IS NOT NULL THEN gov_neutral_name(id) END,
       gov_staff_no = CASE WHEN gov_staff_no IS NOT NULL THEN gov_neutral_staff_no(id) END,
       birthday = gov_neutral_birthday(id, birthday),
       mobile_phone = CASE WHEN mobile_phone IS NOT NULL THEN gov_neutral_phone(id) END,
       work_phone = CASE WHEN work_phone IS NOT NULL THEN gov_neutral_phone(id) END,
       private_phone = CASE WHEN private_phone IS NOT NULL THEN gov_neutral_phone(id) END,
       work_email = CASE WHEN work_email IS NOT NULL THEN gov_neutral_email(id) END,
       private_email = CASE WHEN private_email IS NOT NULL THEN gov_neutral_email(id) END,
       emergency_contact = CASE WHEN emergency_contact IS NOT NULL THEN gov_neutral_name(id + 40000000) END,
       emergency_phone = CASE WHEN emergency_phone IS NOT NULL THEN gov_neutral_phone(id + 40000000) END,
       barcode = NULL, pin = NULL;

-- an absence names the person; holidays of everybody keep their names
UPDATE resource_calendar_leaves SET name = '（已脱敏）' WHERE resource_id IS NOT NULL;
UPDATE resource_resource r SET name = gov_neutral_name(e.id)
  FROM hr_employee e WHERE e.resource_id = r.id;

UPDATE hr_applicant a
   SET partner_name = gov_neutral_name(key),
       gov_identification = gov_neutral_document(key, gov_identification),
       partner_phone = gov_neutral_phone(key), partner_phone_sanitized = NULL, phone_sanitized = NULL,
       email_from = gov_neutral_email(key), email_normalized = gov_neutral_email(key),
       email_cc = NULL, linkedin_profile = NULL, applicant_properties = NULL
  FROM (SELECT id, coalesce(employee_id, 50000000 + id) AS key FROM hr_applicant) AS k
 WHERE k.id = a.id;

UPDATE gov_staff_movement m
   SET person_name = CASE WHEN m.person_name IS NOT NULL THEN gov_neutral_name(key) END,
       staff_no = CASE WHEN m.staff_no IS NOT NULL THEN gov_neutral_staff_no(key) END,
       candidate_name = CASE WHEN candidate_name IS NOT NULL THEN gov_neutral_name(key) END,
       candidate_staff_no = CASE WHEN candidate_staff_no IS NOT NULL THEN gov_neutral_staff_no(key) END,
       candidate_phone = CASE WHEN candidate_phone IS NOT NULL THEN gov_neutral_phone(key) END,
       candidate_birthday = gov_neutral_birthday(key, candidate_birthday),
       candidate_identification = gov_neutral_document(key, candidate_identification)
  FROM (SELECT m.id, coalesce(m.employee_id, a.employee_id, 50000000 + a.id, 60000000 + m.id) AS key
          FROM gov_staff_movement m LEFT JOIN hr_applicant a ON a.id = m.applicant_id) AS k
 WHERE k.id = m.id;

UPDATE gov_staff_vetting v SET person_name = m.person_name
  FROM gov_staff_movement m WHERE m.id = v.movement_id;

-- == contacts and users ==

-- a contact of a person is called like the person. Organisations keep their names: they
-- are public; whom to call there is not.
UPDATE res_partner p
   SET name = k.name, complete_name = coalesce(parent.name || ', ', '') || k.name,
       email = CASE WHEN p.email IS NOT NULL THEN gov_neutral_email(key) END,
       email_normalized = CASE WHEN p.email_normalized IS NOT NULL THEN gov_neutral_email(key) END,
       phone = CASE WHEN p.phone IS NOT NULL THEN gov_neutral_phone(key) END,
       phone_sanitized = NULL, vat = NULL, ref = NULL, website = NULL, signup_type = NULL
  FROM (SELECT p.id, p.parent_id, coalesce(e.id, 70000000 + p.id) AS key,
               CASE WHEN p.is_company OR b.res_id IS NOT NULL THEN p.name
                    WHEN p.id = (SELECT partner_id FROM res_users WHERE login = 'admin') THEN '系统管理员'
                    ELSE gov_neutral_name(coalesce(e.id, 70000000 + p.id)) END AS name
          FROM res_partner p
          LEFT JOIN res_users u ON u.partner_id = p.id
          LEFT JOIN LATERAL (SELECT id FROM hr_employee e
                              WHERE e.work_contact_id = p.id OR e.user_id = u.id
                              ORDER BY id LIMIT 1) AS e ON TRUE
          LEFT JOIN ir_model_data b ON b.model = 'res.partner' AND b.res_id = p.id
                AND b.module = 'base' AND b.name <> 'partner_admin') AS k
  LEFT JOIN res_partner parent ON parent.id = k.parent_id
 WHERE k.id = p.id;

UPDATE res_company SET email = NULL, phone = NULL;

UPDATE res_partner_bank b
   SET acc_number = gov_neutral_card(key), sanitized_acc_number = gov_neutral_card(key),
       acc_holder_name = CASE WHEN acc_holder_name IS NOT NULL THEN p.name END
  FROM (SELECT b.id, coalesce(min(r.employee_id), 70000000 + b.id) AS key
          FROM res_partner_bank b
          LEFT JOIN employee_bank_account_rel r ON r.bank_account_id = b.id
         GROUP BY b.id) AS k,
       res_partner p
 WHERE k.id = b.id AND p.id = b.partner_id;

-- Logins say the role. Nobody has a password until the operator sets one: there is no
-- default that could be forgotten.
-- In two steps: somebody may have had the login that another one is to get.
UPDATE res_users u SET login = gen_random_uuid()
 WHERE NOT EXISTS (SELECT FROM ir_model_data d WHERE d.model = 'res.users'
                       AND d.res_id = u.id AND d.module = 'base');
UPDATE res_users u
   SET login = CASE WHEN EXISTS (SELECT FROM ir_model_data d WHERE d.model = 'res.users'
                                     AND d.res_id = u.id AND d.module = 'base'
                                     -- renamed, perhaps to a person's, by the administrator
                                     AND d.name = 'user_admin') THEN 'admin'
                    WHEN EXISTS (SELECT FROM ir_model_data d WHERE d.model = 'res.users'
                                     AND d.res_id = u.id AND d.module = 'base') THEN login
                    ELSE coalesce(
           (SELECT replace(d.name, 'group_', '')
              FROM res_groups_users_rel r
              JOIN ir_model_data d ON d.model = 'res.groups' AND d.res_id = r.gid
             WHERE r.uid = u.id AND d.module LIKE 'gov\_%'
             ORDER BY array_position(ARRAY['group_administrator', 'group_leader',
                                           'group_hr_officer'], d.name::text), d.id
             LIMIT 1), CASE WHEN share THEN 'staff' ELSE 'user' END) || '_' || id END,
       password = NULL, totp_secret = NULL, signature = NULL, out_of_office_message = NULL;

-- == messages ==

UPDATE mail_message
   SET body = CASE WHEN coalesce(body, '') <> '' THEN '<p>（培训副本，原文已去除）</p>' END,
       subject = NULL, email_from = NULL, reply_to = 'nobody@training.invalid',
       message_id = '<' || id || '@training.invalid>',
       incoming_email_cc = NULL, incoming_email_to = NULL, outgoing_email_to = NULL;

-- Odoo's banner, in words that say what this copy is for
UPDATE ir_ui_view
   SET arch_db = replace(
           replace(arch_db::text, 'Database neutralized for testing: no emails sent, etc.',
                   'Training copy: people are made up, no e-mails are sent.'),
           '对数据库进行中性化测试：不发送电子邮件等。',
           '培训用副本：人员信息均为虚构，不发送邮件。')::jsonb
 WHERE key = 'web.neutralize_banner';

-- == everything else ==

-- What nobody's privacy depends on: model/field. Whole models only where they hold the
-- county's rules, vocabularies and places, or Odoo's own machinery.
SELECT gov_neutralize('gov_window_staff', ARRAY[
    -- handled above
    'hr.employee/name', 'hr.employee/legal_name', 'hr.employee/gov_staff_no',
    'hr.employee/%phone', 'hr.employee/%email', 'hr.employee/emergency_contact',
    'hr.employee/salary\_distribution', 'hr.version/identification_id', 'resource.resource/name',
    'hr.applicant/partner_name', 'hr.applicant/gov_identification',
    'hr.applicant/partner_phone', 'hr.applicant/email%',
    'gov.staff.movement/person_name', 'gov.staff.movement/staff_no',
    'gov.staff.movement/candidate%', 'gov.staff.vetting/person\_name',
    'res.partner/name', 'res.partner/complete_name', 'res.partner/email%',
    'res.partner/phone', 'res.partner.bank/acc\_number', 'res.partner.bank/sanitized\_acc\_number',
    'res.partner.bank/acc\_holder\_name', 'res.users/login',
    'mail.message/%', 'ir.attachment/%',
    -- what programs look up
    '%/code', '%/model', '%/res\_model', '%/lang', '%/tz', '%/parent\_path',
    -- Odoo's machinery and its vocabularies
    'ir.%', 'res.country%', 'res.currency%', 'res.lang/%', 'res.groups%', 'res.bank/name',
    'res.company/%', 'res.partner.category/%', 'res.partner.industry/%', 'res.users.settings%',
    'res.partner/function', 'report.%', 'resource.calendar%', 'base%', 'decimal.precision/%',
    'mail.template/%', 'mail.message.subtype/%', 'mail.activity.type/%',
    'mail.activity.plan%', 'mail.alias%', 'tier.definition/%',
    'tier.validation.exception/%', 'auditlog.rule/%',
    'queue.job.%', 'utm.%', 'web\_tour.%', 'digest.%', 'gamification.badge/%',
    'gamification.challenge/%', 'gamification.goal.definition/%',
    'gamification.karma.rank/%', 'spreadsheet.%', 'survey.survey/%', 'survey.question%',
    'sms.template/%', 'iap.service/%', 'properties.base.definition/%',
    'hr.skill%', 'hr.job%', 'hr.recruitment.%', 'hr.contract.type/%', 'hr.employee.category/%',
    'hr.applicant.%', 'hr.departure.reason/%', 'hr.work.location/%', 'hr.resume.line.type/%',
    'hr.leave.type/%', 'hr.leave.accrual%', 'hr.leave.mandatory.day/%', 'hr.payroll.%',
    'hr.rule.%', 'hr.salary.%', 'hr.contribution.%', 'hr.payslip.line/%',
    'hr.payslip.input/%', 'hr.payslip.worked\_days/%', 'hr.payslip.run/%',
    'calendar.event.type/%', 'calendar.alarm/%', 'calendar.recurrence/rrule',
    'discuss.channel/uuid', 'fetchmail.server/server', 'hr.version/job\_title',
    -- the county's places, rules and vocabularies
    'hr.department/name', 'hr.department/gov%', 'gov.window/name', 'gov.window/number',
    'gov.window/evaluator\_number', 'gov.window/qr\_content', 'gov.window.area/%',
    'gov.access.policy/%', 'gov.allowance.%', 'gov.calendar.%', 'gov.certificate.duty%',
    'gov.correction.field/%', 'gov.education/%', 'gov.entry.policy%',
    'gov.funding.source/%', 'gov.ladder%', 'gov.legal.check/%', 'gov.movement.kind/%',
    'gov.movement.reason/%', 'gov.movement.legal/article', 'gov.movement.legal/question',
    'gov.newcomer.item/%', 'gov.number.counter/%', 'gov.report.duty/%',
    'gov.rule.clause/%', 'gov.rule.document/%', 'gov.site.standard%',
    'gov.skill.level/%', 'gov.staff.record.kind/%', 'gov.vetting.aspect/%',
    'gov.staff.movement/name', 'gov.staff.movement/filing\_number',
    'gov.staff.movement.step/tier\_name'
]);
