"""A talk from the letter to what was agreed."""

from odoo import fields, models
from odoo.exceptions import UserError

from ...rules.letters import day_text, month_text
from ..reviews.gov_service_review import TIME_ZONE


class GovInterview(models.Model):
    """Talk on its way."""

    _inherit = "gov.interview"

    def action_notify(self):
        """Number and text of the letter; it can be printed and handed over."""
        today = fields.Date.context_today(self)
        for talk in self._begin(None, ["draft"]):
            talk._check_host()
            talk._check_prepared()
            letter = talk._letter()
            talk.write(
                {
                    "state": "notified",
                    "notified_on": today,
                    "deadline": talk.deadline
                    or talk._workday_after(today, letter.days),
                    "name": talk._next_number(letter, talk.county_id, today),
                }
            )
            talk.body = letter._text(talk._letter_values())

    def _check_prepared(self):
        self.ensure_one()
        missing = [
            label
            for value, label in (
                (self.planned_at, self.env._("Time")),
                (self.place, self.env._("Place")),
                (self.reason, self.env._("About")),
                (self.participant_ids, self.env._("Participants")),
                (self.county_id, self.env._("Site")),
            )
            if not value
        ]
        if missing:
            raise UserError(self.env._("Fill in first: %s", ", ".join(missing)))

    def action_hold(self):
        """It took place; the minutes are written."""
        today = fields.Date.context_today(self)
        for talk in self._begin(None, ["notified"]):
            talk._check_host()
            if not (talk.summary or "").strip():
                raise UserError(
                    self.env._("Write the minutes first: who said what, what follows.")
                )
            if fields.Datetime.now() < talk.planned_at:
                raise UserError(
                    self.env._("The talk is still to come: put its time right first.")
                )
            talk.write({"state": "held", "held_on": today})
            talk._forget_reminders()

    def action_close(self):
        """What was agreed is done."""
        for talk in self._begin(None, ["held"]):
            talk._check_host()
            talk.state = "closed"
            talk._forget_reminders()

    def action_print(self):
        """The letter, or the minutes once the talk was held."""
        held = self.filtered(lambda talk: talk.state in ("held", "closed"))
        name = "interview_minutes_report" if held == self else "interview_letter_report"
        return self.env.ref(f"gov_assessment.{name}").report_action(self)

    def _letter_values(self):
        """{word: text} for the letter text."""
        self.ensure_one()
        day = self.notified_on or fields.Date.context_today(self)
        # sudo: only the unit's name is printed, whatever companies the user is in
        unit = self.sudo().unit_id
        return {
            "姓名": self.person_name,
            "工号": self.staff_no,
            "机构": self.department_id.name,
            "单位": unit.name or self.department_id.name,
            "月份": month_text(day.year, day.month),
            "事由": self.reason,
            "要求": self.demand,
            "时间": self._time_text(),
            "地点": self.place,
            "参加人员": "、".join(self.participant_ids.mapped("name")),
            "期限": day_text(self.deadline),
            "日期": day_text(day),
        }

    def _time_text(self):
        """The planned time in China, 2026-10-08 09:30."""
        if not self.planned_at:
            return ""
        china = self.with_context(tz=TIME_ZONE)
        moment = fields.Datetime.context_timestamp(china, self.planned_at)
        return f"{moment:%Y-%m-%d %H:%M}"
