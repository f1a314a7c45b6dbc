"""/my/movements: what was decided about the person, and the own notice (S5)."""

from datetime import date, timedelta

from odoo.tests import HttpCase, tagged

from .common import HR_OFFICER, LEADER, SITE_OFFICER, WindowStaffCommon
from .common_certificate import EXE
from .common_portal import PortalMixin

NEW = "/my/movements/resign"


@tagged("post_install", "-at_install")
class TestMovementPages(PortalMixin, HttpCase, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.set_up_people()
        cls.officer = cls.new_user("officer", HR_OFFICER)
        cls.leader = cls.new_user("leader", LEADER)
        cls.site_officer = cls.new_user("site", SITE_OFFICER, sites=cls.town)
        cls.movements = cls.env["gov.staff.movement"]
        cls.today = cls.movements.with_user(cls.zhang_user)._today()

    def own(self, person=None):
        person = person or self.zhang
        return self.movements.search([("employee_id", "=", person.id)])

    def notice(self, days=30, user=None, files=None, **form):
        day = self.today + timedelta(days=days)
        form = {"effective_date": str(day), "reason": "回乡工作", **form}
        return self.post(NEW, user, files=files or self.pdf("letter"), **form)

    def test_empty_list_says_so(self):
        self.assertIn("还没有变动记录", self.open("/my/movements").text)

    def test_notice_begins_the_approval(self):
        response = self.notice()

        self.assert_back_to(response, "/my/movements")
        self.assertRecordValues(
            self.own(),
            [
                {
                    "kind": "resign",
                    "state": "submitted",
                    "notice_date": self.today,
                    "requester_id": self.zhang_user.id,
                    "department_id": self.town.id,
                }
            ],
        )
        self.assertEqual(self.own().attachment_ids.name, "扫描件.pdf")
        self.assertTrue(self.own().review_ids)
        self.assertNotIn(NEW, self.open("/my/movements").text)

    def test_last_day_before_the_days_of_notice_is_refused(self):
        for days, trial in ((29, False), (2, True)):
            self.zhang.trial_date_end = trial and self.today + timedelta(days=60)
            response = self.notice(days=days)
            with self.subTest(days=days):
                self.assertIn('name="problem"', response.text)
                self.assertIn("回乡工作", response.text)
                self.assertFalse(self.own())

    def test_three_days_are_enough_in_probation(self):
        self.zhang.trial_date_end = self.today + timedelta(days=60)
        self.assertIn(str(self.today + timedelta(days=3)), self.open(NEW).text)

        self.notice(days=3)

        self.assertEqual(self.own().state, "submitted")

    def test_letter_is_needed_and_is_a_scan(self):
        program = {"letter": ("报告.pdf", EXE, "application/pdf")}
        nothing = {"letter": ("", b"", "application/octet-stream")}
        for files in (program, nothing):
            response = self.notice(files=files)
            with self.subTest(files=files):
                self.assertIn('name="problem"', response.text)
                self.assertFalse(self.own())

    def test_leaving_before_the_minimum_stay_asks_for_the_talk(self):
        self.zhang.gov_posted_date = self.today - timedelta(days=100)
        self.assertIn("先与中心协商", self.open(NEW).text)

        refused = self.notice()
        self.assertIn('name="problem"', refused.text)
        self.notice(consent_note="已与王主任协商同意")

        self.assertEqual(self.own().consent_note, "已与王主任协商同意")

    def test_bad_date_is_a_sentence(self):
        for day in ("", "2026-02-30", "abc"):
            response = self.notice(effective_date=day)
            with self.subTest(day=day):
                self.assertEqual(response.status_code, 200)
                self.assertIn('name="problem"', response.text)
        self.assertFalse(self.own())

    def test_second_notice_is_not_taken(self):
        self.notice()

        self.assert_back_to(self.notice(), "/my/movements")
        self.assertEqual(len(self.own()), 1)

    def test_notice_is_taken_back_while_nobody_has_decided(self):
        self.notice()
        path = f"/my/movements/{self.own().id}"
        self.assertIn(f"{path}/withdraw", self.open(path).text)

        self.post(f"{path}/withdraw")

        self.assertEqual(self.own().state, "cancelled")

    def test_notice_that_somebody_decided_is_not_taken_back(self):
        self.notice()
        movement = self.own()
        movement.with_user(self.site_officer)._decide(True, "同意,内部意见")
        path = f"/my/movements/{movement.id}"

        response = self.post(f"{path}/withdraw")

        self.assertIn('name="problem"', response.text)
        self.assertNotIn(f"{path}/withdraw", self.open(path).text)
        self.assertEqual(movement.state, "submitted")

    def test_steps_are_shown_without_the_deciders_words_and_names(self):
        self.notice()
        movement = self.own()
        movement.with_user(self.site_officer)._decide(True, "内部意见")

        page = self.open(f"/my/movements/{movement.id}").text

        self.assertEqual(page.count('name="step"'), 2)
        self.assertNotIn("内部意见", page)
        self.assertNotIn(self.site_officer.name, page)

    def test_reason_of_the_refusal_of_the_own_notice_is_told(self):
        self.notice()
        movement = self.own()
        movement.with_user(self.site_officer)._decide(False, "请补交接清单")

        page = self.open(f"/my/movements/{movement.id}").text

        self.assertIn("请补交接清单", page)

    def test_plans_of_others_are_told_once_they_are_approved(self):
        plan = self.movements.with_user(self.officer).create(
            {
                "kind": "transfer",
                "employee_id": self.zhang.id,
                "to_department_id": self.town_b.id,
                "effective_date": self.today + timedelta(days=10),
                "reason": "内部理由",
            }
        )
        path = f"/my/movements/{plan.id}"
        self.assertNotIn(path, self.open("/my/movements").text)
        self.assert_back_to(self.open(path), "/my/movements")

        plan._unprotected().write({"state": "approved"})

        self.assertIn("西镇便民服务中心", self.open(path).text)
        self.assertNotIn("内部理由", self.open(path).text)
        self.assertNotIn(f"{path}/withdraw", self.open(path).text)

    def test_movement_of_another_person_is_neither_seen_nor_taken_back(self):
        self.notice()
        movement = self.own()
        path = f"/my/movements/{movement.id}"

        self.assert_back_to(self.open(path, self.li_user), "/my/movements")
        self.post(f"{path}/withdraw", self.li_user)

        self.assertEqual(movement.state, "submitted")

    def test_person_does_not_choose_whose_notice_it_is(self):
        self.notice(employee_id=str(self.li.id), kind="dismiss", state="approved")

        self.assertFalse(self.own(self.li))
        self.assertRecordValues(self.own(), [{"kind": "resign", "state": "submitted"}])

    def test_earliest_day_is_shown_before_anything_is_typed(self):
        page = self.open(NEW).text

        self.assertIn(str(self.today + timedelta(days=30)), page)
        self.assertFalse(self.own())
        self.assertIsInstance(self.today, date)
