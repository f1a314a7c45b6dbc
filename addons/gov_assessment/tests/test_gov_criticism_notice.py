"""A month graded 差 leads to a numbered notice and a self-examination (A47, A48)."""

from datetime import date

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import TransactionCase, tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.tests.common_pdf import pdf_text

from ..rules.letters import day_text
from .common import AssessmentCommon
from .common_follow import FollowCommon


@tagged("post_install", "-at_install")
class TestCriticismNotice(FollowCommon, AssessmentCommon, TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.unit = cls.new_unit()
        cls.first, cls.second = cls.new_people(2, gov_dispatch_unit_id=cls.unit.id)
        cls.year = fields.Date.today().year

    def test_locking_a_month_issues_a_notice_for_each_poor_grade(self):
        good = self.new_person()
        self.poor_month(self.first, self.second)

        notices = self.notice_of(self.first) + self.notice_of(self.second)
        self.assertRecordValues(
            notices,
            [
                {
                    "state": "issued",
                    "cause": "month",
                    "scope": "unit",
                    "unit_id": self.unit.id,
                    "department_id": self.town.id,
                    "name": f"窗通报〔{self.year}〕{number}号",
                }
                for number in (1, 2)
            ],
        )
        self.assertFalse(self.notice_of(good))

    def test_month_that_is_not_locked_leads_to_nothing(self):
        self.poor_month(self.first, state="graded")

        self.assertFalse(self.notice_of(self.first))

    def test_locking_again_issues_nothing_twice(self):
        batch = self.poor_month(self.first)

        batch.with_user(self.officer).action_lock()

        self.assertEqual(len(self.notice_of(self.first)), 1)

    def test_text_names_person_month_score_and_deductions(self):
        self.poor_month(self.first)

        body = self.notice_of(self.first).body
        for text in (
            self.first.name,
            "2026年10月",
            "50分",
            "“差”",
            "1.1 迟到、早退、离岗、串岗（30分）",
            day_text(self.exam_of(self.first).deadline),
        ):
            with self.subTest(text=text):
                self.assertIn(text, body)

    def test_self_examination_is_due_by_the_working_days_of_the_rubric(self):
        self.poor_month(self.first)

        today = fields.Date.context_today(self.notice_of(self.first))
        due = self.env["gov.calendar.year"]._calendar().add(today, 5)
        self.assertRecordValues(
            self.exam_of(self.first),
            [{"state": "waiting", "deadline": due, "days": 5}],
        )

    def test_drafts_wait_when_the_letter_says_so(self):
        self.letter("criticism").is_issued_at_once = False
        self.poor_month(self.first)
        notice = self.notice_of(self.first)
        self.assertRecordValues(notice, [{"state": "draft", "name": False}])

        notice.with_user(self.officer).body = "改过的通报"
        notice.with_user(self.officer).action_issue()

        self.assertEqual((notice.state, notice.body), ("issued", "改过的通报"))
        self.assertTrue(self.exam_of(self.first))

    def test_statements_do_not_grow_with_the_notices(self):
        letter = self.letter("criticism")
        letter.is_issued_at_once = False
        people = self.new_people(7)
        self.poor_month(*people)
        drafts = self.env["gov.criticism.notice"].search([], order="staff_no")

        few = self.statements(drafts[:1], letter)
        many = self.statements(drafts[1:7], letter)

        self.assertLessEqual(many, few + 2)
        self.assertEqual(
            drafts.mapped("name"), [f"窗通报〔{self.year}〕{n}号" for n in range(1, 8)]
        )

    def statements(self, notices, letter):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        notices._unprotected()._issue(letter)
        self.env.flush_all()
        return self.env.cr.sql_log_count - before

    def test_letter_of_the_county_goes_before_the_one_for_all(self):
        self.letter("criticism").copy(
            {"department_id": self.county.id, "body": "本县：{姓名}", "is_public": True}
        )
        self.poor_month(self.first)

        notice = self.notice_of(self.first)
        self.assertEqual(notice.body, f"本县：{self.first.name}")
        self.assertEqual(notice.scope, "public")
        self.assertEqual(
            notice.public_until, fields.Date.add(notice.issue_date, days=30)
        )

    def test_letter_refuses_words_that_nobody_can_fill_in(self):
        with self.assertRaisesRegex(ValidationError, "{电话}"):
            self.letter("criticism").body = "{姓名}{电话}"

    def test_pattern_of_the_number_needs_year_and_number(self):
        for pattern in ("通报{年}", "通报{号}"):
            with self.subTest(pattern=pattern), self.assertRaises(ValidationError):
                self.letter("criticism").number_pattern = pattern

    def test_numbers_have_no_gap_though_a_draft_was_deleted(self):
        gone = self.new_notice(self.first)
        gone.with_user(self.officer).unlink()

        one = self.new_notice(self.first, "issued")
        two = self.new_notice(self.second, "issued")

        self.assertEqual(
            (one + two).mapped("name"),
            [f"窗通报〔{self.year}〕1号", f"窗通报〔{self.year}〕2号"],
        )

    def test_notice_by_hand_tells_the_facts(self):
        notice = self.new_notice(self.first, "issued")

        self.assertIn("在窗口大声喧哗", notice.body)
        self.assertEqual(notice.department_id, self.town)

    def test_site_and_unit_are_those_of_the_day(self):
        self.first._gov_write_dated(
            date(2026, 10, 20), {"department_id": self.town_b.id}
        )

        before = self.new_notice(self.first, day=date(2026, 10, 8))
        after = self.new_notice(self.first, day=date(2026, 10, 21))

        self.assertEqual(before.department_id, self.town)
        self.assertEqual(after.department_id, self.town_b)

    def test_issued_notice_is_not_changed_by_hand(self):
        notice = self.new_notice(self.first, "issued").with_user(self.officer)

        for vals in ({"body": "x"}, {"state": "draft"}, {"name": "1"}):
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                notice.write(vals)
        with self.assertRaises(DocumentLocked):
            notice.unlink()

    def test_state_and_number_are_not_given_by_hand_in_a_draft_either(self):
        notice = self.new_notice(
            self.first, state="draft", name="窗通报〔2026〕9号", issue_date="2026-01-01"
        )
        forged = (
            self.env["gov.criticism.notice"]
            .with_context(default_state="issued", default_name="9")
            .create({"employee_id": self.first.id})
        )

        for record in notice + forged:
            self.assertRecordValues(
                record, [{"state": "draft", "name": False, "issue_date": False}]
            )
        with self.assertRaises(DocumentLocked):
            notice.with_user(self.officer).write({"state": "issued"})

    def test_withdrawal_needs_an_officer_and_drops_the_task(self):
        notice = self.new_notice(self.first, "issued")
        with self.assertRaises(AccessError):
            notice.with_user(self.leader)._withdraw("x")

        notice.with_user(self.officer)._withdraw("事实不符")

        self.assertRecordValues(
            notice, [{"state": "withdrawn", "withdraw_reason": "事实不符"}]
        )
        self.assertEqual(self.exam_of(self.first).state, "waived")

    def test_corrected_month_takes_its_notice_back(self):
        batch = self.poor_month(self.first, self.second)
        result = self.appraisal(batch, self.first)

        result._unprotected().write({"grade": "fair"})

        self.assertEqual(self.notice_of(self.first).state, "withdrawn")
        self.assertEqual(self.notice_of(self.second).state, "issued")

    def test_applied_correction_of_an_appeal_takes_the_notice_back(self):
        batch = self.poor_month(self.first, self.second)
        event = self.env["gov.assessment.event"].search(
            [("employee_id", "=", self.first.id), ("item_id.code", "=", "1.1")]
        )
        handler = self.new_user("handler", "gov_window_staff.group_hr_officer")

        correction = (
            self.env["gov.appraisal.correction"]
            .with_user(handler)
            ._propose(batch, "appeal", "申诉成立", without=event)
        )
        correction.with_user(self.leader).action_approve()
        correction.with_user(handler).action_apply()

        self.assertEqual(self.appraisal(batch, self.first).grade, "fair")
        self.assertRecordValues(
            self.notice_of(self.first),
            [
                {
                    "state": "withdrawn",
                    "withdraw_reason": "The result of the month was corrected.",
                }
            ],
        )
        self.assertEqual(self.exam_of(self.first).state, "waived")
        self.assertEqual(self.notice_of(self.second).state, "issued")

    def test_correction_to_poor_issues_a_notice(self):
        batch = self.poor_month(self.first)
        result = self.appraisal(batch, self.second)

        result._unprotected().write({"grade": "poor"})

        self.assertEqual(self.notice_of(self.second).state, "issued")

    def test_officer_does_not_decide_on_the_own_notice(self):
        notice = self.new_notice(self.first)
        self.first.user_id = self.officer

        with self.assertRaisesRegex(UserError, "another officer"):
            notice.with_user(self.officer).action_issue()

    def test_acknowledgement_counts_once_and_not_after_a_withdrawal(self):
        notice = self.new_notice(self.first, "issued")
        notice._acknowledge()
        first = notice.acknowledged_on
        notice.with_user(self.officer).action_acknowledged_on_paper()

        self.assertEqual(notice.acknowledged_on, first)
        self.assertFalse(notice.recorder_id)

        other = self.new_notice(self.second, "issued")
        other.with_user(self.officer)._withdraw("x")
        with self.assertRaises(UserError):
            other._acknowledge()

    def test_filters_find_what_is_not_acknowledged(self):
        done = self.new_notice(self.first, "issued")
        done._acknowledge()
        waiting = self.new_notice(self.second, "issued")

        notices = self.env["gov.criticism.notice"]
        domain = [("id", "in", (done + waiting).ids)]
        found = notices.search([*domain, ("is_acknowledged", "=", False)])
        self.assertEqual(found, waiting)
        found = notices.search([*domain, ("is_acknowledged", "=", True)])
        self.assertEqual(found, done)

    def test_printed_notice_is_the_text_with_its_number(self):
        notice = self.new_notice(self.first, "issued")

        text = pdf_text(self.env, "gov_assessment.criticism_notice_form", notice)

        for part in (notice.name, "在窗口大声喧哗", self.county.name, "签收"):
            with self.subTest(part=part):
                self.assertIn(part, text)

    def test_round_shows_its_notices(self):
        batch = self.poor_month(self.first)

        action = batch.action_open_notices()

        found = self.env[action["res_model"]].search(action["domain"])
        self.assertEqual(found, self.notice_of(self.first))
