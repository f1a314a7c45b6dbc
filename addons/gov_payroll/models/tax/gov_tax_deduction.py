"""What a person declared (专项附加扣除信息); the employer may not refuse it."""

from datetime import date
from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from odoo.addons.gov_window_staff.rules.month import Month

from ...rules.declared import Declared, legal_maximum
from .gov_tax_deduction_limit import KINDS


class GovTaxDeduction(models.Model):
    """One declaration; it counts month by month from its start to its end."""

    _name = "gov.tax.deduction"
    _description = "Declared Tax Deduction"
    _inherit = ["mail.thread"]
    _order = "employee_id, date_from desc, id"
    _rec_name = "employee_id"

    employee_id = fields.Many2one(
        "hr.employee", string="Person", required=True, ondelete="restrict", index=True
    )
    staff_no = fields.Char(
        related="employee_id.gov_staff_no", string="Staff No.", related_sudo=True
    )
    kind = fields.Selection(KINDS, required=True, tracking=True)
    child_count = fields.Integer(string="Children", default=1)
    share_percent = fields.Float(string="Share, %", digits=(5, 2), default=100)
    amount = fields.Float(
        string="Yuan a Month",
        digits=(12, 2),
        compute="_compute_amount",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        tracking=True,
        help="At most what the law gives for this kind, the children and the share.",
    )
    date_from = fields.Date(
        string="From Month",
        required=True,
        tracking=True,
        help="Any day of the first month; for a certificate, its month of issue.",
    )
    date_to = fields.Date(
        string="Until Month", tracking=True, help="Any day of the last month."
    )
    note = fields.Char()

    _ordered = models.Constraint(
        "CHECK(date_to IS NULL OR date_to >= date_from)",
        "The last month is not before the first.",
    )
    _sensible = models.Constraint(
        "CHECK(child_count BETWEEN 1 AND 20 AND share_percent > 0"
        " AND share_percent <= 100 AND amount >= 0)",
        "At least one child, a share between 0 and 100, no negative amount.",
    )

    @api.depends("kind", "child_count", "share_percent", "date_from")
    def _compute_amount(self):
        for declared in self:
            declared.amount = declared._maximum(declared._legal_row(declared.date_from))

    @api.constrains(
        "employee_id",
        "kind",
        "child_count",
        "share_percent",
        "amount",
        "date_from",
        "date_to",
    )
    def _check_lawful(self):
        together = self.search([("employee_id", "in", self.employee_id.ids)])
        for declared in self:
            row = declared._legal_row(declared.date_from)
            if row and declared.amount > declared._maximum(row):
                raise ValidationError(
                    self.env._(
                        "At most %(maximum).2f yuan may be declared for this kind, the "
                        "children and the share.",
                        maximum=declared._maximum(row),
                    )
                )
            if declared._clashes(together, row):
                raise ValidationError(
                    self.env._(
                        "%(person)s has declared another deduction for these months "
                        "that the law does not allow together with this one (rent and "
                        "housing loan). End one of them first.",
                        person=declared.employee_id.name,
                    )
                )

    def _legal_row(self, day):
        """The legal amount of this kind on a day, empty when there is none."""
        version = self.env["gov.tax.table"]._version_on(
            day or fields.Date.context_today(self)
        )
        return version.limit_ids.filtered(lambda row: row.kind == self.kind)[:1]

    def _maximum(self, row):
        """Most that the law lets this declaration amount to."""
        count = self.child_count if row.is_per_child else 1
        share = Decimal(str(self.share_percent))
        return float(legal_maximum(Decimal(str(row.amount)), count, share))

    def _clashes(self, others, row):
        """Those of `others` that may not stand beside this one."""
        if not row.exclusive_group:
            return self.browse()
        rows = row.version_id.limit_ids.filtered(
            lambda one: one.exclusive_group == row.exclusive_group
        )
        kinds = set(rows.mapped("kind"))
        return others.filtered(
            lambda one: (
                one != self
                and one.employee_id == self.employee_id
                and one.kind in kinds
                and one._first_month() <= self._last_month()
                and self._first_month() <= one._last_month()
            )
        )

    def _first_month(self):
        return Month.of(self.date_from)

    def _last_month(self):
        return Month.of(self.date_to or date.max)

    @api.model
    def _by_person(self, employees, last, version):
        """{hr.employee: [rules.declared.Declared]} of what began by a day."""
        one_off = {row.kind for row in version.limit_ids if row.is_one_off}
        found = self.search(
            [("employee_id", "in", employees.ids), ("date_from", "<=", last)]
        )
        return {
            person: [one._to_rule(one.kind in one_off) for one in declared]
            for person, declared in found.grouped("employee_id").items()
        }

    def _to_rule(self, is_one_off):
        """The declaration as a frozen dataclass."""
        self.ensure_one()
        return Declared(
            amount=Decimal(str(self.amount)),
            date_from=self.date_from,
            date_to=self.date_to or None,
            is_one_off=is_one_off,
        )
