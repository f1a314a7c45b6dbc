"""Builders for the tests: a county with two towns, people, users, sessions."""

from datetime import datetime, timedelta

from odoo.tests import new_test_user

from odoo.addons.base.tests.common import BaseCommon

MORNING = datetime(2026, 3, 6, 1, 0)  # 09:00 in China, a Friday


class TrainingCommon(BaseCommon):
    """County centre C with town A (village V below it) and town B."""

    @classmethod
    def default_env_context(cls):
        # messages are matched in their source language
        return {**super().default_env_context(), "lang": "en_US"}

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.county = cls.new_site("C", "county")
        cls.town_a = cls.new_site("A", "town", cls.county)
        cls.village = cls.new_site("V", "village", cls.town_a)
        cls.town_b = cls.new_site("B", "town", cls.county)
        cls.ann = cls.new_person("W001", cls.town_a)
        cls.bob = cls.new_person("W002", cls.village)
        cls.eve = cls.new_person("W003", cls.town_b)
        cls.officer = cls.new_user("officer", "gov_window_staff.group_hr_officer")
        cls.site_officer = cls.new_user(
            "town_a", "gov_window_staff.group_site_officer", sites=cls.town_a
        )
        cls.leader = cls.new_user("leader", "gov_window_staff.group_leader")
        cls.administrator = cls.new_user(
            "gov_admin", "gov_window_staff.group_administrator"
        )

    @classmethod
    def new_site(cls, code, level, parent=None):
        return cls.env["hr.department"].create(
            {
                "name": f"Site {code}",
                "gov_code": f"TEST-{code}",
                "gov_level": level,
                "parent_id": parent.id if parent else False,
            }
        )

    @classmethod
    def new_person(cls, staff_no, site, **vals):
        return cls.env["hr.employee"].create(
            {
                "name": f"Person {staff_no}",
                "gov_staff_no": staff_no,
                "department_id": site.id,
                "gov_entry_date": "2025-01-01",
                "date_version": "2025-01-01",
                **vals,
            }
        )

    @classmethod
    def new_user(cls, login, groups, sites=None):
        user = new_test_user(
            cls.env, f"gov_training_{login}", f"base.group_user,{groups}"
        )
        user.gov_department_ids = sites
        return user

    @classmethod
    def new_session(cls, state="draft", people=None, start=MORNING, hours=2, **vals):
        """A session in a state, with people enrolled in it."""
        session = cls.env["gov.training.session"].create(
            {
                "name": "Session",
                "topic_ids": [(6, 0, cls.env.ref("gov_training.topic_skills").ids)],
                "kind_id": cls.env.ref("gov_training.kind_regular").id,
                "form_id": cls.env.ref("gov_training.form_concentrated").id,
                "department_id": cls.county.id,
                "date_start": start,
                "date_end": start + timedelta(hours=hours),
                **vals,
            }
        )
        cls.advance(session, state, people)
        return session

    @classmethod
    def advance(cls, session, state, people=None):
        if state != "draft":
            session.action_open()
            cls.enroll(session, people)
        if state in ("ongoing", "done"):
            session.action_start()
        if state == "done":
            session.action_mark_all_present()
            session.action_close()

    @classmethod
    def enroll(cls, session, people):
        return cls.env["gov.training.enrollment"].create(
            [
                {"session_id": session.id, "employee_id": person.id}
                for person in people or ()
            ]
        )

    def assert_attendance(self, session, **counts):
        """`assert_attendance(session, expected=3, attended=2)`."""
        found = {name: session[f"{name}_count"] for name in counts}
        self.assertEqual(found, counts)
