"""More time to reach the level (延期), with a reason."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...exceptions import DocumentLocked


class GovDeadlineExtension(models.Model):
    """An officer's decision; it is kept as it was taken, a later one adds to it."""

    _name = "gov.deadline.extension"
    _description = "Extension of the Certificate Deadline"
    _order = "date desc, id desc"
    _rec_name = "until"

    employee_id = fields.Many2one(
        "hr.employee", string="Person", required=True, ondelete="restrict", index=True
    )
    old_deadline = fields.Date(string="Deadline Before", readonly=True)
    until = fields.Date(string="Extended Until", required=True)
    reason = fields.Text(required=True)
    user_id = fields.Many2one("res.users", string="Decided By", readonly=True)
    date = fields.Date(string="Decided On", readonly=True)

    @api.model_create_multi
    def create(self, vals_list):
        people = self.env["hr.employee"].browse(
            [vals["employee_id"] for vals in vals_list if vals.get("employee_id")]
        )
        before = {person.id: person.gov_level5_deadline for person in people}
        today = fields.Date.context_today(self)
        extensions = super().create(
            [
                {
                    **vals,
                    # who, when and from what cannot be stated otherwise
                    "old_deadline": before.get(vals.get("employee_id")),
                    "user_id": self.env.user.id,
                    "date": today,
                }
                for vals in vals_list
            ]
        )
        extensions._check_decision()
        extensions._tell_history()
        return extensions

    def write(self, vals):
        self._refuse_change()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        self._refuse_change()

    def _refuse_change(self):
        raise DocumentLocked(
            self.env._(
                "A decision about a deadline is kept as it was taken. Extend the "
                "deadline once more instead."
            )
        )

    def _check_decision(self):
        for extension in self:
            person = extension.employee_id
            if not (extension.reason or "").strip():
                raise UserError(self.env._("Give the reason of the extension."))
            if person.user_id == self.env.user:
                raise UserError(
                    self.env._(
                        "This is your own deadline. Another HR officer has to decide "
                        "about it."
                    )
                )
            if not extension.old_deadline:
                raise UserError(
                    self.env._(
                        "%s has no deadline that could be extended. Enter the entry "
                        "date first.",
                        person.name,
                    )
                )
            if extension.until <= extension.old_deadline:
                raise UserError(
                    self.env._(
                        "A deadline moves forward only: choose a day after %s.",
                        fields.Date.to_string(extension.old_deadline),
                    )
                )

    def _tell_history(self):
        for extension in self:
            extension.employee_id.message_post(
                body=self.env._(
                    "Certificate deadline extended from %(old)s to %(new)s: %(reason)s",
                    old=fields.Date.to_string(extension.old_deadline),
                    new=fields.Date.to_string(extension.until),
                    reason=extension.reason,
                )
            )

    def action_confirm(self):
        """Close the dialog; the record was saved with its checks."""
        return {"type": "ir.actions.act_window_close"}
