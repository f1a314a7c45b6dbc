"""Lines that a later release of the addon adds to a text which it shipped before."""

from odoo import api, models

from odoo.addons.gov_window_staff.models.base.gov_protected_mixin import UNLOCK


class GovRubricCompletingMixin(models.AbstractModel):
    """Row of a version that the addon's own data may add while it is in force.

    A database that has run since an earlier release has the text in force without any
    rule of the quarter or year; nothing has been worked out with one there.
    """

    _name = "gov.rubric.completing.mixin"
    _description = "Line of a Rubric, Shipped Later"
    _inherit = ["gov.policy.row.mixin"]

    @api.model_create_multi
    def create(self, vals_list):
        # superuser and install_mode together: data files only, no client can say so
        if self.env.su and self.env.context.get("install_mode"):
            self = self.with_context(gov_completes_text=UNLOCK)  # noqa: PLW0642
        return super().create(vals_list)
