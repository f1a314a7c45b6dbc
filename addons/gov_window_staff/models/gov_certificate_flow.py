"""Verification of certificates: who may say that one is genuine, and take it back."""

import psycopg2

from odoo import api, fields, models
from odoo.exceptions import LockError, UserError

from ..exceptions import DocumentLocked
from ..rules import scan as scans
from ..rules.cells import clean

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
        """Hook: what follows once certificates are verified."""

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

    # -- the holder's own upload -------------------------------------------------------

    @api.model
    def _submit_from_portal(self, employee, vals):
        """A certificate that its holder has uploaded; it waits for verification.

        :param employee: hr.employee of the holder; the caller has checked that the
            logged-in user is that person
        :param vals: level_id (id), number, issue_date (date), issuer, scan (bytes or
            base64 text), scan_name; anything else is left out
        :return: gov.certificate, with sudo
        :raises UserError: a number that is known, a date to come, a missing fact
        :raises ValidationError: the scan is no PDF, JPG or PNG, or too big
        """
        # sudo: a portal user has no right on certificates; the values are picked here
        certificates = self.sudo()
        values = certificates._portal_values(employee.sudo(), vals)
        known = certificates.search([("number", "=", values["number"])])
        if known:
            return known._resubmit(values)
        try:
            with self.env.cr.savepoint():
                created = certificates._unprotected().create(values)
        except psycopg2.errors.UniqueViolation as error:
            raise UserError(self._known_number(values["number"])) from error
        created = created.with_context(gov_unlock=None)
        created.message_post(body=self.env._("Uploaded by the holder."))
        return created

    @api.model
    def _portal_values(self, employee, vals):
        number = scans.certificate_number(clean(vals.get("number") or ""))
        issued = fields.Date.to_date(vals.get("issue_date"))
        level = self.env["gov.skill.level"].browse(int(vals.get("level_id") or 0))
        if not (number and issued and level.exists() and vals.get("scan")):
            raise UserError(
                self.env._("Fill in level, number and date of issue, and add the scan.")
            )
        if issued > fields.Date.context_today(self):
            raise UserError(self.env._("The date of issue lies in the future."))
        content = scans.decoded(vals["scan"])
        self._check_scan_content(content)
        return {
            "employee_id": employee.id,
            "level_id": level.id,
            "number": number,
            "issue_date": issued,
            "issuer": clean(vals.get("issuer") or ""),
            "scan": scans.encoded(content),
            "scan_name": vals.get("scan_name"),
            "origin": "portal",
        }

    def _resubmit(self, values):
        """A number that is known: the holder may only answer a rejection."""
        same = self.employee_id.id == values["employee_id"]
        if not same or self.state != "rejected":
            raise UserError(self._known_number(self.number, same and self.state))
        self._unprotected().write({**BLANK, **values})
        self.message_post(body=self.env._("Uploaded again by the holder."))
        return self

    def _known_number(self, number, state=None):
        messages = {
            "draft": self.env._(
                "You have already submitted certificate %s; it waits for verification.",
                number,
            ),
            "verified": self.env._(
                "Your certificate %s is already verified; nothing is left to do.",
                number,
            ),
        }
        return messages.get(state) or self.env._(
            "Certificate No. %s is already recorded and cannot be submitted again. "
            "Check the number, or ask the HR office.",
            number,
        )
