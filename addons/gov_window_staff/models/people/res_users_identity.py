"""The own profile of a user, which Odoo repeats on the user record."""

from odoo import models

# Odoo lets every login, portal ones included, write these on the own profile; here
# they change by an approved correction only (信息更正), and card and PIN not at all
OFFICIAL_FIELDS = frozenset(
    {
        "additional_note",
        "barcode",
        "category_ids",
        "emergency_contact",
        "emergency_phone",
        "employee_bank_account_ids",
        "job_title",
        "pin",
        "private_city",
        "private_country_id",
        "private_email",
        "private_phone",
        "private_state_id",
        "private_street",
        "private_street2",
        "private_zip",
        "visa_expire",
        "work_email",
    }
)


class ResUsers(models.Model):
    """User whose profile shows a private phone."""

    _name = "res.users"
    _inherit = ["res.users", "gov.sensitive.mixin"]

    _gov_sensitive = {"private_phone": "phone"}

    @property
    def SELF_WRITEABLE_FIELDS(self):
        return [x for x in super().SELF_WRITEABLE_FIELDS if x not in OFFICIAL_FIELDS]

    def _get_employee_fields_to_sync(self):
        """Who renames the own login keeps the name that the file has."""
        names = super()._get_employee_fields_to_sync()
        if self.env.su or self.env.user.has_group("hr.group_hr_user"):
            return names
        if self.env.user.has_group("base.group_erp_manager"):
            return names
        return [name for name in names if name not in ("name", "email")]

    def _gov_subjects(self):
        # people who look at their own profile are no disclosure
        return (self - self.env.user).employee_ids
