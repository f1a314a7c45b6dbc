"""The add-on's window for a comment, closed to other people's reviews."""

from odoo import models


class CommentWizard(models.TransientModel):
    """The add-on's window for a comment: only on reviews that are one's own now."""

    _inherit = "comment.wizard"

    def add_comment(self):
        """Write the comment on the own pending reviews and decide them."""
        self.ensure_one()
        document = self.env[self.res_model].browse(self.res_id)
        document.check_access("read")
        # sudo: the check has left the user's own reviews of this document only
        reviews = document._gov_mine(self.review_ids)
        self.review_ids = reviews
        return super(CommentWizard, self.sudo()).add_comment()
