"""Approval of a published month by steps (逐级审核): county review, then the leader.

The steps are records (tier.definition) that HR officers edit. Nobody decides on the
own work (D44): who scored, graded or handed in the month is never asked, and who is
appraised in it neither.
"""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from .gov_appraisal_round import LEADER, OFFICER


class GovAppraisalRound(models.Model):
    """From published to confirmed."""

    _inherit = "gov.appraisal.round"

    _state_from = ["published"]
    _state_to = ["confirmed"]
    _cancel_state = "cancelled"
    _tier_validation_manual_config = True  # the form shows the steps in its own words

    submitted_on = fields.Datetime(readonly=True)
    submitted_by_id = fields.Many2one("res.users", readonly=True)
    reviewer_officer_ids = fields.Many2many(
        "res.users",
        string="Officers Asked",
        compute="_compute_reviewers",
        compute_sudo=True,
    )
    reviewer_leader_ids = fields.Many2many(
        "res.users",
        string="Leaders Asked",
        compute="_compute_reviewers",
        compute_sudo=True,
    )
    can_decide = fields.Boolean(compute="_compute_can_decide")
    waiting_for = fields.Char(compute="_compute_can_decide")

    @api.depends("scored_by_id", "graded_by_id", "submitted_by_id")
    def _compute_reviewers(self):
        officers, leaders = self._users_of(OFFICER), self._users_of(LEADER)
        for batch in self:
            barred = batch._own_workers() | batch._appraised(officers | leaders)
            batch.reviewer_officer_ids = officers - barred
            batch.reviewer_leader_ids = leaders - barred

    def _users_of(self, group):
        # sudo: only names of those in charge are shown
        users = self.env["res.users"].sudo()
        return users.search([("all_group_ids", "in", self.env.ref(group).ids)])

    def _own_workers(self):
        """Users whose own work the month is."""
        return self.scored_by_id | self.graded_by_id | self.submitted_by_id

    def _appraised(self, users):
        """Those of some users who are appraised in this month themselves."""
        people = self.env["hr.employee"].sudo()  # sudo: compares logins only
        mine = Domain("round_id", "in", self.ids) & Domain(
            "employee_id.user_id", "in", users.ids
        )
        found = self.env["gov.appraisal"].sudo().search(mine)
        return people.browse(found.employee_id.ids).user_id

    @api.depends_context("uid")
    @api.depends("state", "review_ids.status", "review_ids.reviewer_ids")
    def _compute_can_decide(self):
        for batch in self:
            batch.can_decide = bool(batch._my_review())
            # sudo: names of the people whose turn it is
            turn = batch.sudo()._turn()
            batch.waiting_for = ", ".join(turn.reviewer_ids.mapped("name")) or False

    def _turn(self):
        pending = self.review_ids.filtered(lambda r: r.status == "pending")
        return pending.sorted("sequence")[:1]

    def _my_review(self):
        """The step (sudo) that the user may decide now, or none."""
        # sudo: whose turn it is; the answer goes to the user in person
        batch = self.sudo()
        review = batch._turn()
        deciders = batch.review_ids.done_by
        mine = batch.state == "published" and self.env.user in review.reviewer_ids
        # two steps decided by one person are one opinion
        if mine and self.env.user in deciders and review.reviewer_ids - deciders:
            mine = False
        return review if mine else review.browse()

    # -- hand in -----------------------------------------------------------------

    def action_submit(self):
        """Ask the first step, once publicity is over and objections are answered."""
        for batch in self._begin(OFFICER, ["published"]):
            if batch.submitted_on:
                continue
            batch._check_submittable()
            batch.appraisal_ids._lapse_answers()
            batch.write(
                {
                    "submitted_on": fields.Datetime.now(),
                    "submitted_by_id": self.env.uid,
                }
            )
            batch._request_reviews()

    def _check_submittable(self):
        self.ensure_one()
        if not self._is_over():
            raise UserError(
                self.env._(
                    "%(name)s is in publicity until %(day)s. Hand it in afterwards; "
                    "the leader may end the publicity early, with a reason.",
                    name=self.display_name,
                    day=self._last_day(),
                )
            )
        if self.open_objection_count:
            raise UserError(
                self.env._(
                    "%(count)s objections to %(name)s are not answered yet. Answer "
                    "them, or take the month back and put the facts right.",
                    count=self.open_objection_count,
                    name=self.display_name,
                )
            )

    def _request_reviews(self):
        """Ask the steps; one without anybody is skipped on record or refused."""
        self.invalidate_recordset(["need_validation", "review_ids"])
        # sudo: reviews are written by the flow only
        reviews = self.sudo().request_validation()
        for review in reviews.filtered(lambda r: not r.reviewer_ids):
            if not review.definition_id.gov_is_optional:
                raise UserError(
                    self.env._(
                        "Nobody but those who worked on it can decide the step "
                        "“%(step)s” of %(month)s. Another user needs the role, or "
                        "change the steps under Configuration.",
                        step=review.name,
                        month=self.display_name,
                    )
                )
            self.message_post(
                body=self.env._(
                    "Step “%s” skipped: nobody but those who worked on the month is in "
                    "charge of it.",
                    review.name,
                )
            )
            reviews -= review
            review.unlink()
        if not reviews:
            raise UserError(
                self.env._(
                    "At least one step has to be decided by somebody who did not work "
                    "on the month. Enter the steps under Configuration."
                )
            )
        # sudo: as above, reviews are written by the flow only
        self.sudo().review_ids._update_review_status()

    # -- decide ------------------------------------------------------------------

    def action_confirm(self):
        """Agree with the step that waits for the user; the last one confirms."""
        for batch in self._begin((OFFICER, LEADER), ["published"]):
            review = batch._expect_turn()
            # sudo: the flow writes the decision of the user whose turn it is
            system = batch.sudo()
            system._validate_tier(review)
            batch.message_post(body=self.env._("Agreed: %s", review.name))
            batch.invalidate_recordset(["review_ids", "validation_status"])
            system.review_ids._update_review_status()
            if system.validation_status == "validated":
                batch.write({"state": "confirmed", "confirmed_by_id": self.env.uid})

    def _refuse(self, reason):
        """The user whose turn it is sends the month back to the officers."""
        for batch in self._begin((OFFICER, LEADER), ["published"]):
            review, words = batch._expect_turn(), batch._said(reason)
            batch._back_to_open(
                self.env._(
                    "Refused at “%(step)s”: %(reason)s", step=review.name, reason=words
                )
            )

    def _expect_turn(self):
        review = self._my_review()
        if review:
            return review
        if not self.submitted_on:
            raise UserError(
                self.env._(
                    "%s has not been handed in yet: HR does so when the publicity is "
                    "over.",
                    self.display_name,
                )
            )
        if self.env.user in self._own_workers():
            raise UserError(
                self.env._(
                    "You graded %s yourself; somebody else has to confirm it.",
                    self.display_name,
                )
            )
        raise DocumentLocked(
            self.env._(
                "It is not your turn to decide %(name)s. Waiting for: %(who)s.",
                name=self.display_name,
                who=self.waiting_for or "-",
            )
        )

    # -- the add-on's own ways in ------------------------------------------------

    def validate_tier(self):
        """The button of the add-on decides like the form's own."""
        return self.action_confirm()

    def reject_tier(self):
        """Refusing asks for the reason first."""
        return self.action_ask_refuse()

    def restart_validation(self):
        """Never: the decisions would be lost."""
        raise DocumentLocked(
            self.env._("Steps of a month are begun anew by publishing it again.")
        )

    def request_validation(self):
        """Only by handing in, which checks the publicity."""
        if not self.env.su:
            raise DocumentLocked(self.env._("Hand the month in with its button."))
        return super().request_validation()

    def _validate_tier(self, tiers=False):
        if not self.env.su:
            raise DocumentLocked(self.env._("Decide with the buttons of the month."))
        return super()._validate_tier(tiers)

    def _rejected_tier(self, tiers=False):
        raise DocumentLocked(self.env._("Decide with the buttons of the month."))

    def _tier_validation_check_write_allowed(self, vals):
        # the protection of the round says what may be written, and by which method
        return

    def _tier_validation_check_write_remove_reviews(self, vals):
        # sudo: steps of an earlier publication go with it
        return super(
            GovAppraisalRound, self.sudo()
        )._tier_validation_check_write_remove_reviews(vals)

    def _notify_requested_review_body(self, tier_reviews=None):
        return self.env._("%s waits for your decision.", self.display_name)

    # -- windows that ask for words ----------------------------------------------

    def action_ask_refuse(self):
        """The reason of the refusal."""
        return self._ask("refuse")

    def action_ask_take_back(self):
        """The reason why the publication is undone."""
        return self._ask("take_back")

    def action_ask_end_publicity(self):
        """The reason why publicity ends early."""
        return self._ask("end_publicity")

    def _ask(self, decision):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.appraisal.decision",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_round_id": self.id,
                "default_decision": decision,
            },
            "name": self.display_name,
        }
