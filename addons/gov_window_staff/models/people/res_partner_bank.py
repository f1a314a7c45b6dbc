"""Bank cards of window staff: the number is personal data (个保法 art. 28)."""

from odoo import api, models

from ...rules import identity


class ResPartnerBank(models.Model):
    """Account that shows stars when it belongs to a person."""

    _name = "res.partner.bank"
    _inherit = ["res.partner.bank", "gov.sensitive.mixin"]

    _gov_sensitive = {"acc_number": "card", "sanitized_acc_number": "card"}

    @api.depends("acc_number", "bank_id", "partner_id.employee_ids")
    def _compute_display_name(self):
        # sudo: whose account it is decides about the stars; partners' employees are
        # kept to HR by Odoo
        personal = self.sudo().filtered("partner_id.employee_ids")
        others = self - self.browse(personal.ids)
        for account in personal:
            stars = identity.last_four(account.acc_number or "")
            name = " ".join(filter(None, [account.bank_id.name, stars]))
            self.browse(account.id).display_name = name
        return super(ResPartnerBank, others)._compute_display_name()

    def _gov_subjects(self):
        return self.partner_id.employee_ids
