"""Public notice of proposed people: 7 working days, objections (S4, D31)."""

from datetime import date

from freezegun import freeze_time

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from ..exceptions import DocumentLocked
from .common import WindowStaffCommon, identity_number
from .common_entry import TODAY, EntryMixin
from .common_pdf import pdf_text

AFTER = date(2026, 3, 19)


@tagged("post_install", "-at_install")
@freeze_time(TODAY)
class TestPublicNotice(EntryMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.job = cls.new_job()
        cls.person = cls.new_applicant(cls.job, until="publicity")

    def published(self, *people, **vals):
        notice = self.new_notice(*(people or [self.person]), **vals)
        notice.action_publish()
        return notice

    def objection(self, notice, **vals):
        return self.env["gov.public.notice.objection"].create(
            {
                "notice_id": notice.id,
                "applicant_id": notice.applicant_ids[0].id,
                "text": "学历不实",
                **vals,
            }
        )

    def test_notice_lasts_seven_working_days_after_its_publication(self):
        notice = self.published()

        self.assertEqual(notice.date_end, date(2026, 3, 18))
        self.assertFalse(notice.calendar_warning)

    def test_days_off_do_not_count(self):
        with freeze_time("2026-04-30"):
            notice = self.published()

        # 1 to 5 May are off, Saturday 9 May is worked
        self.assertEqual(notice.date_end, date(2026, 5, 13))

    def test_length_follows_the_rules_in_force(self):
        policy = self.env.ref("gov_window_staff.entry_policy")
        version = self.env["gov.entry.policy.version"].create(
            {"policy_id": policy.id, "date_from": "2026-03-01", "notice_days": 5}
        )
        version.action_put_in_force()

        self.assertEqual(self.published().date_end, date(2026, 3, 16))

    def test_year_without_a_calendar_is_said(self):
        with freeze_time("2027-03-08"):
            notice = self.published()

        self.assertIn("2027", notice.calendar_warning)

    def test_only_people_at_this_step_are_listed(self):
        early = self.new_applicant(self.job, name="吴九", until="medical")
        notice = self.new_notice(early)

        with self.assertRaisesRegex(UserError, "吴九"):
            notice.action_publish()

    def test_person_is_on_one_notice_at_a_time(self):
        self.published()

        with self.assertRaises(UserError):
            self.published()

    def test_public_notice_is_not_passed_by_hand(self):
        with self.assertRaises(UserError):
            self.person._gov_current_step()._decide("pass", TODAY)

    def test_notice_is_concluded_after_its_last_day(self):
        notice = self.published()

        with freeze_time("2026-03-18"), self.assertRaises(UserError):
            notice.action_conclude()
        with freeze_time(AFTER):
            notice.action_conclude()

        self.assertEqual(notice.state, "concluded")
        self.assertTrue(self.person.gov_is_through)

    def test_open_objection_blocks_the_conclusion(self):
        notice = self.published()
        self.objection(notice)

        with freeze_time(AFTER), self.assertRaisesRegex(UserError, "1 open"):
            notice.action_conclude()

    def test_upheld_objection_ends_the_application_and_spares_the_others(self):
        other = self.new_applicant(self.job, name="郑十", until="publicity")
        notice = self.published(self.person, other)
        objection = self.objection(notice, applicant_id=self.person.id)
        objection.write({"handling": "经核查学历不符", "conclusion": "upheld"})

        with freeze_time(AFTER):
            notice.action_conclude()

        self.assertFalse(self.person.active)
        self.assertEqual(
            self.person.refuse_reason_id,
            self.env.ref("gov_window_staff.refuse_reason_publicity"),
        )
        self.assertTrue(other.gov_is_through)

    def test_conclusion_needs_how_the_objection_was_handled(self):
        objection = self.objection(self.published())

        with self.assertRaises(ValidationError):
            objection.conclusion = "unfounded"

    def test_closed_objection_keeps_who_and_when(self):
        objection = self.objection(self.published())

        objection.write({"handling": "查无实据", "conclusion": "unfounded"})

        self.assertRecordValues(
            objection,
            [{"state": "closed", "closed_on": TODAY, "closed_by_id": self.env.uid}],
        )

    def test_objection_is_not_deleted_nor_added_to_a_closed_notice(self):
        notice = self.published()
        objection = self.objection(notice, handling="查无实据", conclusion="unfounded")
        with self.assertRaises(DocumentLocked):
            objection.unlink()
        with freeze_time(AFTER):
            notice.action_conclude()

        with self.assertRaises(DocumentLocked):
            self.objection(notice)

    def test_published_notice_is_not_changed(self):
        notice = self.published()

        for vals in (
            {"applicant_ids": [(5,)]},
            {"name": "x"},
            {"state": "concluded"},
            {"date_end": TODAY},
        ):
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                notice.write(vals)

    def test_notice_is_not_born_published(self):
        notice = self.new_notice(
            self.person, state="concluded", published_on=TODAY, date_end=TODAY
        )

        self.assertRecordValues(
            notice, [{"state": "draft", "published_on": False, "date_end": False}]
        )

    def test_print_shows_names_and_units_and_no_id_number(self):
        number = identity_number(7)
        unit = self.new_unit("县医保局")
        self.person.write({"gov_identification": number, "gov_unit_id": unit.id})
        notice = self.published()

        text = pdf_text(self.env, "gov_window_staff.report_public_notice", notice)

        self.assertIn("赵六", text)
        self.assertIn("县医保局", text)
        for part in (number, number[-4:], "1990"):
            self.assertNotIn(part, text)
        self.assertIn("1 / 1", text)
