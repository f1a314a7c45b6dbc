"""Year, stars and corrections go by steps that the office edits (D44)."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from .common_appeal import CorrectionCommon
from .common_year import YearCommon


class StepsMixin:
    """A second step, before the leader's."""

    @classmethod
    def new_step(cls, paper, role="officer", step=10, user=None):
        steps = cls.env["tier.definition"].with_user(user or cls.officer)
        return steps.create(
            {
                "name": "县中心复核",
                "gov_is_month": True,
                "gov_paper": paper,
                "gov_month_role": role,
                "gov_step": step,
            }
        )

    def assert_asked(self, batch, *users):
        """Those whose turn it is; other people of this database are left out."""
        everybody = self.officer | self.checker | self.leader | self.site_officer
        asked = batch.sudo()._turn().reviewer_ids & everybody
        self.assertEqual(asked, self.env["res.users"].union(*users))


@tagged("post_install", "-at_install")
class TestYearSteps(StepsMixin, YearCommon):
    def submitted(self):
        self.person = self.people_with("g" * 12)[0]
        return self.new_year("submitted")

    def test_leader_alone_is_asked_as_shipped(self):
        year = self.submitted()

        self.assert_asked(year, self.leader)
        self.assertTrue(year.with_user(self.leader).can_decide)
        self.assertIn(self.leader.name, year.waiting_for)

    def test_county_office_reviews_before_the_leader_confirms(self):
        self.new_step("gov.annual.round")
        year = self.submitted()
        # who handed it in is not asked
        self.assert_asked(year, self.checker)

        year.with_user(self.checker).action_confirm()
        self.assertEqual(year.state, "submitted")
        self.assert_asked(year, self.leader)
        year.with_user(self.leader).action_confirm()

        self.assertRecordValues(
            year, [{"state": "confirmed", "confirmed_by_id": self.leader.id}]
        )

    def test_nobody_decides_out_of_turn(self):
        self.new_step("gov.annual.round")
        year = self.submitted()

        with self.assertRaisesRegex(DocumentLocked, "not your turn"):
            year.with_user(self.leader).action_confirm()
        for user in (self.officer, self.site_officer, self.plain_user):
            with self.assertRaises(AccessError):
                year.with_user(user).action_confirm()

    def test_whoever_is_in_turn_sends_the_year_back(self):
        self.new_step("gov.annual.round")
        year = self.submitted()

        year.with_user(self.checker).action_reopen()

        self.assertEqual(year.state, "computed")
        self.assertFalse(year.sudo().review_ids)
        self.advance_period(year, "submitted")
        self.assert_asked(year, self.checker)

    def test_leader_with_a_result_of_the_year_is_not_asked(self):
        second = self.new_user("leader2", "gov_window_staff.group_leader")
        self.person = self.people_with("g" * 12)[0]
        self.person.user_id = self.leader

        year = self.new_year("submitted")

        self.assertNotIn(self.leader, year.sudo()._turn().reviewer_ids)
        with self.assertRaises(UserError):
            year.with_user(self.leader).action_confirm()
        year.with_user(second).action_confirm()
        self.assertEqual(year.state, "confirmed")

    def test_buttons_of_the_addon_do_not_pass_by_the_flow(self):
        year = self.submitted().with_user(self.officer)

        for name in ("request_validation", "restart_validation", "_validate_tier"):
            with self.subTest(name=name), self.assertRaises(DocumentLocked):
                getattr(year, name)()
        with self.assertRaises(AccessError):
            year.validate_tier()

    def test_officer_adds_a_step_but_does_not_touch_the_leaders(self):
        step = self.new_step("gov.annual.round")
        leaders = self.env.ref("gov_assessment.year_tier_leader")

        self.assertEqual(step.sudo().model, "gov.annual.round")
        self.assertEqual(step.sudo().reviewer_field_id.name, "reviewer_officer_ids")
        for vals in ({"active": False}, {"gov_month_role": "officer"}):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                leaders.with_user(self.officer).write(vals)
        with self.assertRaises(AccessError):
            self.new_step("gov.annual.round", "leader")
        with self.assertRaises(AccessError):
            self.new_step("gov.annual.round", user=self.site_officer)
        leaders.with_user(self.leader).gov_step = 30

    def test_roles_of_several_papers_change_at_once(self):
        steps = self.new_step("gov.annual.round", "officer")
        steps |= self.new_step("gov.star.round", "officer")

        steps.with_user(self.leader).write({"gov_month_role": "leader"})

        models = steps.sudo().reviewer_field_id.mapped("model")
        self.assertEqual(set(models), {"gov.annual.round", "gov.star.round"})


@tagged("post_install", "-at_install")
class TestStarSteps(StepsMixin, YearCommon):
    def test_stars_pass_the_office_and_the_leader(self):
        row = {"stars": 5, "min_average": 95, "coefficient": 1}
        self.own_rubric(star_rate=200, star_ids=[(0, 0, row)])
        self.new_step("gov.star.round")
        self.people_with("g" * 12)
        batch = self.env["gov.star.round"].create(
            {"county_id": self.county.id, "date_from": "2025-05-17"}
        )
        self.advance_period(batch, "submitted")

        batch.with_user(self.checker).action_confirm()
        batch.with_user(self.leader).action_confirm()

        self.assertEqual(batch.state, "confirmed")


@tagged("post_install", "-at_install")
class TestCorrectionSteps(StepsMixin, CorrectionCommon):
    def test_correction_passes_the_office_and_the_leader(self):
        self.new_step("gov.appraisal.correction")
        correction = self.propose()
        # neither who graded the month nor who proposed the correction
        self.assertNotIn(self.officer, correction.sudo()._turn().reviewer_ids)
        self.assertNotIn(self.handler, correction.sudo()._turn().reviewer_ids)
        second = self.new_user("officer2", "gov_window_staff.group_hr_officer")
        correction.with_user(self.handler).action_compute()

        correction.with_user(second).action_approve()
        self.assertEqual(correction.state, "draft")
        correction.with_user(self.leader).action_approve()

        self.assertRecordValues(
            correction, [{"state": "approved", "approved_by_id": self.leader.id}]
        )

    def test_leader_whom_it_moves_is_not_asked(self):
        self.lan.user_id = self.leader

        correction = self.propose()

        self.assertNotIn(self.leader, correction.sudo()._turn().reviewer_ids)
        self.assertFalse(correction.with_user(self.leader).can_decide)
        with self.assertRaises(UserError):
            correction.with_user(self.leader).action_approve()

    def test_computing_again_asks_all_steps_anew(self):
        self.new_step("gov.appraisal.correction")
        second = self.new_user("officer2", "gov_window_staff.group_hr_officer")
        correction = self.propose()
        correction.with_user(second).action_approve()

        correction.with_user(self.handler).action_compute()

        self.assertFalse(correction.sudo().review_ids.done_by)
        self.assertIn(second, correction.sudo()._turn().reviewer_ids)

    def test_leader_who_came_later_is_asked(self):
        self.lan.user_id = self.leader
        correction = self.propose()
        second = self.new_user("leader2", "gov_window_staff.group_leader")

        correction.with_user(second).action_approve()

        self.assertEqual(correction.state, "approved")

    def test_to_do_goes_to_whose_turn_it_is(self):
        self.new_step("gov.appraisal.correction")
        second = self.new_user("officer2", "gov_window_staff.group_hr_officer")

        correction = self.propose()
        self.assertIn(second, correction.sudo().activity_ids.user_id)
        self.assertNotIn(self.leader, correction.sudo().activity_ids.user_id)
        correction.with_user(second).action_approve()

        self.assertIn(self.leader, correction.sudo().activity_ids.user_id)
