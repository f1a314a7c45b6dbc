"""Builders for the tests of the organisation; mix into a `WindowStaffCommon` case."""

from odoo import Command

LIAISON = "gov_window_staff.group_liaison"


class OrganisationMixin:
    """Standards, windows and units as a test needs them."""

    @classmethod
    def new_standard(cls, date_from="2020-01-01", in_force=True, lines=(), **vals):
        """A standard with one version; returns the version.

        :param lines: one dict a level, values of gov.site.standard.line
        """
        number = next(cls.numbers)
        standard = cls.env["gov.site.standard"].create(
            {"name": f"标准{number}", "code": f"T-{number}"}
        )
        version = cls.env["gov.site.standard.version"].create(
            {
                "standard_id": standard.id,
                "date_from": date_from,
                "line_ids": [Command.create(line) for line in lines],
                **vals,
            }
        )
        if in_force:
            version.action_put_in_force()
        return version

    @classmethod
    def choose(cls, *lines, **vals):
        """The test county follows a standard with these lines; returns the version."""
        version = cls.new_standard(lines=lines, **vals)
        cls.county.gov_standard_id = version.standard_id
        return version

    @classmethod
    def new_windows(cls, site, number, **vals):
        """A number of open comprehensive windows."""
        return cls.env["gov.window"].create(
            [
                {"name": f"综合窗口{n}", "department_id": site.id, **vals}
                for n in range(1, number + 1)
            ]
        )

    def codes(self, site):
        """Set of the shortcomings of a site."""
        site.invalidate_recordset()
        return set((site.gov_check_codes or "").split())
