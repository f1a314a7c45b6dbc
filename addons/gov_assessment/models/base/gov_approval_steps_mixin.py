"""Approval by steps (逐级审核): the month, the year, stars, corrections.

The steps are records (tier.definition) that the office edits. Nobody decides on the
own work (D44), and nobody about himself (回避).
"""

from odoo import api, fields, models
from odoo.exceptions import UserError

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

OFFICER = "gov_window_staff.group_hr_officer"
LEADER = "gov_window_staff.group_leader"


class GovApprovalStepsMixin(models.AbstractModel):
    """Who is asked, whose turn it is, and what it takes to agree.

    A concrete model says `_waits_for_steps`, `_own_workers` and `_judged_among`, and
    calls `_request_reviews` when it is handed in and `_agree` when somebody agrees.
    """

    _name = "gov.approval.steps.mixin"
    _description = "Approval by Steps"
    _inherit = ["tier.validation"]

    _cancel_state = "cancelled"
    _tier_validation_manual_config = True  # the form shows the steps in its own words
    _worker_fields = ("submitted_by_id",)

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

    # -- what a concrete model says ------------------------------------------------

    def _waits_for_steps(self):
        """Whether this record waits for a decision now."""
        return self[self._state_field] in self._state_from

    def _own_workers(self):
        """Users whose own work this is; they decide no step."""
        return self.env["res.users"].union(
            *(self[name] for name in self._worker_fields)
        )

    def _judged_among(self, people):
        """Those of some hr.employee records whose results these are (回避)."""
        return people.browse()

    # -- who is asked --------------------------------------------------------------

    @api.depends(lambda self: self._worker_fields)
    def _compute_reviewers(self):
        officers, leaders = self._role_users(OFFICER), self._role_users(LEADER)
        # sudo: logins are compared only
        people = self.env["hr.employee"].sudo()
        people = people.search([("user_id", "in", (officers | leaders).ids)])
        for record in self:
            judged = record._judged_among(people) if people else people
            barred = record._own_workers() | judged.user_id
            county = record.county_id
            record.reviewer_officer_ids = officers._gov_of_county(county) - barred
            record.reviewer_leader_ids = leaders._gov_of_county(county) - barred

    def _role_users(self, group):
        # sudo: only names of those in charge are shown
        users = self.env["res.users"].sudo()
        return users.search([("all_group_ids", "in", self.env.ref(group).ids)])

    @api.depends_context("uid")
    @api.depends("state", "review_ids.status", "review_ids.reviewer_ids")
    def _compute_can_decide(self):
        for record in self:
            record.can_decide = bool(record._my_review())
            # sudo: names of the people whose turn it is
            turn = record.sudo()._turn()
            record.waiting_for = ", ".join(turn.reviewer_ids.mapped("name")) or False

    def _turn(self):
        pending = self.review_ids.filtered(lambda r: r.status == "pending")
        return pending.sorted("sequence")[:1]

    def _my_review(self):
        """The step (sudo) that the user may decide now, or none."""
        # sudo: whose turn it is; the answer goes to the user in person
        record = self.sudo()
        review = record._turn()
        deciders = record.review_ids.done_by
        mine = record._waits_for_steps() and self.env.user in review.reviewer_ids
        # two steps decided by one person are one opinion
        if mine and self.env.user in deciders and review.reviewer_ids - deciders:
            mine = False
        return review if mine else review.browse()

    def _step_group(self):
        """The group that may decide: leaders, unless it is an officer's turn."""
        mine = self and all(record._my_review() for record in self)
        return OFFICER if mine and self.env.user.has_group(OFFICER) else LEADER

    # -- ask -------------------------------------------------------------------------

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
                        "“%(step)s” of %(name)s. Another user needs the role, or "
                        "change the steps under Configuration.",
                        step=review.name,
                        name=self.display_name,
                    )
                )
            self.message_post(
                body=self.env._(
                    "Step “%s” skipped: nobody but those who worked on it is in charge "
                    "of it.",
                    review.name,
                )
            )
            reviews -= review
            review.unlink()
        if not reviews:
            raise UserError(
                self.env._(
                    "At least one step has to be decided by somebody who did not work "
                    "on it. Enter the steps under Configuration."
                )
            )
        # sudo: as above, reviews are written by the flow only
        self.sudo().review_ids._update_review_status()

    def _drop_reviews(self):
        """The steps go with what they were asked about."""
        # sudo: reviews are written by the flow only
        self.sudo().review_ids.unlink()

    # -- decide ------------------------------------------------------------------

    def _agree(self):
        """The user whose turn it is agrees; whether that was the last step."""
        self.ensure_one()
        review = self._expect_turn()
        # sudo: the flow writes the decision of the user whose turn it is
        system = self.sudo()
        system._validate_tier(review)
        self.message_post(body=self.env._("Agreed: %s", review.name))
        self.invalidate_recordset(["review_ids", "validation_status"])
        system.review_ids._update_review_status()
        return system.validation_status == "validated"

    def _expect_turn(self):
        """The step that the user decides now; says in words why there is none."""
        review = self._my_review()
        if review:
            return review
        raise DocumentLocked(
            self.env._(
                "It is not your turn to decide %(name)s. Waiting for: %(who)s.",
                name=self.display_name,
                who=self.waiting_for or "-",
            )
        )

    # -- the add-on's own ways in ------------------------------------------------

    def restart_validation(self):
        """Never: the decisions would be lost."""
        raise DocumentLocked(
            self.env._("Steps are begun anew by handing the document in again.")
        )

    def request_validation(self):
        """Only by handing in, which checks what has to be done before."""
        if not self.env.su:
            raise DocumentLocked(self.env._("Hand the document in with its button."))
        return super().request_validation()

    def _validate_tier(self, tiers=False):
        if not self.env.su:
            raise DocumentLocked(self.env._("Decide with the buttons of the document."))
        return super()._validate_tier(tiers)

    def _rejected_tier(self, tiers=False):
        raise DocumentLocked(self.env._("Decide with the buttons of the document."))

    def _tier_validation_check_write_allowed(self, vals):
        # the protection of the model says what may be written, and by which method
        return

    def _tier_validation_check_write_remove_reviews(self, vals):
        # sudo: steps of an earlier turn go with it
        return super(
            GovApprovalStepsMixin, self.sudo()
        )._tier_validation_check_write_remove_reviews(vals)

    def _notify_requested_review_body(self, tier_reviews=None):
        return self.env._("%s waits for your decision.", self.display_name)
