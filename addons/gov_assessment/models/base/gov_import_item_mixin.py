"""Finding the rubric item that a code in a workbook means on a day."""

from odoo import models


class GovImportItemMixin(models.AbstractModel):
    """Items by code, in the version that binds the person's county on the day."""

    _name = "gov.import.item.mixin"
    _description = "Lookup of Rubric Items"

    def _items_by_row(self, rows, employees):
        """{row number: gov.rubric.item}, an empty set for an unknown code."""
        versions, found = {}, {}
        for row in rows:
            employee = employees[row.values["staff_no"]]
            county = employee.department_id.gov_county_id
            key = (county, row.values["date"].replace(day=1))
            if key not in versions:
                version = self._version_on(*key)
                versions[key] = {item.code: item for item in version.item_ids}
            none = self.env["gov.rubric.item"]
            found[row.number] = versions[key].get(row.values["item_code"].lower(), none)
        return found

    def _version_on(self, county, day):
        """The version in force; before the first one, that first one.

        Such an old record is kept for the history only: no month before the first
        version can be opened.
        """
        rubric = self.env["gov.rubric"]._for_county(county)
        versions = rubric.version_ids.filtered(lambda v: v.state == "in_force")
        versions = versions.sorted("date_from")
        begun = versions.filtered(lambda v: v.date_from <= day)
        return begun[-1:] or versions[:1]
