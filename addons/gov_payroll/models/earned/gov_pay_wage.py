"""A line of the wage table (基本工资标准, P2)."""

from odoo import fields, models


class GovPayWage(models.Model):
    """Basic wage of a staffing type, post level and place without an agreed one."""

    _name = "gov.pay.wage"
    _description = "Wage Table Line"
    _inherit = ["gov.policy.row.mixin"]
    _order = "version_id, sequence, id"

    version_id = fields.Many2one(
        "gov.pay.policy.version", required=True, ondelete="cascade", index=True
    )
    sequence = fields.Integer(default=10, help="The first line that fits is paid.")
    contract_type_id = fields.Many2one(
        "hr.contract.type",
        string="Staffing",
        ondelete="restrict",
        help="Empty: every staffing type.",
    )
    post_level_id = fields.Many2one(
        "gov.skill.level",
        ondelete="restrict",
        help="Empty: every post level.",
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Site and Those Below",
        domain=[("gov_level", "!=", False)],
        ondelete="restrict",
        help="Empty: the whole county.",
    )
    amount = fields.Float(string="Yuan a Month", digits=(12, 2), required=True)
    article = fields.Char(help="Article of the policy text.")

    _amount_positive = models.Constraint(
        "CHECK(amount > 0)", "A wage of the table is above zero."
    )

    def _line_for(self, facts):
        """The first line that fits a person's version, empty when none does.

        :param facts: hr.version
        """
        above = set((facts.department_id.parent_path or "").split("/"))
        for line in self.sorted(lambda line: (line.sequence, line.id)):
            wanted = (
                (line.contract_type_id, facts.contract_type_id),
                (line.post_level_id, facts.gov_post_level_id),
            )
            is_here = not line.department_id or str(line.department_id.id) in above
            if is_here and all(not of or of == own for of, own in wanted):
                return line
        return self.browse()
