"""Handing in, returning and dropping a self-examination."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from odoo.addons.gov_window_staff.rules import scan
from odoo.addons.gov_window_staff.tools.scans import check_scan

from .gov_follow_mixin import OFFICER
from .gov_self_examination import OPEN

LONGEST = 20000  # characters; several pages


class GovSelfExamination(models.Model):
    """Self-examination on its way."""

    _inherit = "gov.self.examination"

    @api.model
    def _own_domain(self, person):
        """What a person was asked to write; drafts are not yet asked."""
        return [("employee_id", "=", person.id), ("state", "!=", "draft")]

    def _can_submit(self):
        self.ensure_one()
        return self.state in OPEN

    def _submit(self, text=None, content=None, file_name=None):
        """The person hands it in; called by the portal for the own one.

        :param content: bytes of a photo or PDF; text or file, or both
        """
        self._hand_in(fields.Date.context_today(self), text, content, file_name)

    def _record_paper(self, day, text=None, content=None, file_name=None):
        """An officer enters one that came on paper.

        :param day: date on which it came in
        """
        self._begin(OFFICER, OPEN)
        self._refuse_own()
        today = fields.Date.context_today(self)
        if not (self.date_assigned or day) <= day <= today:
            raise UserError(
                self.env._("It came in between the day it was asked for and today.")
            )
        self._hand_in(day, text, content, file_name, recorder_id=self.env.uid)

    def _hand_in(self, day, text, content, file_name, **vals):
        exam = self._unprotected()
        exam._take()
        text = (text or "").strip()
        exam._check_handed_in(text, content, file_name)
        exam.write(
            {
                "state": "submitted",
                "text": text or False,
                "paper": scan.encoded(content) if content else False,
                "paper_name": scan.file_name(file_name, content) if content else False,
                "submit_date": day,
                "submit_count": exam.submit_count + 1,
                "is_late": bool(exam.deadline and day > exam.deadline),
                "recorder_id": False,
                **vals,
            }
        )
        exam._forget_reminders()

    def _check_handed_in(self, text, content, file_name):
        if not self._can_submit():
            raise UserError(
                self.env._("This self-examination is not waiting to be handed in.")
            )
        if not text and not (content or file_name):
            raise UserError(
                self.env._("Write the text, or attach a photo of the signed paper.")
            )
        if len(text) > LONGEST:
            raise UserError(
                self.env._("The text is longer than %s characters.", LONGEST)
            )
        if content or file_name:
            check_scan(self.env, content)

    def _return(self, reason):
        """Back to the person, with the same number of working days as before."""
        today = fields.Date.context_today(self)
        for exam in self._begin(OFFICER, ["submitted"]):
            exam._refuse_own()
            exam.write(
                {
                    "state": "returned",
                    "deadline": exam._workday_after(today, exam.days),
                    **exam._reviewed_vals(reason),
                }
            )

    def _waive(self, reason):
        """Nobody needs it any more."""
        for exam in self._begin(OFFICER, ["draft", *OPEN, "submitted"]):
            exam._refuse_own()
            exam.write({"state": "waived", **exam._reviewed_vals(reason)})
            exam._forget_reminders()

    def _waive_with_notice(self, reason):
        """The notice behind it was withdrawn; an accepted one stays as it is."""
        for exam in self._unprotected().filtered(lambda e: e.state != "accepted"):
            exam.write({"state": "waived", **exam._reviewed_vals(reason)})
            exam._forget_reminders()

    def _reviewed_vals(self, note):
        return {
            "review_date": fields.Date.context_today(self),
            "reviewer_id": self.env.uid,
            "review_note": note,
        }
