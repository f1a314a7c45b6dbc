"""A paper that is drafted by hand and moved on by its buttons only."""

from odoo import api, models
from odoo.tools.misc import clean_context

from odoo.addons.gov_window_staff.models.base.gov_protected_mixin import UNLOCK

OFFICER = "gov_window_staff.group_hr_officer"


class GovFollowMixin(models.AbstractModel):
    """A draft is free, a paper that has gone out stays as it went out.

    A concrete model has a `state` that begins as `draft`.
    """

    _name = "gov.follow.mixin"
    _description = "Paper with a Course of Its Own"
    _inherit = ["gov.step.mixin", "mail.thread", "mail.activity.mixin"]
    _hand_fields = frozenset(
        {
            "activity_ids",
            "message_follower_ids",
            "message_ids",
            "message_main_attachment_id",
        }
    )
    _sealed_fields = frozenset({"state"})  # written by methods only, drafts included
    _free_fields = {}  # {state: fields that people may still write}
    _moving_fields = frozenset({"employee_id", "department_id", "unit_id", "county_id"})

    @api.model_create_multi
    def create(self, vals_list):
        if self._is_unprotected():
            return super().create(vals_list)
        vals_list = [
            {k: v for k, v in vals.items() if k not in self._sealed_fields}
            for vals in vals_list
        ]
        # no default_... key of a caller may put a state or a number into a new paper
        clean = self.with_context(clean_context(self.env.context))  # pylint: disable=context-overridden
        papers = super(GovFollowMixin, clean._unprotected()).create(vals_list)
        return papers.with_env(self.env)

    def write(self, vals):
        if self._is_unprotected():
            return super().write(vals)
        names = set(vals) - self._hand_fields
        if names & self._sealed_fields:
            super()._check_protection()
        free = self._free_fields
        if names and all(names <= free.get(paper.state, set()) for paper in self):
            return super(GovFollowMixin, self._unprotected()).write(vals)
        result = super().write(vals)
        if self._moving_fields & names:
            # record rules look at the paper before the write: ask again after it
            self.check_access("write")
        return result

    def _is_unprotected(self):
        return self.env.context.get("gov_unlock") is UNLOCK

    def _check_protection(self):
        """Drafts may be corrected and deleted by hand."""
        if not self or set(self.mapped("state")) != {"draft"}:
            return super()._check_protection()
        return None

    def _ask_reason(self, step, title):
        """Open the dialog that asks why, then calls `_<step>(reason)`."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.follow.reason",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_res_model": self._name,
                "default_res_ids": self.ids,
                "default_step": step,
            },
            "name": title,
        }

    def _next_number(self, letter, county, day):
        """The next number of a county and year under a pattern, without gaps."""
        return self._next_numbers(letter, county, day, 1)[0]

    def _next_numbers(self, letter, county, day, count):
        """The next numbers, `count` of them, as a list."""
        pattern = letter.number_pattern
        key = f"{self._name}/{pattern}/{county.id}/{day.year}"
        last = self.env["gov.number.counter"]._next(key, count)
        return [letter._number(day.year, last - n) for n in range(count - 1, -1, -1)]
