"""Who decides matters must hold an enforcement licence (执法资格证, S38)."""

from odoo import api, fields, models
from odoo.fields import Domain

from ...rules.licence import licence_state
from ..people.hr_version import OFFICER

STATES = [
    ("not_needed", "Not Needed"),
    ("missing", "Missing"),
    ("expired", "Expired"),
    ("expiring", "Expires Soon"),
    ("valid", "Valid"),
]


class HrEmployee(models.Model):
    """State of the licence: needed by chief representatives and by certain posts."""

    _inherit = "hr.employee"

    gov_enforcement_state = fields.Selection(
        STATES,
        string="Enforcement Licence",
        compute="_compute_gov_enforcement_state",
        search="_search_gov_enforcement_state",
        groups=OFFICER,
    )

    @api.depends(
        "gov_enforcement_no", "gov_enforcement_expiry", "job_id.gov_needs_enforcement"
    )
    def _compute_gov_enforcement_state(self):
        day = fields.Date.context_today(self)
        # sudo: who represents a unit stands on the unit's own page
        chiefs = (
            self.env["res.partner"]
            .sudo()
            .search([("gov_chief_id", "in", self._origin.ids)])
            .gov_chief_id
        )
        counties = self.department_id.gov_county_id
        duties = self.env["gov.certificate.duty"]._versions_for(counties, day)
        for county, people in self.grouped(
            lambda person: person.department_id.gov_county_id
        ).items():
            warn_days = duties[county].licence_warn_days
            for person in people:
                person.gov_enforcement_state = licence_state(
                    person.job_id.gov_needs_enforcement or person._origin in chiefs,
                    bool(person.gov_enforcement_no),
                    person.gov_enforcement_expiry or None,
                    day,
                    warn_days,
                )

    def _search_gov_enforcement_state(self, operator, value):
        if operator not in ("in", "not in"):
            return NotImplemented
        staff = Domain("gov_staff_no", "!=", False)
        needing = self.with_context(active_test=False).search(
            staff & self._gov_licence_domain()
        )
        met = needing.filtered(lambda person: person.gov_enforcement_state in value)
        found = Domain("id", "in", met.ids)
        if "not_needed" in value:
            found |= staff & Domain("id", "not in", needing.ids)
        return found if operator == "in" else ~found

    @api.model
    def _gov_licence_domain(self):
        """Few of all people: who represents a unit or has a post that decides."""
        # sudo: who represents a unit stands on the unit's own page
        units = self.env["res.partner"].sudo().search([("gov_chief_id", "!=", False)])
        return Domain("id", "in", units.gov_chief_id.ids) | Domain(
            "job_id.gov_needs_enforcement", "=", True
        )
