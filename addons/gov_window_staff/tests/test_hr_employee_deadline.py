"""两年内取得五级: states of people, reminders once each, extensions (S7, D28)."""

from datetime import date

from freezegun import freeze_time

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from ..exceptions import DocumentLocked
from .common import HR_OFFICER, WindowStaffCommon
from .common_certificate import REGISTRY, CertificateMixin

ENTRY, DEADLINE = date(2025, 3, 1), date(2027, 3, 1)
LONG_BEFORE, NOTICE = "2026-09-01 04:00:00", "2026-09-02 04:00:00"  # 180 days before
SOON, URGENT = "2026-12-01 04:00:00", "2027-01-30 04:00:00"  # 90 and 30 days before
PAST = "2027-03-02 04:00:00"


class DeadlineCase(CertificateMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.duty = cls.env.ref("gov_window_staff.duty_lianshui")
        cls.officer = cls.new_user("officer", HR_OFFICER, lang="zh_CN")
        cls.duty.user_id = cls.officer
        cls.person = cls.new_person(entry=ENTRY, name="新人")

    def state(self, person=None):
        person = person or self.person
        person.invalidate_recordset()
        return person.gov_level5_state

    def warn(self):
        self.env["gov.deadline.warning"]._cron_warn()

    def reminders(self, person=None):
        found = self.env["gov.deadline.warning"].search(
            [("employee_id", "=", (person or self.person).id)], order="id"
        )
        return found.mapped("threshold")

    def activities(self, person=None):
        return (person or self.person).activity_ids


@tagged("post_install", "-at_install")
class TestDeadline(DeadlineCase):
    def test_deadline_is_the_second_anniversary_of_the_entry(self):
        self.assertEqual(self.person.gov_level5_deadline, DEADLINE)

    def test_earlier_staff_have_two_years_from_the_date_of_the_rule(self):
        self.assertEqual(self.new_person().gov_level5_deadline, date(2026, 7, 22))

    def test_state_follows_the_calendar(self):
        days = (LONG_BEFORE, NOTICE, SOON, URGENT, PAST)
        states = []
        for day in days:
            with freeze_time(day):
                states.append(self.state())

        self.assertEqual(states, ["ok", "notice", "soon", "urgent", "overdue"])

    def test_verified_certificate_meets_it_on_the_day_of_issue(self):
        self.new_certificate(self.person, issued=date(2026, 5, 6))

        self.assertEqual(self.state(), "met")
        self.assertEqual(self.person.gov_level5_met_on, date(2026, 5, 6))

    @freeze_time(PAST)
    def test_waiting_certificate_does_not_meet_it(self):
        self.new_waiting(self.person, issued=date(2026, 5, 6))

        self.assertEqual(self.state(), "overdue")

    @freeze_time(PAST)
    def test_people_who_left_or_work_in_the_back_office_have_none(self):
        gone = self.new_person(entry=ENTRY, leave=date(2026, 12, 31))
        back = self.new_person(entry=ENTRY, gov_position="back_office")

        self.assertEqual([self.state(gone), self.state(back)], ["none", "none"])

    @freeze_time(PAST)
    def test_own_document_of_the_county_goes_before_the_one_for_all(self):
        duty = self.env["gov.certificate.duty"].create(
            {"name": "本县", "code": "T", "department_id": self.county.id}
        )
        version = self.env["gov.certificate.duty.version"].create(
            {
                "duty_id": duty.id,
                "date_from": "2025-01-01",
                "level_id": self.level(1).id,
                "years": 3,
            }
        )
        version.action_put_in_force()

        self.assertEqual(self.state(), "ok")
        self.assertEqual(self.person.gov_level5_deadline, date(2028, 3, 1))

    def test_without_a_document_in_force_there_is_no_deadline(self):
        self.duty.version_ids.action_back_to_draft()

        self.assertEqual(self.state(), "none")
        self.assertFalse(self.person.gov_level5_deadline)

    @freeze_time(SOON)
    def test_people_are_found_by_state(self):
        met = self.new_person(entry=ENTRY, certificates=[{"issued": date(2026, 5, 6)}])
        people = self.env["hr.employee"]

        soon = people.search([("gov_level5_state", "=", "soon")])
        others = people.search([("gov_level5_state", "!=", "soon")])

        self.assertIn(self.person, soon)
        self.assertNotIn(met, soon)
        self.assertIn(met, others)
        self.assertNotIn(self.person, others)

    def test_days_of_warning_are_whole_numbers(self):
        self.duty.version_ids.action_back_to_draft()

        for text in ("半年", ",", "30.5"):
            with self.subTest(text=text), self.assertRaises(ValidationError):
                self.duty.version_ids.warn_days = text


@tagged("post_install", "-at_install")
class TestReminder(DeadlineCase):
    def test_each_threshold_reminds_once(self):
        for day in (LONG_BEFORE, NOTICE, NOTICE, SOON, URGENT, URGENT, PAST, PAST):
            with freeze_time(day):
                self.warn()

        self.assertEqual(self.reminders(), [180, 90, 30, 0])

    def test_days_without_a_run_are_caught_up_by_the_tightest_threshold(self):
        with freeze_time(URGENT):
            self.warn()

        self.assertEqual(self.reminders(), [30])

    @freeze_time(SOON)
    def test_officer_named_in_the_document_gets_a_chinese_to_do(self):
        self.warn()

        activity = self.activities()
        self.assertEqual(activity.user_id, self.officer)
        self.assertEqual(activity.date_deadline, DEADLINE)
        self.assertIn("新人须在 2027-03-01 前取得证书，还剩 90 天", activity.summary)

    @freeze_time(SOON)
    def test_without_a_name_the_hr_responsible_is_reminded(self):
        responsible = self.new_user("responsible", HR_OFFICER)
        self.duty.user_id = False
        self.person.hr_responsible_id = responsible

        self.warn()

        self.assertEqual(self.activities().user_id, responsible)

    @freeze_time(SOON)
    def test_responsible_who_is_no_officer_is_passed_over(self):
        self.duty.user_id = False
        self.person.hr_responsible_id = self.new_user("manager", "hr.group_hr_user")

        self.warn()

        self.assertTrue(self.activities().user_id.has_group(HR_OFFICER))

    @freeze_time(SOON)
    def test_verification_closes_the_to_do(self):
        self.warn()

        self.new_waiting(self.person, issued=date(2026, 11, 1))._verify(REGISTRY)

        self.assertFalse(self.activities())

    @freeze_time(PAST)
    def test_nothing_happens_to_a_person_who_is_overdue(self):
        before = self.person.read(["gov_leave_date", "active", "department_id"])

        self.warn()

        self.person.invalidate_recordset()
        after = self.person.read(["gov_leave_date", "active", "department_id"])
        self.assertEqual(before, after)
        self.assertFalse(
            self.env["gov.staff.movement"].search(
                [("employee_id", "=", self.person.id)]
            )
        )

    def test_extension_brings_new_reminders(self):
        with freeze_time(URGENT):
            self.warn()
            self.env["gov.deadline.extension"].create(
                {
                    "employee_id": self.person.id,
                    "until": "2027-09-01",
                    "reason": "产假",
                }
            )
            self.warn()
        self.assertEqual(self.reminders(), [30])

        with freeze_time("2027-06-03 04:00:00"):
            self.warn()

        self.assertEqual(self.reminders(), [30, 90])

    @freeze_time(SOON)
    def test_reminders_of_many_take_few_queries(self):
        self.warn()
        for _ in range(3):
            self.new_person(entry=ENTRY)
        self.env.flush_all()
        before = self.env.cr.sql_log_count
        self.warn()
        few = self.env.cr.sql_log_count - before
        for _ in range(30):
            self.new_person(entry=ENTRY)
        self.env.flush_all()
        before = self.env.cr.sql_log_count

        self.warn()
        self.env.flush_all()

        self.assertLess(self.env.cr.sql_log_count - before, few + 60)


@tagged("post_install", "-at_install")
@freeze_time(URGENT)
class TestExtension(DeadlineCase):
    def extend(self, until="2027-09-01", reason="产假", user=None, **vals):
        extensions = self.env["gov.deadline.extension"].with_user(user or self.officer)
        return extensions.create(
            {
                "employee_id": self.person.id,
                "until": until,
                "reason": reason,
                **vals,
            }
        )

    def test_extension_moves_the_deadline_and_keeps_who_and_when(self):
        extension = self.extend(user_id=1, date="2020-01-01", old_deadline="2020-01-01")

        self.assertRecordValues(
            extension,
            [
                {
                    "old_deadline": DEADLINE,
                    "user_id": self.officer.id,
                    "date": date(2027, 1, 30),
                }
            ],
        )
        self.assertEqual(self.person.gov_level5_deadline, date(2027, 9, 1))
        self.assertIn("产假", self.person.message_ids[0].body)

    def test_deadline_does_not_move_backwards(self):
        for until in ("2027-02-28", DEADLINE):
            with (
                self.subTest(until=until),
                self.assertRaisesRegex(UserError, "forward only"),
            ):
                self.extend(until)

    def test_second_extension_goes_beyond_the_first(self):
        self.extend("2027-09-01")

        with (
            self.assertRaisesRegex(UserError, "2027-09-01"),
            self.env.cr.savepoint(),
        ):
            self.extend("2027-08-01")
        second = self.extend("2027-12-01")

        self.assertEqual(second.old_deadline, date(2027, 9, 1))
        self.person.invalidate_recordset()
        self.assertEqual(len(self.person.gov_deadline_extension_ids), 2)

    def test_reason_is_needed(self):
        with self.assertRaisesRegex(UserError, "reason"):
            self.extend(reason="  ")

    def test_officer_does_not_extend_the_own_deadline(self):
        self.person.user_id = self.officer

        with self.assertRaisesRegex(UserError, "your own"):
            self.extend()

    def test_person_without_entry_date_has_nothing_to_extend(self):
        person = self.new_person(entry=ENTRY)
        person.gov_entry_date = False

        with self.assertRaisesRegex(UserError, "no deadline"):
            self.extend(employee_id=person.id)

    def test_decision_is_kept_as_it_was_taken(self):
        extension = self.extend()

        for record in (extension, extension.sudo()):
            with self.assertRaises(DocumentLocked):
                record.sudo().write({"until": "2030-01-01"})
            with self.assertRaises(DocumentLocked):
                record.sudo().unlink()
