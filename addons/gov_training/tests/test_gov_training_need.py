"""Needs: stated, arranged as a session, met, declined."""

from odoo.exceptions import UserError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .common import MORNING, TrainingCommon
from .common_need import NeedBuilders

PAST = {"date_start": MORNING, "date_end": MORNING.replace(hour=3)}


@tagged("post_install", "-at_install")
class TestNeed(TrainingCommon, NeedBuilders):
    def test_officer_names_a_need_for_a_person_of_the_site(self):
        form = Form(self.env["gov.training.need"].with_user(self.site_officer))
        form.employee_id = self.bob
        form.topic_id = self.topic("communication")
        form.reason = "new at the window"

        need = form.save()

        self.assertRecordValues(
            need,
            [{"source": "officer", "state": "open", "department_id": self.village.id}],
        )

    def test_the_same_need_does_not_wait_twice(self):
        self.new_need()
        with mute_logger("odoo.sql_db"), self.assertRaises(Exception) as refused:
            self.new_need()

        self.assertIn("live_uniq", str(refused.exception))

    def test_words_of_the_person_stay(self):
        need = self.new_need(source="wish", wish="spreadsheets").with_user(self.officer)

        with self.assertRaisesRegex(UserError, "stay as they were written"):
            need.wish = "something else"
        need.topic_id = self.topic("computer")  # filed under another topic
        self.assertEqual(need.topic_id, self.topic("computer"))

    def test_only_an_entry_of_the_site_itself_is_deleted(self):
        self.new_need().with_user(self.officer).unlink()
        wish = self.new_need(source="wish").with_user(self.officer)

        with self.assertRaisesRegex(UserError, "Decline it instead"):
            wish.unlink()

    def test_declined_need_tells_the_answer_and_can_be_reopened(self):
        need = self.new_need(source="wish").with_user(self.officer)
        wizard = self.env["gov.training.need.decline"].with_user(self.officer)

        wizard.create({"need_ids": need.ids, "answer": " next year "}).action_confirm()
        self.assertRecordValues(need, [{"state": "declined", "answer": "next year"}])

        need.action_reopen()
        self.assertRecordValues(need, [{"state": "open", "answer": False}])

    def test_met_need_is_not_declined(self):
        need = self.new_need()
        self.hold(self.arrange(need, **PAST))

        with self.assertRaisesRegex(UserError, "Trained"):
            need.with_user(self.officer).action_decline()

    def test_demand_is_counted_by_topic_and_site(self):
        self.new_need(self.ann, "computer", source="wish")
        self.new_need(self.bob, "computer", source="missed")
        self.new_need(self.eve, "computer")
        self.new_need(self.eve, "computer", source="wish", state="met")
        topic = self.topic("computer")

        self.assertRecordValues(
            topic.with_user(self.officer),
            [
                {
                    "need_count": 3,
                    "need_person_count": 3,
                    "need_site_count": 3,
                    "need_wish_count": 1,
                    "need_fact_count": 1,
                }
            ],
        )
        for site in ("Site A 1", "Site B 1", "Site V 1"):
            self.assertIn(site, topic.with_user(self.officer).need_sites)

    def test_site_officer_counts_own_people_only(self):
        self.new_need(self.ann, "computer")
        self.new_need(self.eve, "computer")
        topics = self.env["gov.training.topic"].with_user(self.site_officer)

        topic = topics.browse(self.topic("computer").id)

        self.assertEqual(topic.need_count, 1)
        self.assertEqual(topic.need_sites, "Site A 1")


@tagged("post_install", "-at_install")
class TestNeedSession(TrainingCommon, NeedBuilders):
    def test_two_clicks_make_a_session_with_the_people(self):
        needs = self.new_need(self.ann) | self.new_need(self.eve)
        topic = self.topic().with_user(self.officer)

        action = topic.action_plan_needs()  # the first click
        wizard = Form(
            self.env[action["res_model"]]
            .with_user(self.officer)
            .with_context(**action["context"])
        ).save()
        session = self.env["gov.training.session"].browse(
            wizard.action_arrange()["res_id"]  # the second click
        )

        self.assertEqual(session.state, "planned")
        self.assertEqual(session.department_id, self.county)
        self.assertEqual(session.topic_ids, self.topic())
        self.assertEqual(session.enrollment_ids.employee_id, self.ann | self.eve)
        self.assertEqual(set(needs.mapped("state")), {"planned"})
        self.assertEqual(needs.session_id, session)

    def test_session_of_one_site_is_for_that_site(self):
        session = self.arrange(self.new_need(self.bob), user=self.site_officer)

        self.assertEqual(session.department_id, self.village)

    def test_session_begins_on_a_working_day_a_week_away(self):
        start = self.env["gov.training.need.session"]._next_morning()
        calendar = self.env["gov.calendar.year"]._calendar()

        self.assertTrue(calendar.is_workday(start.date()))
        self.assertEqual(start.hour, 1)  # 09:00 in China

    def test_form_is_the_one_that_most_would_like(self):
        online = self.env.ref("gov_training.form_online")
        needs = self.new_need(self.ann, form_id=online.id) | self.new_need(self.eve)

        self.assertEqual(self.arrange(needs).form_id, online)
        plain = self.arrange(self.new_need(self.bob))
        self.assertEqual(plain.form_id, self.env.ref("gov_training.form_concentrated"))

    def test_facts_oblige_and_an_own_choice_does_not(self):
        wish = self.arrange(self.new_need(source="wish"))
        fact = self.arrange(self.new_need(self.eve, source="exam"))

        self.assertFalse(wish.enrollment_ids.is_required)
        self.assertTrue(fact.enrollment_ids.is_required)

    def test_people_are_added_to_a_session_that_takes_enrollments(self):
        session = self.new_session("planned", [self.ann])
        needs = self.new_need(self.ann) | self.new_need(self.eve)

        self.assertEqual(self.arrange(needs, session_id=session.id), session)

        self.assertEqual(session.enrollment_ids.employee_id, self.ann | self.eve)
        self.assertEqual(set(needs.mapped("state")), {"planned"})

    def test_who_sits_elsewhere_then_keeps_an_open_need(self):
        self.new_session("planned", [self.ann])
        busy, free = self.new_need(self.ann), self.new_need(self.eve)
        wizard = self.env["gov.training.need.session"].with_user(self.officer)

        wizard = wizard.create({"need_ids": (busy | free).ids, **PAST})
        self.assertEqual(wizard.busy_text, "Person W001")
        wizard.action_arrange()

        self.assertEqual((busy.state, free.state), ("open", "planned"))

    def test_nobody_free_is_refused(self):
        self.new_session("planned", [self.ann])

        with self.assertRaisesRegex(UserError, "Nobody of them is free"):
            self.arrange(self.new_need(self.ann), **PAST)

    def test_arranging_twice_is_refused(self):
        need = self.new_need()
        self.arrange(need)

        with self.assertRaisesRegex(UserError, "at least one need that waits"):
            self.arrange(need)

    def test_whoever_came_is_trained_and_the_others_wait_again(self):
        needs = self.new_need(self.ann) | self.new_need(self.eve)
        session = self.arrange(needs, **PAST)

        self.hold(session, absent=self.eve)

        self.assertEqual(needs.mapped("state"), ["met", "open"])
        self.assertEqual(needs[1].session_id.ids, [])

    def test_withdrawing_or_deleting_the_line_opens_the_need_again(self):
        for way in ("action_withdraw", "unlink"):
            need = self.new_need()
            session = self.arrange(need, **PAST)
            with self.subTest(way=way):
                getattr(session.enrollment_ids, way)()
                self.assertRecordValues(need, [{"state": "open", "session_id": False}])
            need.with_user(self.officer).unlink()
            session.action_cancel()

    def test_cancelled_or_deleted_session_opens_the_needs_again(self):
        need = self.new_need()
        session = self.arrange(need)
        session.action_cancel()
        self.assertEqual(need.state, "open")

        session = self.arrange(need)
        session.action_draft()
        self.assertEqual(need.state, "planned")
        session.unlink()
        self.assertRecordValues(need, [{"state": "open", "session_id": False}])

    def test_reopened_session_has_not_met_the_need_yet(self):
        need = self.new_need()
        session = self.arrange(need, **PAST)
        self.hold(session)
        self.assertEqual(need.state, "met")

        session.with_user(self.administrator)._reopen("wrong list")

        self.assertEqual(need.state, "planned")

    def test_reopened_session_leaves_alone_what_was_asked_again(self):
        need = self.new_need()
        session = self.arrange(need, **PAST)
        self.hold(session)
        self.new_need()

        session.with_user(self.administrator)._reopen("wrong list")

        self.assertEqual(need.state, "met")

    def test_open_need_is_met_by_any_session_on_the_topic(self):
        need, other = self.new_need(), self.new_need(topic="etiquette")
        later = self.new_need(self.eve, date="2026-06-01")

        session = self.new_session("done", [self.ann, self.eve])

        self.assertRecordValues(need, [{"state": "met", "session_id": session.id}])
        self.assertEqual(other.state, "open")
        self.assertEqual(later.state, "open")
