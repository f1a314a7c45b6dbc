"""Submitting an appeal: by the person in the portal, or by an officer from paper."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools.misc import clean_context

from odoo.addons.gov_window_staff.rules import scan
from odoo.addons.gov_window_staff.tools.scans import check_scan

from .gov_appraisal_correction import NOT_SETTLED

REASON_LENGTH = 2000  # characters
MOST_FILES = 5


class GovAppeal(models.Model):
    """Appeals come into being here and nowhere else."""

    _inherit = "gov.appeal"

    @api.model
    def _submit_from_portal(self, appraisal, values):
        """The person behind the login appeals against the own month.

        :param appraisal: gov.appraisal of the person, tested by the caller
        :param values: `reason`, `lines` (ids of gov.appraisal.line; none means the
            whole month), `files` (list of (bytes, name))
        :return: the appeal
        :raises UserError: a sentence for the form
        """
        today = fields.Date.context_today(self)
        if not appraisal._is_appealable(today):
            raise UserError(
                self.env._(
                    "The days to appeal against this month are over, or it is not "
                    "published. Speak to the office."
                )
            )
        chosen = appraisal._appealable_lines().filtered(
            lambda line: line.id in set(values.get("lines") or [])
        )
        if values.get("lines") and not chosen:
            raise UserError(
                self.env._("The lines have changed meanwhile. Choose them again.")
            )
        return self._submit(
            appraisal, chosen, {**values, "submitted_on": today, "source": "portal"}
        )

    @api.model
    def _submit(self, appraisal, lines, values):
        """Number the appeal, copy the lines, set the deadline."""
        reason = (values.get("reason") or "").strip()
        self._check_reason(reason)
        self._check_files(values.get("files") or [])
        if appraisal.round_id.state in NOT_SETTLED:
            raise UserError(self.env._("Only published months are appealed against."))
        if appraisal._open_appeal():
            raise UserError(
                self.env._(
                    "An appeal about this month is open already. Wait for the answer, "
                    "or take it back first."
                )
            )
        scope = "lines" if lines else "month"
        # no default_... key of a caller may put a state into the new appeal
        clean = self.with_context(clean_context(self.env.context))  # pylint: disable=context-overridden
        day = values["submitted_on"]
        appeal = clean._unprotected().create(
            {
                # sudo: portal users have no right on sequences; one number is drawn
                "name": self.env["ir.sequence"].sudo().next_by_code("gov.appeal"),
                "appraisal_id": appraisal.id,
                "scope": scope,
                "source": values["source"],
                "reason": reason,
                "submitted_on": day,
                "late_reason": values.get("late_reason") or False,
                "answer_due": appraisal._answer_due(day),
                "line_ids": [
                    (0, 0, self._prepare_line_vals(line))
                    for line in lines or appraisal._appealable_lines()
                ],
            }
        )
        appeal._add_files(values.get("files") or [])
        appeal._ask_officers()
        return appeal.with_env(self.env)

    def _check_reason(self, reason):
        if not reason:
            raise UserError(self.env._("Say why you appeal."))
        if len(reason) > REASON_LENGTH:
            raise UserError(self.env._("Enter at most %s characters.", REASON_LENGTH))

    @api.model
    def _prepare_line_vals(self, line):
        return {
            "date": line.date,
            "item_id": line.item_id.id,
            "points_total": line.points_total,
            "facts": line.reason,
            "event_id": line.event_id.id,
            "review_id": line.review_id.id,
        }

    def _check_files(self, files):
        if len(files) > MOST_FILES:
            raise UserError(self.env._("Attach at most %s files.", MOST_FILES))
        for content, _name in files:
            check_scan(self.env, content)

    def _add_files(self, files):
        """Keep the evidence with the appeal: PDF, JPG or PNG by what is inside."""
        # sudo: a portal user owns no files; these belong to the own appeal
        attachments = (
            self.env["ir.attachment"]
            .sudo()
            .create(
                [
                    {
                        "name": scan.file_name(name, content),
                        "raw": content,
                        "res_model": self._name,
                        "res_id": self.id,
                    }
                    for content, name in files
                ]
            )
        )
        self.write({"evidence_ids": [(4, file.id) for file in attachments]})

    def _take_back(self):
        """The person takes the appeal back while it is open."""
        self.ensure_one()
        # sudo: the person may do nothing else to the own appeal; compared before
        appeal = self.sudo()._unprotected()
        if appeal.employee_id.user_id != self.env.user:
            raise AccessError(self.env._("This appeal is somebody else's."))
        appeal._take()
        appeal._check_state(["submitted", "accepted", "hearing"])
        appeal.write(
            {"state": "withdrawn", "closed_on": fields.Date.context_today(self)}
        )
        appeal._close_reminders()
        appeal.message_post(body=self.env._("Taken back by the person."))
