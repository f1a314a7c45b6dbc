"""The year of a county (年度考核批次): twelve months, a quota, the leader's word."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from odoo.addons.gov_window_staff.rules.month import Month

from ...rules.annual import places
from . import year_settlement

BONUS = {"bonus_amount", "bonus_reference"}


class GovAnnualRound(models.Model):
    """All results of one county and year, and the quota they share (A53)."""

    _name = "gov.annual.round"
    _description = "Annual Appraisal Round"
    _inherit = ["gov.settlement.mixin"]
    _order = "year desc, county_id"
    _new_fields = frozenset({"county_id", "note", "year"})

    year = fields.Integer(
        required=True, default=lambda self: fields.Date.context_today(self).year - 1
    )
    appraisal_ids = fields.One2many("gov.annual.appraisal", "round_id", readonly=True)
    best_quota = fields.Integer(
        string="Places for Excellent",
        readonly=True,
        help="Percentage of N, rounded down.",
    )
    publish_until = fields.Date(
        string="Publicity Until",
        compute="_compute_publish_until",
        store=True,
        help="Last working day of the publicity (公示); it is locked after that.",
    )
    bonus_amount = fields.Float(
        string="Annual Bonus a Person (Yuan)",
        digits=(12, 2),
        help="Empty: not paid, and a to-do reminds of it (D16).",
    )
    bonus_reference = fields.Char(string="Basis of the Bonus")

    _year_uniq = models.Constraint(
        "UNIQUE(county_id, year)", "This county already has a round for the year."
    )

    @api.constrains("year")
    def _check_year(self):
        this_year = fields.Date.context_today(self).year
        for batch in self:
            if not 2000 <= batch.year <= this_year:
                raise ValidationError(
                    self.env._(
                        "Enter a year between 2000 and %(year)s.", year=this_year
                    )
                )

    @api.depends("county_id", "year")
    def _compute_display_name(self):
        for batch in self:
            batch.display_name = f"{batch.county_id.name or ''} {batch.year}".strip()

    @api.depends("confirmed_on", "version_id")
    def _compute_publish_until(self):
        calendar = self.env["gov.calendar.year"]._calendar()
        for batch in self:
            days = batch.version_id.annual_publicity_days
            start = batch.confirmed_on
            batch.publish_until = calendar.add(start, days) if start and days else start

    def _result_model(self):
        return "gov.annual.appraisal"

    def _period(self):
        self.ensure_one()
        return [Month(self.year, month) for month in range(1, 13)]

    def write(self, vals):
        if vals and set(vals) <= BONUS:
            self._check_bonus_open()
            return super(GovAnnualRound, self._unprotected()).write(vals)
        return super().write(vals)

    def _check_bonus_open(self):
        """The amount is entered once it is known, and stays once it is closed."""
        self.check_access("write")
        closed = self.filtered(lambda b: b.state == "locked" and b.bonus_amount)
        if closed or not self.env.user.has_group("gov_window_staff.group_hr_officer"):
            self._check_protection()

    def _appraised(self):
        return self.appraisal_ids.employee_id

    # -- what the year adds to the steps -------------------------------------------

    def _settle(self):
        """Collect the months anew, keep HR's decisions, grade everybody."""
        year_settlement.settle(self)
        if not self.appraisal_ids:
            raise UserError(
                self.env._(
                    "Nobody was in service in %s. Import the roster first.",
                    self.display_name,
                )
            )
        if not self.bonus_amount and self.version_id.annual_bonus:
            self.write(
                {
                    "bonus_amount": self.version_id.annual_bonus,
                    "bonus_reference": self.version_id.name,
                }
            )

    def _grade(self):
        """Grade with the decisions as they stand."""
        self.ensure_one()
        best = self.version_id.annual_grade_ids.filtered("has_quota")[:1]
        rule = best and best._to_rule()
        self.best_quota = (
            places(rule.quota_percent, self.headcount) if rule else self.headcount
        )
        year_settlement.grade(self)

    def _check_submittable(self):
        unmarked = self.appraisal_ids.filtered(
            lambda r: r.status == "graded" and r._is_unmarked()
        )
        if unmarked:
            raise UserError(
                self.env._(
                    "The text asks for marks of the year. Enter those of %(count)s "
                    "people first, as of %(name)s.",
                    count=len(unmarked),
                    name=unmarked[0].person_name,
                )
            )
        tied = self.appraisal_ids.filtered("is_tied")
        if tied:
            raise UserError(
                self.env._(
                    "%s people are equal at the border of the quota. Choose among "
                    "them, or decide that none is taken, first.",
                    len(tied),
                )
            )

    def _check_lockable(self):
        today = fields.Date.context_today(self)
        if self.publish_until and today <= self.publish_until and self._has_publicity():
            raise UserError(
                self.env._(
                    "The publicity lasts until %s; lock the year after that day.",
                    self.publish_until,
                )
            )

    def _has_publicity(self):
        return bool(self.version_id.annual_publicity_days)

    def _after_lock(self):
        if self.appraisal_ids.filtered("is_rewarded") and not self.bonus_amount:
            self.activity_schedule(
                "mail.mail_activity_data_todo",
                user_id=self.submitted_by_id.id or self.env.uid,
                summary=self.env._("Enter the annual bonus, or note that none is paid"),
            )

    def _results_of(self, sheets):
        return self.appraisal_ids.filtered(
            lambda r: r.employee_id in sheets.employee_id
        )

    # -- buttons -------------------------------------------------------------------

    def action_open_appraisals(self):
        """The people of this round."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.annual.appraisal",
            "view_mode": "list,form,pivot,graph",
            "domain": [("round_id", "=", self.id)],
            "name": self.display_name,
        }

    def action_open_tied(self):
        """Equal people across the border of the quota."""
        return {
            **self.action_open_appraisals(),
            "domain": [("round_id", "=", self.id), ("is_tied", "=", True)],
        }

    def action_leave_tied_out(self):
        """None of the tied people is taken: HR's decision, on record."""
        for batch in self._begin("gov_window_staff.group_hr_officer", ["computed"]):
            tied = batch.appraisal_ids.filtered("is_tied")
            tied._decide({"is_left_out": True}, self.env._("None of the equals taken"))
