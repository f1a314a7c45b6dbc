"""Where imports go that are opened from a document, and who calls each of them."""

from datetime import timedelta

from odoo import fields
from odoo.fields import Command


class PlacesMixin:
    """Mix it into a PayrollCommon that has `staff`."""

    @classmethod
    def places(cls):
        """Context of the imports that are opened from a document: where to."""
        today = fields.Date.context_today(cls.env["gov.training.session"])
        morning = fields.Datetime.to_datetime(today) + timedelta(hours=1)
        session = cls.env["gov.training.session"].create(
            {
                "name": "甲",
                "topic_ids": [
                    Command.set(cls.env["gov.training.topic"].search([]).ids)
                ],
                "kind_id": cls.env.ref("gov_training.kind_regular").id,
                "form_id": cls.env.ref("gov_training.form_concentrated").id,
                "department_id": cls.county.id,
                "date_start": morning,
                "date_end": morning + timedelta(hours=2),
            }
        )
        session.action_open()
        lines = cls.env["gov.training.enrollment"]
        lines.create(
            {"session_id": session.id, "employee_id": cls.staff[0].id},
        )
        session.action_start()
        exam = cls.env["gov.certification.exam"].create(
            {
                "name": "甲",
                "organiser": "省人才学会",
                "date": today + timedelta(days=40),
                "date_close": today + timedelta(days=10),
            }
        )
        exam.action_open()
        people = cls.env["hr.employee"].union(*cls.staff[:2])
        cls.env["gov.certification.registration"]._enter(exam, people, None)
        exam.action_send()
        return {
            "gov_training_session_id": session.id,
            "gov_certification_exam_id": exam.id,
        }

    def importer(self, name):
        """The importer as the officer calls it whose work it is."""
        importer = self.env[name].with_context(**self.context)
        users = (self.officer, self.finance, self.tax_officer)
        found = [
            user for user in users if importer.with_user(user).has_access("create")
        ]
        self.assertTrue(found, name)
        return importer.with_user(found[0])
