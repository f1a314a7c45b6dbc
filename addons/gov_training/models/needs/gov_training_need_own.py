"""Needs in self-service: a person picks topics from the menu (菜单式选课)."""

from odoo import api, models
from odoo.exceptions import UserError

from .gov_training_need import LIVE, LONGEST


class GovTrainingNeed(models.Model):
    """Called by the portal with full rights, for the person behind the login."""

    _inherit = "gov.training.need"

    @api.model
    def _own_domain(self, person):
        """Needs that their person sees: all of them."""
        return [("employee_id", "=", person.id)]

    @api.model
    def _menu(self):
        """Topics on offer, those of one group together: [(group, topics)]."""
        offered = self.env["gov.training.topic"].search([("in_menu", "=", True)])
        groups = {}
        for topic in offered:
            top = int(topic.parent_path.split("/")[0])
            groups[top] = groups.get(top, offered.browse()) | topic
        tops = offered.browse(groups).sorted()
        # the topic as a whole first, then its parts in their own order
        return [(top, (groups[top.id] & top) | (groups[top.id] - top)) for top in tops]

    @api.model
    def _state_from_portal(self, person, topic_ids, wish="", reason="", form_id=0):
        """Record what a person picked; topics that wait already are left as they are.

        :param topic_ids: ids as the form sent them; only topics on offer count
        :raises UserError: nothing was picked, or no reason was given
        """
        offered = self.env["gov.training.topic"].search(
            [("id", "in", topic_ids), ("in_menu", "=", True)]
        )
        if not offered:
            raise UserError(self.env._("Please pick at least one topic of the menu."))
        if not (reason or "").strip():
            raise UserError(self.env._("Please say in a few words why you need it."))
        known = self.search(
            [
                *self._own_domain(person),
                ("state", "in", LIVE),
                ("source", "=", "wish"),
            ]
        )
        form = self.env["gov.training.form"].search([("id", "=", form_id)])
        return self._unlocked().create(
            [
                {
                    "employee_id": person.id,
                    "topic_id": topic.id,
                    "source": "wish",
                    "state": "open",
                    "wish": (wish or "").strip()[:LONGEST],
                    "reason": reason.strip()[:LONGEST],
                    "form_id": form.id,
                }
                for topic in offered - known.topic_id
            ]
        )

    def _may_withdraw(self):
        self.ensure_one()
        return self.source == "wish" and self.state == "open"

    def _withdraw_from_portal(self):
        """The person takes back an own choice that nobody has arranged yet."""
        if not self._may_withdraw():
            raise UserError(
                self.env._(
                    "Only an own choice that still waits for a session can be taken "
                    "back."
                )
            )
        self._unlocked().write({"state": "withdrawn"})
