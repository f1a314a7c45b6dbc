"""People confirm or object to their year, in the portal or on paper (D15)."""

from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.http import Request
from odoo.tests import HttpCase, tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from .common_year import YearCommon


class AnswerCommon(YearCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person, cls.other = cls.people_with("g" * 12, "f" * 12)
        cls.person.user_id = cls.portal_user
        cls.year = cls.new_year("confirmed")
        cls.own = cls.result(cls.year, cls.person)

    def as_person(self):
        return self.own.with_user(self.portal_user)

    def answer_objection(self, words="已核对", user=None):
        decision = self.env["gov.annual.decision"].with_user(user or self.officer)
        vals = {"result_ids": [(6, 0, self.own.ids)], "kind": "answer"}
        decision.create({**vals, "reason": words}).action_decide()

    def pass_days(self):
        """As if the leader had confirmed long ago."""
        self.end_publicity(self.year)


@tagged("post_install", "-at_install")
class TestYearAnswer(AnswerCommon):
    def test_confirmed_year_asks_everybody_for_working_days(self):
        calendar = self.env["gov.calendar.year"]._calendar()

        self.assertEqual(self.year.confirm_end, calendar.add(self.year.confirmed_on, 3))
        self.assertEqual(self.own.confirm_state, "pending")
        self.assertEqual(self.year.pending_answer_count, 2)

    def test_person_confirms(self):
        self.as_person()._confirm_by_person()

        self.assertEqual(self.own.confirm_state, "confirmed")

    def test_nobody_answers_for_somebody_else(self):
        result = self.result(self.year, self.other)
        for method, words in (("_confirm_by_person", ()), ("_object", ("x",))):
            with self.subTest(method=method), self.assertRaises(AccessError):
                getattr(result.with_user(self.portal_user), method)(*words)

    def test_too_late_is_refused(self):
        self.pass_days()

        with self.assertRaisesRegex(DocumentLocked, "days to answer are over"):
            self.as_person()._confirm_by_person()

    def test_last_day_counts(self):
        today = self.env["gov.staff.movement"]._today()
        self.year._unprotected().confirm_end = today
        self.assertTrue(self.own.can_answer)

        self.year._unprotected().confirm_end = today - timedelta(days=1)
        self.assertFalse(self.own.can_answer)

    def test_silence_is_consent_when_the_days_are_over(self):
        self.pass_days()

        self.env["gov.annual.round"]._cron_answers()

        self.assertEqual(self.own.confirm_state, "lapsed")

    def test_objection_keeps_the_year_from_being_locked(self):
        self.as_person()._object("九月应为好")
        self.pass_days()

        with self.assertRaisesRegex(UserError, "1 objections"):
            self.year.with_user(self.officer).action_lock()
        self.answer_objection()
        self.year.with_user(self.officer).action_lock()

        self.assertEqual(self.year.state, "locked")
        self.assertRecordValues(
            self.own,
            [
                {
                    "confirm_state": "objected",
                    "objection": "九月应为好",
                    "objection_answer": "已核对",
                    "objection_answered_by_id": self.officer.id,
                }
            ],
        )

    def test_year_is_not_locked_while_people_may_answer(self):
        self.year._unprotected().publish_until = False

        with self.assertRaisesRegex(UserError, "may answer to"):
            self.year.with_user(self.officer).action_lock()

    def test_objection_needs_words_and_an_open_one_an_answer(self):
        with self.assertRaises(UserError):
            self.as_person()._object("  ")
        with self.assertRaisesRegex(DocumentLocked, "no open objection"):
            self.answer_objection()

    def test_same_result_need_not_be_confirmed_again(self):
        self.as_person()._confirm_by_person()

        self.year.with_user(self.leader).action_reopen()
        self.advance_period(self.year, "confirmed")
        self.assertEqual(self.own.confirm_state, "confirmed")

        self.year.with_user(self.leader).action_reopen()
        decision = {"kind": "lower", "standing": "basic", "reason": "讨论决定"}
        self.env["gov.annual.decision"].with_user(self.officer).create(
            {"result_ids": [(6, 0, self.own.ids)], **decision}
        ).action_decide()
        self.advance_period(self.year, "confirmed")
        self.assertEqual(self.own.confirm_state, "pending")

    def test_officer_records_a_signed_paper_but_not_the_own_one(self):
        self.own.with_user(self.officer).action_signed_on_paper()
        self.assertTrue(self.own.is_on_paper)

        result = self.result(self.year, self.other)
        self.other.user_id = self.officer
        with self.assertRaisesRegex(UserError, "about yourself"):
            result.with_user(self.officer).action_signed_on_paper()
        for user in (self.leader, self.site_officer, self.plain_user):
            with self.assertRaises(AccessError):
                result.with_user(user).action_signed_on_paper()

    def test_answers_are_not_written_by_hand(self):
        for user in (self.officer, self.leader):
            with self.assertRaises(UserError):
                self.own.with_user(user).write({"confirm_state": "confirmed"})


@tagged("post_install", "-at_install")
class TestYearAnswerPortal(HttpCase, AnswerCommon):
    def log_in(self):
        # the first language of the site may be Chinese: pages are told by their marks
        self.authenticate(self.portal_user.login, self.portal_user.login)

    def post(self, answer, result=None, **form):
        self.log_in()
        path = f"/my/years/{(result or self.own).id}/answer"
        token = {"csrf_token": Request.csrf_token(self)}
        return self.url_open(path, data={"answer": answer, **form, **token})

    def test_year_is_confirmed_in_the_portal(self):
        page = self.post("confirm")

        self.assertIn("alert-success", page.text)
        self.assertEqual(self.own.confirm_state, "confirmed")

    def test_objection_without_words_is_asked_for(self):
        page = self.post("object", text=" ")

        self.assertIn("text-danger", page.text)
        self.assertEqual(self.own.confirm_state, "pending")

    def test_objection_is_recorded_and_its_answer_shown(self):
        self.post("object", text="九月应为好 <b>")
        self.assertEqual(self.own.confirm_state, "objected")
        self.answer_objection("已与台账核对")

        page = self.url_open("/my/years").text

        self.assertIn("已与台账核对", page)
        self.assertIn("&lt;b&gt;", page)

    def test_foreign_year_is_left_alone(self):
        foreign = self.result(self.year, self.other)

        self.post("confirm", result=foreign)

        self.assertEqual(foreign.confirm_state, "pending")

    def test_years_to_answer_are_counted_on_the_first_page(self):
        self.log_in()
        counters = {"counters": ["gov_year_pending_count"]}

        found = self.make_jsonrpc_request("/my/counters", counters)

        self.assertEqual(found, {"gov_year_pending_count": 1})
