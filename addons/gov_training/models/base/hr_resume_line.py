"""Training in the resume (履历): written on closing, not by the person."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from .gov_training_guard_mixin import UNLOCKED


class HrResumeLine(models.Model):
    """Resume line that came from a closed session."""

    _inherit = "hr.resume.line"

    course_type = fields.Selection(
        selection_add=[("gov_training", "Window Staff Training")],
        ondelete={"gov_training": "set default"},
    )
    gov_session_id = fields.Many2one(
        "gov.training.session",
        string="Training Session",
        index="btree_not_null",
        ondelete="restrict",
        readonly=True,
    )

    # Odoo lets every user edit the own resume; training that the system wrote there is
    # a record of the office.

    @api.model_create_multi
    def create(self, vals_list):
        if not self._gov_is_unlocked():
            vals_list = [{**vals, "gov_session_id": False} for vals in vals_list]
        return super().create(vals_list)

    def write(self, vals):
        self._gov_check_own()
        if "gov_session_id" in vals and not self._gov_is_unlocked():
            vals = {k: v for k, v in vals.items() if k != "gov_session_id"}
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_only_own(self):
        self._gov_check_own()

    def _gov_unlocked(self):
        return self.with_context(gov_training_unlocked=UNLOCKED)

    def _gov_is_unlocked(self):
        return self.env.context.get("gov_training_unlocked") is UNLOCKED

    def _gov_check_own(self):
        # sudo: who may not read the session may not change the line either
        if not self._gov_is_unlocked() and self.sudo().filtered("gov_session_id"):
            raise UserError(
                self.env._(
                    "This training was entered when its session was closed. It can "
                    "only be changed by reopening the session."
                )
            )
