"""Papers of a movement stay with it once it is submitted."""

from odoo import api, models

from ...exceptions import DocumentLocked

CONTENT = {"datas", "raw", "db_datas", "store_fname", "res_model", "res_id", "url"}


class IrAttachment(models.Model):
    """Attachment that may be evidence of a decision."""

    _inherit = "ir.attachment"

    def write(self, vals):
        if CONTENT & set(vals):
            self._gov_refuse_evidence()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_no_evidence(self):
        self._gov_refuse_evidence()

    def _gov_refuse_evidence(self):
        papers = self.filtered(lambda a: a.res_model == "gov.staff.movement")
        if not papers:
            return
        # sudo: whether a movement holds them, seen by the user or not
        movement = self.env["gov.staff.movement"].sudo()
        held = movement.search(
            [("attachment_ids", "in", papers.ids), ("state", "!=", "draft")], limit=1
        )
        if held:
            raise DocumentLocked(
                self.env._(
                    "This paper belongs to %(name)s, which has been submitted. It can "
                    "be neither changed nor deleted.",
                    name=held.display_name,
                )
            )
