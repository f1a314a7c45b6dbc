"""A suspended month is settled when the case is closed (A51)."""

from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import AssessmentCommon


@tagged("post_install", "-at_install")
class TestGovCaseSettlement(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # N = 4: one place; the suspended person would have won it
        cls.people = cls.new_people(4)
        cls.person = cls.people[0]
        cls.win(cls.person, 10)
        cls.win(cls.people[1], 5)
        cls.case = cls.new_case(cls.person)
        cls.batch = cls.new_round("locked")
        cls.sheet = cls.appraisal(cls.batch, cls.person)

    def proposals(self):
        return self.env["gov.appraisal.correction"].search(
            [("round_id", "=", self.batch.id)]
        )

    def close(self, **vals):
        case = self.case.with_user(self.officer)
        case.write({"date_close": date(2026, 12, 1), **vals})
        return self.proposals()

    def apply(self, correction):
        other = self.new_user("leader2", "gov_window_staff.group_leader")
        correction.with_user(other).action_approve()
        correction.with_user(self.checker).action_apply()

    def test_closing_proposes_the_grade_and_the_back_pay(self):
        proposal = self.close()

        self.assertEqual((proposal.cause, proposal.state), ("case_closed", "draft"))
        line = proposal.line_ids.filtered(lambda x: x.employee_id == self.person)
        self.assertRecordValues(
            line,
            [
                {
                    "grade_before": "suspended",
                    "grade_after": "good",
                    "reward_before": 0,
                    "reward_after": 330,
                }
            ],
        )
        self.assertEqual(self.sheet.grade, "suspended")

    def test_applied_correction_settles_the_month(self):
        self.apply(self.close())

        self.assertRecordValues(
            self.sheet, [{"is_suspended": False, "grade": "good", "rank": 1}]
        )
        self.assertFalse(self.case.suspended_count)
        self.assertEqual(self.batch.state, "locked")

    def test_what_the_case_found_limits_the_grade(self):
        proposal = self.close(standing_limit="poor")

        line = proposal.line_ids.filtered(lambda x: x.employee_id == self.person)
        self.assertEqual((line.grade_after, line.reward_after), ("poor", 0))

    def test_limit_set_later_is_taken_into_the_proposal(self):
        proposal = self.close()

        self.case.with_user(self.officer).standing_limit = "poor"

        self.assertEqual(self.proposals(), proposal)
        line = proposal.line_ids.filtered(lambda x: x.employee_id == self.person)
        self.assertEqual(line.grade_after, "poor")

    def test_case_opened_again_withdraws_the_proposal(self):
        proposal = self.close()

        self.case.with_user(self.officer).date_close = False

        self.assertEqual(proposal.state, "cancelled")

    def test_month_locked_after_the_closing_is_settled_too(self):
        case = self.new_case(self.people[1], date(2026, 11, 5))
        november = self.new_round("published", self.batch._month().next())
        case.with_user(self.officer).date_close = date(2026, 12, 3)
        self.assertFalse(
            self.env["gov.appraisal.correction"].search(
                [("round_id", "=", november.id)]
            )
        )

        self.advance(november, "locked")

        self.assertEqual(
            self.env["gov.appraisal.correction"]
            .search([("round_id", "=", november.id)])
            .case_ids,
            case,
        )


@tagged("post_install", "-at_install")
class TestReopenLate(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person, cls.other = cls.new_people(2)
        cls.batch = cls.new_round("locked")

    def reopen(self, user=None, reason="Inspection of the city"):
        self.batch.with_user(user or self.leader)._reopen_late(reason)

    def test_severe_record_brings_its_month_back(self):
        event = self.new_event(self.person, "1.6", reason="明查暗访通报")
        self.assertEqual(event.count_month, date(2026, 11, 1))
        self.assertEqual(self.batch.late_severe_count, 1)

        self.reopen()

        self.assertEqual(self.batch.state, "open")
        self.assertEqual(event.count_month, date(2026, 10, 1))
        self.assertFalse(self.batch.locked_by_id)
        self.advance(self.batch, "locked")
        self.assert_totals(self.batch, {self.person: 70, self.other: 100})

    def test_ordinary_record_does_not(self):
        self.new_event(self.person, "2.2")

        with self.assertRaisesRegex(UserError, "no severe record"):
            self.reopen()

    def test_record_that_another_closed_month_counted_stays_there(self):
        self.new_event(self.person, "1.6")
        self.new_round("locked", self.batch._month().next())

        with self.assertRaisesRegex(UserError, "no severe record"):
            self.reopen()

    def test_only_the_leader_with_a_reason(self):
        self.new_event(self.person, "1.6")
        for user in (self.officer, self.site_officer, self.plain_user):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.reopen(user)
        with self.assertRaisesRegex(UserError, "Give the reason"):
            self.reopen(reason=" ")
