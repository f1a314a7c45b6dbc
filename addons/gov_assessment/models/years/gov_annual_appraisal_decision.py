"""HR's decisions on a person's year: choose, lower, exception, mark (D1, D4)."""

from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from . import year_settlement
from .gov_rubric_annual_grade import STANDINGS
from .gov_settlement_mixin import LEADER, OFFICER

ORDER = [code for code, _label in STANDINGS]


class GovAnnualAppraisal(models.Model):
    """Each decision is written into the protocol and the year is graded again."""

    _inherit = "gov.annual.appraisal"

    def _choose(self, reason):
        """Take this person among equals at the border of the quota."""
        self._check_decision(OFFICER, reason)
        for result in self:
            if not result.is_tied:
                raise UserError(
                    self.env._(
                        "%s is not equal to others at the border of the quota.",
                        result.person_name,
                    )
                )
        vals = {"is_chosen": True, "is_left_out": False}
        self._decide(vals, self.env._("Chosen among equals: %s", reason))

    def _lower(self, standing, reason):
        """Lower the grade by hand; a grade is never raised (D1)."""
        self._check_decision(OFFICER, reason)
        for result in self:
            if not result.standing or ORDER.index(standing) <= ORDER.index(
                result.standing
            ):
                raise UserError(
                    self.env._(
                        "The grade of %s can only be lowered.", result.person_name
                    )
                )
            if standing not in result.round_id.version_id.annual_grade_ids.mapped(
                "standing"
            ):
                raise UserError(self.env._("The text has no such grade."))
        words = dict(self._fields["lowered_to"]._description_selection(self.env))
        text = self.env._(
            "Lowered to %(grade)s: %(reason)s", grade=words[standing], reason=reason
        )
        self._decide({"lowered_to": standing}, text)

    def _grant_exception(self, reason):
        """The leader opens the best grade to who served less than a year (D14)."""
        self._check_decision(LEADER, reason)
        if self.filtered(lambda result: not result.is_short):
            raise UserError(self.env._("These people served the whole year."))
        text = self.env._("Exception for under one year: %s", reason)
        self._decide({"has_exception": True}, text)

    def _mark(self, overall, reason):
        """Overall mark of the year (年度综合评价), 0 to the full mark."""
        self._check_decision(OFFICER, reason)
        full = max(self.round_id.version_id.mapped("full_mark"), default=0)
        if not 0 <= overall <= full:
            raise UserError(
                self.env._("The overall mark lies between 0 and %s.", f"{full:g}")
            )
        text = self.env._(
            "Overall mark %(mark)s: %(reason)s", mark=f"{overall:g}", reason=reason
        )
        self._decide({"overall_score": overall}, text)

    def _undo_decisions(self, reason):
        """Take all decisions on a person back."""
        self._check_decision(OFFICER, reason)
        vals = dict.fromkeys(("is_chosen", "is_left_out", "has_exception"), False)
        text = self.env._("Decisions taken back: %s", reason)
        self._decide({**vals, "lowered_to": False}, text)

    def _check_decision(self, group, reason):
        """The right, the reason, and a year that is not decided yet."""
        self._check_group(group)
        self.check_access("read")
        self.employee_id._gov_refuse_own()
        if not (reason or "").strip():
            raise UserError(self.env._("Give the reason; it stays on record."))
        if set(self.round_id.mapped("state")) - {"computed"}:
            raise UserError(
                self.env._(
                    "Decisions are taken while the year is computed. The leader can "
                    "send it back."
                )
            )

    def _decide(self, vals, text):
        """Write a decision into the protocol and grade the year again."""
        stamp = fields.Datetime.context_timestamp(self, fields.Datetime.now())
        line = f"{stamp:%Y-%m-%d %H:%M} {self.env.user.name}: {text}"
        # sudo: the right to this decision has been checked, and a leader writes no
        # results otherwise
        results = self.sudo()._unprotected()
        rounds = results.round_id
        rounds._take()
        for result in results:
            lines = filter(None, (result.protocol, line))
            result.write({**vals, "protocol": "\n".join(lines)})
            body = self.env._(
                "%(name)s: %(decision)s", name=result.person_name, decision=text
            )
            result.round_id.message_post(body=body)
        for batch in rounds:
            batch._grade()

    def action_settle(self):
        """The leader settles who waited for a case when the year was closed."""
        if not (self.env.su or self.env.user.has_group(LEADER)):
            raise AccessError(self.env._("Only the leader settles a closed year."))
        self.check_access("read")
        self.employee_id._gov_refuse_own()
        # sudo: leaders write no results and read no contracts otherwise
        for result in self.sudo()._unprotected():
            closed = result.round_id.state in ("confirmed", "locked")
            waits = result.status == "pending" or result.needs_settling
            if not closed or not waits:
                raise UserError(
                    self.env._(
                        "%s does not wait for a case in a closed year.",
                        result.person_name,
                    )
                )
            result.round_id._take()
            year_settlement.settle_one(result)
            if result.status == "pending":
                raise UserError(
                    self.env._(
                        "A month of %s is still suspended: settle the month first.",
                        result.person_name,
                    )
                )
            result.round_id.message_post(
                body=self.env._(
                    "%(name)s was settled after the case: %(grade)s.",
                    name=result.person_name,
                    grade=result.grade_id.name or "—",
                )
            )

    def action_propose_dismissal(self):
        """Draft proposals for people whose year was not qualified (S6, D27)."""
        people = self.filtered(
            lambda r: r.state == "locked" and r.standing == "unqualified"
        ).employee_id
        if not people:
            raise UserError(
                self.env._("None of them has a locked year without qualification.")
            )
        return people.action_gov_propose_dismissal()
