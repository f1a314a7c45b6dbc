"""Suspended months are settled when the case is closed (待结果出来后确定考核等次, A51).

A closed month is only changed by a correction, which shows who moves before anything
is written and leaves the back pay as arrears.
"""

from odoo import fields, models

CORRECTION = "gov.appraisal.correction"


class GovCase(models.Model):
    """Case with its result and the months that wait for it."""

    _inherit = "gov.case"

    result = fields.Text(tracking=True, help="What the investigation found.")
    standing_limit = fields.Selection(
        [("fair", "At Most Fair"), ("poor", "Poor")],
        string="Grade of the Suspended Months",
        tracking=True,
        help="Empty: they are graded by their score alone.",
    )
    suspended_count = fields.Integer(
        string="Suspended Months", compute="_compute_suspended_count"
    )

    def _compute_suspended_count(self):
        counts = dict(
            self.env["gov.appraisal"]._read_group(
                [("case_id", "in", self.ids), ("is_suspended", "=", True)],
                ["case_id"],
                ["__count"],
            )
        )
        for case in self:
            case.suspended_count = counts.get(case, 0)

    def write(self, vals):
        result = super().write(vals)
        if "date_close" in vals or "standing_limit" in vals:
            closed = self.filtered("date_close")
            closed._settle_suspended()
            (self - closed)._stop_settling()
        return result

    def _settle_suspended(self, rounds=None):
        """Propose a correction for each closed month that the cases suspended.

        :param rounds: only these months
        """
        for case in self:
            for batch in case._waiting_rounds(rounds):
                proposal = case._proposals(batch)
                if proposal:
                    proposal.action_compute()
                    continue
                self.env[CORRECTION]._propose(
                    batch,
                    "case_closed",
                    self.env._(
                        "Case of %(name)s closed on %(day)s",
                        name=case.employee_id.name,
                        day=case.date_close,
                    ),
                    without=case,
                    origin=case,
                )

    def _waiting_rounds(self, rounds=None):
        appraisals = self.env["gov.appraisal"].search(
            [
                ("case_id", "=", self.id),
                ("is_suspended", "=", True),
                ("round_id.state", "in", ("confirmed", "locked")),
            ]
        )
        found = appraisals.round_id.sorted("date_from")
        return found if rounds is None else found & rounds

    def _proposals(self, batch=None):
        """Corrections that these cases asked for and nobody has applied yet."""
        domain = [
            ("case_ids", "in", self.ids),
            ("cause", "=", "case_closed"),
            ("state", "in", ("draft", "approved")),
        ]
        if batch is not None:
            domain.append(("round_id", "=", batch.id))
        return self.env[CORRECTION].search(domain)

    def _stop_settling(self):
        """A case that is open again: its months go on waiting."""
        proposals = self.env[CORRECTION]
        for case in self:
            proposals |= case._proposals()
        if proposals:
            proposals._cancel(self.env._("The case is open again."))

    def action_open_suspended(self):
        """The months that the case suspends."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.appraisal",
            "view_mode": "list,form",
            "domain": [("case_id", "=", self.id), ("is_suspended", "=", True)],
            "name": self.env._("Suspended Months"),
        }


class GovAppraisalRound(models.Model):
    """A month that is locked after the case was closed is settled, too."""

    _inherit = "gov.appraisal.round"

    def action_lock(self):
        result = super().action_lock()
        suspended = self.appraisal_ids.filtered("is_suspended")
        suspended.case_id.filtered("date_close")._settle_suspended(self)
        return result


class GovAppraisal(models.Model):
    """The grading keeps to what the case found."""

    _inherit = "gov.appraisal"

    def _grade_decisions(self):
        decisions = super()._grade_decisions()
        for appraisal in self.filtered("case_id"):
            limit = appraisal.case_id.standing_limit
            grades = appraisal.round_id.version_id.grade_ids.sorted("sequence")
            allowed = grades.filtered(lambda g, limit=limit: g.standing == limit)
            if limit and allowed:
                _lowered, is_chosen = decisions.get(appraisal.id, (None, False))
                decisions[appraisal.id] = (allowed[0].code, is_chosen)
        return decisions
