"""A suspended month is settled when the case is closed (A51)."""

from datetime import date

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
