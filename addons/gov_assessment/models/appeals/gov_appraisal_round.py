"""A month with its corrections."""

from odoo import fields, models
from odoo.exceptions import UserError


class GovAppraisalRound(models.Model):
    """Month with the people who worked its results out."""

    _inherit = "gov.appraisal.round"

    correction_ids = fields.One2many(
        "gov.appraisal.correction",
        "round_id",
        string="Corrections",
        groups="gov_window_staff.group_hr_officer,gov_window_staff.group_leader",
    )
    correction_count = fields.Integer(
        compute="_compute_correction_count",
        groups="gov_window_staff.group_hr_officer,gov_window_staff.group_leader",
    )

    def _compute_correction_count(self):
        groups = self.env["gov.appraisal.correction"]._read_group(
            [("round_id", "in", self.ids)], ["round_id"], ["__count"]
        )
        counts = dict(groups)
        for batch in self:
            batch.correction_count = counts.get(batch, 0)

    def _gov_graders(self):
        """Users who scored or graded these months: they decide about no correction."""
        return self.sudo()._own_workers()  # sudo: answers who is barred

    def action_open(self):
        """Taking the population anew would lose what people have appealed against."""
        # sudo: whether there is an appeal does not depend on who may read it
        rounds = self.sudo()
        used = rounds.env["gov.appeal"].search_count(
            [("round_id", "in", self.ids)], limit=1
        ) or rounds.correction_ids.filtered(lambda c: c.state == "applied")
        if used:
            raise UserError(
                self.env._(
                    "People have appealed against this month, or it has been "
                    "corrected: its population stays as it is. Score it again."
                )
            )
        rounds.correction_ids._unprotected().line_ids.unlink()
        return super().action_open()

    def _back_to_open(self, words):
        """A month that is worked out again needs no correction any more."""
        pending = self.correction_ids.filtered(
            lambda correction: correction.state in ("draft", "approved")
        )
        if pending:
            pending._cancel(self.env._("The month was taken back."))
        return super()._back_to_open(words)

    def action_open_corrections(self):
        """Corrections of this month."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.appraisal.correction",
            "view_mode": "list,form",
            "domain": [("round_id", "=", self.id)],
            "name": self.env._("Corrections"),
        }
