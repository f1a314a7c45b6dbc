"""Words on a person's month beside the figures (定性评价, A43)."""

from odoo import fields, models
from odoo.exceptions import AccessError

from odoo.addons.gov_window_staff.exceptions import DocumentLocked


class GovAppraisal(models.Model):
    """Sheet with a comment by the site or the county office."""

    _inherit = "gov.appraisal"

    comment = fields.Text(
        "Comment in Words", help="Attitude and work of the month, in words."
    )
    commented_by_id = fields.Many2one("res.users", string="Comment By")

    def action_ask_comment(self):
        """Open the window for the words."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.appraisal.decision",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_appraisal_id": self.id,
                "default_decision": "comment",
                "default_comment": self.comment,
            },
            "name": self.display_name,
        }

    def _set_comment(self, words):
        """Keep the words of a site officer (own sites) or an HR officer."""
        self.check_access("read")  # the rules show a site officer the own sites only
        if not self.env.user.has_group("gov_window_staff.group_site_officer"):
            raise AccessError(self.env._("Only site and HR officers write comments."))
        for appraisal in self.sudo():  # sudo: nothing but the comment is written
            if appraisal.state in ("confirmed", "locked"):
                raise DocumentLocked(
                    self.env._("%s is confirmed.", appraisal.round_id.display_name)
                )
            appraisal._unprotected().write(
                {"comment": (words or "").strip(), "commented_by_id": self.env.uid}
            )
