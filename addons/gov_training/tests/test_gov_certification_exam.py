"""National exam: eligibility line by line, list, results, certificate (T22-T24)."""

import io
from datetime import timedelta

import openpyxl

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked, ImportRefused
from odoo.addons.gov_window_staff.rules.identity import check_character
from odoo.addons.gov_window_staff.tests.common import ensure_chinese, xlsx

from ..exceptions import ExamLocked, ExamNotReady
from .common import TrainingCommon
from .common_exam import ExamBuilders

PERSONAL = "gov_window_staff.group_personal_data"


class NationalCommon(ExamBuilders, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        ensure_chinese(cls.env)
        cls.today = fields.Date.context_today(cls.env["gov.certification.exam"])
        for number, person in enumerate((cls.ann, cls.bob, cls.eve), 1):
            first = f"32080019900101{number:03d}"
            person.identification_id = first + check_character(first)
            person.private_phone = f"1380000000{number}"
        cls.eve.gov_entry_date = cls.today
        cls.exam = cls.new_national()
        cls.lister = cls.new_user(
            "lister", f"gov_window_staff.group_hr_officer,{PERSONAL}"
        )

    def level(self, rank):
        return self.env["gov.skill.level"].search([("rank", "=", rank)])

    def handed_in(self, *people):
        lines = self.register(self.exam, *people)
        self.exam.action_send()
        return lines

    def row(self, person, **cells):
        return {
            "身份证号": person.sudo().identification_id,
            "姓名": person.name,
            "理论成绩": 80,
            "技能成绩": 75,
            **cells,
        }

    def import_results(self, *rows):
        importer = (
            self.env["gov.import.exam.result"]
            .with_user(self.officer)
            .with_context(lang="zh_CN", gov_certification_exam_id=self.exam.id)
        )
        headers = [column.header for column in importer._sheet.columns]
        return importer.import_workbook(xlsx(headers, rows))

    def refused(self, *rows):
        with self.assertRaises(ImportRefused) as refused:
            self.import_results(*rows)
        return str(refused.exception)


@tagged("post_install", "-at_install")
class TestRegistration(NationalCommon):
    def test_conditions_are_kept_line_by_line(self):
        line = self.register(self.exam, self.ann)

        self.assertEqual((line.level_id, line.eligible), (self.level(1), "yes"))
        met = line.check_ids.filtered(lambda check: check.result == "yes")
        self.assertIn("1 years in the occupation", met[0].text)

    def test_who_just_came_is_to_be_decided(self):
        line = self.register(self.exam, self.eve)

        waiting = line.check_ids.filtered(lambda check: check.result == "no")
        self.assertNotEqual(line.eligible, "yes")
        self.assertEqual(line.admission, "undecided")
        self.assertEqual(waiting[:1].due, fields.Date.add(self.today, years=1))

    def test_conditions_are_those_of_the_day_of_the_exam(self):
        self.eve.gov_entry_date = fields.Date.subtract(self.exam.date, years=1)

        self.assertEqual(self.register(self.exam, self.eve).eligible, "yes")

    def test_list_is_not_handed_in_while_somebody_is_undecided(self):
        line = self.register(self.exam, self.eve)
        with self.assertRaisesRegex(ExamNotReady, self.eve.name):
            self.exam.action_send()

        wizard = self.env["gov.certification.admit"].with_user(self.officer)
        wizard.create(
            {"registration_id": line.id, "reason": "apprenticeship seen"}
        ).action_apply()
        self.exam.action_send()

        self.assertEqual(line.state, "sent")
        self.assertEqual(line.admit_user_id, self.officer)
        self.assertIn("apprenticeship seen", self.exam.message_ids[0].body)

    def test_corrected_profile_is_checked_again(self):
        line = self.register(self.exam, self.eve)
        self.eve.gov_occupation_date = "2020-01-01"

        line.action_check_again()

        self.assertEqual((line.eligible, line.admission), ("yes", "admitted"))

    def test_level_may_be_chosen(self):
        line = self.register(self.exam, self.ann, level=self.level(2))

        self.assertEqual(line.level_id, self.level(2))
        self.assertNotEqual(line.eligible, "yes")

    def test_level_that_is_held_is_not_applied_for(self):
        self.env["gov.certificate"]._unprotected().create(
            {
                "employee_id": self.ann.id,
                "level_id": self.level(2).id,
                "number": "T-NAT-1",
                "issue_date": "2024-01-01",
                "verify_date": "2024-01-02",
            }
        )

        for level in (self.level(1), self.level(2)):
            with self.assertRaises(ExamNotReady):
                self.register(self.exam, self.ann, level=level)

    def test_level_that_the_exam_does_not_hold_is_refused(self):
        self.exam.level_ids = self.level(3)

        with self.assertRaises(ExamNotReady):
            self.register(self.exam, self.ann)

    def test_nobody_registers_twice_or_too_late(self):
        line = self.register(self.exam, self.ann)
        with self.assertRaisesRegex(ExamNotReady, "registered already"):
            self.register(self.exam, self.ann)

        line.action_withdraw()
        self.register(self.exam, self.ann)
        self.exam.date_close = self.today - timedelta(days=1)

        with self.assertRaisesRegex(ExamNotReady, "Registration ended"):
            self.register(self.exam, self.bob)

    def test_wizard_proposes_those_who_may_apply(self):
        wizard = self.env["gov.certification.register"].create(
            {"exam_id": self.exam.id, "department_id": self.county.id}
        )
        self.assertEqual(wizard.employee_ids, self.ann + self.bob)

        wizard.only_eligible = False
        self.assertIn(self.eve, wizard.employee_ids)
        wizard.action_register()

        self.assertEqual(self.exam.registration_count, 3)
        self.assertEqual(self.exam.doubtful_count, 1)

    def test_results_and_states_are_not_entered_by_hand(self):
        line = self.register(self.exam, self.ann).with_user(self.officer)

        for vals in ({"theory_score": 99}, {"state": "passed"}, {"eligible": "yes"}):
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                line.write(vals)
        with self.assertRaises(DocumentLocked):
            line.check_ids.sudo().with_context(gov_unlock=True).write({"result": "no"})
        with self.assertRaises(ExamLocked):
            self.exam.with_user(self.officer).state = "done"
        with self.assertRaises(ExamLocked):
            self.env["gov.certification.exam"].with_context(
                default_state="done"
            ).create(
                {
                    "name": "x",
                    "organiser": "x",
                    "date": self.today,
                    "date_close": self.today,
                }
            )

    def test_exam_without_a_standard_does_not_open(self):
        old = self.new_national(False, date="2000-01-02", date_close="2000-01-01")

        with self.assertRaises(ExamNotReady):
            old.action_open()


@tagged("post_install", "-at_install")
class TestList(NationalCommon):
    def cells(self, user):
        content = self.exam.with_user(user)._list_workbook()
        page = openpyxl.load_workbook(io.BytesIO(content)).active
        return list(page.iter_rows(min_row=2, values_only=True))

    def test_list_holds_what_the_organiser_asks_for(self):
        self.register(self.exam, self.ann)

        header, row = self.cells(self.lister)

        found = dict(zip(header, row, strict=True))
        self.assertEqual(found["姓名"], self.ann.name)
        self.assertEqual(found["身份证号"], self.ann.sudo().identification_id)
        self.assertEqual(found["申报等级"], self.level(1).name)
        self.assertEqual(found["联系电话"], "13800000001")

    def test_who_is_undecided_is_not_on_the_list(self):
        self.register(self.exam, self.ann, self.eve)

        self.assertEqual(len(self.cells(self.lister)), 2)

    def test_every_number_on_the_list_is_on_record(self):
        self.register(self.exam, self.ann)

        self.cells(self.lister)
        self.env.cr.precommit.run()

        log = self.env["gov.disclosure"].search(
            [("employee_id", "=", self.ann.id), ("way", "=", "export")]
        )
        self.assertEqual(set(log.mapped("kind")), {"identification", "phone"})
        self.assertEqual(log.user_id, self.lister)

    def test_list_needs_the_right_to_full_numbers(self):
        self.register(self.exam, self.ann)

        with self.assertRaises(AccessError):
            self.exam.with_user(self.officer).action_export()

    def test_name_like_a_formula_stays_text(self):
        self.ann.name = "=1+1"
        self.register(self.exam, self.ann)

        self.assertEqual(self.cells(self.lister)[1][1], "=1+1")

    def test_empty_list_is_not_made(self):
        with self.assertRaises(ExamNotReady):
            self.exam.with_user(self.lister).action_export()


@tagged("post_install", "-at_install")
class TestResults(NationalCommon):
    def test_results_come_in_and_certificates_are_drafted(self):
        lines = self.handed_in(self.ann, self.bob)
        day = fields.Date.add(self.exam.date, days=5)

        self.import_results(
            self.row(self.ann, 证书编号="S-7", 发证日期=day, 准考证号="K1"),
            self.row(self.bob, 理论成绩=59.5),
        )

        passed, failed = lines.sorted("staff_no")
        self.assertEqual((passed.state, failed.state), ("passed", "failed"))
        self.assertEqual(passed.ticket_no, "K1")
        self.assertRecordValues(
            passed.certificate_id,
            [
                {
                    "number": "S-7",
                    "employee_id": self.ann.id,
                    "level_id": self.level(1).id,
                    "issue_date": day,
                    "issuer": "Talent Association",
                    "theory_score": 80,
                    "practice_score": 75,
                    "state": "draft",
                }
            ],
        )
        self.assertFalse(failed.certificate_id)

    def test_certificates_may_come_later(self):
        line = self.handed_in(self.ann)
        self.import_results(self.row(self.ann))
        self.assertFalse(line.certificate_id)
        day = self.exam.date

        self.import_results(self.row(self.ann, 证书编号="S-8", 发证日期=day))
        self.import_results(self.row(self.ann, 证书编号="S-8", 发证日期=day))

        self.assertEqual(line.certificate_id.number, "S-8")
        self.assertEqual(len(self.ann.gov_certificate_ids), 1)

    def test_absent_people_are_told_by_blank_scores(self):
        line = self.handed_in(self.ann)

        self.import_results(self.row(self.ann, 理论成绩=None, 技能成绩=None))

        self.assertEqual(line.state, "absent")

    def test_wrong_rows_refuse_the_whole_file(self):
        line = self.handed_in(self.ann)
        good = self.row(self.ann)
        stranger = self.row(self.bob)
        for row, reason in (
            (stranger, "本次考试名单中没有该身份证号"),
            (good | {"姓名": "别人"}, "名单中该身份证号对应"),
            (good | {"理论成绩": 101}, "超过满分 100"),
            (good | {"技能成绩": None}, "成绩不全"),
            (good | {"考试结果": "不合格"}, "按成绩应为：合格"),
            (good | {"理论成绩": "良"}, "理论成绩"),
            (good | {"理论成绩": -1}, "理论成绩"),
            (good | {"证书编号": "S-9"}, "须填写发证日期"),
            (good | {"证书编号": "S-9", "发证日期": "2020-01-01"}, "早于考试日期"),
        ):
            with self.subTest(reason=reason):
                self.assertIn(
                    reason,
                    self.refused(good, row) if row is stranger else self.refused(row),
                )

        self.assertEqual(line.state, "sent")

    def test_number_of_somebody_else_is_refused(self):
        self.handed_in(self.ann)
        self.env["gov.certificate"].create(
            {
                "employee_id": self.bob.id,
                "level_id": self.level(1).id,
                "number": "S-10",
                "issue_date": self.today,
            }
        )
        row = self.row(self.ann, 证书编号="S-10", 发证日期=self.exam.date)

        self.assertIn(self.bob.name, self.refused(row))

    def test_results_wait_until_the_list_is_handed_in(self):
        self.register(self.exam, self.ann)

        with self.assertRaises(ExamNotReady):
            self.import_results(self.row(self.ann))

    def test_exam_ends_when_everybody_has_a_result(self):
        self.handed_in(self.ann, self.bob)
        self.import_results(self.row(self.ann))
        with self.assertRaisesRegex(ExamNotReady, "1 people have no result"):
            self.exam.action_done()

        self.import_results(self.row(self.bob, 考试结果="合格"))
        self.exam.action_done()

        with self.assertRaises(ExamLocked):
            self.exam.name = "changed"
        with self.assertRaises(ExamLocked):
            self.exam.registration_ids[0].action_withdraw()
