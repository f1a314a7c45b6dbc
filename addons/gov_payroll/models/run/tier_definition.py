"""Steps of a pay run's approval (工资审批环节): records that HR officers edit."""

from odoo import api, fields, models

RUN = "hr.payslip.run"


class TierDefinition(models.Model):
    """Step of the pay run, in words of the office; the settings follow from it."""

    _inherit = "tier.definition"

    gov_is_pay = fields.Boolean(string="Step of the Pay Run", index=True)
    gov_pay_role = fields.Selection(
        [
            ("officer", "HR Officer of the County"),
            ("finance", "Finance"),
            ("leader", "Leader"),
        ],
        string="Pay Step Decided By",
    )

    @api.model
    def _get_tier_validation_model_names(self):
        return super()._get_tier_validation_model_names() + [RUN]

    def _is_leaders_to_change(self):
        # officers prepare the pay: they do not take finance or leader out of its way
        return super()._is_leaders_to_change() or self.gov_pay_role in (
            "finance",
            "leader",
        )

    def _with_technical(self, vals):
        vals = super()._with_technical(vals)
        more = {}
        if vals.get("gov_is_pay"):
            more = self._step_settings(RUN, vals)
        if vals.get("gov_pay_role"):
            name = f"gov_reviewer_{vals['gov_pay_role']}_ids"
            more["reviewer_field_id"] = self.env["ir.model.fields"]._get(RUN, name).id
        return {**vals, **more}
