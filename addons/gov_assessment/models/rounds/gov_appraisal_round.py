"""The month of a county (月度考核批次): open, score, grade, lock.

Publicity, the person's answer and the approval stand in files of their own.
"""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools.misc import clean_context

from odoo.addons.gov_window_staff.exceptions import NotInForce
from odoo.addons.gov_window_staff.rules.month import Month

from ...rules.grading import quota
from . import month_settlement

OFFICER = "gov_window_staff.group_hr_officer"
LEADER = "gov_window_staff.group_leader"

STATES = [
    ("draft", "Draft"),
    ("open", "Open"),
    ("scored", "Scored"),
    ("graded", "Graded"),
    ("published", "In Publicity"),
    ("confirmed", "Confirmed"),
    ("locked", "Locked"),
]
COMPUTED_STATES = ["scored", "graded"]  # a changed fact sends these back to open
# no fact may change any more; people see their own sheet
CLOSED_STATES = ["published", "confirmed", "locked"]


class GovAppraisalRound(models.Model):
    """All appraisals of one county and month, and the quota they share."""

    _name = "gov.appraisal.round"
    _description = "Monthly Appraisal Round"
    _inherit = [
        "gov.step.mixin",
        "mail.thread",
        "mail.activity.mixin",
        "gov.approval.steps.mixin",
    ]
    _order = "date_from desc, county_id"
    _hand_fields = frozenset(
        {"activity_ids", "message_follower_ids", "message_ids", "note"}
    )

    county_id = fields.Many2one(
        "hr.department",
        required=True,
        index=True,
        ondelete="restrict",
        domain=[("gov_level", "=", "county")],
        default=lambda self: self._default_county_id(),
    )
    date_from = fields.Date(
        string="Month",
        required=True,
        default=lambda self: self._default_date_from(),
        help="Any day of the month; it is kept as the first one.",
    )
    date_to = fields.Date(compute="_compute_date_to")
    version_id = fields.Many2one(
        "gov.rubric.version", string="Rubric", readonly=True, ondelete="restrict"
    )
    state = fields.Selection(STATES, default="draft", readonly=True, tracking=True)
    headcount = fields.Integer(
        string="Headcount N", readonly=True, help="Population of the month, frozen."
    )
    good_quota = fields.Integer(
        string="Places for Good", readonly=True, help="Percentage of N, rounded down."
    )
    appraisal_ids = fields.One2many("gov.appraisal", "round_id", readonly=True)
    scored_by_id = fields.Many2one("res.users", readonly=True)
    graded_by_id = fields.Many2one("res.users", readonly=True)
    confirmed_by_id = fields.Many2one("res.users", readonly=True)
    locked_by_id = fields.Many2one("res.users", readonly=True)
    locked_on = fields.Datetime(readonly=True)
    note = fields.Text(help="Comment on the month as a whole (定性评价).")

    _month_uniq = models.Constraint(
        "UNIQUE(county_id, date_from)", "This county already has a round for the month."
    )

    @api.model
    def _default_county_id(self):
        # those whom the user is limited to, else all
        counties = self.env.user.gov_county_ids or self.env["hr.department"].search(
            [("gov_level", "=", "county")], limit=2
        )
        return counties if len(counties) == 1 else False

    @api.model
    def _default_date_from(self):
        today = fields.Date.context_today(self)
        return fields.Date.subtract(today.replace(day=1), months=1)

    @api.depends("date_from")
    def _compute_date_to(self):
        for batch in self:
            batch.date_to = batch.date_from and batch._month().last

    @api.depends("county_id", "date_from")
    def _compute_display_name(self):
        for batch in self:
            month = str(batch._month()) if batch.date_from else ""
            batch.display_name = f"{batch.county_id.name or ''} {month}".strip()

    @api.model_create_multi
    def create(self, vals_list):
        # a new round is only a county and a month: an officer's right, no result yet
        allowed = {"county_id", "date_from", "note"}
        vals_list = [
            {
                **{k: v for k, v in vals.items() if k in allowed},
                "date_from": self._first_day(vals.get("date_from")),
            }
            for vals in vals_list
        ]
        # no default_... key of a caller may put a state or a result into the new round
        clean = self.with_context(clean_context(self.env.context))  # pylint: disable=context-overridden
        rounds = super(GovAppraisalRound, clean._unprotected()).create(vals_list)
        return rounds.with_env(self.env)

    @api.model
    def _first_day(self, day):
        return (fields.Date.to_date(day) or self._default_date_from()).replace(day=1)

    def _check_protection(self):
        """Drafts may be corrected and deleted by hand, unless they are being opened."""
        if not self or set(self.mapped("state")) != {"draft"} or any(self._at_work()):
            return super()._check_protection()
        return None

    def write(self, vals):
        if "state" in vals:
            super()._check_protection()
        if vals.get("date_from"):
            vals = {**vals, "date_from": self._first_day(vals["date_from"])}
        return super().write(vals)

    def _month(self):
        """This round's `Month`."""
        self.ensure_one()
        return Month.of(self.date_from)

    @api.model
    def _for_month(self, county, period):
        """The round of a county and `Month`, an empty set when there is none."""
        return self.search(
            [("county_id", "=", county.id), ("date_from", "=", period.first)], limit=1
        )

    # -- transitions -----------------------------------------------------------

    def action_open(self):
        """Freeze the population and the rubric; again while open: take them anew."""
        for batch in self._begin(OFFICER, ["draft", "open"]):
            batch.version_id = batch._find_version()
            batch.appraisal_ids.unlink()
            people = month_settlement.population(batch)
            if not people:
                raise UserError(
                    self.env._(
                        "Nobody was in service in %s. Import the roster first.",
                        batch.display_name,
                    )
                )
            batch._work("open", people)

    def _work_on_open(self, ids):
        """Sheets for some people of the month."""
        people = self.env["hr.employee"].with_context(active_test=False).browse(ids)
        month_settlement.open_appraisals(self, people)

    def _end_open(self):
        """Hook: the month has its people."""
        count = len(self.appraisal_ids)
        percent = self._good_rule().quota_percent
        self.write(
            {
                "state": "open",
                "headcount": count,
                "good_quota": count if percent is None else quota(percent, count),
            }
        )

    def _find_version(self):
        """The text that binds this county and month; `NotInForce` when none does."""
        rubric = self.env["gov.rubric"]._for_county(self.county_id)
        if not rubric:
            raise NotInForce(
                self.env._(
                    "No rubric applies in %s. Create one, or take the archived one "
                    "back into use.",
                    self.county_id.name,
                )
            )
        return self.env["gov.rubric.version"]._in_force(rubric, self.date_from)

    def action_score(self):
        """Score everybody from the confirmed facts of the month."""
        for batch in self._begin(OFFICER, ["open", "scored", "graded"]):
            batch._work("score", batch.appraisal_ids.ids)

    def _work_on_score(self, ids):
        """The scores of some sheets."""
        # not by way of `appraisal_ids`: each part would read the whole county's
        month_settlement.score_appraisals(self, self.env["gov.appraisal"].browse(ids))

    def _end_score(self):
        """Hook: everybody has a score."""
        self.write({"state": "scored", "scored_by_id": self.env.uid})

    def action_grade(self):
        """Rank, grade under the quota, and work out the rewards."""
        for batch in self._begin(OFFICER, ["scored", "graded"]):
            batch._work("grade", batch.appraisal_ids.ids)

    def _work_on_grade(self, _ids):
        """All grades: who is first depends on everybody's score."""
        month_settlement.grade_appraisals(self)

    def _end_grade(self):
        """Hook: everybody has a rank and a grade."""
        self.write({"state": "graded", "graded_by_id": self.env.uid})

    def action_lock(self):
        """Close the month for good; a second call changes nothing."""
        for batch in self._begin(OFFICER, ["confirmed", "locked"]):
            if batch.state == "confirmed":
                batch.write(
                    {
                        "state": "locked",
                        "locked_by_id": self.env.uid,
                        "locked_on": fields.Datetime.now(),
                    }
                )

    def _good_rule(self):
        return self.version_id._to_grade_rules()[0]

    def _facts_changed(self):
        """A fact of a scored month was changed: the month must be scored again."""
        rounds = self._unprotected()
        at_work = rounds._at_work()
        at_work.is_outdated = True  # its last job will see it
        for batch in (rounds - at_work).filtered(lambda r: r.state in COMPUTED_STATES):
            batch.state = "open"
            batch.message_post(
                body=self.env._("A fact of this month was changed: score it again.")
            )

    def action_open_appraisals(self):
        """The people of this round."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.display_name,
            "res_model": "gov.appraisal",
            "view_mode": "list,kanban,form,pivot,graph",
            "domain": [("round_id", "=", self.id)],
        }

    def action_open_tied(self):
        """The people whose tie at the quota HR has to look at."""
        return {
            **self.action_open_appraisals(),
            "domain": [("round_id", "=", self.id), ("is_tied", "=", True)],
        }
