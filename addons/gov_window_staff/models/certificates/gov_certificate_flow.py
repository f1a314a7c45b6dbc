"""Verification of certificates: who may say that one is genuine, and take it back."""

from odoo import api, fields, models
from odoo.exceptions import LockError, UserError

from ...exceptions import DocumentLocked

# what the flow clears when a certificate goes back to verification
BLANK = dict.fromkeys(
    (
        "verify_date",
        "verifier_id",
        "verify_result",
        "verify_url",
        "reject_reason",
        "void_reason",
    ),
    False,
)


class GovCertificate(models.Model):
    """To verify (待核验) -> verified / not confirmed (核验不通过) / void (作废)."""

    _inherit = "gov.certificate"

    # -- buttons -----------------------------------------------------------------------

    def action_verify(self):
        """Open the sheet in which an officer records what the registry says."""
        waiting = self.filtered(lambda c: c.state == "draft")
        if not waiting:
            raise UserError(self.env._("There is nothing to verify in the selection."))
        waiting._check_four_eyes()
        return self._open_sheet(
            "gov.certificate.verify",
            {"default_certificate_ids": waiting.ids},
            self.env._("Verify Certificates"),
        )

    def action_undo(self):
        """Open the sheet that sends certificates back to verification."""
        return self._open_reason("undo", self.env._("Send Back to Verification"))

    def action_void(self):
        """Open the sheet that declares certificates void."""
        return self._open_reason("void", self.env._("Declare Void"))

    def _open_reason(self, kind, title):
        values = {"default_certificate_ids": self.ids, "default_kind": kind}
        return self._open_sheet("gov.certificate.reason", values, title)

    @api.model
    def _open_sheet(self, model, context, title):
        return {
            "type": "ir.actions.act_window",
            "res_model": model,
            "view_mode": "form",
            "target": "new",
            "context": context,
            "name": title,
        }

    # -- transitions -------------------------------------------------------------------

    def _verify(self, result, day=None, url=None):
        """Genuine: found in the national registry with the same facts.

        :param result: what the registry shows, in the officer's words
        :param day: date of the look-up, today by default; pay counts from it (D18)
        :param url: address that was asked
        """
        self._take_in_states("draft")
        day = day or fields.Date.context_today(self)
        self._check_verify_day(day)
        self._unprotected().write(
            {
                **BLANK,
                "verify_date": day,
                "verifier_id": self.env.user.id,
                "verify_result": result,
                "verify_url": url,
            }
        )
        self._after_verification()
        self.employee_id._gov_propose_level_ups()

    def _reject(self, reason, result=None, url=None):
        """Not genuine, or not what was entered; it counts for nothing."""
        self._take_in_states("draft")
        self._unprotected().write(
            {
                **BLANK,
                "verifier_id": self.env.user.id,
                "verify_result": result,
                "verify_url": url,
                "reject_reason": reason,
            }
        )

    def _void(self, reason):
        """Withdrawn by the issuer, or found forged after verification."""
        self._take_in_states("draft", "verified")
        self._unprotected().write({"void_reason": reason})

    def _undo(self, reason):
        """Back to verification; the reason stays in the history."""
        self._take_in_states("verified", "rejected", "void")
        used = self._filter_used()
        if used:
            raise DocumentLocked(
                self.env._(
                    "A closed month was paid with certificate %s. It cannot go back to "
                    "verification; declare it void if it is not genuine.",
                    used[0].number,
                )
            )
        self._unprotected().write(BLANK)
        for certificate in self:
            certificate.message_post(body=self.env._("Sent back: %s", reason))

    def _after_verification(self):
        """Hook: what follows once certificates are verified, by hand or by import."""
        people = self.employee_id
        met = people.filtered(lambda person: person.gov_level5_state == "met")
        met._gov_close_deadline_activities()

    def _take_in_states(self, *states):
        """Lock the rows, then check rights, state and the second pair of eyes."""
        self.check_access("write")
        self._check_four_eyes()
        try:
            self.lock_for_update()
        except LockError as error:
            raise DocumentLocked(
                self.env._(
                    "Somebody else is working on these certificates at this moment. "
                    "Wait a minute and reload the page."
                )
            ) from error
        self.invalidate_recordset()
        wrong = self.filtered(lambda certificate: certificate.state not in states)
        if wrong:
            labels = dict(self._fields["state"]._description_selection(self.env))
            raise UserError(
                self.env._(
                    "Certificate %(number)s is in the state “%(state)s” by now. Reload "
                    "the page and look at it again.",
                    number=wrong[0].number,
                    state=labels[wrong[0].state],
                )
            )

    def _check_four_eyes(self):
        """Nobody decides about the own certificate (经办人不得核验本人证书)."""
        # sudo: whose account belongs to whom is no secret between officers, but Odoo
        # shows it to HR users only
        own = self.sudo().filtered(lambda c: c.employee_id.user_id == self.env.user)
        if own:
            raise UserError(
                self.env._(
                    "Certificate %s is your own. Another HR officer has to decide "
                    "about it.",
                    own[0].number,
                )
            )

    def _check_verify_day(self, day):
        today = fields.Date.context_today(self)
        early = self.filtered(lambda certificate: day < certificate.issue_date)
        if day > today or early:
            raise UserError(
                self.env._(
                    "A certificate is verified between the day of issue and today; "
                    "%s does not lie there. Correct the date.",
                    fields.Date.to_string(day),
                )
            )
