"""证书.xlsx: one row a certificate, one number once."""

from datetime import date, datetime

from odoo.tests import tagged

from ..exceptions import ImportRefused
from .common import HR_OFFICER, WindowStaffCommon, problem_line

IMPORTER = "gov.import.certificate"

ROW = {
    "工号": "W1",
    "等级": "四级/中级工",
    "证书编号": "S000032089999",
    "发证日期": datetime(2025, 6, 30),
    "发证机构": "测试技能评价中心",
    "核验日期": "2025-07-15",
}
UNKNOWN = "找不到对应的记录，请核对，或先导入相应的表"


class CertificateImportCase(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.new_person("W1")
        cls.other = cls.new_person("W2")

    def load_certificates(self, *rows):
        return self.import_rows(IMPORTER, *[ROW | row for row in rows]).records

    def assert_problem(self, change, column, reason, value=""):
        line = problem_line("证书.xlsx", 2, column, reason, value)
        self.assert_refused(IMPORTER, [ROW | change], line)


@tagged("post_install", "-at_install")
class TestImportCertificate(CertificateImportCase):
    def test_certificate_gets_every_fact_of_the_row(self):
        certificate = self.load_certificates({})

        self.assertRecordValues(
            certificate,
            [
                {
                    "employee_id": self.person.id,
                    "level_id": self.level(2).id,
                    "number": "S000032089999",
                    "issue_date": date(2025, 6, 30),
                    "issuer": "测试技能评价中心",
                    "verify_date": date(2025, 7, 15),
                    "state": "verified",
                }
            ],
        )

    def test_blank_verification_waits_for_an_officer(self):
        self.assertEqual(self.load_certificates({"核验日期": None}).state, "draft")

    def test_each_level_is_known_by_both_its_names(self):
        words = ["五级/初级工", "四级", "高级工", "二级/技师", "一级/高级技师"]
        rows = [{"等级": word, "证书编号": f"S-{word}"} for word in words]

        certificates = self.load_certificates(*rows)

        self.assertEqual(
            [certificate.level_id.rank for certificate in certificates], [1, 2, 3, 4, 5]
        )

    def test_archived_person_still_gets_his_certificate(self):
        self.person.active = False

        self.assertEqual(self.load_certificates({}).employee_id, self.person)

    def test_second_import_changes_nothing(self):
        first = self.load_certificates({})

        second = self.load_certificates({})

        self.assertEqual(first, second)
        self.assertEqual(self.person.gov_certificate_count, 1)

    def test_known_number_is_corrected(self):
        certificate = self.load_certificates({})

        self.load_certificates({"等级": "三级/高级工", "发证日期": "2025-06-29"})

        self.assertEqual(certificate.level_id.rank, 3)
        self.assertEqual(certificate.issue_date, date(2025, 6, 29))

    def test_void_certificate_stays_void(self):
        certificate = self.load_certificates({})
        certificate._void("查无此证")

        self.load_certificates({})

        self.assertEqual(certificate.state, "void")

    def test_file_from_before_the_new_columns_is_still_read(self):
        certificate = self.import_rows(IMPORTER, ROW, headers=list(ROW)).records

        self.assertEqual(certificate.state, "verified")

    def test_look_up_and_scores_are_imported(self):
        certificate = self.load_certificates(
            {
                "核验结果": "证书网可查",
                "核验网址": "http://example.cn",
                "理论知识成绩": 78.5,
                "专业技能成绩": "80",
            }
        )

        self.assertRecordValues(
            certificate,
            [
                {
                    "verify_result": "证书网可查",
                    "verify_url": "http://example.cn",
                    "verifier_id": self.env.user.id,
                    "theory_score": 78.5,
                    "practice_score": 80,
                    "origin": "import",
                }
            ],
        )

    def test_look_up_without_its_date_is_left_out(self):
        certificate = self.load_certificates(
            {"核验日期": None, "核验结果": "证书网可查"}
        )

        self.assertRecordValues(
            certificate, [{"state": "draft", "verify_result": False}]
        )

    def test_old_file_once_more_keeps_who_verified_it(self):
        officer = self.new_user("officer", HR_OFFICER)
        certificate = self.load_certificates({"核验日期": None})
        certificate.with_user(officer)._verify("证书网可查", date(2025, 7, 15))

        self.load_certificates({})

        self.assertRecordValues(
            certificate,
            [{"verifier_id": officer.id, "verify_result": "证书网可查"}],
        )

    def test_row_about_a_void_or_rejected_one_is_left_out_with_a_warning(self):
        for vals in ({"void_reason": "伪造"}, {"reject_reason": "不符"}):
            number = f"S-{next(self.numbers)}"
            paper = self.new_certificate(self.person, number=number, **vals)
            with self.subTest(vals=vals):
                result = self.import_rows(IMPORTER, ROW | {"证书编号": number})

                self.assertIn("本行未导入", result.warnings[0])
                self.assertNotEqual(paper.level_id.rank, 2)

    def test_verification_before_issue_is_warned_of(self):
        result = self.import_rows(IMPORTER, ROW | {"核验日期": "2025-06-01"})

        self.assertEqual(
            result.warnings,
            [
                problem_line(
                    "证书.xlsx",
                    2,
                    "核验日期",
                    "早于“发证日期”（2025-06-30）",
                    "2025-06-01",
                )
            ],
        )


@tagged("post_install", "-at_install")
class TestRefusedCertificates(CertificateImportCase):
    def test_required_cells(self):
        for header in ("工号", "等级", "证书编号", "发证日期"):
            with self.subTest(header=header):
                self.assert_problem({header: None}, header, "该单元格不能为空")

    def test_unknown_person(self):
        self.assert_problem({"工号": "W9"}, "工号", UNKNOWN, "W9")

    def test_unknown_level(self):
        self.assert_problem({"等级": "六级"}, "等级", UNKNOWN, "六级")

    def test_impossible_date(self):
        self.assert_problem(
            {"发证日期": "2025-06-31"}, "发证日期", "该日期不存在", "2025-06-31"
        )

    def test_number_twice_in_the_file(self):
        line = problem_line(
            "证书.xlsx", 3, "证书编号", "重复出现，首次出现在第 2 行", ROW["证书编号"]
        )
        self.assert_refused(IMPORTER, [ROW, ROW | {"工号": "W2"}], line)

    def test_number_of_somebody_else(self):
        self.new_certificate(self.other, number=ROW["证书编号"])

        self.assert_problem({}, "证书编号", "已属于人员W2", ROW["证书编号"])

    def test_other_facts_of_a_verified_one_without_a_new_look_up(self):
        self.load_certificates({})

        self.assert_problem(
            {"核验日期": None, "等级": "五级"},
            "证书编号",
            "该证书已核验，本行内容与之不同；请先退回待核验，或填写重新核验的日期",
            ROW["证书编号"],
        )

    def test_own_certificate_is_not_verified_by_the_holder(self):
        officer = self.new_user("officer", HR_OFFICER)
        self.person.user_id = officer

        with self.assertRaisesRegex(ImportRefused, "须由其他人事管理员核验"):
            self.import_rows(IMPORTER, ROW, user=officer)
        waiting = self.import_rows(IMPORTER, ROW | {"核验日期": None}, user=officer)

        self.assertEqual(waiting.records.state, "draft")

    def test_nothing_of_the_file_is_kept(self):
        bad = ROW | {"证书编号": "S-2", "等级": "六级"}
        line = problem_line("证书.xlsx", 3, "等级", UNKNOWN, "六级")

        self.assert_refused(IMPORTER, [ROW, bad], line)

        self.assertFalse(self.person.gov_certificate_ids)
