"""How a certificate comes in: what is suggested, what its holder uploads."""

import psycopg2

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules import scan as scans
from ...rules.cells import clean
from .gov_certificate_flow import BLANK

SUGGESTIONS = 30  # as many as a list below a field shows without scrolling for long


class GovCertificate(models.Model):
    """Suggestions for the officer, the upload for the holder."""

    _inherit = "gov.certificate"

    @api.model
    def gov_suggestions(self, name):
        """What was written in a text field before, the most frequent first.

        :param name: `issuer`; any other field is refused
        """
        if name != "issuer":
            raise ValueError(f"no suggestions for {name}")
        self.check_access("read")
        groups = self._read_group(
            [("issuer", "!=", False)],
            ["issuer"],
            order="__count desc",
            limit=SUGGESTIONS,
        )
        return [issuer for (issuer,) in groups]

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
