"""The profile at a glance: badges, countdowns, what is missing."""

from datetime import date

from freezegun import freeze_time

from odoo.tests import tagged

from .common import HR_OFFICER, WindowStaffCommon
from .common_people import NUMBER, PHONE, PeopleMixin


@tagged("post_install", "-at_install")
class TestGlance(PeopleMixin, WindowStaffCommon):
    def texts(self, person):
        person.invalidate_recordset()
        chinese = person.with_context(lang="zh_CN")
        return [badge["text"] for badge in chinese.gov_badges or []]

    def missing(self, person):
        person.invalidate_recordset()
        return [code for code, _text in person._gov_missing().get(person.id, [])]

    def complete_person(self, verified=None, **vals):
        person = self.new_person(
            identification_id=NUMBER[:17] + "X",
            private_phone=PHONE,
            gov_window_id=self.new_window(name=f"窗口{next(self.numbers)}").id,
            certificates=[{"rank": 1, "verified": verified}],
            **vals,
        )
        person._gov_set_card("6229990000000000016", self.env["res.bank"])
        return person

    @freeze_time("2026-10-01 04:00:00")
    def test_countdowns_tell_the_days_left(self):
        person = self.new_person(entry=date(2026, 8, 1), trial_end=date(2026, 10, 31))

        self.assertEqual(person.gov_probation_days, 31)
        self.assertEqual(person.gov_stay_until, date(2028, 8, 1))
        self.assertEqual(self.texts(person), ["试用期剩 31 天", "最低服务期剩 670 天"])

    @freeze_time("2026-10-01 04:00:00")
    def test_minimum_stay_counts_from_the_day_at_the_window(self):
        person = self.new_person(
            entry=date(2020, 1, 1), gov_posted_date=date(2025, 10, 2)
        )

        self.assertEqual(person.gov_stay_days, 366)

    @freeze_time("2026-10-01 04:00:00")
    def test_countdowns_that_are_over_are_not_shown(self):
        person = self.new_person(entry=date(2020, 1, 1), trial_end=date(2026, 9, 30))

        self.assertEqual(self.texts(person), [])

    def test_level_party_and_vanguard_are_badges(self):
        person = self.new_person(
            certificates=[{"rank": 3}],
            gov_political_status="01",
            gov_is_vanguard=True,
        )

        self.assertEqual(self.texts(person), ["三级/高级工", "党员", "党员先锋岗"])

    def test_reserve_cadre_is_a_badge_and_found(self):
        person = self.new_person(
            gov_is_reserve=True,
            gov_reserve_from=date(2026, 1, 1),
            gov_reserve_until=date(2026, 12, 31),
        )

        self.assertEqual(self.texts(person), ["后备干部"])
        found = self.env["hr.employee"].search([("gov_is_reserve", "=", True)])
        self.assertIn(person, found)

    def test_headline_names_site_window_post_unit_and_staffing_type(self):
        self.person.write(
            {
                "gov_window_id": self.new_window(name="社保窗口").id,
                "job_id": self.env["hr.job"].create({"name": "收件(测试)"}).id,
            }
        )

        self.assertEqual(
            self.person.gov_headline,
            "东镇便民服务中心 · 社保窗口 · 收件(测试) · 县人社局(测试)",
        )

    def test_people_who_have_left_are_marked_and_lack_nothing(self):
        person = self.new_person(leave=date(2025, 12, 31))

        self.assertEqual(self.texts(person), ["已离职"])
        self.assertEqual(self.missing(person), [])

    def test_new_person_lacks_everything(self):
        self.assertEqual(
            self.missing(self.new_person()),
            ["window", "identification", "phone", "card", "certificate"],
        )

    def test_complete_person_lacks_nothing(self):
        person = self.complete_person()

        self.assertEqual(self.missing(person), [])
        self.assertFalse(person.gov_is_incomplete)

    def test_unverified_certificate_is_still_missing(self):
        person = self.complete_person(verified=False)

        self.assertEqual(self.missing(person), ["certificate"])

    def test_back_office_needs_no_window(self):
        person = self.complete_person()
        person.write({"gov_window_id": False, "gov_position": "back_office"})

        self.assertEqual(self.missing(person), [])

    def test_chief_representative_without_a_valid_licence_lacks_it(self):
        person = self.complete_person(gov_dispatch_unit_id=self.unit.id)
        self.unit.gov_chief_id = person

        self.assertEqual(self.missing(person), ["licence"])
        person.write(
            {"gov_enforcement_no": "32-1", "gov_enforcement_expiry": "2020-01-01"}
        )
        self.assertEqual(self.missing(person), ["licence"])
        person.gov_enforcement_expiry = False
        self.assertEqual(self.missing(person), [])

    def test_post_that_decides_asks_for_a_licence(self):
        job = self.env["hr.job"].create(
            {"name": "审批岗", "gov_needs_enforcement": True}
        )

        self.assertEqual(self.missing(self.complete_person(job_id=job.id)), ["licence"])

    def test_incomplete_profiles_are_found(self):
        complete, lacking = self.complete_person(), self.new_person()
        both = [("id", "in", (complete + lacking).ids)]
        people = self.env["hr.employee"]

        self.assertEqual(
            people.search([*both, ("gov_is_incomplete", "=", True)]), lacking
        )
        self.assertEqual(
            people.search([*both, ("gov_is_incomplete", "=", False)]), complete
        )

    def test_search_finds_exactly_who_lacks_something(self):
        job = self.env["hr.job"].create({"name": "审批", "gov_needs_enforcement": True})
        one_thing = (
            {"gov_window_id": False},
            {"identification_id": False},
            {"private_phone": False},
            {"bank_account_ids": False},
            {"job_id": job.id},
            {"gov_position": "back_office", "gov_window_id": False},
            {"gov_leave_date": "2025-12-31", "private_phone": False},
        )
        people = self.complete_person(verified=False)
        for vals in one_thing:
            person = self.complete_person()
            person.write(vals)
            people |= person

        flagged = people.search(
            [("id", "in", people.ids), ("gov_is_incomplete", "=", True)]
        )

        self.assertEqual(set(flagged.ids), set(people._gov_missing()))
        self.assertEqual(len(flagged), 6)

    def test_officer_without_the_personal_group_sees_what_is_missing(self):
        officer = self.new_user("second", HR_OFFICER)

        self.assertTrue(self.new_person().with_user(officer).gov_is_incomplete)

    def test_missing_is_worked_out_in_sets(self):
        people = self.env["hr.employee"].union(*[self.new_person() for _n in range(3)])
        more = people.union(*[self.new_person() for _n in range(9)])

        few = self.queries(people)

        self.assertLessEqual(self.queries(more), few + 1)

    def queries(self, people):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        people._gov_missing()
        return self.env.cr.sql_log_count - before
