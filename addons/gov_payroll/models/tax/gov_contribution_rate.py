"""One item of a contribution table (缴费项目)."""

from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...rules.contributions import Contribution

ITEMS = [
    ("pension", "Pension Insurance"),
    ("medical", "Medical Insurance"),
    ("unemployment", "Unemployment Insurance"),
    ("injury", "Work Injury Insurance"),
    ("maternity", "Maternity Insurance"),
    ("housing", "Housing Fund"),
]
# items of which the law lets the employer pay everything (社会保险法 arts 33, 53)
EMPLOYER_ONLY = ("injury", "maternity")


class GovContributionRate(models.Model):
    """Rates, limits of the base and rounding of one insurance or the fund."""

    _name = "gov.contribution.rate"
    _description = "Contribution Rate"
    _inherit = ["gov.policy.row.mixin"]
    _order = "version_id, sequence, id"

    version_id = fields.Many2one(
        "gov.contribution.table.version", required=True, ondelete="cascade", index=True
    )
    sequence = fields.Integer(default=10)
    item = fields.Selection(ITEMS, required=True)
    base_kind = fields.Selection(
        [("social", "Social Insurance"), ("housing", "Housing Fund")],
        string="Base",
        default="social",
        required=True,
    )
    employee_percent = fields.Float(string="Person, %", digits=(6, 3))
    employer_percent = fields.Float(string="Employer, %", digits=(6, 3))
    employee_fixed = fields.Float(
        string="Person, Yuan a Month", digits=(12, 2), help="On top of the rate (大病)."
    )
    employer_fixed = fields.Float(string="Employer, Yuan a Month", digits=(12, 2))
    base_min = fields.Float(
        string="Base at Least", digits=(12, 2), help="0: no lower limit."
    )
    base_max = fields.Float(
        string="Base at Most", digits=(12, 2), help="0: no upper limit."
    )
    own_percent_min = fields.Float(
        string="Own Rate From",
        digits=(6, 3),
        help="Where a rate of the person's own may be entered with the base, the same "
        "for both sides (公积金); 0: no own rate.",
    )
    own_percent_max = fields.Float(string="Own Rate To", digits=(6, 3))
    unit = fields.Selection(
        [("cent", "0.01 Yuan"), ("tenth", "0.1 Yuan"), ("yuan", "1 Yuan")],
        string="Rounded To",
        default="cent",
        required=True,
    )
    rounding = fields.Selection(
        [("half_up", "Half Up"), ("up", "Up"), ("down", "Down")],
        string="Way of Rounding",
        default="half_up",
        required=True,
    )
    contract_type_ids = fields.Many2many(
        "hr.contract.type",
        string="Staffing Types",
        help="Others do not pay it here; empty: everybody does.",
    )
    article = fields.Char(help="Article of the policy text.")

    _item_uniq = models.UniqueIndex(
        "(version_id, item)", "This item stands in the table already."
    )
    _not_negative = models.Constraint(
        "CHECK(LEAST(employee_percent, employer_percent, employee_fixed,"
        " employer_fixed, base_min, base_max, own_percent_min, own_percent_max) >= 0"
        " AND GREATEST(employee_percent, employer_percent, own_percent_max) <= 100)",
        "Rates lie between 0 and 100, amounts are not negative.",
    )
    _limits_ordered = models.Constraint(
        "CHECK((base_max = 0 OR base_min <= base_max)"
        " AND own_percent_min <= own_percent_max)",
        "The lower limit comes first.",
    )

    @api.constrains("item", "employee_percent", "employee_fixed")
    def _check_employer_only(self):
        labels = dict(self._fields["item"]._description_selection(self.env))
        for rate in self.filtered(lambda rate: rate.item in EMPLOYER_ONLY):
            if rate.employee_percent or rate.employee_fixed:
                raise ValidationError(
                    self.env._(
                        "“%s” is paid by the employer alone; leave the person's part "
                        "at 0.",
                        labels[rate.item],
                    )
                )

    def _is_paid_by(self, contract_type):
        """Whether people of a staffing type pay this item here."""
        self.ensure_one()
        return not self.contract_type_ids or contract_type in self.contract_type_ids

    def _own_percent(self, percent):
        """The person's own rate within the limits of the table, 0 when none applies."""
        self.ensure_one()
        if not self.own_percent_max or not percent:
            return 0.0
        return min(max(percent, self.own_percent_min), self.own_percent_max)

    def _to_rule(self, own_percent=0.0):
        """The item as a frozen dataclass.

        :param own_percent: rate of the person's own, see `own_percent_min`
        """
        self.ensure_one()
        own = self._own_percent(own_percent)
        return Contribution(
            code=self.item.upper(),
            employee_percent=_decimal(own or self.employee_percent),
            employer_percent=_decimal(own or self.employer_percent),
            base_min=_decimal(self.base_min) or None,
            base_max=_decimal(self.base_max) or None,
            employee_fixed=_decimal(self.employee_fixed),
            employer_fixed=_decimal(self.employer_fixed),
            unit=self.unit,
            rounding=self.rounding,
        )


def _decimal(number):
    return Decimal(str(number))
