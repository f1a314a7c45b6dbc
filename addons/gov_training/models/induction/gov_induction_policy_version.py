"""A dated version of the rules of induction."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...rules.induction import Demand

MODES = [("warn", "Warn"), ("block", "Refuse")]
# field of the version for each kind of movement that puts somebody at a window
KINDS = {
    "entry": "for_entry",
    "transfer": "for_transfer",
    "secondment": "for_transfer",
    "regular": "for_regular",
}


class GovInductionPolicyVersion(models.Model):
    """What is asked for before which movement, and what happens without it."""

    _name = "gov.induction.policy.version"
    _description = "Rules of Induction Version"
    _inherit = ["gov.policy.version.mixin", "mail.thread"]
    _policy_field = "policy_id"

    policy_id = fields.Many2one(
        "gov.induction.policy",
        string="Induction Rules",
        required=True,
        ondelete="restrict",
        index=True,
    )
    mode = fields.Selection(
        MODES,
        string="Without Induction",
        default="warn",
        required=True,
        help="Warn: a sentence on the movement and on the checklist. Refuse: the "
        "movement is not submitted until HR allows it once, with a reason and a day.",
    )
    needs_training = fields.Boolean(string="Training Attended", default=True)
    needs_exam = fields.Boolean(string="Induction Exam Passed", default=True)
    for_entry = fields.Boolean(string="Before Entry", default=True)
    for_transfer = fields.Boolean(string="Before Transfer", default=True)
    for_regular = fields.Boolean(string="Before Confirmation", default=True)
    entered_from = fields.Date(
        string="For People Who Came From",
        help="Staff of earlier times are not asked; blank: everybody.",
    )

    _date_from_uniq = models.UniqueIndex(
        "(policy_id, date_from)", "A version with this start date already exists."
    )

    @api.constrains("needs_training", "needs_exam")
    def _check_needs(self):
        if self.filtered(lambda v: not (v.needs_training or v.needs_exam)):
            raise ValidationError(
                self.env._("Induction asks for the training, the exam or both.")
            )

    def _to_rules(self):
        """The demand as the rules read it."""
        self.ensure_one()
        return Demand(
            needs_training=self.needs_training,
            needs_exam=self.needs_exam,
            entered_from=self.entered_from or None,
        )

    def _asks_before(self, kind):
        """Whether a kind of movement waits for the induction."""
        return bool(self and kind in KINDS and self[KINDS[kind]])
