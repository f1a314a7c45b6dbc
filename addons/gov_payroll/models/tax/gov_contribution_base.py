"""Declared bases of a person (缴费基数), each from a date on."""

from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import ValidationError


class GovContributionBase(models.Model):
    """A base counts until the next one begins; 0 ends it (停缴)."""

    _name = "gov.contribution.base"
    _description = "Contribution Base"
    _inherit = ["mail.thread"]
    _order = "employee_id, date_from desc"
    _rec_name = "employee_id"

    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        required=True,
        ondelete="restrict",
        index=True,
        tracking=True,
    )
    staff_no = fields.Char(
        related="employee_id.gov_staff_no", string="Staff No.", related_sudo=True
    )
    department_id = fields.Many2one(
        related="employee_id.department_id", string="Site", related_sudo=True
    )
    date_from = fields.Date(string="Counts From", required=True, tracking=True)
    social_base = fields.Float(
        string="Base of Social Insurance",
        digits=(12, 2),
        tracking=True,
        help="As declared; the limits of the table apply to it. 0: does not pay.",
    )
    housing_base = fields.Float(
        string="Base of the Housing Fund",
        digits=(12, 2),
        tracking=True,
        help="As declared; the limits of the table apply to it. 0: does not pay.",
    )
    housing_percent = fields.Float(
        string="Own Rate of the Housing Fund, %",
        digits=(6, 3),
        tracking=True,
        help="0: the rate of the table.",
    )
    note = fields.Char()

    _start_uniq = models.UniqueIndex(
        "(employee_id, date_from)",
        "This person already has bases from this date on.",
    )
    _not_negative = models.Constraint(
        "CHECK(LEAST(social_base, housing_base, housing_percent) >= 0"
        " AND housing_percent <= 100)",
        "Bases cannot be negative, and the rate lies between 0 and 100.",
    )

    # -- records -----------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        bases = super().create(vals_list)
        bases._check_not_paid()
        return bases

    def write(self, vals):
        if set(vals) - {"note", "message_follower_ids", "activity_ids"}:
            self._check_not_paid()
            result = super().write(vals)
            self._check_not_paid()
            return result
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_only_unpaid(self):
        self._check_not_paid()

    def _check_not_paid(self):
        """Bases of months that are approved or locked stay as they were paid."""
        # sudo: whether a month was paid is asked, no amount is read
        slips = self.env["hr.payslip"].sudo()
        groups = slips._read_group(
            [
                ("employee_id", "in", self.employee_id.ids),
                ("payslip_run_id.gov_county_id", "!=", False),
                ("payslip_run_id.state", "in", ("approved", "locked")),
                ("line_ids.gov_reason", "=", "contribution"),
            ],
            ["employee_id"],
            ["date_to:max"],
        )
        paid_until = {person: last for person, last in groups}
        for base in self:
            last = paid_until.get(base.employee_id)
            if last and base.date_from <= last:
                raise ValidationError(
                    self.env._(
                        "Contributions of %(person)s are paid until %(last)s. Enter a "
                        "base that counts from a later day.",
                        person=base.employee_id.name,
                        last=fields.Date.to_string(last),
                    )
                )

    # -- pay ---------------------------------------------------------------------------

    @api.model
    def _on_day(self, employees, day):
        """{hr.employee: base that counts on a day}, in one query."""
        bases = self.search(
            [("employee_id", "in", employees.ids), ("date_from", "<=", day)],
            order="date_from",
        )
        return {base.employee_id: base for base in bases}

    def _amounts(self):
        """{kind of base: the declared base as Decimal}; 0: the person does not pay."""
        self.ensure_one()
        return {
            "social": Decimal(str(self.social_base)),
            "housing": Decimal(str(self.housing_base)),
        }
