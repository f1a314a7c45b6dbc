"""Facts that a month is settled from: they must not change under a settled month."""

from odoo import api, fields, models

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from ..rounds.gov_appraisal_round import CLOSED_STATES, COMPUTED_STATES


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

    def _fact_day(self):
        """The day that decides to which month the fact belongs."""
        self.ensure_one()
        return self.date

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
        self._touch_months()
        result = super().write(vals)
        self._touch_months()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_from_open_months_only(self):
        self._touch_months()

    def _touch_months(self):
        """Refuse a change under a confirmed month; ask to score an open one again."""
        days = {fact._fact_day() for fact in self} - {False, None}
        # sudo: whoever may record a fact must be stopped by a closed month, also one
        # that he may not read
        appraisals = (
            self.env["gov.appraisal"]
            .sudo()
            .search(
                [
                    ("employee_id", "in", self.employee_id.ids),
                    ("date_from", "in", [day.replace(day=1) for day in days]),
                    ("round_id.state", "in", CLOSED_STATES + COMPUTED_STATES),
                ]
            )
        )
        touched = {(a.employee_id.id, a.date_from): a.round_id for a in appraisals}
        rounds = self.env["gov.appraisal.round"].sudo()
        for fact in self:
            day = fact._fact_day()
            if day:
                key = (fact.employee_id.id, day.replace(day=1))
                rounds |= touched.get(key, rounds)
        closed = rounds.filtered(lambda r: r.state in CLOSED_STATES)
        if closed:
            raise DocumentLocked(
                self.env._(
                    "%(month)s is published or confirmed: its facts cannot be changed "
                    "any more. Ask HR to take the month back first.",
                    month=closed[0].display_name,
                )
            )
        rounds._facts_changed()
