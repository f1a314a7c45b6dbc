"""Colleagues become trainers (内部讲师)."""

from odoo import fields, models
from odoo.exceptions import UserError


class GovTrainingTrainerAdd(models.TransientModel):
    """Chooses people of the staff; their contacts are listed as trainers."""

    _name = "gov.training.trainer.add"
    _description = "Add Trainers from Staff"

    # public profiles: a site officer may not read hr.employee; the ids are the same
    employee_ids = fields.Many2many(
        "hr.employee.public",
        "gov_training_trainer_add_rel",
        string="People",
        required=True,
    )
    topic_ids = fields.Many2many("gov.training.topic", string="Teach")

    def action_add(self):
        """Mark the contacts of the people chosen."""
        self.ensure_one()
        # sudo: contacts of colleagues are kept to HR; a name is all that is shown
        people = self.env["hr.employee"].sudo().browse(self.employee_ids.ids)
        without = people.filtered(lambda person: not person.work_contact_id)
        if without:
            raise UserError(
                self.env._(
                    "%s has no contact yet; save the profile once.", without[0].name
                )
            )
        topics = [(4, topic.id) for topic in self.topic_ids]
        people.work_contact_id.write(
            {"gov_is_trainer": True, "gov_trainer_topic_ids": topics}
        )
        return {"type": "ir.actions.client", "tag": "soft_reload"}
