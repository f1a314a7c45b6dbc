"""Performance dossier (现实表现材料, S34): what a period says about a person."""

from odoo import models
from odoo.tools.image import FILETYPE_BASE64_MAGICWORD, image_data_uri

from .hr_version import POLITICAL_STATUSES

MOVEMENT = "gov.staff.movement"


class HrEmployee(models.Model):
    """Employee whose dossier other addons add to."""

    _inherit = "hr.employee"

    def _gov_dossier_sections(self, first, last):
        """Sections of the dossier of one person, in the order of the page.

        An addon adds its own (months and grades, training, violations) by super().
        Restricted records and full numbers never come in: the dossier leaves the house.

        :param first: date, first day of the period
        :param last: date, last day
        :return: list of {"title": str, "header": list of str, "rows": list of lists
            of str}; a section without rows is printed as “none”
        """
        self.ensure_one()
        return [
            self._gov_posts_section(first, last),
            self._gov_certificates_section(last),
            self._gov_merit_section(first, last),
            *self._gov_movements_section(first, last),
        ]

    def _gov_dossier_head(self, last):
        """(label, value) pairs of the table at the top, as of the last day."""
        self.ensure_one()
        valid = self.env["hr.version"]._gov_as_of(self, last)
        version = valid.get(self.id, self.version_id)
        statuses = dict(POLITICAL_STATUSES)
        status = version.gov_political_status
        word = version._gov_word
        return [
            (self.env._("Person's Name"), self.name),
            (self.env._("Staff No."), self.gov_staff_no or ""),
            (self.env._("Sex"), word("sex", version.sex) if version.sex else ""),
            (self.env._("Born On"), self._gov_day(self.birthday)),
            (
                self.env._("Political Status"),
                word("gov_political_status", status) if status in statuses else "",
            ),
            (self.env._("Education"), version.gov_education_id.name or ""),
            (self.env._("Site"), version.department_id.name or ""),
            (self.env._("Window"), version.gov_window_id.name or ""),
            (self.env._("Post"), version.job_id.name or ""),
            (self.env._("Staffing Type"), version.contract_type_id.name or ""),
            (self.env._("Dispatching Unit"), version.gov_dispatch_unit_id.name or ""),
            (self.env._("Entry Date"), self._gov_day(self.gov_entry_date)),
            (self.env._("Skill Level"), self.gov_skill_level_id.name or ""),
        ]

    def _gov_photo_uri(self):
        """The photo inside the page; False for a person without one.

        A coloured initial, which Odoo draws (SVG), is no photo.
        """
        kind = FILETYPE_BASE64_MAGICWORD.get((self.image_256 or b"")[:1])
        return kind not in (None, "svg+xml") and image_data_uri(self.image_256)

    def _gov_posts_section(self, first, last):
        history = self.version_ids.sorted("date_version")
        begun = history.filtered(lambda v: v.date_version <= last)
        shown = begun.filtered(lambda v: v.date_version > first)
        # a new wage is no new post
        shown = shown.filtered(lambda v: v._gov_told_changes())
        shown = begun.filtered(lambda v: v.date_version <= first)[-1:] + shown
        return {
            "title": self.env._("Posts"),
            "header": [
                self.env._("From"),
                self.env._("Site"),
                self.env._("Window"),
                self.env._("Post"),
                self.env._("Staffing Type"),
                self.env._("What Changed"),
            ],
            "rows": [
                [
                    self._gov_day(version.date_version),
                    version.department_id.name or "",
                    version.gov_window_id.name or "",
                    version.job_id.name or "",
                    version.contract_type_id.name or "",
                    version._gov_told_changes(),
                ]
                for version in shown
            ],
        }

    def _gov_certificates_section(self, last):
        certificates = self.gov_certificate_ids.filtered(
            lambda c: c.state == "verified" and c.issue_date <= last
        )
        return {
            "title": self.env._("Skill Certificates"),
            "header": [
                self.env._("Skill Level"),
                self.env._("Certificate No."),
                self.env._("Issued On"),
                self.env._("Issued By"),
            ],
            "rows": [
                [
                    certificate.level_id.name,
                    certificate.number,
                    self._gov_day(certificate.issue_date),
                    certificate.issuer or "",
                ]
                for certificate in certificates.sorted("issue_date")
            ],
        }

    def _gov_merit_section(self, first, last):
        records = self.env["gov.staff.record"].search(
            [
                ("employee_id", "=", self.id),
                ("kind_id.is_merit", "=", True),
                ("kind_id.is_restricted", "=", False),
                ("date", ">=", first),
                ("date", "<=", last),
            ],
            order="date, id",
        )
        return {
            "title": self.env._("Honours and Recommendations"),
            "header": [
                self.env._("Date"),
                self.env._("Kind"),
                self.env._("Summary"),
                self.env._("Details"),
            ],
            "rows": [
                [
                    self._gov_day(record.date),
                    record.kind_id.name,
                    record.summary,
                    record.note or "",
                ]
                for record in records
            ],
        }

    def _gov_movements_section(self, first, last):
        """Movements carried out in the period; none where there is no such model."""
        if MOVEMENT not in self.env:
            return []
        movements = self.env[MOVEMENT].search(
            [
                ("employee_id", "=", self.id),
                ("state", "=", "done"),
                ("effective_date", ">=", first),
                ("effective_date", "<=", last),
            ],
            order="effective_date, id",
        )
        kinds = dict(
            self.env[MOVEMENT]._fields["kind"]._description_selection(self.env)
        )
        section = {
            "title": self.env._("Movements"),
            "header": [
                self.env._("Effective From"),
                self.env._("Kind"),
                self.env._("No."),
                self.env._("Reason"),
            ],
            "rows": [
                [
                    self._gov_day(movement.effective_date),
                    kinds.get(movement.kind, movement.kind),
                    movement.name or "",
                    movement.reason or "",
                ]
                for movement in movements
            ],
        }
        return [section]

    def _gov_day(self, day):
        return str(day or "")  # 2026-03-01, as on all our papers
