"""The county of a person is a column now: the shipped rule (noupdate) asks for it."""

from odoo.tools import SQL

OLD = "['|', ('department_id.gov_county_id', 'in', user.gov_county_ids.ids)"
NEW = "['|', ('gov_county_id', 'in', user.gov_county_ids.ids)"
RULE = "hr_employee_rule_own_county"


def migrate(cr, version):
    if not version:
        return
    # a rule that was edited stays: both ways mean the same
    cr.execute(
        SQL(
            """UPDATE ir_rule SET domain_force = replace(domain_force, %s, %s)
                FROM ir_model_data data
                WHERE data.model = 'ir.rule' AND data.res_id = ir_rule.id
                  AND data.module = 'gov_window_staff' AND data.name = %s""",
            OLD,
            NEW,
            RULE,
        )
    )
