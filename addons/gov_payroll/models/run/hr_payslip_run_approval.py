"""Approval of a computed run by steps (逐级审批): officer, finance, leader.

The steps are records (tier.definition) that HR officers edit. Nobody decides on the
own work: whoever created, computed or handed in the run is never asked, and nobody
decides two steps of one run.
"""

from odoo import api, fields, models
from odoo.exceptions import UserError

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from ...exceptions import OwnWork
from .hr_payslip_run import FINANCE, LEADER, OFFICER

ROLES = {"officer": OFFICER, "finance": FINANCE, "leader": LEADER}
UNSIGNED = {
    "gov_submitted_on": False,
    "gov_submitted_by_id": False,
    "gov_approver_id": False,
    "gov_approved_on": False,
}


def _reviewers(label):
    return fields.Many2many(
        "res.users", string=label, compute="_compute_gov_reviewers", compute_sudo=True
    )


class HrPayslipRun(models.Model):
    """From computed to approved."""

    _name = "hr.payslip.run"
    _inherit = ["hr.payslip.run", "tier.validation"]

    _state_from = ["submitted"]
    _state_to = ["approved"]
    _cancel_state = "cancelled"
    _tier_validation_manual_config = True  # the form shows the steps in its own words

    gov_submitted_on = fields.Datetime(string="Handed In On", readonly=True, copy=False)
    gov_submitted_by_id = fields.Many2one(
        "res.users",
        string="Handed In By",
        readonly=True,
        copy=False,
        ondelete="restrict",
    )
    gov_approver_id = fields.Many2one(
        "res.users",
        string="Approved By",
        readonly=True,
        copy=False,
        ondelete="restrict",
    )
    gov_approved_on = fields.Datetime(string="Approved On", readonly=True, copy=False)
    gov_reviewer_officer_ids = _reviewers("Officers Asked")
    gov_reviewer_finance_ids = _reviewers("Finance Asked")
    gov_reviewer_leader_ids = _reviewers("Leaders Asked")
    gov_can_decide = fields.Boolean(compute="_compute_gov_can_decide")
    gov_waiting_for = fields.Char(
        string="Waiting For", compute="_compute_gov_can_decide"
    )

    @api.depends(
        "create_uid", "gov_preparer_id", "gov_submitted_by_id", "gov_county_id"
    )
    def _compute_gov_reviewers(self):
        # sudo: only names of those in charge are shown
        users = self.env["res.users"].sudo()
        for role, group in ROLES.items():
            group_ids = self.env.ref(group).ids
            in_charge = users.search([("all_group_ids", "in", group_ids)])
            for run in self:
                # who keeps to other counties could not even open the run
                asked = in_charge._gov_of_county(run.gov_county_id)
                run[f"gov_reviewer_{role}_ids"] = asked - run._gov_own_workers()

    def _gov_own_workers(self):
        """Users whose own work the run is."""
        return self.create_uid | self.gov_preparer_id | self.gov_submitted_by_id

    @api.depends_context("uid")
    @api.depends("state", "review_ids.status", "review_ids.reviewer_ids")
    def _compute_gov_can_decide(self):
        for run in self:
            run.gov_can_decide = bool(run._gov_my_review())
            # sudo: names of the people whose turn it is
            system = run.sudo()
            turn = system._gov_turn().reviewer_ids - system.review_ids.done_by
            run.gov_waiting_for = ", ".join(turn.mapped("name")) or False

    def _gov_turn(self):
        pending = self.review_ids.filtered(lambda r: r.status == "pending")
        return pending.sorted("sequence")[:1]

    def _gov_my_review(self):
        """The step (sudo) that the user may decide now, or none."""
        # sudo: whose turn it is; the answer goes to the user in person
        run = self.sudo()
        review, user = run._gov_turn(), self.env.user
        # two steps decided by one person are one opinion
        asked = user in review.reviewer_ids and user not in run.review_ids.done_by
        return review if asked and run.state == "submitted" else review.browse()

    # -- hand in -----------------------------------------------------------------

    def action_gov_submit(self):
        """提交审批: ask the first step; a second call changes nothing."""
        for run in self._gov_begin(OFFICER, ["computed", "submitted"]):
            if run.state == "submitted":
                continue
            run._gov_check_submittable()
            run.write(
                {
                    "state": "submitted",
                    "gov_submitted_on": fields.Datetime.now(),
                    "gov_submitted_by_id": self.env.uid,
                }
            )
            run._gov_request_reviews()

    def _gov_check_submittable(self):
        """Hook: what was computed still rests on a locked month without gaps."""
        self._gov_check()
        self._gov_refuse_gaps()
        locked_on = self._gov_round().locked_on
        if locked_on and locked_on > self.gov_computed_on:
            raise UserError(
                self.env._(
                    "The appraisals of the month were opened and locked again after "
                    "%s was computed. Compute it again.",
                    self.name,
                )
            )

    def _gov_request_reviews(self):
        """Ask the steps; one without anybody is skipped on record or refused."""
        self.invalidate_recordset(["need_validation", "review_ids"])
        reviews = self.request_validation()
        for review in reviews.filtered(lambda r: not r.reviewer_ids):
            if not review.definition_id.gov_is_optional:
                raise UserError(
                    self.env._(
                        "Nobody but those who prepared it can decide the step "
                        "“%(step)s” of %(run)s. Another user needs the role, or "
                        "change the steps under Configuration.",
                        step=review.name,
                        run=self.name,
                    )
                )
            self.message_post(
                body=self.env._(
                    "Step “%s” skipped: nobody but those who prepared the run is in "
                    "charge of it.",
                    review.name,
                )
            )
            reviews -= review
            review.unlink()
        if not reviews:
            raise UserError(
                self.env._(
                    "At least one step has to be decided by somebody who did not "
                    "prepare the run. Enter the steps under Configuration."
                )
            )
        self.review_ids._update_review_status()

    # -- decide ------------------------------------------------------------------

    def action_gov_approve(self):
        """同意: the step that waits for the user; the last one approves the run."""
        for run in self._gov_begin(ROLES.values(), ["submitted", "approved"]):
            if run.state == "approved":
                continue
            review = run._gov_expect_turn()
            run._gov_check_decidable(review)
            run._validate_tier(review)
            run.message_post(body=self.env._("Agreed: %s", review.name))
            run.invalidate_recordset(["review_ids", "validation_status"])
            run.review_ids._update_review_status()
            if run.validation_status == "validated":
                run.write(
                    {
                        "state": "approved",
                        "gov_approver_id": self.env.uid,
                        "gov_approved_on": fields.Datetime.now(),
                    }
                )

    def _gov_check_decidable(self, review):
        """Hook: what has to be done before a step may be agreed to."""

    def _gov_refuse(self, reason):
        """The user whose turn it is sends the run back to the officer."""
        for run in self._gov_begin(ROLES.values(), ["submitted"]):
            review, words = run._gov_expect_turn(), (reason or "").strip()
            if not words:
                raise UserError(self.env._("Write the reason first."))
            run._gov_back_to_draft(
                self.env._(
                    "Refused at “%(step)s”: %(reason)s", step=review.name, reason=words
                )
            )

    def action_gov_back(self):
        """退回: a leader sends figures, even approved ones, back to the officer."""
        states = ["computed", "submitted", "approved"]
        for run in self._gov_begin(LEADER, states):
            run._gov_back_to_draft(self.env._("Sent back by the leader."))

    def _gov_back_to_draft(self, words):
        self.review_ids.unlink()
        self.write({**UNSIGNED, "state": "draft"})
        self.message_post(body=words)

    def _gov_expect_turn(self):
        review = self._gov_my_review()
        if review:
            return review
        if self.env.user in self._gov_own_workers():
            raise OwnWork(
                self.env._(
                    "You prepared %s yourself; somebody else has to approve it.",
                    self.name,
                )
            )
        if self.env.user in self.review_ids.done_by:
            raise OwnWork(
                self.env._(
                    "You agreed to an earlier step of %(run)s; somebody else decides "
                    "this one. Waiting for: %(who)s.",
                    run=self.name,
                    who=self.gov_waiting_for or "-",
                )
            )
        raise DocumentLocked(
            self.env._(
                "It is not your turn to decide %(name)s. Waiting for: %(who)s.",
                name=self.name,
                who=self.gov_waiting_for or "-",
            )
        )

    def _gov_signatures(self):
        """[(step, user, time)] of the decisions on this run, in order."""
        self.ensure_one()
        # sudo: whoever reads the run sees who signed it
        done = self.sudo().review_ids.filtered(lambda r: r.status == "approved")
        return [
            (review.name, review.done_by, review.reviewed_date)
            for review in done.sorted("sequence")
        ]

    def action_gov_ask_refuse(self):
        """The window that asks for the reason of the refusal."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.pay.refusal",
            "view_mode": "form",
            "target": "new",
            "context": {"default_run_id": self.id},
            "name": self.name,
        }
