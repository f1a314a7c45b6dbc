"""What a person declared (专项附加扣除信息); the employer may not refuse it."""

from datetime import date
from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from odoo.addons.gov_window_staff.rules.month import Month

from ...rules.declared import Declared, cumulated, legal_maximum, within_months
from .gov_tax_deduction_limit import KINDS


class GovTaxDeduction(models.Model):
    """One declaration; it counts month by month from its start to its end."""

    _name = "gov.tax.deduction"
    _description = "Declared Tax Deduction"
    _inherit = ["mail.thread", "gov.import.log.mixin"]
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
    degree_id = fields.Many2one(
        "gov.education",
        string="Degree Aimed At",
        ondelete="restrict",
        tracking=True,
        help="Declarations for the same degree share the months that the law gives.",
    )
    counts_until = fields.Date(
        string="Counts Until Month",
        compute="_compute_counts_until",
        help="Last month that counts; the law may end it before the declared one.",
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
        return self._legal_for(self.kind, day or fields.Date.context_today(self))

    @api.model
    def _legal_for(self, kind, day):
        """The legal amount of a kind on a day, else the next one that is recorded.

        What was declared before the first amounts on record is held to those: it counts
        in no earlier month.
        """
        tables = self.env["gov.tax.table"]
        versions = tables._version_on(day) | tables._versions_after(day)
        rows = versions.limit_ids.filtered(lambda row: row.kind == kind)
        return rows.sorted(lambda row: row.version_id.date_from)[:1]

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

    @api.depends("employee_id", "kind", "degree_id", "date_from", "date_to")
    def _compute_counts_until(self):
        for declared in self:
            row = declared._legal_row(declared.date_from)
            end = declared.date_to
            if row.most_months and declared.date_from:
                end = declared._end_by_law(row.most_months)
            declared.counts_until = end

    def _end_by_law(self, most):
        """First day of the last month that counts; empty when none does."""
        others = self.search(
            [
                ("employee_id", "=", self.employee_id._origin.id),
                ("kind", "=", self.kind),
                ("degree_id", "=", self.degree_id._origin.id),
                ("id", "!=", self._origin.id),
                ("date_from", "<=", self.date_from),
            ]
        )
        kept = within_months([one._to_rule(False) for one in others | self], most)
        own = [one for one in kept if one.date_from == self.date_from]
        return own[-1].date_to if own else False

    @api.model
    def _counted(self, employees, month, version):
        """What counts by a month, without what is past the months of the law.

        :return: ({hr.employee: [rules.declared.Declared]}, those of whom a
            declaration no longer counts in the month)
        """
        rows = {row.kind: row for row in version.limit_ids}
        counted, past = {}, self.env["hr.employee"]
        found = self._begun(employees, month.last)
        for (person, kind, _degree), same in found.items():
            row = rows.get(kind, version.limit_ids.browse())
            said = [one._to_rule(row.is_one_off) for one in same]
            kept = within_months(said, row.most_months)
            counted.setdefault(person, []).extend(kept)
            now = month.year, month.month, month.month
            if cumulated(said, *now) != cumulated(kept, *now):
                past |= person
        return counted, past

    @api.model
    def _begun(self, employees, last):
        """{(hr.employee, kind, degree): declarations} that began by a day."""
        found = self.search(
            [("employee_id", "in", employees.ids), ("date_from", "<=", last)],
            order="date_from, id",
        )
        return found.grouped(lambda one: (one.employee_id, one.kind, one.degree_id))

    def _to_rule(self, is_one_off):
        """The declaration as a frozen dataclass."""
        self.ensure_one()
        return Declared(
            amount=Decimal(str(self.amount)),
            date_from=self.date_from,
            date_to=self.date_to or None,
            is_one_off=is_one_off,
        )
