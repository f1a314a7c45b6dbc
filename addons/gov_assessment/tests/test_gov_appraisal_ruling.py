"""HR decides on ties inside the quota and lowers a grade, always on record."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from .common import AssessmentCommon


@tagged("post_install", "-at_install")
class TestGovAppraisalRuling(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # N = 7: two places; one is better, four are equal, two are behind
        cls.people = cls.new_people(7)
        cls.win(cls.people[0], 5)
        cls.lose(cls.people[5], 5)
        cls.lose(cls.people[6], 50)
        cls.new_event(cls.people[6], "2.2", quantity=2)
        cls.batch = cls.new_round("graded")
        cls.equal = cls.people[1:5]

    def window(self, kind="tie", user=None, **vals):
        windows = self.env["gov.appraisal.ruling.wizard"].with_user(
            user or self.officer
        )
        return windows.create(
            {
                "round_id": self.batch.id,
                "kind": kind,
                "reason": "Meeting of 2 November",
                **vals,
            }
        )

    def sheets(self, people):
        return self.batch.appraisal_ids.filtered(lambda a: a.employee_id in people)

    def decide(self, people):
        window = self.window(chosen_ids=[(6, 0, self.sheets(people).ids)])
        window.action_decide()
        return self.batch.ruling_ids[:1]

    def lower(self, person, code, **vals):
        grade = self.batch.version_id.grade_ids.filtered(lambda g: g.code == code)
        sheet = self.appraisal(self.batch, person)
        window = self.window("lower", appraisal_id=sheet.id, grade_id=grade.id, **vals)
        window.action_decide()

    def test_window_shows_the_equal_people_and_the_places(self):
        window = self.window()

        self.assertEqual(window.group_ids, self.sheets(self.equal))
        self.assertEqual((window.places, window.tie_grade_id.code), (1, "good"))

    def test_chosen_one_takes_the_place_and_the_tie_is_over(self):
        ruling = self.decide(self.equal[0])

        self.assert_grades(
            self.batch,
            {
                self.people[0]: "good",
                self.equal[0]: "good",
                self.equal[1]: "fair",
                self.people[6]: "poor",
            },
        )
        self.assertFalse(self.batch.tied_count)
        self.assertEqual(self.batch.good_count, self.batch.good_quota)
        self.assertEqual(ruling.user_id, self.officer)
        self.assertEqual(ruling.group_ids, self.sheets(self.equal))
        self.assertIn("Meeting of 2 November", str(self.batch.message_ids[0].body))

    def test_never_over_the_quota(self):
        with self.assertRaisesRegex(UserError, "Only 1 places"):
            self.decide(self.equal[:2])

    def test_only_among_the_equal(self):
        for people in (self.people[5], self.people[:0]):
            with self.assertRaisesRegex(UserError, "among the people who are equal"):
                self.decide(people)

    def test_no_window_without_a_tie(self):
        self.decide(self.equal[0])

        with self.assertRaisesRegex(UserError, "Nobody is equal"):
            self.batch.with_user(self.officer).action_decide_tie()

    def test_decision_is_taken_back_and_stays_on_file(self):
        ruling = self.decide(self.equal[0])

        ruling.with_user(self.officer).action_void()

        self.assertEqual(self.batch.tied_count, 4)
        self.assertRecordValues(ruling, [{"is_void": True}])

    def test_decision_holds_when_the_month_is_graded_again(self):
        self.decide(self.equal[0])
        self.lose(self.people[6], 1)
        self.advance(self.batch, "graded")

        self.assert_grades(self.batch, {self.equal[0]: "good"})

    def test_decision_is_void_when_others_are_equal(self):
        ruling = self.decide(self.equal[0])
        self.lose(self.equal[3], 1)

        self.advance(self.batch, "graded")

        self.assertTrue(ruling.is_void)
        self.assertEqual(self.batch.tied_count, 3)
        self.assert_grades(self.batch, {self.equal[0]: "fair"})

    def test_grade_is_lowered_and_the_place_goes_to_the_next(self):
        self.lower(self.people[0], "fair")

        self.assert_grades(self.batch, {self.people[0]: "fair"})
        self.assertEqual(self.window().places, 2)

    def test_lowered_to_the_last_grade_earns_nothing(self):
        self.lower(self.equal[0], "poor")

        self.assert_grades(self.batch, {self.equal[0]: "poor"})
        self.assert_rewards(self.batch, {self.equal[0]: 0})

    def test_grade_is_never_raised_by_hand(self):
        for person, code in ((self.equal[0], "good"), (self.people[0], "good")):
            with self.assertRaisesRegex(UserError, "not lower"):
                self.lower(person, code)

    def test_reason_is_needed(self):
        with self.assertRaisesRegex(UserError, "Give the reason"):
            self.lower(self.people[0], "fair", reason="  ")

    def test_published_month_is_not_decided_on(self):
        window = self.window(chosen_ids=[(6, 0, self.sheets(self.equal[0]).ids)])
        self.advance(self.batch, "published")

        with self.assertRaisesRegex(UserError, "this step needs"):
            window.action_decide()

    def test_who_decided_on_grades_does_not_confirm_them(self):
        self.window(
            user=self.checker, chosen_ids=[(6, 0, self.sheets(self.equal[0]).ids)]
        ).action_decide()
        self.advance(self.batch, "published")

        self.assertNotIn(self.checker, self.batch.reviewer_officer_ids)

    def test_others_neither_decide_nor_write(self):
        for user in (self.leader, self.site_officer, self.plain_user):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.window(user=user).action_decide()
        ruling = self.decide(self.equal[0])
        with self.assertRaises(DocumentLocked):
            ruling.with_user(self.officer).reason = "Other words"
        with self.assertRaises(AccessError):
            ruling.with_user(self.site_officer).read(["reason"])

    def test_form_of_the_window(self):
        windows = self.env["gov.appraisal.ruling.wizard"].with_user(self.officer)
        action = self.batch.with_user(self.officer).action_decide_tie()
        with Form(windows.with_context(**action["context"])) as form:
            form.reason = "Meeting"
            form.chosen_ids.add(self.sheets(self.equal[1]))
        form.record.action_decide()

        self.assert_grades(self.batch, {self.equal[1]: "good"})
