"""Make-up sessions: everybody missing, nobody twice."""

from datetime import datetime

from odoo.exceptions import UserError
from odoo.tests import tagged

from ..rules.schedule import local_day
from .common import TrainingCommon
from .common_cover import Q1, Q2, SPRING, CoverBuilders

APRIL = datetime(2026, 4, 8, 1, 0)


@tagged("post_install", "-at_install")
class TestMakeUp(CoverBuilders, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.freeze(SPRING)
        cls.new_duty(cls.county)
        cls.new_session("done", [cls.ann], APRIL, name="Spring")

    def make_up(self, *sites, user=None, quarter=Q2):
        rows = self.env["gov.training.site.coverage"]
        for site in sites:
            rows |= self.site_row(site, quarter)
        action = rows.with_user(user or self.officer).action_make_up()
        return self.env["gov.training.session"].search(action["domain"])

    def people(self, session):
        return self.env["hr.employee"].browse(session.proposed_ids.ids)

    def test_draft_has_everybody_not_trained(self):
        session = self.make_up(self.town_a, self.village, self.town_b)

        self.assertEqual(session.state, "draft")
        self.assertEqual(self.people(session), self.bob | self.eve)
        self.assertEqual(session.department_id, self.county)
        self.assertTrue(session.form_id.is_concentrated)
        self.assertEqual(session.make_up_quarter, Q2)

    def test_session_stands_at_the_lowest_site_above_them_all(self):
        self.new_person("W070", self.town_a)

        session = self.make_up(self.town_a, self.village)

        self.assertEqual(session.department_id, self.town_a)

    def test_it_teaches_what_they_missed(self):
        session = self.make_up(self.village)

        self.assertEqual(session.topic_ids, self.env.ref("gov_training.topic_skills"))

    def test_second_press_makes_no_second_session(self):
        self.make_up(self.village)

        with self.assertRaisesRegex(UserError, "Nobody is left"):
            self.make_up(self.village)

    def test_cancelled_session_makes_room_for_another(self):
        self.make_up(self.village).action_cancel()

        self.assertTrue(self.make_up(self.village))

    def test_who_is_on_the_list_of_a_session_to_come_is_left_out(self):
        self.new_session("planned", [self.bob], datetime(2026, 5, 6, 1, 0))

        session = self.make_up(self.village, self.town_b)

        self.assertEqual(self.people(session), self.eve)

    def test_opening_enrolls_them(self):
        session = self.make_up(self.village, self.town_b)

        session.with_user(self.officer).action_open()

        self.assertEqual(session.enrollment_ids.employee_id, self.bob | self.eve)

    def test_opening_again_enrolls_nobody_twice(self):
        session = self.make_up(self.village)
        for _n in range(2):
            session.with_user(self.officer).action_open()
            session.with_user(self.officer).action_draft()

        self.assertEqual(len(session.enrollment_ids), 1)

    def test_who_left_in_the_meantime_is_not_enrolled(self):
        session = self.make_up(self.village, self.town_b)
        self.eve.gov_leave_date = "2026-04-16"

        session.with_user(self.officer).action_open()

        self.assertEqual(session.enrollment_ids.employee_id, self.bob)

    def test_it_is_held_on_a_working_day_of_the_quarter(self):
        day = local_day(self.make_up(self.village).date_start)

        self.assertTrue(self.env["gov.calendar.year"]._calendar().is_workday(day))
        self.assertEqual(str(day), "2026-04-22")

    def test_past_quarter_is_made_up_for_in_the_running_one(self):
        session = self.make_up(self.town_b, quarter=Q1)

        self.assertEqual(session.make_up_quarter, Q1)
        self.assertEqual(str(local_day(session.date_start)), "2026-04-22")

    def test_at_the_end_of_the_quarter_it_is_held_before_the_end(self):
        self.now(datetime(2026, 6, 26, 2, 0))
        day = local_day(self.make_up(self.village).date_start)

        self.assertEqual(str(day), "2026-06-30")

    def test_site_officer_gets_a_session_at_the_own_site(self):
        session = self.make_up(self.village, user=self.site_officer)

        self.assertEqual(session.department_id, self.town_a)
        self.assertEqual(self.people(session), self.bob)
        session.with_user(self.site_officer).action_open()
        self.assertEqual(session.enrollment_ids.employee_id, self.bob)

    def test_people_of_the_list_are_made_up_for(self):
        rows = self.row_of(self.bob, Q2) | self.row_of(self.ann, Q2)

        action = rows.with_user(self.officer).action_make_up()

        session = self.env["gov.training.session"].browse(action["res_id"])
        self.assertEqual(self.people(session), self.bob)

    def test_whole_list_is_made_up_for_without_a_selection(self):
        rows = self.env["gov.training.coverage"].with_user(self.officer)
        listed = [("department_id", "=", self.village.id), ("quarter", "=", Q2)]

        action = rows.with_context(active_domain=listed).action_make_up()

        session = self.env["gov.training.session"].browse(action["res_id"])
        self.assertEqual(self.people(session), self.bob)

    def test_held_make_up_session_closes_the_gap(self):
        session = self.make_up(self.village)
        session.with_user(self.officer).action_open()
        self.now(datetime(2026, 4, 23, 2, 0))
        session.action_start()
        session.action_mark_all_present()
        session.action_close()

        self.assertEqual(self.site_row(self.village, Q2).standing, "met")
