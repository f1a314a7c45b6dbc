"""Bank cards of window staff: the number is personal data (个保法 art. 28)."""

from odoo import api, fields, models

from ...rules import identity


class ResPartnerBank(models.Model):
    """Account that shows stars when it belongs to a person."""

    _name = "res.partner.bank"
    _inherit = ["res.partner.bank", "gov.sensitive.mixin"]

    _gov_sensitive = {"acc_number": "card", "sanitized_acc_number": "card"}

    gov_is_personal = fields.Boolean(
        string="Card of a Person",
        compute="_compute_gov_is_personal",
        compute_sudo=True,
        store=True,
        help="Once a person's, always a person's: also after the profile is archived, "
        "deleted, or tied to another contact.",
    )

    @api.depends("partner_id.employee_ids")
    def _compute_gov_is_personal(self):
        for account in self:
            owner = account.partner_id.with_context(active_test=False)
            account.gov_is_personal = account.gov_is_personal or owner.employee_ids

    @api.depends("acc_number", "bank_id", "gov_is_personal")
    def _compute_display_name(self):
        # sudo: whose account it is decides about the stars, for every reader
        personal = self.sudo().filtered("gov_is_personal")
        others = self - self.browse(personal.ids)
        for account in personal:
            stars = identity.last_four(account.acc_number or "")
            name = " ".join(filter(None, [account.bank_id.name, stars]))
            self.browse(account.id).display_name = name
        return super(ResPartnerBank, others)._compute_display_name()

    def _gov_subjects(self):
        return self.partner_id.employee_ids
