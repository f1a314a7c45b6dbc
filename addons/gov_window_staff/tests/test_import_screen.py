"""Odoo's own import screen takes the same way as the files."""

from unittest.mock import patch

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import HR_OFFICER, SITE_OFFICER, WindowStaffCommon, problem_line, xlsx
from .test_import_roster import ROW

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SITES = ["机构编码", "机构名称", "层级", "上级编码"]


class ImportScreenCase(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.officer = cls.new_user("officer", HR_OFFICER, lang="zh_CN")

    def upload(self, model, content, user=None):
        """What the import screen does first; returns the wizard and its preview."""
        imports = self.env["base_import.import"].with_user(user or self.officer)
        screen = imports.with_context(lang="zh_CN").create(
            {
                "res_model": model,
                "file": content,
                "file_name": "导入.xlsx",
                "file_type": XLSX,
            }
        )
        return screen, screen.parse_preview({"has_headers": True})

    def execute(self, model, content, dryrun=False, user=None):
        """Import with the columns as the screen has mapped them."""
        screen, preview = self.upload(model, content, user)
        matches = preview["matches"]
        fields = [
            "/".join(matches[place]) if place in matches else False
            for place in range(len(preview["headers"]))
        ]
        options = {**preview["options"], "has_headers": True}
        return screen.execute_import(fields, preview["headers"], options, dryrun=dryrun)


@tagged("post_install", "-at_install")
class TestImportScreen(ImportScreenCase):
    def test_chinese_headers_map_by_themselves(self):
        for model in ("department", "roster", "certificate", "unit", "window"):
            columns = self.env[f"gov.import.{model}"]._sheet.columns
            headers = [column.header for column in columns]
            with self.subTest(model=model):
                cells = ["1"] * len(headers)
                _screen, preview = self.upload(
                    f"gov.import.{model}", xlsx(headers, [cells])
                )
                self.assertEqual(
                    [preview["matches"].get(n) for n in range(len(headers))],
                    [[column.name] for column in columns],
                )

    def test_workbook_is_imported(self):
        rows = [["N21", "北村", "村社", "N20"], ["N20", "北镇", "镇街", "T00"]]

        result = self.execute("gov.import.department", xlsx(SITES, rows))

        self.assertFalse(result["messages"])
        self.assertRecordValues(
            self.env["hr.department"].browse(result["ids"]),
            [
                {"gov_code": "N21", "gov_level": "village"},
                {"gov_code": "N20", "gov_level": "town"},
            ],
        )

    def test_dates_and_amounts_arrive_whole(self):
        result = self.execute(
            "gov.import.roster", xlsx(list(ROW), [list(ROW.values())])
        )

        self.assertFalse(result["messages"])
        person = self.env["hr.employee"].browse(result["ids"])
        self.assertEqual(str(person.gov_entry_date), "2024-03-01")
        self.assertEqual(str(person.trial_date_end), "2024-06-01")
        self.assertEqual(person.wage, 3200.5)

    def test_test_button_keeps_nothing(self):
        rows = [["N20", "北镇", "镇街", "T00"]]

        result = self.execute("gov.import.department", xlsx(SITES, rows), dryrun=True)

        self.assertTrue(result["ids"])
        self.assertFalse(self.env["hr.department"].search([("gov_code", "=", "N20")]))

    def test_one_bad_row_refuses_all_in_chinese(self):
        rows = [["N20", "北镇", "镇街", "T00"], ["N21", "北村", "乡", "N20"]]

        result = self.execute("gov.import.department", xlsx(SITES, rows))

        self.assertFalse(result["ids"])
        reason = "无法识别，应为：县中心 分中心 镇街 村社"
        self.assertEqual(
            [message["message"] for message in result["messages"]],
            [problem_line("机构.xlsx", 3, "层级", reason, "乡")],
        )
        self.assertFalse(self.env["hr.department"].search([("gov_code", "=", "N20")]))

    def test_warnings_are_told_beside_the_import(self):
        row = ROW | {"手机号": "0517-82310000"}

        with patch.object(self.env.registry["res.users"], "_bus_send") as send:
            result = self.execute(
                "gov.import.roster", xlsx(list(row), [list(row.values())])
            )

        self.assertTrue(result["ids"])
        _kind, notice = send.call_args.args
        warning = ("手机号", "不是大陆手机号，请核对", "0517-82310000")
        self.assertEqual(notice["message"], problem_line("花名册.xlsx", 2, *warning))

    def test_required_column_that_is_not_mapped_is_named(self):
        result = self.execute(
            "gov.import.department", xlsx(SITES[:2], [["N20", "北镇"]])
        )

        self.assertEqual(
            result["messages"][0]["message"],
            problem_line("机构.xlsx", 1, "层级", "表头缺少这一列"),
        )

    def test_site_officer_is_refused(self):
        officer = self.new_user("site", SITE_OFFICER, sites=self.county)
        importer = self.env["gov.import.department"].with_user(officer)

        with self.assertRaises(AccessError):
            importer.load(["code", "name", "level"], [["N20", "北镇", "镇街"]])

    def test_imported_records_are_shown_afterwards(self):
        sites = self.town + self.village

        action = self.env["gov.import.department"].action_open_imported(sites.ids)

        self.assertEqual(action["res_model"], "hr.department")
        self.assertEqual(self.env["hr.department"].search(action["domain"]), sites)
