"""Creating thousands of people at once, as an import does.

Odoo makes a person in 25 to 60 ms: it writes the version once more for each of them,
looks for leave that a new person cannot have, draws an avatar, asks for the current
version. `_gov_create_many` does the same in sets; a test compares every stored column
with a person made the usual way (test_import_roster_more.py).
"""

from odoo import api, models
from odoo.tools import SQL

from odoo.addons.hr.models.hr_employee import HrEmployee as CoreEmployee
from odoo.addons.hr_holidays.models.hr_version import HrVersion as HolidaysVersion

BULK = object()  # no client can send it
CHUNK = 1000  # people in one go: bounds memory and the size of one statement


def is_bulk(records):
    """Whether this create comes from `_gov_create_many`."""
    return records.env.context.get("gov_bulk") is BULK


class HrEmployee(models.Model):
    """Employee that can be made in sets."""

    _inherit = "hr.employee"

    @api.model
    def _gov_create_many(self, vals_list):
        """Create people without users, each with one version, in sets.

        :param vals_list: as for create(), each with `contract_date_start`, on which
            the first version begins
        :return: hr.employee in the order of the list
        """
        people = self.browse()
        for start in range(0, len(vals_list), CHUNK):
            people += self._gov_create_chunk(vals_list[start : start + CHUNK])
        return people

    def _gov_create_chunk(self, vals_list):
        contacts = self._gov_create_contacts(vals_list)
        bulk = self.with_context(gov_bulk=BULK)
        # Odoo's default asks the database for each person
        # sudo: Odoo's default, whatever the importer may read; nothing else is read
        structure = self.env["hr.version"].sudo()._default_salary_structure()
        people = bulk.create(
            [
                {
                    "date_version": vals["contract_date_start"],
                    "work_contact_id": contact.id,
                    "structure_type_id": structure.id,
                    **vals,
                }
                for vals, contact in zip(vals_list, contacts, strict=True)
            ]
        )
        return people.with_context(gov_bulk=None)

    def _gov_create_contacts(self, vals_list):
        """Work contacts, which Odoo would make and write one by one."""
        # sudo: as Odoo, for officers without the right to create contacts
        contacts = self.env["res.partner"].sudo()
        new = [vals for vals in vals_list if not vals.get("work_contact_id")]
        created = iter(
            contacts.create(
                [
                    {"name": vals["name"], "company_id": self.env.company.id}
                    for vals in new
                ]
            )
        )
        return [
            contacts.browse(vals["work_contact_id"])
            if vals.get("work_contact_id")
            else next(created)
            for vals in vals_list
        ]

    @api.model
    def _create(self, data_list):
        if not is_bulk(self):
            return super()._create(data_list)
        version_ids = [data["stored"].pop("version_id") for data in data_list]
        current = self._fields["current_version_id"]
        for data, version_id in zip(data_list, version_ids, strict=True):
            data["stored"]["current_version_id"] = version_id
            data["protected"].update(self.pool.field_computed[current])
        # past Odoo's own loop over the versions, see _gov_link_versions
        people = super(CoreEmployee, self)._create(data_list)
        self._gov_link_versions(people, version_ids)
        return people

    def _gov_link_versions(self, people, version_ids):
        """Tell each version whose it is, in one statement."""
        versions = self.env["hr.version"].browse(version_ids)
        versions.flush_recordset()
        pairs = zip(people.ids, version_ids, strict=True)
        rows = SQL(", ").join(SQL("(%s, %s)", *pair) for pair in pairs)
        self.env.cr.execute(
            SQL(
                "UPDATE hr_version SET employee_id = pair.employee_id"
                " FROM (VALUES %s) AS pair (employee_id, version_id)"
                " WHERE hr_version.id = pair.version_id",
                rows,
            )
        )
        versions.invalidate_recordset(["employee_id"])
        people.invalidate_recordset(["version_id", "version_ids"])

    def _avatar_generate_svg(self):
        # an import stores no drawings; Odoo draws them when a page shows them
        return False if is_bulk(self) else super()._avatar_generate_svg()


class HrVersion(models.Model):
    """First versions of new people."""

    _inherit = "hr.version"

    @api.model_create_multi
    def create(self, vals_list):
        if is_bulk(self):
            # hr_holidays creates one by one to split the leave of the person; a new
            # person has none
            return super(HolidaysVersion, self).create(vals_list)
        return super().create(vals_list)
