"""Results of a period longer than a month: compute, submit, confirm, lock."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools.misc import clean_context

from odoo.addons.gov_window_staff.exceptions import NotInForce

OFFICER = "gov_window_staff.group_hr_officer"
LEADER = "gov_window_staff.group_leader"

STATES = [
    ("draft", "Draft"),
    ("computed", "Computed"),
    ("submitted", "Waiting for the Leader"),
    ("confirmed", "Confirmed"),
    ("locked", "Locked"),
]
COUNTED = ("confirmed", "locked")  # states of a month whose results count


class GovSettlementMixin(models.AbstractModel):
    """County, state and signatures; a concrete model knows its period and rules."""

    _name = "gov.settlement.mixin"
    _description = "Results of a Period"
    _inherit = [
        "gov.step.mixin",
        "mail.thread",
        "mail.activity.mixin",
        "gov.approval.steps.mixin",
    ]
    _hand_fields = frozenset(
        {"activity_ids", "message_follower_ids", "message_ids", "note"}
    )
    _new_fields = frozenset({"county_id", "note"})  # what a new batch may be given

    county_id = fields.Many2one(
        "hr.department",
        required=True,
        index=True,
        ondelete="restrict",
        domain=[("gov_level", "=", "county")],
        default=lambda self: self.env["gov.appraisal.round"]._default_county_id(),
    )
    version_id = fields.Many2one(
        "gov.rubric.version", string="Rubric", readonly=True, ondelete="restrict"
    )
    state = fields.Selection(STATES, default="draft", readonly=True, tracking=True)
    headcount = fields.Integer(string="Headcount N", readonly=True)
    submitted_by_id = fields.Many2one("res.users", readonly=True)
    confirmed_by_id = fields.Many2one("res.users", readonly=True)
    confirmed_on = fields.Date(readonly=True)
    locked_by_id = fields.Many2one("res.users", readonly=True)
    locked_on = fields.Date(readonly=True)
    note = fields.Text(help="Comment on the period as a whole.")

    # -- what a concrete model says ------------------------------------------------

    def _period(self):
        """`Month`s of the period, in order."""
        raise NotImplementedError

    def _settle(self):
        """Work out the results of this batch; the rows are locked and unprotected."""
        raise NotImplementedError

    def _appraised(self):
        """The people (hr.employee) whose results this batch holds."""
        raise NotImplementedError

    def _check_submittable(self):
        """Hook: raise when the results cannot go to the leader yet."""

    # -- protection ----------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        # a new batch is only a county and a period: an officer's right, no result yet
        vals_list = [
            {name: vals[name] for name in self._new_fields & set(vals)}
            for vals in vals_list
        ]
        # no default_... key of a caller may put a state or a result into the new batch
        clean = self.with_context(clean_context(self.env.context))  # pylint: disable=context-overridden
        batches = super(GovSettlementMixin, clean._unprotected()).create(vals_list)
        return batches.with_env(self.env)

    def _check_protection(self):
        """Drafts may be corrected and deleted by hand."""
        if not self or set(self.mapped("state")) != {"draft"}:
            return super()._check_protection()
        return None

    def write(self, vals):
        if set(vals) - self._hand_fields - self._new_fields:
            super()._check_protection()
        return super().write(vals)

    # -- transitions ---------------------------------------------------------------

    def action_compute(self):
        """Take the months and work out the results; again while nothing is decided."""
        for batch in self._begin(OFFICER, ["draft", "computed"]):
            batch.version_id = batch._find_version()
            batch._settle()
            batch.state = "computed"

    def action_submit(self):
        """HR confirms the proposals and hands them to the leader."""
        for batch in self._begin(OFFICER, ["computed"]):
            batch._check_months()
            batch._settle()
            batch._check_submittable()
            batch.write({"state": "submitted", "submitted_by_id": self.env.uid})

    def action_confirm(self):
        """The leader confirms what an officer submitted (D44)."""
        for batch in self._begin(LEADER, ["submitted"]):
            if batch.submitted_by_id == self.env.user:
                raise UserError(
                    self.env._(
                        "You submitted %s yourself; another leader has to confirm it.",
                        batch.display_name,
                    )
                )
            batch._appraised()._gov_refuse_own()
            batch.write(
                {
                    "state": "confirmed",
                    "confirmed_by_id": self.env.uid,
                    "confirmed_on": fields.Date.context_today(self),
                }
            )

    def action_reopen(self):
        """The leader sends it back to the officers."""
        for batch in self._begin(LEADER, ["submitted", "confirmed"]):
            batch.write(
                {"state": "computed", "confirmed_by_id": False, "confirmed_on": False}
            )

    def action_lock(self):
        """Close it for good; a second call changes nothing."""
        for batch in self._begin(OFFICER, ["confirmed", "locked"]):
            if batch.state == "confirmed":
                batch._check_lockable()
                batch.write(
                    {
                        "state": "locked",
                        "locked_by_id": self.env.uid,
                        "locked_on": fields.Date.context_today(self),
                    }
                )
                batch._after_lock()

    def _check_lockable(self):
        """Hook: raise when the results cannot be closed yet."""

    def _after_lock(self):
        """Hook: what follows from closed results."""

    # -- corrections of locked months ------------------------------------------------

    def _results_of(self, sheets):
        """Hook: the results of this batch that are made of these monthly sheets."""
        raise NotImplementedError

    @api.model
    def _months_corrected(self, sheets):
        """Locked months were corrected: compute again, or settle one by one.

        :param sheets: gov.appraisal records that have just been corrected
        """
        # sudo: whoever corrects a month need not see the year made of it
        batches = self.sudo().search([("state", "!=", "draft")])
        for batch in batches._unprotected():
            first, last = batch._period()[0].first, batch._period()[-1].last
            own = sheets.filtered(lambda s, a=first, b=last: a <= s.date_from <= b)
            results = batch._results_of(own)
            if not results:
                continue
            if batch.state == "locked":
                results.needs_settling = True
                batch._remind_to_settle(results)
            else:
                batch.write({"state": "computed", "confirmed_by_id": False})
                batch.message_post(
                    body=self.env._("A month was corrected: compute this period again.")
                )

    def _remind_to_settle(self, results):
        names = "、".join(results.mapped("person_name"))
        self.activity_schedule(
            "mail.mail_activity_data_todo",
            user_id=self.confirmed_by_id.id or self.env.uid,
            summary=self.env._("A month was corrected, settle: %s", names),
        )

    # -- months and text -------------------------------------------------------------

    def _find_version(self):
        """The text that binds the county on the last day; `NotInForce` when none."""
        rubric = self.env["gov.rubric"]._for_county(self.county_id)
        if not rubric:
            raise NotInForce(
                self.env._(
                    "No rubric applies in %s. Create one, or take the archived one "
                    "back into use.",
                    self.county_id.name,
                )
            )
        return self.env["gov.rubric.version"]._in_force(rubric, self._period()[-1].last)

    def _month_rounds(self):
        """Monthly rounds of the county in the period."""
        months = self._period()
        return self.env["gov.appraisal.round"].search(
            [
                ("county_id", "=", self.county_id.id),
                ("date_from", ">=", months[0].first),
                ("date_from", "<=", months[-1].last),
            ]
        )

    def _check_months(self):
        """Every round of the period is locked, and there is one."""
        rounds = self._month_rounds()
        open_ones = rounds.filtered(lambda r: r.state != "locked")
        if open_ones or not rounds:
            raise UserError(
                self.env._(
                    "Lock the months first: %s.",
                    "、".join(sorted(open_ones.mapped("display_name")))
                    or self.env._("there is none in this period"),
                )
            )
