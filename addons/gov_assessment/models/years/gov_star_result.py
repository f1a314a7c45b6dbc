"""Stars of a person and quarter (星级评定)."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from .gov_settlement_mixin import LEADER


class GovStarResult(models.Model):
    """Average, stars, coefficient and yuan; only the round works them out."""

    _name = "gov.star.result"
    _description = "Stars of a Person"
    _inherit = ["gov.protected.mixin"]
    _order = "date_from desc, average desc, staff_no"

    round_id = fields.Many2one(
        "gov.star.round", required=True, ondelete="cascade", index=True
    )
    date_from = fields.Date(
        related="round_id.date_from", string="Quarter", store=True, index=True
    )
    state = fields.Selection(related="round_id.state")
    employee_id = fields.Many2one(
        "hr.employee", string="Person", required=True, index=True, ondelete="restrict"
    )
    # as in the last month of the quarter: a later move does not change it
    staff_no = fields.Char(string="Staff No.", required=True)
    person_name = fields.Char(string="Person's Name", required=True)
    department_id = fields.Many2one(
        "hr.department", string="Site", index=True, ondelete="restrict"
    )
    window_id = fields.Many2one("gov.window", ondelete="restrict")
    month_count = fields.Integer(string="Graded Months")
    average = fields.Float(digits=(12, 2), aggregator="avg")
    stars = fields.Integer(aggregator="avg")
    star_text = fields.Char(string="Shown As", compute="_compute_star_text")
    coefficient = fields.Float(digits=(5, 2), aggregator=None)
    amount = fields.Float(string="Star Reward (Yuan)", digits=(12, 2))
    is_pending = fields.Boolean(string="Waiting for a Case")

    needs_settling = fields.Boolean(
        string="Month Corrected",
        help="A month was corrected after the quarter was locked.",
    )

    _person_uniq = models.Constraint(
        "UNIQUE(round_id, employee_id)", "This person is already in the round."
    )

    @api.depends("stars")
    def _compute_star_text(self):
        for result in self:
            result.star_text = "★" * result.stars or "—"

    @api.depends("person_name", "date_from")
    def _compute_display_name(self):
        for result in self:
            quarter = result.round_id._quarter_label() if result.round_id else ""
            result.display_name = f"{result.person_name} {quarter}".strip()

    @api.model
    def _reward_due(self, county, day):
        """Locked results of the quarter that holds a day, with yuan to pay (P18).

        :return: gov.star.result records; `amount` is yuan for the whole quarter
        """
        first = self.env["gov.star.round"]._quarter_start(day)
        return self.search(
            [
                ("round_id.county_id", "=", county.id),
                ("date_from", "=", first),
                ("round_id.state", "=", "locked"),
                ("amount", ">", 0),
            ]
        )

    def action_settle(self):
        """The leader settles who waited for a case when the quarter was closed."""
        if not (self.env.su or self.env.user.has_group(LEADER)):
            raise AccessError(self.env._("Only the leader settles a closed quarter."))
        self.check_access("read")
        self.employee_id._gov_refuse_own()
        # sudo: leaders write no results otherwise
        for result in self.sudo()._unprotected():
            waits = result.is_pending or result.needs_settling
            if not waits or result.state not in ("confirmed", "locked"):
                raise UserError(
                    self.env._(
                        "%s does not wait for a case in a closed quarter.",
                        result.person_name,
                    )
                )
            result.round_id._take()
            result.round_id._settle_one(result)
            if result.is_pending:
                raise UserError(
                    self.env._(
                        "A month of %s is still suspended: settle the month first.",
                        result.person_name,
                    )
                )
