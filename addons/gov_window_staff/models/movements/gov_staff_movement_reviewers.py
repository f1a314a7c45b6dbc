"""Who is asked at which step: people by role, site and unit of the movement.

Odoo's add-on knows explicit members of a group only, while roles here imply each other
(an administrator is an HR officer); so the reviewers are worked out as users.
"""

from odoo import api, fields, models
from odoo.fields import Domain

USERS = "res.users"
# role: (field of the movement with the reviewers, label)
ROLES = [
    ("site", "Site Officer of the Present Site"),
    ("new_site", "Site Officer of the New Site"),
    ("unit", "Liaison of the Dispatching Unit"),
    ("officer", "HR Officer of the County"),
    ("leader", "Leader"),
]


def _reviewers(label):
    return fields.Many2many(
        USERS, string=label, compute="_compute_reviewers", compute_sudo=True
    )


class GovStaffMovement(models.Model):
    """The fields that approval steps take their reviewers from."""

    _inherit = "gov.staff.movement"

    reviewer_site_ids = _reviewers(ROLES[0][1])
    reviewer_new_site_ids = _reviewers(ROLES[1][1])
    reviewer_unit_ids = _reviewers(ROLES[2][1])
    reviewer_officer_ids = _reviewers(ROLES[3][1])
    reviewer_leader_ids = _reviewers(ROLES[4][1])
    waiting_for = fields.Char(compute="_compute_waiting_for", compute_sudo=True)

    @api.depends(
        "county_id", "department_id", "to_department_id", "unit_id", "employee_id"
    )
    def _compute_reviewers(self):
        officers = self._users_of("group_hr_officer")
        leaders = self._users_of("group_leader")
        for movement in self:
            # nobody decides on oneself
            oneself = movement.employee_id.user_id
            new_site = movement.to_department_id
            unit = Domain("gov_unit_ids", "in", movement.unit_id.ids)
            liaisons = self._users_of("group_liaison", unit)
            present = self._site_officers(movement.department_id)
            movement.reviewer_officer_ids = movement._who_sees(officers) - oneself
            movement.reviewer_leader_ids = movement._who_sees(leaders) - oneself
            movement.reviewer_site_ids = present - oneself
            movement.reviewer_new_site_ids = self._site_officers(new_site) - oneself
            movement.reviewer_unit_ids = liaisons - oneself

    def _who_sees(self, users):
        """Those who do not keep to other counties; a transfer belongs to both."""
        counties = self.county_id | self.department_id.gov_county_id
        if not counties:
            return users._gov_of_county(counties)
        return users.browse().union(*map(users._gov_of_county, counties))

    def _users_of(self, group, domain=Domain.TRUE):
        group = self.env.ref(f"gov_window_staff.{group}")
        return self.env[USERS].search(Domain("all_group_ids", "in", group.ids) & domain)

    def _site_officers(self, site):
        """Users responsible for a site or for one above it."""
        above = [int(part) for part in (site.parent_path or "").split("/") if part]
        responsible = Domain("gov_department_ids", "in", above)
        return self._users_of("group_site_officer", responsible)

    def _others_turn(self, review):
        """Who has decided a step already leaves the next one to the others in charge.

        Two steps by one person are one opinion (an administrator has every role); only
        where nobody else is in charge does the same person go on.
        """
        # sudo: the reviews of all steps count; only compares who decides with who did
        deciders = self.sudo().review_ids.filtered("done_by").done_by
        others = review.reviewer_ids - deciders
        return deciders if others else others

    @api.depends("review_ids.status", "review_ids.reviewer_ids")
    def _compute_waiting_for(self):
        for movement in self:
            review = movement.review_ids.filtered(lambda r: r.status == "pending")[:1]
            names = review.reviewer_ids[:3].mapped("name")
            more = "…" if len(review.reviewer_ids) > 3 else ""
            movement.waiting_for = (
                f"{review.name} ({', '.join(names)}{more})" if review else False
            )
