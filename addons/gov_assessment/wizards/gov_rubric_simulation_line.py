"""One person whose month another text would change."""

from odoo import api, fields, models

from ..models.rounds.gov_appraisal import GRADES

# the better the higher; a suspended month is neither
STEPS = {"poor": 1, "fair": 2, "good": 3}


class GovRubricSimulationLine(models.TransientModel):
    """Before and after, side by side."""

    _name = "gov.rubric.simulation.line"
    _description = "Change by Another Rubric Version"
    _order = "simulation_id, rank_after, id"

    simulation_id = fields.Many2one(
        "gov.rubric.simulation", required=True, ondelete="cascade", index=True
    )
    appraisal_id = fields.Many2one(
        "gov.appraisal", string="Sheet", required=True, ondelete="cascade"
    )
    staff_no = fields.Char(related="appraisal_id.staff_no")
    person_name = fields.Char(related="appraisal_id.person_name")
    department_id = fields.Many2one(
        related="appraisal_id.department_id", string="Site", store=True
    )
    total_before = fields.Float(
        string="Total Now", digits=(16, 4), min_display_digits=1
    )
    total_after = fields.Float(
        string="Total Then", digits=(16, 4), min_display_digits=1
    )
    rank_before = fields.Integer(string="Rank Now", aggregator=None)
    rank_after = fields.Integer(string="Rank Then", aggregator=None)
    standing_before = fields.Selection(GRADES, string="Standing Now")
    standing_after = fields.Selection(GRADES, string="Standing Then")
    grade_before = fields.Char(string="Grade Now")
    grade_after = fields.Char(string="Grade Then")
    reward_before = fields.Float(string="Reward Now (Yuan)", digits=(12, 2))
    reward_after = fields.Float(string="Reward Then (Yuan)", digits=(12, 2))
    reward_difference = fields.Float(
        string="Difference (Yuan)",
        digits=(12, 2),
        compute="_compute_reward_difference",
        store=True,
    )
    change = fields.Selection(
        [("better", "Better"), ("same", "Same Grade"), ("worse", "Worse")],
        compute="_compute_change",
        store=True,
    )

    @api.depends("reward_before", "reward_after")
    def _compute_reward_difference(self):
        for line in self:
            line.reward_difference = line.reward_after - line.reward_before

    @api.depends("standing_before", "standing_after")
    def _compute_change(self):
        for line in self:
            step = line._step()
            line.change = "better" if step > 0 else "worse" if step < 0 else "same"

    def _step(self):
        """Greater than 0 when the grade gets better, 0 when one of them is none."""
        before = STEPS.get(self.standing_before)
        after = STEPS.get(self.standing_after)
        return after - before if before and after else 0
