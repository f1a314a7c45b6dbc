"""Steps of the month's approval (月度考核审批环节): records that HR officers edit."""

from odoo import api, fields, models

ROUND = "gov.appraisal.round"
FIRST = 1000  # the add-on asks the highest sequence first, people count from 1


class TierDefinition(models.Model):
    """Step of the month, in words of the office; the settings follow from it."""

    _inherit = "tier.definition"

    gov_is_month = fields.Boolean(string="Step of the Month", index=True)
    gov_month_role = fields.Selection(
        [("officer", "HR Officer of the County"), ("leader", "Leader")],
        string="Step Decided By",
    )

    @api.model
    def _get_tier_validation_model_names(self):
        return super()._get_tier_validation_model_names() + [ROUND]

    def _with_technical(self, vals):
        vals = super()._with_technical(vals)
        more = {}
        if vals.get("gov_is_month"):
            more = {
                "model_id": self.env["ir.model"]._get_id(ROUND),
                "definition_type": "domain",
                "definition_domain": "[]",
                "review_type": "field",
                "reviewer_id": False,
                "reviewer_group_id": False,
                "company_id": False,
                "approve_sequence": True,
                "exclude_requester": True,
                "has_comment": False,
                "notify_on_pending": True,
                "sequence": FIRST - vals.get("gov_step", 10),
            }
        if vals.get("gov_month_role"):
            name = f"reviewer_{vals['gov_month_role']}_ids"
            more["reviewer_field_id"] = self.env["ir.model.fields"]._get(ROUND, name).id
        return {**vals, **more}
