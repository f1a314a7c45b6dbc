"""What a vetting found on one aspect."""

from odoo import api, fields, models


class GovStaffVettingLine(models.Model):
    """Score or comment on one aspect; closed together with the vetting."""

    _name = "gov.staff.vetting.line"
    _description = "Vetting Finding"
    _order = "vetting_id, sequence, id"
    _rec_name = "aspect_id"

    vetting_id = fields.Many2one(
        "gov.staff.vetting", required=True, index=True, ondelete="cascade"
    )
    aspect_id = fields.Many2one(
        "gov.vetting.aspect", required=True, ondelete="restrict"
    )
    sequence = fields.Integer(related="aspect_id.sequence", store=True)
    help_text = fields.Char(related="aspect_id.help_text")
    score = fields.Float(digits=(5, 1), help="0 to 100; blank when only commented.")
    finding = fields.Selection(
        [("good", "Meets the Conditions"), ("bad", "Does Not Meet the Conditions")]
    )
    comment = fields.Text()

    _aspect_uniq = models.UniqueIndex(
        "(vetting_id, aspect_id)", "Each aspect is looked at once."
    )
    _score_range = models.Constraint(
        "CHECK(score IS NULL OR score BETWEEN 0 AND 100)",
        "A score lies between 0 and 100.",
    )

    def _has_finding(self):
        """Whether somebody has looked at this aspect."""
        self.ensure_one()
        return bool(self.score or self.finding or (self.comment or "").strip())

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        lines.vetting_id._check_open()
        return lines

    def write(self, vals):
        self.vetting_id._check_open()
        result = super().write(vals)
        self.vetting_id._check_open()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_only_of_drafts(self):
        self.vetting_id._check_open()
