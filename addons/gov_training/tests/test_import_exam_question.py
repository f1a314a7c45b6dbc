"""Import of the question bank, and the templates of the exam imports."""

from pathlib import Path

from odoo.tests import tagged
from odoo.tools import file_path

from odoo.addons.gov_window_staff.exceptions import ImportRefused
from odoo.addons.gov_window_staff.tests.common import ensure_chinese, xlsx
from odoo.addons.gov_window_staff.tools import import_template

from .common import TrainingCommon

IMPORTERS = ("gov.import.exam.question", "gov.import.exam.result")
ROW = {
    "培训主题": "服务礼仪",
    "题型": "单选",
    "题目": "群众到窗口，首先应当？",
    "答案": "A",
    "选项A": "起身相迎",
    "选项B": "继续手头工作",
    "选项C": "让其稍等",
}


@tagged("post_install", "-at_install")
class TestImportQuestions(TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        ensure_chinese(cls.env)

    def load_rows(self, *rows, user=None):
        importer = self.env["gov.import.exam.question"].with_user(user or self.officer)
        headers = [column.header for column in importer._sheet.columns]
        content = xlsx(headers, rows)
        return importer.with_context(lang="zh_CN").import_workbook(content)

    def test_questions_of_each_kind_come_in(self):
        several = ROW | {"题型": "多选", "题目": "哪些？", "答案": "A、C"}
        judge = {
            "培训主题": "服务礼仪",
            "题型": "判断",
            "题目": "可以拒绝？",
            "答案": "错误",
        }

        questions, warnings = self.load_rows(ROW, several, judge)

        self.assertEqual(warnings, [])
        self.assertEqual(questions.mapped("kind"), ["single", "multiple", "judge"])
        self.assertEqual(questions.mapped("answer"), ["A", "AC", "错误"])

    def test_same_question_is_replaced(self):
        first, _warnings = self.load_rows(ROW)

        again, warnings = self.load_rows(ROW | {"答案": "B"})

        self.assertEqual(again, first)
        self.assertEqual((first.answer, len(first.choice_ids)), ("B", 3))
        self.assertIn("将由本行替换", warnings[0])

    def test_wrong_rows_are_refused_with_row_and_column(self):
        for change, reason in (
            ({"培训主题": "没有的主题"}, "第 2 行“培训主题”列"),
            ({"题型": "填空"}, "题型"),
            ({"答案": "AB"}, "单选题只有一个正确答案"),
            ({"答案": "D"}, "选项 D 为空"),
            ({"答案": "甲"}, "答案无效"),
            ({"题型": "判断", "答案": "也许"}, "请填写“正确”或“错误”"),
            ({"选项B": "", "选项C": ""}, "至少需要两个选项"),
            ({"选项B": "", "选项D": "走开"}, "中间不得空缺"),
            ({"选项B": "起身相迎"}, "两个选项内容相同"),
            ({"题目": ""}, "题目"),
        ):
            with self.subTest(change=change):
                with self.assertRaises(ImportRefused) as refused:
                    self.load_rows(ROW | {"题目": "甲"}, ROW | change)
                self.assertIn(
                    reason.replace("第 2 行", "第 3 行"), str(refused.exception)
                )

        self.assertFalse(self.env["gov.exam.question"].search([("name", "=", "甲")]))

    def test_templates_are_what_the_builder_makes(self):
        for name in IMPORTERS:
            sheet = self.env[name]._sheet
            with self.subTest(name=name):
                path = Path(file_path(f"gov_training/static/xlsx/{sheet.file_name}"))
                self.assertEqual(path.read_bytes(), import_template.build(sheet))

    def test_labels_of_the_fields_are_the_headers(self):
        for name in IMPORTERS:
            importer = self.env[name].with_context(lang="zh_CN")
            labels = importer.fields_get(attributes=["string"])
            for column in importer._sheet.columns:
                with self.subTest(name=name, column=column.name):
                    self.assertEqual(labels[column.name]["string"], column.header)
