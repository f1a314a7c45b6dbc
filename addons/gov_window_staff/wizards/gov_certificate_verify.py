"""Verify certificates against the national registry (核验)."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command


class GovCertificateVerify(models.TransientModel):
    """One or many certificates, each with what the registry shows."""

    _name = "gov.certificate.verify"
    _description = "Verify Certificates"

    certificate_ids = fields.Many2many("gov.certificate", required=True)
    verify_date = fields.Date(
        string="Looked Up On", required=True, default=fields.Date.context_today
    )
    verify_url = fields.Char(
        string="Registry Address",
        compute="_compute_verify_url",
        store=True,
        readonly=False,
    )
    line_ids = fields.One2many(
        "gov.certificate.verify.line",
        "sheet_id",
        string="Results",
        compute="_compute_line_ids",
        store=True,
        readonly=False,
    )

    @api.depends("certificate_ids")
    def _compute_verify_url(self):
        for sheet in self:
            found = sheet.certificate_ids.filtered("registry_url")
            sheet.verify_url = found[:1].registry_url

    @api.depends("certificate_ids")
    def _compute_line_ids(self):
        for sheet in self:
            sheet.line_ids = [Command.clear()] + [
                Command.create({"certificate_id": certificate._origin.id})
                for certificate in sheet.certificate_ids
            ]

    def action_confirm(self):
        """Record each line's result; all lines or none."""
        self.ensure_one()
        lines = self.line_ids.filtered(lambda line: line.outcome != "later")
        if not lines:
            raise UserError(self.env._("No line has a result yet."))
        lines._check_texts()
        for (outcome, result, reason), group in lines.grouped(
            lambda line: (line.outcome, line.result, line.reason)
        ).items():
            certificates = group.certificate_id
            if outcome == "verified":
                certificates._verify(result, self.verify_date, self.verify_url)
            else:
                certificates._reject(reason, result, self.verify_url)
        return {"type": "ir.actions.act_window_close"}
