"""An induction that is fulfilled ticks the newcomers' checklists."""

from odoo import models


class GovExamCandidate(models.Model):
    """A passed induction exam is the test before post start."""

    _inherit = "gov.exam.candidate"

    def _after_result(self):
        result = super()._after_result()
        passed = self.filtered(lambda c: c.is_induction and c.state == "passed")
        passed.employee_id._gov_tick_induction()
        return result


class GovTrainingSession(models.Model):
    """A finished induction session is the training before post start."""

    _inherit = "gov.training.session"

    def _move(self, allowed, target):
        result = super()._move(allowed, target)
        kind = self.env.ref("gov_training.kind_induction", raise_if_not_found=False)
        held = self.filtered(lambda s: target == "done" and s.kind_id == kind)
        # sudo: newcomers of every site
        held.sudo()._people_who_came()._gov_tick_induction()
        return result
