"""Talks with people, summonses of units: letter, minutes, what was agreed (A72)."""

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.tests.common_pdf import pdf_text

from .common import AssessmentCommon
from .common_follow import FollowCommon


@tagged("post_install", "-at_install")
class TestInterview(FollowCommon, AssessmentCommon, TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.unit = cls.new_unit(gov_leader="李局长")
        cls.person = cls.new_person(name="张三", gov_dispatch_unit_id=cls.unit.id)
        cls.year = fields.Date.today().year

    def test_letter_of_a_talk_has_number_time_and_place(self):
        talk = self.new_talk(self.person, "notified")

        self.assertEqual(talk.name, f"窗谈〔{self.year}〕1号")
        for part in ("张三", "2026-10-09 09:30", "三楼会议室", "王主任"):
            with self.subTest(part=part):
                self.assertIn(part, talk.body)

    def test_talks_and_summonses_are_numbered_apart(self):
        talk = self.new_talk(self.person, "notified")
        summons = self.new_talk(state="notified", unit_id=self.unit.id)

        self.assertEqual(talk.name, f"窗谈〔{self.year}〕1号")
        self.assertEqual(summons.name, f"窗约谈〔{self.year}〕1号")

    def test_deadline_is_five_working_days_unless_chosen(self):
        with freeze_time("2026-10-08 04:00:00"):
            talk = self.new_talk(self.person, "notified")
            chosen = self.new_talk(self.person, "notified", deadline="2026-11-02")

        # the Saturday of 10 October is worked
        self.assertEqual(str(talk.deadline), "2026-10-14")
        self.assertEqual(str(chosen.deadline), "2026-11-02")

    def test_usual_participants_of_a_summons_are_those_who_lead_the_unit(self):
        chief = self.new_person(name="赵代表", gov_dispatch_unit_id=self.unit.id)
        self.unit.gov_chief_id = chief
        summons = self.new_talk(unit_id=self.unit.id, participant_ids=False)

        summons.action_usual_participants()
        summons.action_usual_participants()

        self.assertEqual(
            summons.participant_ids.mapped(lambda line: (line.role, line.name)),
            [
                ("host", self.officer.name),
                ("chief", "赵代表"),
                ("leader", "李局长"),
            ],
        )

    def test_usual_participants_of_a_talk_are_host_and_person(self):
        talk = self.new_talk(self.person, participant_ids=False)

        talk.action_usual_participants()

        self.assertEqual(talk.participant_ids.mapped("role"), ["host", "person"])

    def test_letter_needs_time_place_and_participants(self):
        talk = self.new_talk(self.person, place=False, participant_ids=False)

        with self.assertRaisesRegex(UserError, "Place, Participants"):
            talk.action_notify()

    def test_talk_needs_a_person_and_a_summons_a_unit(self):
        with self.assertRaisesRegex(UserError, "person"):
            self.new_talk(kind="talk")
        with self.assertRaisesRegex(UserError, "unit"):
            self.new_talk(kind="summons")

    def test_held_needs_minutes_and_its_time(self):
        with freeze_time("2026-10-08 04:00:00"):
            talk = self.new_talk(self.person, "notified")
            with self.assertRaisesRegex(UserError, "minutes"):
                talk.action_hold()
            talk.summary = "谈话内容"
            with self.assertRaisesRegex(UserError, "still to come"):
                talk.action_hold()
        with freeze_time("2026-10-09 04:00:00"):
            talk.action_hold()

        self.assertEqual(talk.state, "held")

    def test_minutes_are_free_until_it_is_settled(self):
        talk = self.new_talk(self.person, "held")
        talk.demand = "一周内整改"
        talk.action_close()

        with self.assertRaises(DocumentLocked):
            talk.demand = "另写"

    def test_what_stands_in_the_letter_is_fixed(self):
        talk = self.new_talk(self.person, "notified")

        for vals in ({"reason": "x"}, {"body": "x"}, {"state": "closed"}):
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                talk.write(vals)
        talk.write({"place": "四楼"})

    def test_participants_stay_after_it_was_held(self):
        talk = self.new_talk(self.person, "held")
        lines = self.env["gov.interview.participant"].with_user(self.officer)

        with self.assertRaises(DocumentLocked):
            talk.participant_ids.with_user(self.officer).name = "别人"
        with self.assertRaises(DocumentLocked):
            talk.participant_ids.with_user(self.officer).unlink()
        with self.assertRaises(DocumentLocked):
            lines.create({"interview_id": talk.id, "name": "别人"})

    def test_overdue_is_not_held_in_time_or_not_settled_in_time(self):
        with freeze_time("2026-10-08 04:00:00"):
            waiting = self.new_talk(self.person, "notified", deadline="2026-10-09")
            fine = self.new_talk(self.person, "notified", deadline="2026-10-30")
        with freeze_time("2026-10-09 04:00:00"):
            held = self.new_talk(self.person, "held", deadline="2026-10-09")
            held.follow_up_date = "2026-10-12"
        talks = waiting + fine + held
        domain = [("id", "in", talks.ids), ("is_overdue", "=", True)]

        with freeze_time("2026-10-12 04:00:00"):
            self.assertEqual(talks.search(domain), waiting)
        with freeze_time("2026-10-13 04:00:00"):
            self.assertEqual(set(talks.search(domain)), set(waiting + held))
            self.assertEqual(talks.filtered("is_overdue"), waiting + held)

    def test_site_officer_keeps_own_talks_of_own_sites(self):
        talk = self.new_talk(self.person, user=self.site_officer)
        talk.action_notify()

        self.assertEqual(talk.state, "notified")
        other = self.new_person(site=self.town_b)
        with self.assertRaises(AccessError):
            self.new_talk(other, user=self.site_officer, department_id=self.town_b.id)

    def test_site_officer_does_not_read_talks_of_the_office(self):
        talk = self.new_talk(self.person)

        self.assertFalse(talk.with_user(self.site_officer).has_access("read"))
        line = talk.participant_ids.with_user(self.site_officer)
        self.assertFalse(line.has_access("read"))

    def test_leader_reads_all_and_keeps_the_own(self):
        talk = self.new_talk(self.person)
        own = self.new_talk(self.person, user=self.leader)

        own.action_notify()
        self.assertTrue(talk.with_user(self.leader).has_access("read"))
        with self.assertRaises(AccessError):
            talk.with_user(self.leader)._cancel("x")

    def test_liaison_reads_the_summons_of_the_own_unit_only(self):
        liaison = self.new_liaison(self.unit)
        summons = self.new_talk(state="notified", unit_id=self.unit.id)
        draft = self.new_talk(unit_id=self.unit.id)
        foreign = self.new_talk(state="notified", unit_id=self.new_unit("税务局").id)
        talk = self.new_talk(self.person, "notified")

        found = (summons + draft + foreign + talk).with_user(liaison)
        self.assertEqual(found._filtered_access("read"), summons)
        with self.assertRaises(AccessError):
            summons.with_user(liaison).write({"place": "x"})

    def test_cancelled_talk_keeps_the_reason(self):
        talk = self.new_talk(self.person, "notified")
        talk._cancel("本人已调离")

        self.assertRecordValues(
            talk, [{"state": "cancelled", "cancel_reason": "本人已调离"}]
        )
        with self.assertRaises(UserError):
            talk.action_notify()

    def test_letter_and_minutes_are_printed(self):
        talk = self.new_talk(self.person, "held")

        letter = pdf_text(self.env, "gov_assessment.interview_letter_form", talk)
        minutes = pdf_text(self.env, "gov_assessment.interview_minutes_form", talk)

        self.assertIn("谈话通知书", letter)
        self.assertIn("三楼会议室", letter)
        for part in ("本人承认错误", "王主任", talk.name):
            with self.subTest(part=part):
                self.assertIn(part, minutes)
        report = self.env.ref("gov_assessment.interview_minutes_report")
        self.assertEqual(talk.action_print()["report_name"], report.report_name)
