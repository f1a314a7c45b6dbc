"""Assessment records under appeal (申诉中)."""

from odoo import fields, models

from .gov_appeal import OPEN_STATES


class GovAssessmentEvent(models.Model):
    """Record that may be under appeal."""

    _inherit = "gov.assessment.event"

    appeal_line_ids = fields.One2many("gov.appeal.line", "event_id")
    is_appealed = fields.Boolean(
        string="Under Appeal",
        compute="_compute_is_appealed",
        search="_search_is_appealed",
    )

    def _gov_handled_by(self):
        people = self.verified_by_id | self.confirmed_by_id
        return super()._gov_handled_by() | people

    def _compute_is_appealed(self):
        found = self._under_appeal([("event_id", "in", self.ids)])
        for event in self:
            event.is_appealed = event.id in found

    def _under_appeal(self, domain):
        # sudo: whether a record is under appeal is no secret of the appeal
        lines = self.env["gov.appeal.line"].sudo()
        groups = lines._read_group(
            [*domain, ("state", "in", OPEN_STATES), ("event_id", "!=", False)],
            ["event_id"],
        )
        return {event.id for (event,) in groups}

    def _search_is_appealed(self, operator, value):
        if operator != "in":
            return NotImplemented
        found = list(self._under_appeal([]))
        return [("id", "in" if True in value else "not in", found)]
