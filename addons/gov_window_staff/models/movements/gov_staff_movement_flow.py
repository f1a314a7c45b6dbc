"""Flow of a movement: submit, agree or refuse by steps, withdraw, cancel, once more."""

from odoo import api, fields, models

from ...exceptions import DocumentLocked, MovementNotReady


class GovStaffMovement(models.Model):
    """The buttons; each checks who and when, writes once and leaves a step."""

    _inherit = "gov.staff.movement"

    submit_date = fields.Datetime("Submitted On", readonly=True, copy=False)
    approve_date = fields.Datetime("Approved On", readonly=True, copy=False)
    can_decide = fields.Boolean(compute="_compute_can_act")
    can_withdraw = fields.Boolean(compute="_compute_can_act")
    can_cancel = fields.Boolean(compute="_compute_can_act")

    @api.depends_context("uid")
    @api.depends("state", "review_ids.status")
    def _compute_can_act(self):
        for movement in self:
            mine = movement._is_mine()
            state = movement.state
            is_untouched = state == "submitted" and not movement._is_decided()
            movement.can_decide = bool(movement._my_review())
            movement.can_withdraw = mine and is_untouched
            movement.can_cancel = mine and (
                is_untouched or state in ("draft", "approved")
            )

    # -- submit ------------------------------------------------------------------

    def action_submit(self):
        """Check everything, then ask the reviewers of the first step."""
        self.check_access("write")
        for movement in self:
            movement._take()
            movement._expect("draft")
            movement._system()._compute_present()
            movement._check_submittable()
            movement._move("submitted", "submit", submit_date=fields.Datetime.now())
            movement._request_reviews()
        return True

    def _request_reviews(self):
        """Ask the reviewers; a step without anybody is skipped on record or refused."""
        self.invalidate_recordset(["need_validation", "review_ids"])
        reviews = self._system().request_validation()
        if not reviews:
            raise MovementNotReady(
                self.env._(
                    "No approval steps are set for “%(kind)s”. Enter them under "
                    "Configuration › Kinds of Movement.",
                    kind=self.kind_id.name,
                )
            )
        for review in reviews.filtered(lambda r: not r.reviewer_ids):
            if not review.definition_id.gov_is_optional:
                raise MovementNotReady(
                    self.env._(
                        "Nobody can decide the step “%(step)s”. Give a user the role, "
                        "the site or the unit under Settings › Users, or change the "
                        "step under Configuration › Kinds of Movement.",
                        step=review.name,
                    )
                )
            self._log("skip", self._skip_words(), tier=review)
            reviews -= review
            review.unlink()
        self._promote()
        if not reviews:
            raise MovementNotReady(
                self.env._("At least one step has to be decided by another person.")
            )

    def _skip_words(self):
        return self.env._("Nobody but the proposer is in charge of this step.")

    def _promote(self):
        """Turn to the next step and tell its reviewers."""
        self.invalidate_recordset(["review_ids", "validation_status"])
        self._system().review_ids._update_review_status()

    def action_refresh_reviewers(self):
        """Ask the people who have the roles now, after a change of staff."""
        self.check_access("write")
        for movement in self:
            movement._expect("submitted")
            reviews = movement._system().review_ids
            open_ones = reviews.filtered(lambda r: r.status in ("pending", "waiting"))
            open_ones._compute_reviewer_ids()
            movement._log("note", self.env._("Reviewers looked up again."))
        return True

    # -- decide ------------------------------------------------------------------

    def _my_review(self):
        """The review (sudo) that the user may decide now, or none."""
        # sudo: whose turn it is; the answer goes to the user in person
        pending = self.sudo().review_ids.filtered(lambda r: r.status == "pending")
        review = pending.sorted("sequence")[:1]
        mine = self.env.user in review.reviewer_ids - self._others_turn(review)
        return review if mine else review.browse()

    def _is_decided(self):
        """Whether any step has been decided."""
        done = ("approved", "rejected")
        return any(review.status in done for review in self.sudo().review_ids)

    def _decide(self, agrees, comment):
        """Decision of the user on the step whose turn it is.

        :param agrees: False refuses the whole movement (veto, S19): a comment is needed
        """
        self.ensure_one()
        self._take()
        self._expect("submitted")
        review = self._my_review()
        if not review:
            raise DocumentLocked(
                self.env._(
                    "It is not your turn to decide %(name)s. Waiting for: %(who)s.",
                    name=self.display_name,
                    who=self.waiting_for or "-",
                )
            )
        if not agrees and not (comment or "").strip():
            raise MovementNotReady(
                self.env._("Give the reason of the refusal: it is kept for ever.")
            )
        review.write({"comment": comment})
        system = self._system()
        if agrees:
            system._validate_tier(review)
            self._log("approve", comment, tier=review)
            self._promote()
            if self.validation_status == "validated":
                self._approved()
        else:
            system._rejected_tier(review)
            self._log("refuse", comment, "submitted", "refused", tier=review)
            self._move("refused")
            self._tell_requester(self.env._("Refused: %s", comment))
        system._update_counter({"review_deleted": True})

    def _approved(self):
        """Called by the last step; due today or before, it takes effect at once."""
        pending = {"filing_state": "pending"} if self.kind_id.needs_filing else {}
        self._move(
            "approved", "complete", approve_date=fields.Datetime.now(), **pending
        )
        self._tell_requester(self.env._("Approved."))
        if self.effective_date <= self._today():
            self._try_to_apply()

    def action_decide_agree(self):
        """Open the window for the words of the one who agrees."""
        return self._ask("agree")

    def action_decide_refuse(self):
        """Open the window for the reason of the refusal."""
        return self._ask("refuse")

    # -- back --------------------------------------------------------------------

    def action_withdraw(self):
        """Back to draft, by the proposer, while nobody has decided."""
        for movement in self:
            movement._take()
            movement._expect("submitted")
            movement._expect_mine()
            movement._expect_undecided()
            movement._move("draft", "withdraw")
            # sudo: only the flow deletes reviews; the proposer, before any decision
            movement.sudo().review_ids.unlink()
        return True

    def action_cancel(self):
        """Open the window for the reason of the cancellation."""
        return self._ask("cancel")

    def _cancel(self, comment):
        """End it for good; one that is approved but not yet in effect too."""
        for movement in self:
            movement._take()
            movement._expect("draft", "submitted", "approved")
            movement._expect_mine()
            if movement.state == "submitted":
                movement._expect_undecided()
            movement._move("cancelled", "cancel", comment)

    def action_again(self):
        """A new draft with the same content (再次提交); the old one stays as it is."""
        self.ensure_one()
        self._expect("refused", "cancelled")
        # sudo: copies what the proposer may not read, such as the wage; the right to
        # have such a draft is checked on the copy
        old = self._system()
        number = old.candidate_identification
        draft = old.copy({"origin_id": self.id, "candidate_identification": number})
        draft.with_env(self.env).check_access("write")
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": draft.id,
            "view_mode": "form",
            "name": self.env._("Movement"),
        }

    # -- helpers -----------------------------------------------------------------

    def _ask(self, decision):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.movement.decision",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_movement_id": self.id,
                "default_decision": decision,
            },
            "name": self.display_name,
        }

    def _is_mine(self):
        """Own proposal, or the county office that answers for all of them."""
        is_officer = self.env.user.has_group("gov_window_staff.group_hr_officer")
        return self.requester_id == self.env.user or is_officer or self.env.su

    def _expect(self, *states):
        labels = dict(self._fields["state"]._description_selection(self.env))
        for movement in self:
            if movement.state not in states:
                raise DocumentLocked(
                    self.env._(
                        "%(name)s is “%(state)s” now; somebody else may have been "
                        "faster. Reload the page.",
                        name=movement.display_name,
                        state=labels[movement.state],
                    )
                )

    def _expect_mine(self):
        if not self._is_mine():
            raise DocumentLocked(
                self.env._("Only the proposer or the county office may do this.")
            )

    def _expect_undecided(self):
        if self._is_decided():
            raise DocumentLocked(
                self.env._(
                    "A step has been decided already, so it cannot be taken back. Ask "
                    "the next reviewer to refuse it."
                )
            )

    def _move(self, state, action=None, comment=None, **vals):
        """Write the state and leave a step."""
        before = self.state
        self._system().write({"state": state, **vals})
        # the index on open movements reads the table: a closed one makes room at once
        self.flush_recordset(["state"])
        if action:
            self._log(action, comment, before, state)

    def _log(self, action, comment=None, before=False, after=False, tier=None):
        # sudo: the log is written by what happens, nobody has a right to write it
        steps = self.env["gov.staff.movement.step"].sudo()._unprotected()
        steps.create(
            [
                {
                    "movement_id": movement.id,
                    "user_id": self.env.uid,
                    "action": action,
                    "comment": comment,
                    "state_from": before,
                    "state_to": after,
                    "tier_name": tier and tier.name,
                    "definition_id": tier and tier.definition_id.id,
                }
                for movement in self
            ]
        )
        self.invalidate_recordset(["step_ids"])

    def _tell_requester(self, body):
        """A line in the discussion that the proposer is notified of."""
        # sudo: a reviewer may not write in the document; one line to the proposer
        self.sudo().message_post(
            body=body,
            partner_ids=self.requester_id.partner_id.ids,
            subtype_xmlid="mail.mt_comment",
        )
