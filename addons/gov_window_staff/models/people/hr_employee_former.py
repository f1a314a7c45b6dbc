"""The file that a person had before (再次入职): an entry makes a new one each time."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from .hr_version import OFFICER


class HrEmployee(models.Model):
    """Employee with the former file, whose certificates and service go on."""

    _inherit = "hr.employee"

    gov_former_id = fields.Many2one(
        "hr.employee",
        string="Former File",
        groups=OFFICER,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
        tracking=True,
        domain="[('gov_leave_date', '!=', False), ('id', '!=', id)]",
        help="The same person's file of an earlier time here. Its certificates count; "
        "its years count when the break is not longer than the allowance table says "
        "(30 days, D19).",
    )

    @api.constrains("gov_former_id", "gov_entry_date")
    def _check_former(self):
        for person in self:
            former = person.gov_former_id
            left, entry = former.gov_leave_date, person.gov_entry_date
            if former and not (left and entry and left < entry):
                raise ValidationError(
                    self.env._(
                        "The former file of %s has a leave date before the new entry. "
                        "Correct the dates or choose another file.",
                        person.name,
                    )
                )

    def _gov_former_files(self):
        """{hr.employee: former files, the oldest first} of those who have some."""
        # sudo: only officers read the link; what follows from it (certificates, years
        # of service) is the person's own
        people = self.sudo().with_context(active_test=False)
        found = {}
        for person in people.filtered("gov_former_id"):
            files, one = self.browse(), person.gov_former_id
            while one:  # each was left before the next entry: there is no circle
                files = one.with_env(self.env) | files
                one = one.gov_former_id
            found[person.with_env(self.env)] = files
        return found
