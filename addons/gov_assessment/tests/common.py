"""Builders for the tests: people, facts, cases, a round at any state."""

from datetime import date, datetime

from odoo.addons.gov_window_staff.rules.month import Month
from odoo.addons.gov_window_staff.tests.common import (
    HR_OFFICER,
    LEADER,
    LONG_AGO,
    SITE_OFFICER,
    WindowStaffCommon,
)

OCTOBER = Month(2026, 10)
MID_OCTOBER = date(2026, 10, 8)


class AssessmentCommon(WindowStaffCommon):
    """The county of the staff tests with a user of each role, and the shipped text."""

    @classmethod
    def default_env_context(cls):
        # messages are matched in their source language
        return {**super().default_env_context(), "lang": "en_US"}

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rubric = cls.env.ref("gov_assessment.lianshui")
        cls.version = cls.env.ref("gov_assessment.lianshui_2025")
        cls.officer = cls.new_user("officer", HR_OFFICER)
        cls.leader = cls.new_user("leader", LEADER)
        # the county review is by an officer who did not work on the month
        cls.checker = cls.new_user("checker", HR_OFFICER)
        cls.site_officer = cls.new_user("site", SITE_OFFICER, sites=cls.town)
        cls.plain_user = cls.new_user("plain")
        cls.portal_user = cls.new_user("portal", "base.group_portal")

    @classmethod
    def new_people(cls, number, **vals):
        """`number` people of the town, in service for years, made at once."""
        return cls.env["hr.employee"].create(
            [
                {
                    "name": f"人员{serial}",
                    "gov_staff_no": f"T{serial:04d}",
                    "gov_entry_date": LONG_AGO,
                    "date_version": LONG_AGO,
                    "department_id": cls.town.id,
                    **vals,
                }
                for serial in (next(cls.numbers) for _time in range(number))
            ]
        )

    # -- policy ------------------------------------------------------------------

    @classmethod
    def item(cls, code, version=None):
        return (version or cls.version).item_ids.filtered(lambda i: i.code == code)

    @classmethod
    def new_text(cls, date_from="2027-01-01", in_force=True, **vals):
        """A changed copy of the shipped text, under the same rubric unless told."""
        version = cls.version.copy({"date_from": date_from, **vals})
        # the copied items came by the categories: read them anew
        version.invalidate_recordset(["item_ids"])
        if in_force:
            version.action_put_in_force()
        return version

    @classmethod
    def own_rubric(cls, **vals):
        """A rubric that applies in this county only, with a changed text."""
        rubric = cls.env["gov.rubric"].create(
            {"name": "Own", "code": "TEST-OWN", "department_id": cls.county.id}
        )
        return cls.new_text("2025-01-01", rubric_id=rubric.id, **vals)

    # -- facts -------------------------------------------------------------------

    @classmethod
    def new_event(cls, person, code="1.1", day=MID_OCTOBER, **vals):
        """A confirmed record."""
        return cls.env["gov.assessment.event"].create(
            {
                "employee_id": person.id,
                "item_id": cls.item(code).id,
                "date": day,
                "state": "confirmed",
                **vals,
            }
        )

    @classmethod
    def lose(cls, person, points):
        """Cost a person points: 4.3 of one point each, from 15 on 1.1 of five each."""
        code, unit = ("4.3", 1) if points < 15 else ("1.1", 5)
        return cls.new_event(person, code, quantity=points / unit)

    @classmethod
    def win(cls, person, points):
        """Bonus points, in units of 6.5."""
        return cls.new_event(person, "6.5", quantity=points / 5)

    @classmethod
    def new_review(cls, person, at=datetime(2026, 10, 8, 2), **vals):
        """A bad review that was found true; `at` is UTC."""
        return cls.env["gov.service.review"].create(
            {
                "number": f"TEST-{next(cls.numbers):05d}",
                "employee_id": person.id,
                "rating": "2",
                "reviewed_at": at,
                "verdict": "true",
                **vals,
            }
        )

    @classmethod
    def new_case(cls, person, opened=date(2026, 10, 8), closed=False):
        return cls.env["gov.case"].create(
            {"employee_id": person.id, "date_open": opened, "date_close": closed}
        )

    # -- the month -----------------------------------------------------------------

    @classmethod
    def new_round(cls, state="graded", month=OCTOBER):
        """The round of the county at a state, taken there by the right users."""
        batch = cls.env["gov.appraisal.round"].create(
            {"county_id": cls.county.id, "date_from": month.first}
        )
        cls.advance(batch, state)
        return batch

    @classmethod
    def advance(cls, batch, state):
        """Press the buttons until the round is at `state`."""
        steps = {
            "draft": ("action_open", cls.officer),
            "open": ("action_score", cls.officer),
            "scored": ("action_grade", cls.officer),
            "graded": ("action_publish", cls.officer),
            "confirmed": ("action_lock", cls.officer),
        }
        while batch.state != state:
            if batch.state == "published":
                cls.approve(batch)
            else:
                method, user = steps[batch.state]
                getattr(batch.with_user(user), method)()

    @classmethod
    def approve(cls, batch):
        """A published month through its steps; publicity ends early by the leader."""
        if not batch.submitted_on:
            if not batch.is_publicity_over:
                batch.with_user(cls.leader)._end_publicity("test")
            batch.with_user(cls.officer).action_submit()
        for user in (cls.checker, cls.leader):
            if batch.with_user(user).can_decide:
                batch.with_user(user).action_confirm()

    @classmethod
    def appraisal(cls, batch, person):
        return batch.appraisal_ids.filtered(lambda a: a.employee_id == person)

    # -- assertions ------------------------------------------------------------------

    def assert_results(self, batch, field, expected):
        """`expected` = {person: value of a field of the appraisal}."""
        found = {p: self.appraisal(batch, p)[field] for p in expected}
        self.assertEqual(found, expected)

    def assert_grades(self, batch, expected):
        self.assert_results(batch, "grade", expected)

    def assert_totals(self, batch, expected):
        self.assert_results(batch, "total", expected)

    def assert_rewards(self, batch, expected):
        self.assert_results(batch, "reward_amount", expected)
