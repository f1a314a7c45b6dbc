"""Trying a text on a past month before it is put in force (试算)."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.rounds import month_settlement

# states of a month whose results are stored
UNSETTLED = ["draft", "open", "scored"]


class GovRubricSimulation(models.TransientModel):
    """Who would change grade and pay under another text; nothing is written."""

    _name = "gov.rubric.simulation"
    _description = "Trial of a Rubric Version"

    version_id = fields.Many2one(
        "gov.rubric.version", string="Text to Try", required=True, ondelete="cascade"
    )
    round_id = fields.Many2one(
        "gov.appraisal.round",
        string="Past Month",
        required=True,
        ondelete="cascade",
        domain=[("state", "!=", "draft")],
        default=lambda self: self._default_round_id(),
    )
    is_done = fields.Boolean(string="Worked Out", readonly=True)
    line_ids = fields.One2many(
        "gov.rubric.simulation.line", "simulation_id", string="Changes", readonly=True
    )
    people_count = fields.Integer(string="People", readonly=True)
    changed_count = fields.Integer(string="People Who Change", readonly=True)
    better_count = fields.Integer(string="Better Grade", readonly=True)
    worse_count = fields.Integer(string="Worse Grade", readonly=True)
    unknown_count = fields.Integer(
        string="Records without an Item",
        readonly=True,
        help="Confirmed records of the month whose item the text to try does not have.",
    )
    reward_before = fields.Float(
        string="Rewards Now (Yuan)", digits=(14, 2), readonly=True
    )
    reward_after = fields.Float(
        string="Rewards Then (Yuan)", digits=(14, 2), readonly=True
    )
    reward_difference = fields.Float(
        string="Difference (Yuan)",
        digits=(14, 2),
        compute="_compute_reward_difference",
    )
    # {standing: [people now, people then]}
    grade_table = fields.Json(string="Grades Now and Then", readonly=True)
    summary = fields.Char(string="People by Grade", compute="_compute_summary")

    @api.model
    def _default_round_id(self):
        return self.env["gov.appraisal.round"].search(
            [("state", "!=", "draft")], order="date_from desc", limit=1
        )

    @api.depends("version_id", "round_id")
    def _compute_display_name(self):
        for trial in self:
            month = trial.round_id.display_name or ""
            trial.display_name = f"{trial.version_id.name or ''}: {month}"

    @api.depends("reward_before", "reward_after")
    def _compute_reward_difference(self):
        for trial in self:
            trial.reward_difference = trial.reward_after - trial.reward_before

    @api.depends("grade_table")
    def _compute_summary(self):
        grade = self.env["gov.appraisal"]._fields["grade"]
        labels = dict(grade._description_selection(self.env))
        for trial in self:
            trial.summary = "   ".join(
                f"{labels[code]} {now} → {then}"
                for code, (now, then) in (trial.grade_table or {}).items()
                if now or then
            )

    def action_run(self):
        """Work the month out under both texts and list who changes."""
        self.ensure_one()
        batch, text = self.round_id, self.version_id
        self._check_ready()
        results = month_settlement.preview(batch, text)
        before = None
        if batch.state in UNSETTLED:
            before = month_settlement.preview(batch)
        changes = month_settlement.differences(batch, results, text, before)
        self.line_ids.unlink()
        lines = self.env["gov.rubric.simulation.line"].create(
            [{"simulation_id": self.id, **self._prepare_line(c)} for c in changes]
        )
        self.write(self._prepare_totals(results, before, lines))
        return self.action_show()

    def _check_ready(self):
        """The text must be complete and the month opened, in words."""
        if self.round_id.state == "draft":
            raise UserError(self.env._("Open the month first: it has no people yet."))
        self.version_id._check_complete()

    def action_show(self):
        """This trial on a page of its own."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "name": self.env._("Trial of a Text"),
        }

    def action_open_lines(self):
        """The changes as a list that can be filtered, grouped and exported."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.rubric.simulation.line",
            "view_mode": "list,pivot",
            "domain": [("simulation_id", "=", self.id)],
            "name": self.display_name,
        }

    @api.model
    def _prepare_line(self, change):
        before, after = change["before"], change["after"]
        return {
            "appraisal_id": change["appraisal"].id,
            "total_before": before["total"],
            "total_after": after["total"],
            "rank_before": before["rank"],
            "rank_after": after["rank"],
            "standing_before": before["grade"],
            "standing_after": after["grade"],
            "grade_before": before["grade_name"],
            "grade_after": after["grade_name"],
            "reward_before": before["reward"],
            "reward_after": after["reward"],
        }

    def _prepare_totals(self, results, before, lines):
        batch = self.round_id
        if before is None:
            paid = sum(batch.appraisal_ids.mapped("reward_amount"))
            standings = batch.appraisal_ids.mapped("grade")
        else:
            paid = sum(result.reward for result in before.values())
            standings = [result.standing for result in before.values()]
        after = [result.standing for result in results.values()]
        return {
            "is_done": True,
            "people_count": len(results),
            "changed_count": len(lines),
            "better_count": len(lines.filtered(lambda line: line._step() > 0)),
            "worse_count": len(lines.filtered(lambda line: line._step() < 0)),
            "unknown_count": self._count_unknown(),
            "reward_before": float(paid),
            "reward_after": float(sum(result.reward for result in results.values())),
            "grade_table": {
                code: [standings.count(code), after.count(code)]
                for code in ("good", "fair", "poor", "suspended")
            },
        }

    def _count_unknown(self):
        """Records of the month that the text to try has no item for."""
        batch, text = self.round_id, self.version_id
        known = text.item_ids.mapped("code")
        return self.env["gov.assessment.event"].search_count(
            [
                ("count_month", "=", batch.date_from),
                ("state", "=", "confirmed"),
                ("employee_id", "in", batch.appraisal_ids.employee_id.ids),
                ("item_id.code", "not in", known),
            ]
        )
