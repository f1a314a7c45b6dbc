"""Who is to enter: the ID number is typed by the proposer and read by nobody.

It passes to the profile when the entry takes effect; there each look is on record
(gov.disclosure), which a copy on the movement would get round.
"""

from odoo import api, fields, models
from odoo.orm.models import NO_ACCESS

from ...rules import identity

# the phone of a candidate is for those who enter and check it
PROPOSERS = "gov_window_staff.group_site_officer,gov_window_staff.group_liaison"
SEXES = [("male", "Male"), ("female", "Female")]


class GovStaffMovement(models.Model):
    """Entry of a person who has no profile yet."""

    _inherit = "gov.staff.movement"

    candidate_name = fields.Char()
    candidate_identification = fields.Char(
        "Full ID Number", groups=NO_ACCESS, copy=False
    )
    candidate_identification_masked = fields.Char(
        "ID Number",
        compute="_compute_masked",
        inverse="_inverse_masked",
        compute_sudo=True,
    )
    candidate_birthday = fields.Date("Birthday")
    candidate_sex = fields.Selection(SEXES, string="Sex")
    candidate_phone = fields.Char("Mobile Phone", groups=PROPOSERS)
    candidate_staff_no = fields.Char(
        "Staff No. to Give", help="Blank: the next number of the county."
    )

    _candidate_uniq = models.UniqueIndex(
        "(candidate_identification) WHERE kind = 'entry' "
        "AND candidate_identification IS NOT NULL "
        "AND state IN ('draft', 'submitted', 'approved')",
        "This ID number already has an open entry. Go on with that one, or cancel it "
        "first.",
    )

    @api.depends("candidate_identification")
    def _compute_masked(self):
        for movement in self:
            number = movement.candidate_identification or ""
            movement.candidate_identification_masked = identity.mask_number(number)

    def _inverse_masked(self):
        """A full number typed over the stars replaces the stored one."""
        for movement in self:
            number = (movement.candidate_identification_masked or "").strip().upper()
            # sudo: who proposes types the number but reads only its mask
            stored = movement._system()
            if number != identity.mask_number(stored.candidate_identification or ""):
                stored.candidate_identification = number or False
        # what was typed would be shown once more, or printed, in the same call
        self.invalidate_recordset(["candidate_identification_masked"], flush=False)

    @api.onchange("candidate_identification_masked")
    def _onchange_candidate_identification(self):
        number = (self.candidate_identification_masked or "").strip().upper()
        if number and not identity.identity_problem(number):
            self.candidate_identification_masked = number
            self.candidate_birthday = identity.birthday_of(number)
            self.candidate_sex = identity.sex_of(number)

    def _apply_entry(self):
        """In effect, the profile has the phone; here it would be read unseen."""
        result = super()._apply_entry()
        self._system().write({"candidate_phone": False})
        return result
