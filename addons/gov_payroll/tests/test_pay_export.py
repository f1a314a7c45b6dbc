"""The finance pack: files that agree with the slips and with each other."""

import hashlib
import json
import zipfile
from datetime import timedelta
from io import BytesIO

from openpyxl import load_workbook
from psycopg2 import IntegrityError

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from odoo.addons.gov_payroll.exceptions import BankFileRefused
from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.rules import identity

from .common_export import CARD, ExportCommon


class TestPack(ExportCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.template()
        cls.print_at_once()
        cls.run_ = cls.locked_run()
        cls.pack = cls.export(cls.run_)

    def test_one_click_makes_register_bank_file_control_file_slips_and_manifest(self):
        self.assertEqual(
            set(self.files(self.pack)),
            {
                "manifest.json",
                "代发_LZB_2026-10_1.txt",
                "代发_LZB_2026-10_控制.txt",
                "工资发放表_2026-10.xlsx",
                *self.pack.file_ids.filtered(lambda f: f.kind == "slips").mapped(
                    "name"
                ),
            },
        )
        kinds = self.pack.file_ids.mapped("kind")
        self.assertEqual(kinds, ["register", "bank", "control", "slips", "manifest"])

    def test_control_totals_are_those_of_the_slips(self):
        net = sum(self.run_.slip_ids.mapped("gov_net"))

        self.assertAlmostEqual(self.pack.net, net, 2)
        self.assertAlmostEqual(self.pack.bank_total, net, 2)
        self.assertEqual(self.pack.people_count, 3)
        self.assertEqual((self.pack.unpaid_total, self.pack.before_total), (0, 0))

    def test_the_manifest_names_each_file_with_its_hash_and_total(self):
        manifest, files = self.manifest(self.pack), self.files(self.pack)

        listed = {file["name"]: file["sha256"] for file in manifest["files"]}
        self.assertEqual(
            listed,
            {
                name: hashlib.sha256(content).hexdigest()
                for name, content in files.items()
                if name != "manifest.json"
            },
        )
        self.assertEqual(manifest["totals"]["net"], f"{self.pack.net:.2f}")
        self.assertEqual(manifest["made_by"], self.finance.name)
        self.assertEqual({file["people"] for file in manifest["files"]}, {3})

    def test_the_stored_hash_is_that_of_the_content(self):
        files = self.files(self.pack)

        for file in self.pack.file_ids:
            with self.subTest(file=file.name):
                digest = hashlib.sha256(files[file.name]).hexdigest()
                self.assertEqual(file.sha256, digest)

    def test_lanzhou_file_is_gbk_with_bars_and_no_header(self):
        numbers = self.people.sudo().mapped("identification_id")

        lines = self.bank_files(self.pack)[0].decode("gbk").split("\r\n")

        self.assertEqual(
            lines,
            [
                f"1|张三|{CARD.format(1)}|3301.00|{numbers[0]}",
                f"2|李四|{CARD.format(2)}|3302.00|{numbers[1]}",
                f"3|王五|{CARD.format(3)}|3303.00|{numbers[2]}",
                "",
            ],
        )

    def test_the_control_file_adds_up(self):
        content = self.files(self.pack)["代发_LZB_2026-10_控制.txt"].decode("gbk")

        self.assertEqual(content.split("\r\n")[-2], "合计|3|9906.00")

    def test_the_zip_holds_all_files(self):
        name, content = self.pack.with_user(self.finance).gov_zip()

        archive = zipfile.ZipFile(BytesIO(content))
        self.assertEqual(name, "财务导出_2026-10_01.zip")
        self.assertEqual(sorted(archive.namelist()), sorted(self.files(self.pack)))
        made = json.loads(archive.read("manifest.json"))
        self.assertEqual(made["period"], "2026-10")

    def test_each_download_is_on_record(self):
        file = self.pack.file_ids[0]

        self.pack.with_user(self.finance).gov_file(file.with_user(self.finance))

        log = self.pack.download_ids
        self.assertEqual(log.user_id, self.finance)
        self.assertEqual((log.file_name, log.sha256), (file.name, file.sha256))
        with self.assertRaises(DocumentLocked):
            log.file_name = "x"
        with self.assertRaises(DocumentLocked):
            log.unlink()
        with self.assertRaises(AccessError):
            log.with_user(self.finance).create({"export_id": self.pack.id})

    def test_who_takes_a_file_with_numbers_stands_in_the_disclosures(self):
        bank_file = self.pack.file_ids.filtered(lambda file: file.kind == "bank")

        self.pack.with_user(self.finance).gov_file(bank_file.with_user(self.finance))
        self.env.cr.precommit.run()

        noted = self.env["gov.disclosure"].search([("user_id", "=", self.finance.id)])
        self.assertEqual(noted.employee_id, self.people)
        self.assertEqual(set(noted.mapped("kind")), {"card", "identification"})
        self.assertEqual(set(noted.mapped("way")), {"export"})

    def test_files_are_kept_as_they_are(self):
        for records in (self.pack, self.pack.file_ids, self.pack.payment_ids):
            with self.subTest(model=records._name):
                with self.assertRaises(DocumentLocked):
                    records[0].write({records._rec_name: "x"})
                with self.assertRaises(DocumentLocked):
                    records[0].unlink()

    def test_a_second_export_sends_nobody_twice(self):
        again = self.export(self.run_)

        self.assertEqual(self.bank_files(again), [])
        self.assertFalse(again.payment_ids)
        self.assertEqual(again.before_total, self.pack.bank_total)

    def test_withdrawn_files_can_be_exported_again(self):
        self.pack.with_user(self.finance).action_withdraw()

        again = self.export(self.run_)

        self.assertEqual(self.pack.state, "withdrawn")
        self.assertEqual(self.bank_files(again), self.bank_files(self.pack))

    def test_the_database_refuses_two_open_payments_of_a_slip(self):
        payment = self.pack.payment_ids[0]
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError):
            payment._unprotected().copy()
            self.env.flush_all()


class TestWho(ExportCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.template()

    def test_an_approved_run_has_no_bank_file_yet(self):
        run = self.computed_run()
        self.approve_run(run)

        pack = self.export(run)

        self.assertEqual(self.bank_files(pack), [])
        self.assertFalse(pack.has_bank)
        self.assertFalse(pack.payment_ids)

    def test_a_computed_run_is_not_exported(self):
        run = self.computed_run()

        with self.assertRaises(UserError):
            self.export(run)

    def test_an_officer_exports_the_register_with_stars_only(self):
        run = self.locked_run()
        number = self.people[0].sudo().identification_id

        pack = self.export(run, self.officer)

        row = [cell.value for cell in self.workbook(pack)["工资发放表"][2]]
        self.assertTrue(pack.is_masked)
        self.assertEqual(self.bank_files(pack), [])
        self.assertIn(identity.mask_number(number), row)
        self.assertIn("**** 0001", row)
        self.assertNotIn(number, row)

    def test_the_file_of_finance_is_closed_to_officer_and_leader(self):
        pack = self.export(self.locked_run())

        for user in (self.officer, self.leader):
            with self.subTest(user=user.login):
                self.assertFalse(pack.with_user(user).has_access("read"))
                self.assertFalse(pack.file_ids.with_user(user).has_access("read"))
                with self.assertRaises(AccessError):
                    pack.with_user(user).gov_zip()

    def test_others_neither_export_nor_see_exports(self):
        run = self.locked_run()
        pack = self.export(run)

        for group in (
            "gov_window_staff.group_site_officer",
            "base.group_user",
            "base.group_portal",
        ):
            user = self.new_user(group, group)
            with self.subTest(group=group):
                with self.assertRaises(AccessError):
                    run.with_user(user).action_gov_export()
                self.assertFalse(pack.with_user(user).has_access("read"))
                self.assertFalse(pack.payment_ids.with_user(user).has_access("read"))

    def test_a_leader_does_not_export(self):
        run = self.locked_run()

        with self.assertRaises(AccessError):
            run.with_user(self.leader).action_gov_export()

    def test_nobody_reads_content_past_the_record_of_downloads(self):
        pack = self.export(self.locked_run())
        files = pack.file_ids.with_user(self.finance)

        with self.assertRaises(AccessError):
            files.read(["content"])
        attachments = (
            self.env["ir.attachment"]
            .with_user(self.finance)
            .search([("res_model", "=", files._name), ("res_field", "=", "content")])
        )
        self.assertFalse(attachments)

    def test_finance_does_not_read_card_numbers_from_payments(self):
        payment = self.export(self.locked_run()).payment_ids[0]
        theirs = payment.with_user(self.finance)

        with self.assertRaises(AccessError):
            theirs.read(["card"])
        self.assertEqual(theirs.card_masked, "**** 0001")


class TestUnpaid(ExportCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.template()
        cls.without_card = cls.new_payee(7, card=False, name="无卡")
        cls.odd_card = cls.new_payee(8, card="62-29 x", name="怪卡")
        cls.run_ = cls.locked_run()
        cls.pack = cls.export(cls.run_)

    def test_people_without_a_card_stand_on_a_list_of_their_own(self):
        sheet = self.workbook(self.pack, values=True)["未发放名单"]

        rows = [[c.value for c in row][:2] for row in sheet.iter_rows(min_row=2)]
        self.assertEqual(rows, [["P007", "无卡"], ["P008", "怪卡"]])

    def test_bank_files_and_list_add_up_to_the_register(self):
        total = self.pack.bank_total + self.pack.unpaid_total

        self.assertAlmostEqual(total, self.pack.net, 2)
        self.assertAlmostEqual(self.pack.unpaid_total, 6600, 2)

    def test_a_card_entered_later_is_paid_by_the_next_export(self):
        self.without_card._gov_set_card(CARD.format(7), self.bank)

        again = self.export(self.run_)

        (content,) = self.bank_files(again)
        self.assertEqual(content.decode("gbk").count("\r\n"), 1)
        self.assertIn("无卡", content.decode("gbk"))

    def test_net_pay_of_zero_is_not_sent(self):
        slip = self.slip(self.run_, self.people[0])
        self.pack.with_user(self.finance).action_withdraw()
        self.env.cr.execute(
            """
            UPDATE hr_payslip_line SET total = 0 WHERE slip_id = %s
            """,
            [slip.id],
        )
        self.env.invalidate_all()

        again = self.export(self.run_)

        refused = again.payment_ids.filtered(lambda p: p.slip_id == slip)
        self.assertEqual(
            (refused.state, refused.unpaid_reason), ("unpaid", "not_positive")
        )


class TestTemplates(ExportCommon):
    def test_cmb_is_a_workbook_with_card_as_text_and_no_total(self):
        self.template("cmb")

        pack = self.export(self.locked_run())

        (content,) = self.bank_files(pack)
        sheet = self.book(content)
        rows = list(sheet.iter_rows(values_only=True))
        self.assertEqual(rows[0], ("帐号", "户名", "金额", "开户行", "开户地"))
        self.assertEqual(
            rows[1], (CARD.format(1), "张三", 3301, self.bank.name, self.bank.city)
        )
        self.assertEqual(len(rows), 4)
        self.assertEqual(sheet["A2"].data_type, "s")
        self.assertEqual(sheet["C2"].number_format, "0.00")

    def book(self, content):
        return load_workbook(BytesIO(content)).active

    def test_icbc_is_csv_in_its_own_order(self):
        self.template("icbc")

        (content,) = self.bank_files(self.export(self.locked_run()))

        first = content.decode("gbk").split("\r\n")[0]
        self.assertEqual(first, f"1,{CARD.format(1)},张三,3301.00,工资")

    def test_a_name_that_gbk_lacks_is_refused_by_name(self):
        self.template("icbc")
        self.new_payee(9, name="𠮷田")
        run = self.locked_run()

        with self.assertRaisesRegex(BankFileRefused, "P009 𠮷田"):
            self.export(run)

        self.env.ref("gov_payroll.bank_template_icbc").encoding = "gb18030"
        self.assertIn("𠮷田", self.bank_files(self.export(run))[0].decode("gb18030"))

    def test_a_long_run_is_split_into_files(self):
        template = self.template("lanzhou")
        template.write({"min_rows": 1, "max_rows": 2})

        pack = self.export(self.locked_run())

        files = [c.decode("gbk").split("\r\n")[:-1] for c in self.bank_files(pack)]
        numbers = [[line.split("|")[0] for line in lines] for lines in files]
        self.assertEqual(numbers, [["1", "2"], ["1"]])
        payments = pack.payment_ids.sorted("staff_no")
        self.assertEqual(payments.mapped("part"), [1, 1, 2])
        self.assertEqual([p.number for p in payments], [1, 2, 1])

    def test_a_bank_may_want_row_numbers_that_run_on(self):
        template = self.template("lanzhou")
        template.write({"min_rows": 1, "max_rows": 2, "numbering": "run"})

        pack = self.export(self.locked_run())

        self.assertTrue(self.bank_files(pack)[1].startswith(b"3|"))

    def test_the_template_of_the_county_comes_first(self):
        own = self.env.ref("gov_payroll.bank_template_icbc")
        own.department_id = self.county

        self.assertEqual(self.export(self.locked_run()).template_id, own)

    def test_without_a_template_finance_is_told_to_enter_one(self):
        self.env["gov.bank.template"].search([]).active = False

        # what finance takes out is Chinese whatever the language of the user
        with self.assertRaisesRegex(UserError, "模板"):
            self.export(self.locked_run())

    def test_a_template_without_a_card_column_is_refused(self):
        with self.assertRaises(UserError):
            self.env["gov.bank.template"].create({"name": "x", "code": "X1"})

    def test_the_time_of_the_export_is_now(self):
        pack = self.export(self.locked_run())

        self.assertLess(fields.Datetime.now() - pack.date, timedelta(minutes=10))
