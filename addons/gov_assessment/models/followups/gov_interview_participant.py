"""Who takes part in a talk."""

from odoo import api, fields, models

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

ROLES = [
    ("host", "Host"),
    ("person", "Person Spoken To"),
    ("chief", "Chief Representative"),
    ("leader", "Leader of the Unit"),
    ("discipline", "Supervision Body"),
    ("other", "Other"),
]
OPEN_STATES = ("draft", "notified")


class GovInterviewParticipant(models.Model):
    """A name with a role; may change until the talk was held."""

    _name = "gov.interview.participant"
    _description = "Participant of a Talk"
    _order = "sequence, id"

    interview_id = fields.Many2one(
        "gov.interview", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    role = fields.Selection(ROLES, default="other", required=True)
    name = fields.Char(string="Participant", required=True)
    position = fields.Char()
    is_absent = fields.Boolean(string="Was Absent")

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        lines._check_open()
        return lines

    def write(self, vals):
        self._check_open()
        result = super().write(vals)
        self._check_open()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_while_open(self):
        self._check_open()

    def _check_open(self):
        """The minutes name who was there: no change afterwards."""
        talks = self.interview_id
        talks.check_access("write")
        held = talks.filtered(lambda talk: talk.state not in OPEN_STATES)
        if held:
            raise DocumentLocked(
                self.env._(
                    "%s was held: its participants stay as they are.",
                    held[0].display_name,
                )
            )
