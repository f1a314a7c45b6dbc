"""Window posts (窗口岗位) and their duties (O13, O33, S48)."""

from odoo import fields, models


class HrJob(models.Model):
    """Job as a window post."""

    _inherit = "hr.job"

    gov_is_window_post = fields.Boolean(
        string="Window Post", help="Belongs to the catalogue of window posts."
    )
    gov_duties = fields.Text(
        string="Duties",
        translate=True,
        help="One duty a line; the text that may be published for the post.",
    )
