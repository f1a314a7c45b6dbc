"""大厅巡查: rounds of a day, sheets, measures, signatures (A62-A68, X4, X8)."""

import base64
import doctest
from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import BaseCase, Form, tagged
from odoo.tests.common import JsonRpcException

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.tests.common import SITE_OFFICER, RpcCommon

from ..rules import patrol
from .common import AssessmentCommon

WORKDAY, SUNDAY = date(2026, 10, 9), date(2026, 10, 11)
# a picture of one point
INK = base64.b64encode(
    base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9"
        "awAAAABJRU5ErkJggg=="
    )
)


class TestPatrolRules(BaseCase):
    def test_examples_hold(self):
        result = doctest.testmod(patrol)

        self.assertEqual((bool(result.attempted), result.failed), (True, 0))


class PatrolCommon(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.town.gov_is_patrolled = True
        cls.person = cls.new_person()

    @classmethod
    def new_patrol(cls, state="planned", site=None, day=WORKDAY, user=None, **vals):
        patrols = cls.env["gov.patrol"].with_user(user or cls.officer)
        patrol = patrols.create(
            {"department_id": (site or cls.town).id, "date": day, **vals}
        )
        if state in ("ongoing", "done"):
            patrol.action_start()
        if state == "done":
            patrol.action_finish()
        return patrol

    @classmethod
    def new_finding(cls, person=None, user=None, **vals):
        findings = cls.env["gov.patrol.finding"].with_user(user or cls.officer)
        return findings.create(
            {
                "department_id": cls.town.id,
                "date": WORKDAY,
                "employee_id": (person or cls.person).id,
                "class_id": cls.env.ref("gov_assessment.violation_class_5").id,
                "item_id": cls.item("2.2").id,
                "description": "上班玩手机",
                **vals,
            }
        )


@tagged("post_install", "-at_install")
class TestPatrol(PatrolCommon):
    def counter(self, site=None, day=WORKDAY):
        return self.env["gov.patrol.day"].search(
            [("department_id", "=", (site or self.town).id), ("date", "=", day)]
        )

    def test_rounds_of_a_day_are_numbered_by_hall(self):
        rounds = [self.new_patrol("done").round_no for _time in range(3)]
        other = self.new_patrol("done", site=self.town_b)

        self.assertEqual((rounds, other.round_no), ([1, 2, 3], 1))

    def test_four_a_day_are_required_and_counted(self):
        for expected in (3, 2, 1, 0, 0):
            self.new_patrol("done")
            self.assertEqual(self.counter().missing_count, expected)

        self.assertEqual(self.counter().done_count, 5)

    def test_only_finished_patrols_count(self):
        self.new_patrol("ongoing")
        cancelled = self.new_patrol()
        cancelled.cancel_reason = "停电"
        cancelled.action_cancel()

        self.assertEqual((self.counter().done_count, cancelled.state), (0, "cancelled"))

    def test_cancelling_needs_a_reason_and_is_undone(self):
        patrol = self.new_patrol()
        with self.assertRaisesRegex(UserError, "did not take place"):
            patrol.action_cancel()
        patrol.cancel_reason = "停电"
        patrol.action_cancel()

        patrol.action_plan_again()

        self.assertEqual(patrol.state, "planned")

    def test_nothing_is_required_on_days_off_and_elsewhere(self):
        self.new_patrol("done", day=SUNDAY)
        self.new_patrol("done", site=self.town_b)

        self.assertEqual(self.counter(day=SUNDAY).required_count, 0)
        self.assertEqual(self.counter(self.town_b).required_count, 0)

    def test_afternoon_counts_every_hall_and_alerts_once(self):
        self.env["gov.calendar.year"].search([]).unlink()
        days = self.env["gov.patrol.day"]
        today = days._of(self.town, date(2026, 10, 12))[self.town]
        for _time in range(2):
            today._alert()

        activity = today.activity_ids
        self.assertEqual(activity.user_id, self.site_officer)
        self.assertIn("4 patrols are missing", activity.summary)

    def test_cron_makes_the_line_of_a_hall_without_any_patrol(self):
        self.env["gov.patrol.day"]._cron_count()

        today = self.env["gov.patrol.day"].search(
            [("department_id", "=", self.town.id)]
        )
        self.assertEqual((len(today), today.done_count), (1, 0))

    def test_begun_patrol_keeps_hall_and_day(self):
        patrol = self.new_patrol("ongoing")
        for vals in ({"date": "2026-10-12"}, {"department_id": self.town_b.id}):
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                patrol.write(vals)
        with self.assertRaises(DocumentLocked):
            patrol.unlink()

    def test_state_and_round_are_not_sent(self):
        patrols = self.env["gov.patrol"].with_user(self.officer)
        patrol = patrols.with_context(default_state="done", default_round_no=9).create(
            {"department_id": self.town.id, "state": "done"}
        )

        patrol.write({"state": "done", "round_no": 7})

        self.assertEqual((patrol.state, patrol.round_no), ("planned", 0))

    def test_finished_patrol_does_not_begin_again(self):
        with self.assertRaisesRegex(UserError, "not possible now"):
            self.new_patrol("done").action_start()


@tagged("post_install", "-at_install")
class TestFinding(PatrolCommon):
    def test_sheet_takes_hall_and_day_of_its_patrol(self):
        patrol = self.new_patrol("ongoing", site=self.town)
        action = patrol.action_new_finding()
        findings = self.env["gov.patrol.finding"].with_user(self.officer)
        form = Form(findings.with_context(**action["context"]))
        form.employee_id = self.person
        form.class_id = self.env.ref("gov_assessment.violation_class_8")
        form.description = "迟到"

        finding = form.save()

        self.assertEqual((finding.department_id, finding.date), (self.town, WORKDAY))
        self.assertEqual(finding.item_id, self.item("1.1"))
        self.assertEqual(patrol.finding_count, 1)

    def test_one_press_makes_a_draft_with_everything(self):
        files = self.env["ir.attachment"].with_user(self.officer)
        photo = files.create({"name": "现场.jpg", "raw": b"jpg"})
        finding = self.new_finding(photo_ids=[(6, 0, photo.ids)])

        action = finding.action_make_record()

        event = self.env["gov.assessment.event"].browse(action["res_id"])
        self.assertRecordValues(
            event,
            [
                {
                    "state": "draft",
                    "employee_id": self.person.id,
                    "date": WORKDAY,
                    "item_id": self.item("2.2").id,
                    "source": "patrol",
                    "reason": "上班玩手机",
                    "finding_id": finding.id,
                    "create_uid": self.officer.id,
                }
            ],
        )
        self.assertEqual(event.evidence_ids.mapped("name"), ["现场.jpg"])
        self.assertEqual(finding.action_make_record()["res_id"], event.id)

    def test_leader_on_patrol_makes_a_draft_only(self):
        finding = self.new_finding(user=self.leader)
        context = {"default_state": "confirmed", "default_confirmed_by_id": 1}

        finding.with_context(**context).action_make_record()

        event = finding.event_id
        self.assertEqual((event.state, event.create_uid), ("draft", self.leader))
        self.assertFalse(event.confirmed_by_id)
        with self.assertRaises(AccessError):
            event.action_confirm()

    def test_record_needs_person_and_item(self):
        finding = self.new_finding(item_id=False)

        with self.assertRaisesRegex(UserError, "person and the item"):
            finding.action_make_record()

    def test_video_finding_hands_its_clip_over(self):
        finding = self.new_finding(source="video", clip_reference="3号机 10:15")
        finding.action_make_record()

        self.assertRecordValues(
            finding.event_id,
            [{"clip_reference": "3号机 10:15", "is_evidence_missing": False}],
        )

    def test_measures_escalate_with_each_finding(self):
        names = []
        for _time in range(7):
            finding = self.new_finding()
            names.append(finding.proposed_measure_id.name)

        self.assertEqual(
            names,
            ["现场提醒", "登记确认", "批评教育", "扣发绩效奖", "书面通报"]
            + ["约见单位分管领导"] * 2,
        )

    def test_rejected_and_old_findings_do_not_escalate(self):
        old = self.new_finding(date=date(2025, 10, 8))
        rejected = self.new_finding()
        rejected.investigation = "不是本人"
        rejected.action_reject()

        self.assertEqual(self.new_finding().previous_count, 0)
        self.assertEqual(old.previous_count, 0)

    def test_classes_measures_and_rules_are_those_of_the_text(self):
        count = self.env["gov.violation.class"].search_count
        self.assertEqual(count([]), 10)
        self.assertEqual(self.env["gov.patrol.measure"].search_count([]), 6)
        names = self.env["gov.service.rule"].search([]).mapped("name")
        self.assertLessEqual({"首问首办", "一次告知", "全程代办"}, set(names))

    def test_rejecting_needs_the_result_of_the_investigation(self):
        finding = self.new_finding()

        with self.assertRaisesRegex(UserError, "investigation found"):
            finding.action_reject()

    def test_finding_with_a_standing_record_is_not_rejected(self):
        finding = self.new_finding(investigation="不是本人")
        finding.action_make_record()

        with self.assertRaisesRegex(UserError, "withdrawn first"):
            finding.action_reject()

    def test_closing_asks_for_what_is_missing(self):
        finding = self.new_finding(rectify_by=date(2026, 10, 14))
        finding.action_confirm()
        with self.assertRaisesRegex(UserError, "put right"):
            finding.action_close()
        finding.rectified_on = date(2026, 10, 12)
        finding.measure_id = self.env.ref("gov_assessment.patrol_measure_4")
        with self.assertRaisesRegex(UserError, "takes an assessment record"):
            finding.action_close()
        finding.action_make_record()

        finding.action_close()

        self.assertEqual(
            (finding.state, finding.rechecked_by_id), ("closed", self.officer)
        )

    def test_deadline_is_proposed_in_working_days(self):
        findings = self.env["gov.patrol.finding"].with_user(self.officer)
        form = Form(findings.with_context(default_department_id=self.town.id))
        form.date = date(2026, 9, 30)
        form.description = "物品杂乱"
        form.measure_id = self.env.ref("gov_assessment.patrol_measure_1")

        self.assertEqual(form.rectify_by, date(2026, 10, 10))

    def test_signed_sheet_stays_as_it_was_signed(self):
        finding = self.new_finding(user=self.site_officer)
        finding.signature = INK
        self.assertTrue(finding.signed_on)
        for vals in ({"description": "别的"}, {"employee_id": False}):
            with self.subTest(vals=vals), self.assertRaises(UserError):
                finding.write(vals)
        with self.assertRaises(UserError):
            finding.signature = False
        with self.assertRaises(UserError):
            finding.unlink()

        finding.with_user(self.officer).signature = False

        self.assertFalse(finding.signed_on)

    def test_state_and_signing_time_are_not_sent(self):
        finding = self.new_finding(state="closed", signed_on="2020-01-01 00:00:00")

        finding.write({"state": "confirmed", "signed_on": "2020-01-01 00:00:00"})

        self.assertEqual((finding.state, finding.signed_on), ("new", False))


@tagged("post_install", "-at_install")
class TestPatrolRights(RpcCommon, PatrolCommon):
    MODELS = ("gov.patrol", "gov.patrol.finding", "gov.patrol.day")
    CATALOGUES = ("gov.patrol.measure", "gov.violation.class", "gov.service.rule")
    CATALOGUES += ("gov.patrol.policy", "gov.patrol.policy.version")

    def rights(self, user, model):
        names = {"read": "r", "write": "w", "create": "c", "unlink": "d"}
        records = self.env[model].with_user(user)
        return "".join(c for name, c in names.items() if records.has_access(name))

    def test_each_role(self):
        for user, expected, catalogue in (
            (self.officer, ("rwcd", "rwcd", "rw"), "rwcd"),
            (self.site_officer, ("rwcd", "rwcd", "rw"), "r"),
            (self.leader, ("rwc", "rwc", "r"), "r"),
            (self.plain_user, ("", "", ""), "r"),
            (self.portal_user, ("", "", ""), ""),
        ):
            with self.subTest(user=user.login):
                found = tuple(self.rights(user, model) for model in self.MODELS)
                self.assertEqual(found, expected)
                for model in self.CATALOGUES:
                    self.assertEqual(self.rights(user, model), catalogue)

    def test_site_officer_sees_and_makes_those_of_own_halls(self):
        own = self.new_patrol("done", user=self.site_officer)
        foreign = self.new_patrol("done", site=self.town_b)
        finding = self.new_finding(department_id=self.town_b.id)

        for model, expected in zip(
            self.MODELS, (own, self.env["gov.patrol.finding"], own.day_id), strict=True
        ):
            found = self.env[model].with_user(self.site_officer).search([])
            self.assertEqual(found, expected)
        with self.assertRaises(AccessError):
            self.new_patrol(site=self.town_b, user=self.site_officer)
        with self.assertRaises(AccessError):
            own_finding = self.new_finding(user=self.site_officer)
            own_finding.department_id = self.town_b
        for record in (foreign, finding):
            with self.assertRaises(AccessError):
                record.with_user(self.site_officer).read(["state"])

    def test_site_officer_makes_no_record_about_people_elsewhere(self):
        stranger = self.new_person(site=self.town_b)
        finding = self.new_finding(stranger, user=self.site_officer)

        with self.assertRaises(AccessError):
            finding.action_make_record()

    def test_counter_is_not_written_by_hand(self):
        day = self.new_patrol("done").day_id
        with self.assertRaises(DocumentLocked):
            day.with_user(self.officer).required_count = 0

        day.with_user(self.officer).note = "停电"

        self.assertEqual((day.required_count, day.note), (4, "停电"))

    def test_over_rpc_nothing_is_forged(self):
        finding = self.new_finding()
        self.call(
            self.officer, finding._name, "write", finding.ids, {"state": "closed"}
        )
        for method in ("_step", "_note_signature"):
            with self.assertRaises(JsonRpcException):
                self.call(self.officer, finding._name, method, finding.ids)
        other = self.new_user("other", SITE_OFFICER, sites=self.town_b)
        with self.assertRaises(JsonRpcException):
            self.call(other, finding._name, "action_make_record", finding.ids)

        finding.invalidate_recordset()
        self.assertEqual((finding.state, finding.event_id.ids), ("new", []))
