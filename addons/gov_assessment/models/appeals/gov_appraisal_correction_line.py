"""One person's result before and after a correction, and the arrears it leaves."""

from odoo import api, fields, models

from ..rounds.gov_appraisal import GRADES

MOMENTS = ("before", "after")
KEYS = ("total", "rank", "grade", "reward")


class GovAppraisalCorrectionLine(models.Model):
    """Kept for good: the results before a correction are nowhere else."""

    _name = "gov.appraisal.correction.line"
    _description = "Line of a Correction"
    _inherit = ["gov.protected.mixin"]
    _order = "correction_id desc, rank_after, staff_no, id"

    correction_id = fields.Many2one(
        "gov.appraisal.correction",
        required=True,
        index=True,
        ondelete="cascade",
    )
    state = fields.Selection(related="correction_id.state", store=True, index=True)
    date_from = fields.Date(related="correction_id.date_from")
    month_name = fields.Char(string="Year and Month", compute="_compute_month_name")
    appraisal_id = fields.Many2one(
        "gov.appraisal", required=True, index=True, ondelete="restrict"
    )
    employee_id = fields.Many2one(
        related="appraisal_id.employee_id", store=True, index=True
    )
    person_name = fields.Char(related="appraisal_id.person_name")
    staff_no = fields.Char(related="appraisal_id.staff_no", store=True)
    department_id = fields.Many2one(related="appraisal_id.department_id", store=True)
    total_before = fields.Float(digits=(16, 4), min_display_digits=1, aggregator=None)
    total_after = fields.Float(digits=(16, 4), min_display_digits=1, aggregator=None)
    rank_before = fields.Integer(aggregator=None)
    rank_after = fields.Integer(aggregator=None)
    grade_before = fields.Selection(GRADES, string="Standing Before")
    grade_after = fields.Selection(GRADES, string="Standing After")
    # the word of the policy text (好, 优秀); empty while the month is suspended
    grade_name_before = fields.Char(string="Name of the Grade Before")
    grade_name_after = fields.Char(string="Name of the Grade After")
    grade_text_before = fields.Char(
        string="Grade Before", compute="_compute_grade_texts"
    )
    grade_text_after = fields.Char(string="Grade After", compute="_compute_grade_texts")
    reward_before = fields.Float(string="Reward Before (Yuan)", digits=(12, 2))
    reward_after = fields.Float(string="Reward After (Yuan)", digits=(12, 2))
    reward_difference = fields.Float(
        string="Difference (Yuan)",
        digits=(12, 2),
        compute="_compute_reward_difference",
        store=True,
    )
    paid_month = fields.Date(
        string="Settled With Pay Of",
        readonly=True,
        index=True,
        help="First day of the month whose pay took the difference; empty: not yet.",
    )

    @api.depends("date_from")
    def _compute_month_name(self):
        for line in self:
            line.month_name = (fields.Date.to_string(line.date_from) or "")[:7]

    @api.depends("grade_name_before", "grade_before", "grade_name_after", "grade_after")
    @api.depends_context("lang")
    def _compute_grade_texts(self):
        labels = dict(self._fields["grade_before"]._description_selection(self.env))
        for line in self:
            for when in MOMENTS:
                label = labels.get(line[f"grade_{when}"], "")
                line[f"grade_text_{when}"] = line[f"grade_name_{when}"] or label

    @api.depends("reward_before", "reward_after")
    def _compute_reward_difference(self):
        for line in self:
            line.reward_difference = round(line.reward_after - line.reward_before, 2)

    @api.model
    def _prepare_vals(self, difference):
        """Values of a line from an entry of `month_settlement.differences`."""
        vals = {"appraisal_id": difference["appraisal"].id}
        for when in MOMENTS:
            result = difference[when]
            vals[f"grade_name_{when}"] = result["grade_name"] or False
            for key in KEYS:
                vals[f"{key}_{when}"] = result[key]
        return vals

    def _shown_vals(self):
        """The same keys and values, as they were stored."""
        self.ensure_one()
        vals = {"appraisal_id": self.appraisal_id.id}
        for when in MOMENTS:
            for key in (*KEYS, "grade_name"):
                vals[f"{key}_{when}"] = self[f"{key}_{when}"]
        return vals

    # -- pay -------------------------------------------------------------------------

    @api.model
    def _due(self, county, month):
        """Arrears of a county that no pay run has taken, up to the end of a month.

        A difference is that between two results of the assessment. A run that has not
        paid the corrected month yet pays its present reward and has no arrears to pay.

        :param county: hr.department
        :param month: `Month` of the pay run; later corrections wait for a later run
        :return: lines with a difference, those of one person next to each other
        """
        return self.search(
            [
                ("state", "=", "applied"),
                ("correction_id.county_id", "=", county.id),
                ("correction_id.date_from", "<=", month.last),
                ("paid_month", "=", False),
                ("reward_difference", "!=", 0),
            ],
            order="employee_id, id",
        )

    def _mark_paid(self, month):
        """Keep which pay run took the differences; None gives them back."""
        # sudo: pay runs close these lines, whoever keeps the pay
        self.sudo()._unprotected().write({"paid_month": month and month.first})
