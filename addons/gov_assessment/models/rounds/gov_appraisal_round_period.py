"""Rounds under a text that scores a quarter, half-year or year at once."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from .gov_appraisal_round import OFFICER

FACT_MODELS = ("gov.assessment.event", "gov.service.review")


class GovAppraisalRound(models.Model):
    """Month that is scored with its period, or not at all."""

    _inherit = "gov.appraisal.round"

    is_unscored = fields.Boolean(
        string="Scored with Its Period",
        compute="_compute_is_unscored",
        help="The text scores a longer period: this month has its people, but no "
        "score, and is closed without a grade.",
    )

    @api.depends("version_id", "date_from")
    def _compute_is_unscored(self):
        for batch in self:
            text, day = batch.version_id, batch.date_from
            batch.is_unscored = bool(text and day and text._period_end(day) != day)

    @api.depends("version_id")
    def _compute_display_name(self):
        result = super()._compute_display_name()
        for batch in self.filtered(lambda b: b.version_id._score_months() > 1):
            if not batch.is_unscored:
                label = batch.version_id._period_label(batch.date_from)
                batch.display_name = f"{batch.county_id.name} {label}"
        return result

    def _period_first(self):
        """First day of the period that this round scores."""
        self.ensure_one()
        return self.version_id._period_start(self.date_from)

    def _end_open(self):
        result = super()._end_open()
        if self.version_id._score_months() > 1 and not self.is_unscored:
            self._gather_period()
        return result

    def _gather_period(self):
        """Facts recorded before the text was in force count in this period, too."""
        # sudo: all people of the round, whichever sheets and facts the user may see
        people = self.sudo().appraisal_ids.employee_id
        for model in FACT_MODELS:
            early = [
                ("employee_id", "in", people.ids),
                ("date", ">=", self._period_first()),
                ("date", "<=", self.date_to),
                ("count_month", "<", self.date_from),
            ]
            # sudo: as above
            self.env[model].sudo().search(early)._come_home()

    def action_score(self):
        self._refuse_unscored()
        return super().action_score()

    def action_grade(self):
        self._refuse_unscored()
        return super().action_grade()

    def _refuse_unscored(self):
        for batch in self.filtered("is_unscored"):
            text = batch.version_id
            raise UserError(
                self.env._(
                    "%(month)s is scored with %(period)s: %(text)s counts all months "
                    "of the period together. Close this month without a score.",
                    month=batch.display_name,
                    period=text._period_label(batch.date_from),
                    text=text.name,
                )
            )

    def action_close_unscored(self):
        """Lock a month that its text scores with a later one: no score, no grade."""
        for batch in self._begin(OFFICER, ["open"]):
            if not batch.is_unscored:
                raise UserError(
                    self.env._(
                        "%s is scored by itself: score and grade it.",
                        batch.display_name,
                    )
                )
            # a case is settled in the month that is scored
            batch.appraisal_ids.write({"is_suspended": False, "case_id": False})
            batch.write(
                {
                    "state": "locked",
                    "locked_by_id": self.env.uid,
                    "locked_on": fields.Datetime.now(),
                }
            )
