"""Propose needs from the facts of a period."""

from odoo import api, fields, models
from odoo.exceptions import UserError

COUNTY_WIDE = "gov_window_staff.group_hr_officer"


class GovTrainingNeedPropose(models.TransientModel):
    """The daily run looks back a month; here the officer says how far."""

    _name = "gov.training.need.propose"
    _description = "Propose Needs from Facts"

    date_from = fields.Date(
        string="Facts From",
        required=True,
        default=lambda self: fields.Date.start_of(
            fields.Date.context_today(self), "quarter"
        ),
    )
    date_to = fields.Date(
        string="Facts Until", required=True, default=fields.Date.context_today
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Site and Below",
        domain=[("gov_level", "!=", False)],
        default=lambda self: self.env.user.gov_department_ids[:1],
        help="Empty: all sites that you are responsible for.",
    )

    _dates_order = models.Constraint(
        "CHECK(date_to >= date_from)", "The period ends before it begins."
    )

    def action_propose(self):
        """Make the needs and show them."""
        self.ensure_one()
        self.env["gov.training.need"].check_access("create")
        needs = self.env["gov.training.need"]._propose(
            self._people(), self.date_from, self.date_to
        )
        if not needs:
            raise UserError(
                self.env._(
                    "No fact of this period asks for a new need: whatever was found is "
                    "on record already, or has been trained since."
                )
            )
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.need",
            "view_mode": "list,pivot,graph,form",
            "domain": [("id", "in", needs.ids)],
            "context": {"search_default_group_topic": 1},
            "name": self.env._("Needs Proposed from Facts"),
        }

    @api.model
    def _own_sites(self):
        if self.env.user.has_group(COUNTY_WIDE):
            return [("gov_level", "!=", False)]
        return [("id", "child_of", self.env.user.gov_department_ids.ids)]

    def _people(self):
        """Window staff of the chosen sites, as far as the user is responsible.

        sudo: their facts become needs, which the user may read; the sites are checked.
        """
        sites = self.env["hr.department"].search(self._own_sites())
        if self.department_id:
            sites = sites.search(
                [("id", "in", sites.ids), ("id", "child_of", self.department_id.ids)]
            )
        return (
            self.env["hr.employee"]
            .sudo()
            .search([("gov_staff_no", "!=", False), ("department_id", "in", sites.ids)])
        )
