"""Coverage by quarter: who counts, where, and who was trained."""

from datetime import datetime, timedelta

from odoo.tests import tagged

from .common import TrainingCommon
from .common_cover import IN_Q1, Q1, Q2, SPRING, CoverBuilders


@tagged("post_install", "-at_install")
class TestCoverage(CoverBuilders, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.freeze(SPRING)

    def ref(self, name):
        return self.env.ref(f"gov_training.{name}").id

    def test_person_of_a_closed_concentrated_session_is_trained(self):
        self.new_session("done", [self.ann], IN_Q1)

        self.assertEqual(self.row_of(self.ann).trained, 1)
        self.assertEqual(self.row_of(self.ann).hours, 2)
        self.assertEqual(self.row_of(self.bob).untrained, 1)

    def test_session_counts_in_its_own_quarter_only(self):
        self.new_session("done", [self.ann], IN_Q1)

        self.assertEqual(self.row_of(self.ann, Q2).trained, 0)

    def test_first_hours_of_a_quarter_are_those_of_beijing(self):
        # 07:00 on 1 April in China is still March by the server
        self.new_session("done", [self.ann], datetime(2026, 3, 31, 23, 0))

        self.assertEqual(self.row_of(self.ann, Q1).trained, 0)
        self.assertEqual(self.row_of(self.ann, Q2).trained, 1)

    def test_what_is_not_a_closed_concentrated_training_does_not_count(self):
        self.new_session("ongoing", [self.ann], IN_Q1)
        afternoon = IN_Q1 + timedelta(hours=5)
        self.new_session("done", [self.bob], IN_Q1, form_id=self.ref("form_online"))
        self.new_session(
            "done", [self.eve], afternoon, kind_id=self.ref("kind_heads_meeting")
        )

        for person in (self.ann, self.bob, self.eve):
            with self.subTest(person=person.name):
                self.assertEqual(self.row_of(person).trained, 0)

    def test_who_stayed_away_is_not_trained(self):
        session = self.new_session("ongoing", [self.ann, self.bob], IN_Q1)
        session.enrollment_ids.filtered(
            lambda e: e.employee_id == self.bob
        ).action_absent()
        session.action_mark_all_present()
        session.action_close()

        self.assertEqual(self.row_of(self.ann).trained, 1)
        self.assertEqual(self.row_of(self.bob).trained, 0)

    def test_reopened_session_counts_no_longer(self):
        session = self.new_session("done", [self.ann], IN_Q1)
        session.with_user(self.administrator)._reopen("mistake")

        self.assertEqual(self.row_of(self.ann).trained, 0)

    def test_rate_is_that_of_the_people(self):
        self.new_session("done", [self.ann, self.bob], IN_Q1)
        mine = [
            ("quarter", "=", Q1),
            ("county_id", "=", self.county.id),
        ]

        [(people, trained, rate)] = self.env["gov.training.coverage"]._read_group(
            mine, [], ["people:sum", "trained:sum", "rate:avg"]
        )

        self.assertEqual((people, trained), (3, 2))
        self.assertAlmostEqual(rate, 200 / 3)


@tagged("post_install", "-at_install")
class TestWhoCounts(CoverBuilders, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.freeze(SPRING)

    def test_who_left_during_the_quarter_is_not_expected(self):
        self.bob.gov_leave_date = "2026-02-10"

        self.assertFalse(self.row_of(self.bob))

    def test_who_left_afterwards_was_expected(self):
        self.bob.gov_leave_date = "2026-04-10"

        self.assertTrue(self.row_of(self.bob))
        self.assertFalse(self.row_of(self.bob, Q2))

    def test_who_comes_later_is_not_expected_before(self):
        new = self.new_person(
            "W050", self.town_a, gov_entry_date="2026-04-02", date_version="2026-04-02"
        )

        self.assertFalse(self.row_of(new))
        self.assertTrue(self.row_of(new, Q2))

    def test_site_is_that_of_the_last_day_of_the_quarter(self):
        self.eve.create_version(
            {"date_version": "2026-04-05", "department_id": self.town_a.id}
        )

        self.assertEqual(self.row_of(self.eve, Q1).department_id, self.town_b)
        self.assertEqual(self.row_of(self.eve, Q2).department_id, self.town_a)

    def test_newcomers_may_be_left_out_for_a_while(self):
        new = self.new_person(
            "W051", self.town_a, gov_entry_date="2026-03-20", date_version="2026-03-20"
        )
        self.assertEqual(self.row_of(new).untrained, 1)

        self.new_duty(self.county, grace_days=12)
        self.assertFalse(self.row_of(new))

    def test_newcomer_who_was_trained_counts_all_the_same(self):
        new = self.new_person(
            "W052", self.town_a, gov_entry_date="2026-03-20", date_version="2026-03-20"
        )
        self.new_duty(self.county, grace_days=30)
        self.new_session("done", [new], datetime(2026, 3, 25, 1, 0))

        self.assertEqual(self.row_of(new).trained, 1)

    def test_grace_reaches_back_whole_days_from_the_end_of_the_quarter(self):
        # of 12 days, 20 March is the first: 31 - 12 + 1
        self.new_duty(self.county, grace_days=12)
        for day, counted in (("2026-03-19", True), ("2026-03-20", False)):
            person = self.new_person(
                f"W{day}", self.town_a, gov_entry_date=day, date_version=day
            )
            with self.subTest(day=day):
                self.assertEqual(bool(self.row_of(person)), counted)

    def test_running_quarter_is_as_of_today(self):
        row = self.row_of(self.ann, Q2)

        self.assertTrue(row.is_current)
        self.assertEqual(str(row.date), "2026-04-15")
        self.assertTrue(self.row_of(self.ann).is_last)

    def test_each_person_has_one_row_a_quarter(self):
        self.ann.create_version(
            {"date_version": "2026-04-05", "department_id": self.town_b.id}
        )

        self.assertEqual(len(self.row_of(self.ann, Q2)), 1)


@tagged("post_install", "-at_install")
class TestSiteCoverage(CoverBuilders, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.freeze(SPRING)
        cls.duty = cls.new_duty(cls.county)

    def test_site_without_session_is_missing(self):
        self.new_session("done", [self.ann], IN_Q1)

        self.assertEqual(self.site_row(self.town_a).standing, "met")
        row = self.site_row(self.town_b)
        self.assertEqual(row.standing, "missing")
        self.assertEqual((row.session_count, row.required_count), (0, 1))

    def test_session_of_the_county_counts_for_the_sites_whose_people_came(self):
        self.new_session("done", [self.ann, self.bob], IN_Q1)

        self.assertEqual(self.site_row(self.village).session_count, 1)
        self.assertEqual(self.site_row(self.town_b).session_count, 0)

    def test_people_missing_is_less_than_no_session(self):
        self.new_person("W060", self.town_a)
        self.new_session("done", [self.ann], IN_Q1)
        row = self.site_row(self.town_a)

        self.assertEqual(row.standing, "partly")
        self.assertEqual((row.people, row.trained, row.untrained), (2, 1, 1))
        self.assertEqual(row.rate, 50)

    def test_own_text_of_a_county_may_ask_for_two_sessions(self):
        self.new_session("done", [self.ann], IN_Q1)
        self.duty.action_back_to_draft()
        self.duty.sessions = 2
        self.duty.action_put_in_force()

        self.assertEqual(self.site_row(self.town_a).standing, "missing")

    def test_text_that_is_not_in_force_yet_asks_for_nothing(self):
        self.duty.action_back_to_draft()
        self.duty.date_from = "2027-01-01"
        self.duty.action_put_in_force()

        self.assertEqual(self.site_row(self.town_b).required_count, 0)
        self.assertEqual(self.site_row(self.town_b).standing, "met")

    def test_sessions_still_to_come_are_told(self):
        self.new_session("planned", [self.ann], datetime(2026, 5, 6, 1, 0))

        row = self.site_row(self.village, Q2)
        self.assertEqual(row.planned_count, 1)
        self.assertEqual(row.session_count, 0)

    def test_rows_of_a_site_have_ids_of_their_own(self):
        rows = self.env["gov.training.site.coverage"].search([])

        self.assertEqual(len(rows.ids), len(set(rows.ids)))
        self.assertEqual(rows, rows.browse(rows.ids).exists())
