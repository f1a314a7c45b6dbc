"""Categories and structure are not updated by data: net pay needs the new rules.

Slips of earlier months had earnings only, so their net pay is their gross pay.
"""

from odoo import SUPERUSER_ID, api

ADDED = """
    star meal annual_bonus arrears leave absence pension medical unemployment housing
    iit pension_er medical_er unemployment_er injury_er maternity_er housing_er net
    employer_cost
"""


def migrate(cr, version):
    if not version:
        return
    env = api.Environment(cr, SUPERUSER_ID, {})
    earnings = env.ref("gov_payroll.category_earning")
    earnings.parent_id = env.ref("gov_payroll.category_payable")
    structure = env.ref("gov_payroll.structure_window_staff")
    rules = (env.ref(f"gov_payroll.rule_{name}") for name in ADDED.split())
    structure.rule_ids |= structure.rule_ids.union(*rules)
    cr.execute(
        """
        UPDATE hr_payslip slip SET gov_gross = paid.total, gov_net = paid.total
          FROM (SELECT slip_id, SUM(total) AS total FROM hr_payslip_line
                 WHERE code = 'GROSS' GROUP BY slip_id) AS paid
         WHERE paid.slip_id = slip.id AND slip.gov_staff_no IS NOT NULL
           AND slip.gov_net IS NULL
        """
    )
