"""Publicity, answers of the people, objections, the approval by steps."""

from datetime import date

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.tests.common import HR_OFFICER, LEADER

from .common import AssessmentCommon

# Friday; three working days later is Wednesday the 4th
PUBLISHED = "2026-10-30 02:00:00"
LAST_DAY = "2026-11-04 02:00:00"
AFTER = "2026-11-05 02:00:00"


@tagged("post_install", "-at_install")
class TestMonthPublicity(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.people = cls.new_people(4)
        cls.person = cls.people[0]
        cls.person.user_id = cls.portal_user
        cls.lose(cls.people[3], 5)
        with freeze_time(PUBLISHED):
            cls.batch = cls.new_round("published")
        cls.sheet = cls.appraisal(cls.batch, cls.person)
        cls.own = cls.sheet.with_user(cls.portal_user).sudo()

    def submit(self, when=AFTER):
        with freeze_time(when):
            self.batch.with_user(self.officer).action_submit()

    def test_deadlines_are_working_days_of_the_text(self):
        self.assertRecordValues(
            self.batch,
            [
                {
                    "published_on": date(2026, 10, 30),
                    "publicity_end": date(2026, 11, 4),
                    "confirm_end": date(2026, 11, 4),
                    "published_by_id": self.officer.id,
                    "pending_count": 4,
                }
            ],
        )

    def test_person_confirms_the_own_sheet_until_the_last_day(self):
        with freeze_time(LAST_DAY):
            self.own._confirm_by_person()
            self.assertEqual(self.sheet.confirm_state, "confirmed")
            # a second thought is possible while the days last
            self.own._object("The phone call was about work.")
        self.assertEqual(self.sheet.confirm_state, "objected")

        with freeze_time(AFTER), self.assertRaisesRegex(DocumentLocked, "not open"):
            self.own._confirm_by_person()

    def test_nobody_answers_for_another(self):
        for user in (self.plain_user, self.officer):
            sheet = self.sheet.with_user(user).sudo()
            with self.subTest(user=user.login), freeze_time(LAST_DAY):
                with self.assertRaises(AccessError):
                    sheet._confirm_by_person()
                with self.assertRaises(AccessError):
                    sheet._object("Not mine.")

    def test_objection_needs_words(self):
        with freeze_time(LAST_DAY), self.assertRaisesRegex(UserError, "Write what"):
            self.own._object("  ")

    def test_no_answer_in_time_is_consent(self):
        with freeze_time(LAST_DAY):
            self.batch._cron_daily()
            self.assertEqual(self.sheet.confirm_state, "pending")
        with freeze_time(AFTER):
            self.batch._cron_daily()
        self.assertEqual(
            set(self.batch.appraisal_ids.mapped("confirm_state")), {"lapsed"}
        )

    def test_signature_on_paper_is_recorded_by_officers_only(self):
        others = self.batch.appraisal_ids - self.sheet
        with freeze_time(LAST_DAY):
            others.with_user(self.officer).action_signed_on_paper()
            for user in (self.leader, self.site_officer, self.plain_user):
                with self.subTest(user=user.login), self.assertRaises(AccessError):
                    self.sheet.with_user(user).action_signed_on_paper()

        self.assertEqual(
            others.mapped(lambda a: (a.confirm_state, a.is_on_paper)),
            [("confirmed", True)] * 3,
        )

    def test_month_is_handed_in_after_the_publicity(self):
        with self.assertRaisesRegex(UserError, "in publicity until 2026-11-04"):
            self.submit(LAST_DAY)

        self.submit()

        self.assertEqual(self.batch.submitted_by_id, self.officer)
        self.assertEqual(self.sheet.confirm_state, "lapsed")
        self.assertIn(self.checker, self.batch.review_ids.reviewer_ids)

    def test_open_objection_keeps_the_month(self):
        with freeze_time(LAST_DAY):
            self.own._object("I was at a training.")
        with self.assertRaisesRegex(UserError, "1 objections"):
            self.submit()

        with freeze_time(AFTER):
            self.sheet.with_user(self.officer)._answer_objection("Records checked.")
        self.submit()

        self.assertTrue(self.batch.submitted_on)
        self.assertEqual(self.sheet.objection_answered_by_id, self.officer)

    def test_objection_is_answered_by_officers_once_there_is_one(self):
        with self.assertRaisesRegex(DocumentLocked, "no open objection"):
            self.sheet.with_user(self.officer)._answer_objection("Words.")
        with self.assertRaises(AccessError):
            self.sheet.with_user(self.leader)._answer_objection("Words.")

    def test_an_objection_is_answered_by_one_officer(self):
        with freeze_time(LAST_DAY):
            self.own._object("I was at a training.")
            colleague = self.officer.copy({"login": "second_officer"})
            answer = self.sheet.with_user(self.officer)._answer_objection
            answer("Records checked.")
            answer("Records checked, training found.")

            with self.assertRaisesRegex(DocumentLocked, "already answered"):
                self.sheet.with_user(colleague)._answer_objection("Other words.")

        self.assertEqual(
            self.sheet.objection_answer, "Records checked, training found."
        )

    def test_leader_ends_publicity_early_with_a_reason(self):
        with freeze_time(PUBLISHED):
            with self.assertRaisesRegex(UserError, "Give the reason"):
                self.batch.with_user(self.leader)._end_publicity(" ")
            self.batch.with_user(self.leader)._end_publicity("Pay day")
            self.assertTrue(self.batch.is_publicity_over)
            self.assertFalse(self.sheet.can_answer)
            # a second leader, who pressed at the same moment, changes nothing
            self.batch.with_user(self.leader)._end_publicity("Me too")

        self.assertEqual(self.sheet.confirm_state, "lapsed")
        self.assertIn("Pay day", self.batch.message_ids[0].body)

    def test_steps_are_decided_in_their_order_by_others(self):
        self.submit()
        for user in (self.officer, self.leader):
            with self.subTest(user=user.login), self.assertRaises(UserError):
                self.batch.with_user(user).action_confirm()

        self.batch.with_user(self.checker).action_confirm()
        self.assertEqual(self.batch.state, "published")
        with self.assertRaises(UserError):
            self.batch.with_user(self.checker).action_confirm()
        self.batch.with_user(self.leader).action_confirm()

        self.assertEqual(self.batch.state, "confirmed")
        self.assertEqual(self.batch.confirmed_by_id, self.leader)
        self.assertEqual(
            self.batch.sudo().review_ids.sorted("sequence").done_by,
            self.checker + self.leader,
        )

    def test_one_person_is_one_opinion(self):
        both = self.new_user("both", HR_OFFICER, LEADER)
        self.submit()
        self.batch.with_user(both).action_confirm()

        with self.assertRaises(UserError):
            self.batch.with_user(both).action_confirm()

        self.assertFalse(self.batch.with_user(both).can_decide)

    def test_appraised_people_do_not_decide(self):
        self.people[1].user_id = self.leader
        self.submit()

        self.assertNotIn(self.leader, self.batch.review_ids.reviewer_ids)

    def test_step_without_anybody_is_skipped_on_record(self):
        officers = self.batch._role_users(HR_OFFICER) - self.officer
        officers.active = False

        self.submit()

        self.assertEqual(len(self.batch.sudo().review_ids), 1)
        self.assertIn("skipped", str(self.batch.message_ids.mapped("body")))

    def test_month_without_a_leader_is_not_handed_in(self):
        leaders = self.batch._role_users(LEADER)
        leaders.active = False

        with self.assertRaisesRegex(UserError, "Nobody but those who worked"):
            self.submit()

    def test_refused_month_goes_back_with_the_reason(self):
        self.submit()
        with self.assertRaises(UserError):
            self.batch.with_user(self.leader)._refuse("Not my turn")
        self.batch.with_user(self.checker)._refuse("A record is missing")

        self.assertRecordValues(
            self.batch,
            [{"state": "open", "published_on": False, "submitted_on": False}],
        )
        self.assertFalse(self.batch.sudo().review_ids)
        self.assertIn("A record is missing", self.batch.message_ids[0].body)

    def test_same_result_need_not_be_answered_again(self):
        loser = self.appraisal(self.batch, self.people[3])
        with freeze_time(LAST_DAY):
            self.own._confirm_by_person()
            loser.with_user(self.officer).action_signed_on_paper()
            self.batch.with_user(self.officer)._take_back("A record was missing")
            self.lose(self.people[3], 5)
            self.advance(self.batch, "published")

        self.assertEqual(self.sheet.confirm_state, "confirmed")
        self.assertEqual(loser.confirm_state, "pending")

    def test_record_of_the_days_of_publicity_counts_once_the_month_is_taken_back(self):
        event = self.lose(self.person, 5)
        self.assertEqual(event.count_month, date(2026, 11, 1))

        self.batch.with_user(self.officer)._take_back("A record came")

        self.assertEqual(event.count_month, date(2026, 10, 1))
        self.advance(self.batch, "graded")
        self.assert_totals(self.batch, {self.person: 95})

    def test_text_without_days_asks_nobody(self):
        text = self.own_rubric(publicity_days=0, confirm_days=0)
        self.batch.with_user(self.officer)._take_back("New text")
        self.env["gov.assessment.event"].search([]).unlink()
        self.batch.with_user(self.officer).action_open()

        self.advance(self.batch, "published")

        self.assertEqual(self.batch.version_id, text)
        self.assertFalse(any(self.batch.appraisal_ids.mapped("confirm_state")))
        self.assertTrue(self.batch.is_publicity_over)

    def test_suspended_people_are_not_asked(self):
        self.batch.with_user(self.officer)._take_back("Case")
        self.new_case(self.person)

        self.advance(self.batch, "published")

        self.assertFalse(self.sheet.confirm_state)
        self.assertEqual(self.batch.pending_count, 3)


@tagged("post_install", "-at_install")
class TestMonthStepsOverRpc(AssessmentCommon):
    def test_addon_buttons_do_not_pass_by_the_flow(self):
        self.new_people(1)
        batch = self.new_round("published").with_user(self.leader)
        for name in ("request_validation", "restart_validation", "_validate_tier"):
            with self.subTest(name=name), self.assertRaises(DocumentLocked):
                getattr(batch, name)()
        with self.assertRaises(UserError):
            batch.validate_tier()

    def test_officer_edits_the_steps(self):
        steps = self.env["tier.definition"].with_user(self.officer)
        step = steps.create(
            {"name": "Second look", "gov_is_month": True, "gov_month_role": "leader"}
        )
        self.assertEqual(step.model, "gov.appraisal.round")
        self.assertEqual(step.sudo().reviewer_field_id.name, "reviewer_leader_ids")
        with self.assertRaises(AccessError):
            step.reviewer_id = self.officer
        with self.assertRaises(AccessError):
            step.with_user(self.site_officer).name = "X"

    def test_step_of_the_leader_is_changed_by_leaders_only(self):
        step = self.env.ref("gov_assessment.month_tier_leader")
        own = step.with_user(self.officer)
        for vals in (
            {"active": False},
            {"gov_month_role": "officer"},
            {"gov_is_optional": True},
            {"gov_step": 1},
        ):
            with (
                self.subTest(vals=vals),
                self.assertRaisesRegex(AccessError, "only a leader"),
            ):
                own.write(vals)
        with self.assertRaisesRegex(AccessError, "only a leader"):
            own.unlink()

        step.with_user(self.leader).active = False
        self.assertFalse(step.active)

    def test_step_of_the_officers_stays_theirs(self):
        step = self.env.ref("gov_assessment.month_tier_officer")

        step.with_user(self.officer).write({"name": "County Review", "gov_step": 5})

        self.assertEqual(step.sudo().sequence, 995)
