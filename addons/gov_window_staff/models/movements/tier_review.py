"""Approval reviews (tier.review): written by the flow only, read with the document.

The add-on gives every internal user all rights on them: a stranger could approve a
document with one write. Here nobody has a right to write; the flow of the add-on runs
with the system's rights after it has been checked whose turn it is.
"""

from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain


class TierReview(models.Model):
    """Review that no client can forge."""

    _inherit = "tier.review"

    gov_may_read = fields.Boolean(
        compute="_compute_gov_may_read",
        search="_search_gov_may_read",
        help="Whether the user may read the document behind the review.",
    )

    @api.depends_context("uid")
    def _compute_gov_may_read(self):
        # sudo: the rule on reviews uses this field, so it cannot apply here; the domain
        # holds what the user may read
        readable = self.sudo().search(
            Domain("id", "in", self.ids) & self._gov_readable()
        )
        for review in self:
            review.gov_may_read = review in readable

    @api.model
    def _search_gov_may_read(self, operator, value):
        return self._gov_readable() if operator == "in" else NotImplemented

    @api.model
    def _gov_readable(self):
        """Domain of the reviews whose document the user may read, model by model."""
        domain = Domain.FALSE
        user = self.env(su=False)  # rules are evaluated in superuser mode
        names = self.env["tier.definition"]._get_tier_validation_model_names()
        for name in set(names):
            model = user.get(name)
            if model is None or not model.has_access("read"):
                continue
            found = model.with_context(active_test=False)._search([])
            domain |= Domain("model", "=", name) & Domain("res_id", "in", found)
        return domain

    @api.model_create_multi
    def create(self, vals_list):
        self._gov_refuse()
        return super().create(vals_list)

    def write(self, vals):
        self._gov_refuse()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_by_flow_only(self):
        self._gov_refuse()

    def _gov_refuse(self):
        if not self.env.su:
            raise AccessError(
                self.env._(
                    "Approval steps are decided with the buttons of the document."
                )
            )

    def _update_review_status(self):
        # sudo: turning to the next step follows from what has been decided; the add-on
        # calls this for whoever opens the counter of open reviews
        return super(TierReview, self.sudo())._update_review_status()
