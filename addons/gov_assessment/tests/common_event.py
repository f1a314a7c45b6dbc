"""Builders for records on their way."""

from odoo.addons.gov_window_staff.tests.common import HR_OFFICER

from .common import MID_OCTOBER, AssessmentCommon


class EventFlowCommon(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.second = cls.new_user("second", HR_OFFICER)
        cls.person = cls.new_person()

    @classmethod
    def draft(cls, code="3.1", user=None, day=MID_OCTOBER, **vals):
        """A draft recorded by an officer."""
        events = cls.env["gov.assessment.event"].with_user(user or cls.officer)
        return events.create(
            {
                "employee_id": cls.person.id,
                "item_id": cls.item(code).id,
                "date": day,
                **vals,
            }
        )

    @classmethod
    def evidence(cls):
        files = cls.env["ir.attachment"].with_user(cls.officer)
        file = files.create({"name": "通报.pdf", "raw": b"%PDF-1.4"})
        return [(6, 0, file.ids)]
