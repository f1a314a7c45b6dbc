"""Finding one person among a hundred thousand: pinyin initials."""

from odoo import api, fields, models
from odoo.fields import Domain

from .hr_version import OFFICER
from .initials import initials


class HrEmployee(models.Model):
    """Employee that is found by what an officer types first."""

    _inherit = "hr.employee"

    gov_initials = fields.Char(
        string="Pinyin Initials",
        compute="_compute_gov_initials",
        store=True,
        groups=OFFICER,
        help="First letters of the name in pinyin: 王小明 is found by wxm.",
    )

    # LIKE 'wxm%' uses an index of this kind only, whatever the database's collation
    _gov_initials_idx = models.Index("(gov_initials text_pattern_ops)")

    @api.depends("name")
    def _compute_gov_initials(self):
        for person in self:
            person.gov_initials = initials(person.name)

    @api.model
    def _search_display_name(self, operator, value):
        """Letters begin the initials too, for those who may read these."""
        found = super()._search_display_name(operator, value)
        typed = isinstance(value, str) and value.strip().lower()
        if (
            operator != "ilike"
            or not typed
            or not (typed.isascii() and typed.isalpha())
        ):
            return found
        if not self._has_field_access(self._fields["gov_initials"], "read"):
            return found
        return Domain.OR([found, Domain("gov_initials", "=like", f"{typed}%")])
