"""Training bases and the chain county, towns, villages (链式培训)."""

from datetime import datetime

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from .common import TrainingCommon
from .common_cover import IN_Q1, Q1, SPRING, CoverBuilders


class ChainCase(CoverBuilders, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.freeze(SPRING)
        cls.top = cls.new_base(cls.county, "town")
        cls.middle = cls.new_base(cls.town_a, "village")

    def held(self, base, people, start=IN_Q1):
        return self.new_session(
            "done", people, start, base_id=base.id, department_id=base.department_id.id
        )


@tagged("post_install", "-at_install")
class TestChainCoverage(ChainCase):
    def test_each_site_is_served_by_the_base_above_it(self):
        self.assertEqual(self.row_of(self.ann).base_id, self.top)
        self.assertEqual(self.row_of(self.bob).base_id, self.middle)
        self.assertEqual(self.row_of(self.ann).link, "county_town")
        self.assertEqual(self.row_of(self.bob).link, "town_village")

    def test_nearest_base_goes_before_one_further_up(self):
        self.new_base(self.county, "village")

        self.assertEqual(self.row_of(self.bob).base_id, self.middle)

    def test_base_serves_from_its_first_day_to_its_last(self):
        self.middle.date_to = "2026-03-30"
        self.assertFalse(self.row_of(self.bob).base_id)

        self.middle.date_to = "2026-03-31"
        self.assertTrue(self.row_of(self.bob).base_id)

    def test_people_are_trained_by_their_own_base_only(self):
        self.held(self.top, [self.ann, self.bob])

        self.assertEqual(self.row_of(self.ann).chain_trained, 1)
        self.assertEqual(self.row_of(self.bob).chain_trained, 0)
        self.assertEqual(self.row_of(self.bob).trained, 1)

    def test_rate_is_that_of_the_link(self):
        self.held(self.top, [self.ann])
        rates = dict(
            self.env["gov.training.coverage"]._read_group(
                [("quarter", "=", Q1), ("county_id", "=", self.county.id)],
                ["link"],
                ["chain_rate:avg"],
            )
        )

        self.assertEqual(rates, {"county_town": 50, "town_village": 0})

    def test_site_row_tells_the_coverage_by_the_base(self):
        self.held(self.middle, [self.bob])
        row = self.site_row(self.village)

        self.assertEqual((row.chain_trained, row.chain_rate), (1, 100))

    def test_base_shows_the_running_quarter(self):
        self.held(self.top, [self.ann], datetime(2026, 4, 8, 1, 0))

        self.assertEqual((self.top.site_count, self.top.people_count), (2, 2))
        self.assertEqual((self.top.trained_count, self.top.coverage_rate), (1, 50))


@tagged("post_install", "-at_install")
class TestBase(ChainCase):
    def test_base_trains_a_level_below_its_own(self):
        for level in ("town", "branch"):
            with self.subTest(level=level), self.assertRaises(ValidationError):
                self.new_base(self.town_b, level)
        with self.assertRaises(ValidationError):
            self.new_base(self.village, "village")

    def test_second_base_for_the_same_level_at_the_same_time_is_refused(self):
        with self.assertRaises(ValidationError):
            self.new_base(self.county, "town", date_from="2026-06-01")

        self.top.date_to = "2026-05-31"
        self.assertTrue(self.new_base(self.county, "town", date_from="2026-06-01"))

    def test_base_with_sessions_stays(self):
        self.held(self.top, [self.ann])

        with self.assertRaisesRegex(UserError, "Sessions were held"):
            self.top.unlink()
        self.middle.unlink()

    def test_session_of_a_base_is_for_its_own_sites(self):
        with self.assertRaises(ValidationError):
            self.new_session(base_id=self.middle.id, department_id=self.town_b.id)

    def test_chain_is_set_up_where_there_are_sites_below(self):
        self.new_site("W", "village", self.town_b)
        bases = self.env["gov.training.base"].with_user(self.officer)
        bases.action_set_up_chain()
        found = bases.search([("county_id", "=", self.county.id)])

        self.assertEqual(
            {(base.department_id, base.trains_level) for base in found},
            {
                (self.county, "town"),
                (self.town_a, "village"),
                (self.town_b, "village"),
            },
        )

    def test_setting_up_the_chain_again_changes_nothing(self):
        bases = self.env["gov.training.base"].with_user(self.officer)
        bases.action_set_up_chain()
        before = bases.search([])
        bases.action_set_up_chain()

        self.assertEqual(bases.search([]), before)

    def test_site_officer_keeps_own_bases_only(self):
        own = self.middle.with_user(self.site_officer)
        own.place = "Room 2"

        self.assertTrue(self.top.with_user(self.site_officer).has_access("read"))
        self.assertFalse(self.top.with_user(self.site_officer).has_access("write"))


@tagged("post_install", "-at_install")
class TestPassOn(ChainCase):
    def test_session_is_passed_on_to_the_bases_below(self):
        source = self.held(self.top, [self.ann])

        source.with_user(self.officer).action_pass_on()

        passed = source.passed_ids
        self.assertEqual(passed.base_id, self.middle)
        self.assertEqual(passed.department_id, self.town_a)
        self.assertEqual((passed.topic_ids, passed.state), (source.topic_ids, "draft"))
        self.assertEqual(str(passed.date_start), "2026-03-13 01:00:00")
        self.assertEqual((source.passed_count, source.passed_done_count), (1, 0))

    def test_passing_on_again_reaches_new_bases_only(self):
        source = self.held(self.top, [self.ann])
        source.action_pass_on()
        with self.assertRaisesRegex(UserError, "no further base"):
            source.action_pass_on()

        self.new_site("W", "village", self.town_b)
        other = self.new_base(self.town_b, "village")
        source.action_pass_on()
        self.assertEqual(source.passed_ids.base_id, self.middle | other)

    def test_passed_on_session_moves_to_a_working_day(self):
        # a week after 25 September 2026 is 2 October, National Day
        source = self.new_session(
            "planned", None, datetime(2026, 9, 25, 1, 0), base_id=self.top.id
        )

        source.action_pass_on()

        self.assertEqual(str(source.passed_ids.date_start), "2026-10-08 01:00:00")

    def test_draft_is_not_passed_on(self):
        source = self.new_session(base_id=self.top.id)

        with self.assertRaises(UserError):
            source.action_pass_on()

    def test_source_is_not_written_by_hand(self):
        other = self.held(self.top, [self.ann])
        session = self.new_session(source_id=other.id)
        session.source_id = other

        self.assertFalse(session.source_id)
