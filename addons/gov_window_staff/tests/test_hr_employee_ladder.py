"""下一级申报条件 on the profile, who may apply now, who has outgrown the post."""

from datetime import date

from freezegun import freeze_time

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import WindowStaffCommon
from .common_certificate import REGISTRY, CertificateMixin


@tagged("post_install", "-at_install")
@freeze_time("2026-11-22 04:00:00")
class TestEligible(CertificateMixin, WindowStaffCommon):
    """By the shipped edition: 四级 = 五级后 4 年, or 6 years in the occupation."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.people = cls.env["hr.employee"].with_context(lang="zh_CN")

    def new_holder(self, issued, entry=date(2024, 1, 1), rank=1, **vals):
        return self.new_person(
            entry=entry, certificates=[{"rank": rank, "issued": issued}], **vals
        )

    def shown(self, person):
        return str(self.people.browse(person.id).gov_eligibility_html)

    def found(self, value=True):
        people = self.people.search([("gov_is_eligible", "=", value)])
        return people.filtered(lambda p: (p.gov_staff_no or "").startswith("T0"))

    def test_next_level_is_the_one_above_the_highest_verified(self):
        people = (
            self.new_person()
            + self.new_holder(date(2024, 8, 22))
            + self.new_holder(date(2024, 8, 22), rank=5)
        )

        self.assertEqual([p.gov_next_level_id.rank for p in people], [1, 2, 0])

    def test_line_tells_what_is_there_what_is_needed_and_from_when(self):
        shown = self.shown(self.new_holder(date(2024, 8, 22)))

        self.assertIn("五级/初级工后 2 年 3 个月，需 4 年", shown)
        self.assertIn("2028-08-22", shown)
        self.assertIn("fa-times text-danger", shown)

    def test_unknown_line_is_left_to_the_officer(self):
        person = self.new_holder(date(2024, 8, 22), education="high")

        shown = self.shown(person)

        self.assertIn("由人事管理员判定", shown)
        self.assertIn("fa-question-circle", shown)
        self.assertFalse(person.gov_is_eligible)

    def test_page_says_that_figures_are_to_be_checked(self):
        self.assertIn("待核实", self.shown(self.new_person()))

    def test_page_says_when_there_is_no_higher_level(self):
        shown = self.shown(self.new_holder(date(2024, 8, 22), rank=5))

        self.assertIn("没有更高等级", shown)

    def test_page_says_when_no_standard_is_in_force(self):
        self.env["gov.ladder.version"].search([]).action_back_to_draft()

        self.assertIn("没有生效", self.shown(self.new_person()))

    def test_name_that_looks_like_code_is_shown_as_text(self):
        edition = self.env.ref("gov_window_staff.ladder_window_2020")
        edition.action_back_to_draft()
        row = edition.level_ids[0]
        row.condition_ids = [(0, 0, {"text": "<script>alert(1)</script>"})]
        edition.action_put_in_force()

        self.assertNotIn("<script>", self.shown(self.new_person()))

    def test_people_who_may_apply_today_are_found(self):
        ready = self.new_holder(date(2022, 11, 22))
        early = self.new_holder(date(2022, 11, 23))
        newcomer = self.new_person(entry=date(2026, 1, 1))
        a_year_here = self.new_person(entry=date(2025, 11, 22))

        self.assertEqual(self.found(), ready + a_year_here)
        self.assertLessEqual(early + newcomer, self.found(False))

    def test_people_who_have_left_are_not_found(self):
        self.new_holder(date(2020, 1, 1), leave=date(2026, 10, 31))

        self.assertFalse(self.found())

    def test_service_elsewhere_counts_when_it_is_recorded(self):
        person = self.new_holder(date(2026, 1, 1))
        self.assertFalse(person.gov_is_eligible)

        person.gov_occupation_date = date(2020, 11, 22)

        self.assertTrue(person.gov_is_eligible)

    def test_waiting_certificate_does_not_open_the_next_level(self):
        person = self.new_person(entry=date(2020, 1, 1))
        self.new_waiting(person)

        self.assertEqual(person.gov_next_level_id.rank, 1)

    def test_search_takes_a_constant_number_of_queries(self):
        self.new_holder(date(2022, 11, 22))
        self.env.invalidate_all()
        self.found()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self.found()
        few = self.env.cr.sql_log_count - before
        for _ in range(10):
            self.new_holder(date(2022, 11, 22))
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count

        self.found()

        self.assertLessEqual(self.env.cr.sql_log_count - before, few + 3)


@tagged("post_install", "-at_install")
class TestLevelUp(CertificateMixin, WindowStaffCommon):
    def found(self):
        people = self.env["hr.employee"].search([("gov_can_level_up", "=", True)])
        return people.filtered(lambda p: (p.gov_staff_no or "").startswith("T0"))

    def proposals(self, person):
        return self.env["gov.staff.movement"].search(
            [("employee_id", "=", person.id), ("kind", "=", "level_up")]
        )

    def test_people_above_the_level_of_their_post_are_found(self):
        none = self.new_person()
        above = self.new_person(
            gov_post_level_id=self.level(1).id, certificates=[{"rank": 2}]
        )
        same = self.new_person(
            gov_post_level_id=self.level(2).id, certificates=[{"rank": 2}]
        )
        waiting = self.new_person(gov_post_level_id=self.level(1).id)
        self.new_waiting(waiting, 2)

        self.assertEqual(self.found(), above)
        self.assertFalse((none + same + waiting).filtered("gov_can_level_up"))

    def test_verification_proposes_the_level_up_once(self):
        person = self.new_person(
            gov_post_level_id=self.level(1).id, certificates=[{"rank": 1}]
        )
        self.assertFalse(self.proposals(person))

        self.new_waiting(person, 2)._verify(REGISTRY)
        self.new_waiting(person, 1)._verify(REGISTRY)

        self.assertEqual(len(self.proposals(person)), 1)
        self.assertEqual(self.proposals(person).state, "draft")

    def test_certificate_of_the_posts_own_level_proposes_nothing(self):
        person = self.new_person(gov_post_level_id=self.level(2).id)

        self.new_waiting(person, 2)._verify(REGISTRY)

        self.assertFalse(self.proposals(person))

    def test_officer_proposes_for_a_selection(self):
        person = self.new_person(certificates=[{"rank": 1}])

        person.action_propose_gov_level_up()

        self.assertEqual(len(self.proposals(person)), 1)

    def test_selection_without_anybody_is_told_so(self):
        with self.assertRaisesRegex(UserError, "above the level"):
            self.new_person().action_propose_gov_level_up()
