"""Facts that a month is settled from: they must not change under a settled month.

A fact counts in the month of its day. When that month is closed already, it counts in
the first later month that is not, and says so (D39).
"""

from odoo import api, fields, models
from odoo.tools import SQL
from odoo.tools.sql import column_exists, create_column, table_exists

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.models.base.gov_protected_mixin import UNLOCK

from ...rules.months import first_not_closed, period_end
from ..rounds.gov_appraisal_round import CLOSED_STATES


class GovMonthFactMixin(models.AbstractModel):
    """Dated fact of a person; `_fact_fields` are those that change a score."""

    _name = "gov.month.fact.mixin"
    _description = "Fact of a Month"

    _fact_fields = frozenset()

    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        required=True,
        index=True,
        ondelete="restrict",
        tracking=True,
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Site",
        compute="_compute_department_id",
        store=True,
        index=True,
        help="Site of the person on that day.",
    )
    count_month = fields.Date(
        string="Counts in Month",
        compute="_compute_count_month",
        store=True,
        index=True,
        help="First day of the month in which the fact is scored.",
    )
    is_late = fields.Boolean(
        string="Late Fact",
        compute="_compute_is_late",
        store=True,
        help="Came when its own month was closed: it counts in a later one.",
    )

    def _auto_init(self):
        # facts of before this field: each counted in its own month, closed or not
        cr, table = self.env.cr, self._table
        if table_exists(cr, table) and not column_exists(cr, table, "count_month"):
            create_column(cr, table, "count_month", "date")
            cr.execute(
                SQL(
                    "UPDATE %s SET count_month = date_trunc('month', date)",
                    SQL.identifier(table),
                )
            )
        return super()._auto_init()

    def _fact_day(self):
        """The day that decides to which month the fact belongs."""
        self.ensure_one()
        return self.date

    def _counts(self):
        """Whether the fact changes a score as it stands: drafts change none."""
        self.ensure_one()
        return True

    @api.depends("employee_id", "date")
    def _compute_count_month(self):
        closed, spans = self._closed_months(), self._gov_score_months()
        for fact in self:
            fact.count_month = first_not_closed(
                fact._fact_day(),
                closed.get(fact.employee_id.id, ()),
                spans.get(fact, 1),
            )

    @api.depends("count_month", "date")
    def _compute_is_late(self):
        spans = self._gov_score_months()
        for fact in self:
            day, month = fact._fact_day(), fact.count_month
            own = day and period_end(day, spans.get(fact, 1))
            fact.is_late = bool(own and month and month > own)

    def _closed_months(self):
        """{employee id: first days of the months that are closed for that person}."""
        days = [day for fact in self if (day := fact._fact_day())]
        if not days:
            return {}
        # sudo: which months are closed does not depend on who records the fact
        appraisals = (
            self.env["gov.appraisal"]
            .sudo()
            .search_read(
                [
                    ("employee_id", "in", self.employee_id.ids),
                    ("date_from", ">=", min(days).replace(day=1)),
                    ("round_id.state", "in", CLOSED_STATES),
                ],
                ["employee_id", "date_from"],
                load=None,
            )
        )
        closed = {}
        for appraisal in appraisals:
            months = closed.setdefault(appraisal["employee_id"], set())
            months.add(appraisal["date_from"])
        return closed

    @api.depends("employee_id", "date")
    def _compute_department_id(self):
        # sudo: site officers record facts of people whose versions they cannot read
        versions = self.env["hr.version"].sudo()
        for day, facts in self.grouped(lambda fact: fact._fact_day()).items():
            as_of = versions._gov_as_of(facts.employee_id.sudo(), day) if day else {}
            for fact in facts:
                version = as_of.get(fact.employee_id.id, versions)
                fact.department_id = version.department_id

    @api.model_create_multi
    def create(self, vals_list):
        facts = super().create([self._gov_given(vals) for vals in vals_list])
        counting = facts.filtered(lambda fact: fact._counts())
        counting.employee_id._gov_refuse_own()
        facts._touch_months()
        return facts

    @api.model
    def _gov_given(self, vals):
        """Values without what is worked out: site, points in all, whether it is bad.

        A client may send them, and what is shown would differ from what counts.
        """
        return {
            name: value
            for name, value in vals.items()
            if name not in self._fields or not self._gov_is_derived(name)
        }

    @api.model
    def _gov_is_derived(self, name):
        field = self._fields[name]
        return bool(field.store and field.compute and field.readonly)

    def write(self, vals):
        vals = self._gov_given(vals)
        if not self._fact_fields & set(vals):
            return super().write(vals)
        self.employee_id._gov_refuse_own()
        self._touch_months()
        result = super().write(vals)
        self.employee_id._gov_refuse_own()  # handed to oneself, or away from oneself
        if not self._is_settling():
            self._find_month_anew()
        self._touch_months()
        return result

    def _find_month_anew(self):
        """A draft whose month was closed meanwhile counts in a later month."""
        for name in ("count_month", "is_late"):
            self.env.add_to_compute(self._fields[name], self)

    def _come_home(self):
        """Count in the own month again, unless a closed month has counted the fact."""
        closed = self._closed_months()
        free = self.filtered(
            lambda fact: (
                not fact._counts()
                or fact.count_month not in closed.get(fact.employee_id.id, ())
            )
        )
        free._touch_months()
        free._find_month_anew()
        free._touch_months()

    def _settling(self):
        """The same facts, for a correction that changes a closed month (更正).

        Only `gov.appraisal.correction` and what it calls use it: they show the
        difference, have it approved, and write the results of the month anew.
        """
        return self.with_context(gov_settling=UNLOCK)

    def _is_settling(self):
        return self.env.context.get("gov_settling") is UNLOCK

    @api.ondelete(at_uninstall=False)
    def _unlink_from_open_months_only(self):
        self.employee_id._gov_refuse_own()
        self._touch_months()

    def _touch_months(self):
        """Refuse a change under a confirmed month; ask to score an open one again."""
        facts = self.filtered(lambda fact: fact.count_month and fact._counts())
        if not facts:
            return
        rounds = facts._rounds_of_months()
        self._refuse_closed(rounds)
        # a month that is being opened, scored or closed now would not see these facts
        rounds._hold()
        rounds._facts_changed()

    def _rounds_of_months(self):
        """The months (sudo) that have these people and in which the facts count."""
        # sudo: whoever may record a fact must be stopped by a closed month, also one
        # that he may not read
        appraisals = (
            self.env["gov.appraisal"]
            .sudo()
            .search(
                [
                    ("employee_id", "in", self.employee_id.ids),
                    ("date_from", "in", list(set(self.mapped("count_month")))),
                ]
            )
        )
        touched = {(a.employee_id.id, a.date_from): a.round_id for a in appraisals}
        rounds = self.env["gov.appraisal.round"].sudo()
        for fact in self:
            rounds |= touched.get((fact.employee_id.id, fact.count_month), rounds)
        return rounds

    def _refuse_closed(self, rounds):
        closed = rounds.filtered(lambda r: r.state in CLOSED_STATES)
        if closed and not self._is_settling():
            raise DocumentLocked(
                self.env._(
                    "%(month)s is published or confirmed: its facts cannot be changed "
                    "any more. Ask HR to take the month back first.",
                    month=closed[0].display_name,
                )
            )
