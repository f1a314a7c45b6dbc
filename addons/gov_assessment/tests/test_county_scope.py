"""Officers and leaders who are limited to their counties (管辖县区)."""

from datetime import date

from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from odoo.addons.gov_window_staff.tests.common import HR_OFFICER, LEADER, RpcCommon

from .common import AssessmentCommon

PERIODS = {
    "gov.appraisal.round": {"date_from": "2026-10-01"},
    "gov.star.round": {"date_from": "2026-10-01"},
    "gov.annual.round": {"year": 2026},
}


@tagged("post_install", "-at_install")
class TestCountyScope(RpcCommon, AssessmentCommon):
    """`limited` and `boss` keep to the county of the tests; `there` is another one."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.there = cls.new_site("T96", "county")
        cls.limited = cls.new_user("limited", HR_OFFICER)
        cls.boss = cls.new_user("boss", LEADER)
        (cls.limited + cls.boss).gov_county_ids = cls.county
        cls.mine = cls.new_person()
        cls.theirs = cls.new_person(site=cls.new_site("T97", "town", cls.there))

    def documents(self, county, person):
        """One document of each kind of a county and its person."""
        found = {
            model: self.env[model].create({"county_id": county.id, **vals})
            for model, vals in PERIODS.items()
        }
        found["gov.honour.campaign"] = self.env["gov.honour.campaign"].create(
            {
                "kind_id": self.env.ref("gov_assessment.honour_kind_star").id,
                "county_id": county.id,
                "date_from": date(2026, 1, 1),
                "date_to": date(2026, 12, 31),
            }
        )
        found["gov.case"] = self.new_case(person)
        found["gov.assessment.event"] = self.new_event(person)
        found["gov.service.review"] = self.new_review(person)
        found["gov.attendance.day"] = self.env["gov.attendance.day"].create(
            {"employee_id": person.id, "date": "2026-10-09"}
        )
        batch = found["gov.appraisal.round"]
        self.advance(batch, "published")
        found["gov.appraisal"] = sheet = self.appraisal(batch, person)
        found["gov.appraisal.line"] = sheet.line_ids
        found["gov.appeal"] = self.env["gov.appeal"]._submit(
            sheet,
            sheet.line_ids,
            {"reason": "申诉", "source": "paper", "submitted_on": batch.published_on},
        )
        found["gov.appeal.line"] = found["gov.appeal"].line_ids
        found["gov.appraisal.correction"] = correction = self.env[
            "gov.appraisal.correction"
        ]._propose(batch, "appeal", "申诉成立", without=found["gov.assessment.event"])
        found["gov.appraisal.correction.line"] = correction.line_ids
        return found

    def test_documents_of_other_counties_are_not_seen(self):
        here = self.documents(self.county, self.mine)
        there = self.documents(self.there, self.theirs)
        for model, records in there.items():
            self.assertTrue(here[model] and records, model)
            for user in (self.limited, self.boss):
                with self.subTest(model=model, user=user.login):
                    both = (here[model] + records).with_user(user)
                    found = both.search([("id", "in", both.ids)])
                    self.assertEqual(found.ids, here[model].ids)
            for user in (self.officer, self.leader):
                with self.subTest(model=model, user=user.login):
                    self.assertTrue(records.with_user(user).has_access("read"))

    def test_nothing_is_made_for_or_moved_to_another_county(self):
        for model, vals in PERIODS.items():
            own = self.env[model].with_user(self.limited)
            with self.subTest(model=model):
                with self.assertRaises(AccessError):
                    own.create({**vals, "county_id": self.there.id})
                draft = own.create({**vals, "county_id": self.county.id})
                with self.assertRaises(AccessError):
                    draft.county_id = self.there
        cases = self.env["gov.case"].with_user(self.limited)
        vals = {"date_open": date(2026, 10, 1)}
        with self.assertRaises(AccessError):
            cases.create({**vals, "employee_id": self.theirs.id})
        case = cases.create({**vals, "employee_id": self.mine.id})
        with self.assertRaises(AccessError):
            case.employee_id = self.theirs

    def test_who_keeps_to_other_counties_is_not_asked(self):
        found = self.documents(self.there, self.theirs)
        batch, asked = found["gov.appraisal.round"], self.limited + self.boss

        self.assertFalse(
            (batch.reviewer_officer_ids + batch.reviewer_leader_ids) & asked
        )
        for model in ("gov.appeal", "gov.appraisal.correction"):
            users = found[model].activity_ids.user_id
            self.assertTrue(users, model)
            self.assertFalse(users & asked, model)

    def test_severe_late_record_is_told_to_leaders_of_the_county(self):
        event = self.new_event(self.theirs)

        event._ask_leaders_to_reopen()

        told = event.activity_ids.user_id
        self.assertIn(self.leader, told)
        self.assertNotIn(self.boss, told)

    def test_own_county_is_proposed(self):
        batches = self.env["gov.appraisal.round"]

        self.assertEqual(
            batches.with_user(self.limited)._default_county_id(), self.county
        )
        self.assertFalse(batches.with_user(self.officer)._default_county_id())

    def test_the_wire_keeps_to_the_county_as_well(self):
        batch = self.env["gov.appraisal.round"].create(
            {"county_id": self.there.id, "date_from": "2026-10-01"}
        )

        seen = self.call(
            self.limited, "gov.appraisal.round", "search_count", [("id", "=", batch.id)]
        )

        self.assertEqual(seen, 0)
        with self.assertRaisesRegex(JsonRpcException, "AccessError"):
            self.call(self.boss, "gov.appraisal.round", "read", batch.ids, ["state"])
        with self.assertRaisesRegex(JsonRpcException, "AccessError"):
            self.call(
                self.limited,
                "res.users",
                "write",
                self.limited.ids,
                {"gov_county_ids": [(5, 0, 0)]},
            )
