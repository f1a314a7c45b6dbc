"""Steps of a bad review: verify, put right, tell, call back, settle, check again."""

from odoo import models
from odoo.exceptions import AccessError, UserError, ValidationError

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from ...rules.reviews import is_step_open
from ..rounds.gov_appraisal_round import CLOSED_STATES

OFFICER = "gov_window_staff.group_hr_officer"
SITE_OFFICER = "gov_window_staff.group_site_officer"
# a verdict costs points or saves them: the county's (D44)
COUNTY_STEPS = ("verify", "close", "recheck")


class GovServiceReview(models.Model):
    """Each step checks who takes it and whether its turn has come."""

    _inherit = "gov.service.review"

    def _verify(self, verdict, note, rectify_kind=False, rectifier=None, day=None):
        """Record what the check found (核实): one of VERDICTS, and how it is put right.

        Allowed to HR officers, never to the person who was rated.
        """
        steps = self._begin("verify", day)
        if verdict == "true" and not rectify_kind:
            raise ValidationError(
                self.env._("Say how it is put right: at once or within a time limit.")
            )
        is_true = verdict == "true"
        steps.write(
            {
                "verdict": verdict,
                "verify_note": note,
                "verified_on": day or self._today(),
                "verifier_id": self.env.uid,
                "rectify_kind": is_true and rectify_kind,
                "rectifier_id": is_true and rectifier and rectifier.id,
            }
        )
        self._done()

    def _rectify(self, measure, day=None):
        """Record what was done to put it right (整改)."""
        steps = self._begin("rectify", day)
        steps.write({"rectify_measure": measure, "rectified_on": day or self._today()})
        self._done()

    def _feed_back(self, way, note, day=None):
        """Record that the citizen was told (反馈)."""
        steps = self._begin("feedback", day)
        steps.write(
            {
                "feedback_way": way,
                "feedback_note": note,
                "fed_back_on": day or self._today(),
            }
        )
        self._done()

    def _visit(self, way, result, note=False, rerating=False, day=None):
        """Record the call back (回访) and the rating that the citizen gave then."""
        steps = self._begin("visit", day)
        steps.write(
            {
                "visit_way": way,
                "visit_result": result,
                "visit_note": note,
                "rerating": rerating,
                "visited_on": day or self._today(),
                "visitor_id": self.env.uid,
            }
        )
        self._done()

    def action_close(self):
        """Settle reviews that have gone through every step (办结)."""
        steps = self._begin("close")
        steps.write({"closed_on": self._today(), "closer_id": self.env.uid})
        self._done()

    def _recheck(self, verdict, reason):
        """Change a verdict after a second look (复核), by another one than the first.

        In a month that is closed a verdict that stops to cost waits for the correction
        that gives the points back (D22).
        """
        self._check_actor("recheck")
        today = self._today()
        for review in self:
            review._check_recheck(verdict)
            # sudo: as in `_begin`, this step alone is written; it was checked above
            steps = review.sudo()._unlocked()
            steps.write(
                {
                    "recheck_verdict": verdict,
                    "recheck_note": reason,
                    "rechecked_on": today,
                    "rechecker_id": self.env.uid,
                }
            )
            batch = review._settled_round() if review.verdict == "true" else None
            if batch:
                self.env["gov.appraisal.correction"]._propose(
                    batch, "review_withdrawn", reason, without=review, origin=review
                )
            else:
                steps._take_recheck()
        self._done()

    def _withdraw_settled(self, reason):
        """Withdraw reviews although their month is closed.

        Only `gov.appraisal.correction` calls it, when it writes the month anew.
        """
        # sudo: follows from a correction or an appeal, whose step checked the right
        for review in self.sudo()._unlocked()._settling():
            if review.is_verdict_pending:
                review._take_recheck()
            else:
                review.write({"verdict": "mistaken"})
            review.message_post(body=reason)

    def _correction_cancelled(self, correction):
        """The month stays as it is, and so does the verdict."""
        # sudo: the cancelling was allowed there
        review = self.sudo()._unlocked()
        review.write({"recheck_verdict": False, "rechecker_id": False})
        review.message_post(
            body=self.env._(
                "The correction was cancelled: %s", correction.cancel_reason
            )
        )

    def _gov_handled_by(self):
        return super()._gov_handled_by() | self.rechecker_id | self.verifier_id

    def _take_recheck(self):
        """The verdict of the second check counts from now on."""
        vals = {"verdict": self.recheck_verdict}
        if self.recheck_verdict == "true":
            vals.update(
                rectify_kind="at_once", verified_on=self.rechecked_on, closed_on=False
            )
        self.write(vals)

    # -- conditions ----------------------------------------------------------------

    def _begin(self, step, day=None):
        """Check a step; returns the reviews, free to be written."""
        self._check_actor(step)
        for review in self:
            if not is_step_open(review.state, step):
                raise DocumentLocked(
                    self.env._(
                        "%(review)s stands at “%(state)s”: this step is not its next. "
                        "Reload the page.",
                        review=review.number,
                        state=review._state_label(),
                    )
                )
            review._check_day(day)
        # sudo: site officers read reviews; what they write is this step alone
        return self.sudo()._unlocked()

    def _check_actor(self, step):
        self.check_access("read")
        group = OFFICER if step in COUNTY_STEPS else SITE_OFFICER
        if not (self.env.su or self.env.user.has_group(group)):
            raise AccessError(
                self.env._("Verifying and settling reviews is for HR officers.")
                if step in COUNTY_STEPS
                else self.env._("Handling reviews is for the officers of the site.")
            )
        # sudo: the login of a colleague
        if self.env.user in self.sudo().employee_id.user_id and not self.env.su:
            raise AccessError(
                self.env._(
                    "This review is of your own work: ask a colleague to handle it."
                )
            )

    def _check_day(self, day):
        """A step lies between the one before it and today."""
        before = max(
            filter(
                None,
                [
                    self.received_on if not self.verified_on else None,
                    self.verified_on,
                    self.rectified_on,
                    self.fed_back_on,
                    self.visited_on,
                ],
            ),
            default=None,
        )
        if day and (day > self._today() or (before and day < before)):
            raise ValidationError(
                self.env._(
                    "%(day)s does not fit: the day lies between %(first)s and today.",
                    day=day,
                    first=before,
                )
            )

    def _check_recheck(self, verdict):
        if self.state in ("none", "to_verify") or self.is_verdict_pending:
            raise UserError(
                self.env._(
                    "%s has no verdict to check again, or a second check is waiting "
                    "already.",
                    self.number,
                )
            )
        if verdict == self.verdict:
            raise UserError(self.env._("This is the verdict already."))
        if self.verifier_id == self.env.user:
            raise AccessError(
                self.env._("The second check is for somebody else than the verifier.")
            )

    def _settled_round(self):
        """The closed round that has counted this review, or an empty one."""
        # sudo: whether a month is closed does not depend on who asks
        appraisals = self.env["gov.appraisal"].sudo()
        return appraisals.search(
            [
                ("employee_id", "=", self.employee_id.id),
                ("date_from", "=", self.count_month),
                ("round_id.state", "in", CLOSED_STATES),
            ],
            limit=1,
        ).round_id.sudo(False)

    def _state_label(self):
        return dict(self._fields["state"]._description_selection(self.env))[self.state]

    def _done(self):
        """What was asked for by a reminder is done."""
        # sudo: the reminder may be somebody else's
        self.sudo().activity_unlink(["mail.mail_activity_data_todo"])

    # -- dialogs -------------------------------------------------------------------

    def action_step(self):
        """Open the dialog of the step named in the context (`gov_step`)."""
        step = self.env.context.get("gov_step")
        names = {
            "verify": self.env._("Verify"),
            "rectify": self.env._("Put Right"),
            "feedback": self.env._("Tell the Citizen"),
            "visit": self.env._("Call Back"),
            "recheck": self.env._("Check Again"),
        }
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.review.step",
            "view_mode": "form",
            "target": "new",
            "context": {"default_step": step, "default_review_ids": self.ids},
            "name": names.get(step, ""),
        }

    def action_take(self):
        """I look after these reviews from now on."""
        self._check_actor("take")
        # sudo: site officers do not write reviews otherwise
        self.sudo().write({"owner_id": self.env.uid})
