"""The bank's answer settles payments; refused people can be sent once more."""

import base64

from odoo.exceptions import AccessError, UserError

from odoo.addons.gov_payroll.exceptions import BankFileRefused
from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.tests.common import xlsx

from .common_export import CARD, ExportCommon

HEADER = "序号|姓名|帐号|金额|处理结果|失败原因"
GOOD = f"1|张三|{CARD.format(1)}|3301.00|成功|"
BAD = f"2|李四|{CARD.format(2)}|3302.00|失败|户名不符"
LAST = f"3|王五|{CARD.format(3)}|3303.00|成功|"


class TestBankReturn(ExportCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.template()
        cls.run_ = cls.locked_run()
        cls.pack = cls.export(cls.run_)

    def answer(self, *lines, user=None, name="回盘.txt", header=HEADER, content=None):
        text = "\r\n".join([header, *lines] if header else lines)
        content = content or text.encode("gbk")
        wizard = (
            self.env["gov.bank.return.import"]
            .with_user(user or self.finance)
            .create(
                {
                    "export_id": self.pack.id,
                    "content": base64.b64encode(content),
                    "file_name": name,
                }
            )
        )
        action = wizard.action_import()
        return self.env["gov.bank.return"].browse(action["res_id"])

    def states(self):
        return dict(self.pack.payment_ids.mapped(lambda p: (p.staff_no, p.state)))

    def test_paid_and_refused_people_are_settled(self):
        answer = self.answer(GOOD, BAD, LAST)

        self.assertEqual(
            self.states(), {"P001": "paid", "P002": "refused", "P003": "paid"}
        )
        refused = self.pack.payment_ids.filtered(lambda p: p.state == "refused")
        self.assertEqual(refused.bank_reason, "户名不符")
        self.assertEqual(
            (answer.paid_count, answer.paid_total, answer.refused_count), (2, 6604, 1)
        )
        self.assertEqual((answer.missing_count, answer.odd_count), (0, 0))

    def test_people_without_an_answer_are_listed_and_stay_open(self):
        answer = self.answer(GOOD)

        self.assertEqual(answer.missing_count, 2)
        self.assertEqual(
            self.states(), {"P001": "paid", "P002": "sent", "P003": "sent"}
        )

    def test_a_strange_row_changes_nothing_and_is_shown(self):
        other = f"9|外人|{CARD.format(9)}|1.00|成功|"
        wrong = f"2|李四|{CARD.format(2)}|1.00|成功|"

        answer = self.answer(GOOD, other, wrong)

        self.assertEqual(answer.odd_count, 2)
        self.assertEqual(
            answer.line_ids.mapped("result"),
            ["paid", "unmatched", "differs", "missing"],
        )
        self.assertEqual(self.states()["P002"], "sent")

    def test_a_refused_person_is_the_only_one_in_the_next_bank_file(self):
        self.answer(GOOD, BAD, LAST)
        self.people[1]._gov_set_card(CARD.format(22), self.bank)

        again = self.export(self.run_)

        (content,) = self.bank_files(again)
        self.assertEqual(
            content.decode("gbk").split("|")[:3], ["1", "李四", CARD.format(22)]
        )
        self.assertEqual((again.bank_total, again.before_total), (3302, 6604))

    def refuse_second(self):
        self.answer(GOOD, BAD, LAST)
        return self.pack.payment_ids.filtered(lambda p: p.state == "refused")

    def test_a_refused_card_that_has_not_changed_is_not_sent_again(self):
        self.refuse_second()

        again = self.export(self.run_)

        self.assertEqual(self.bank_files(again), [])
        held = again.payment_ids
        self.assertEqual((held.staff_no, held.unpaid_reason), ("P002", "refused"))
        rows = list(self.workbook(again)["未发放名单"].iter_rows(values_only=True))
        self.assertEqual(rows[1][0], "P002")
        self.assertIn("户名不符", rows[1][4])
        self.assertEqual((again.unpaid_total, again.before_total), (3302, 6604))

    def test_finance_insists_with_a_reason_that_is_kept(self):
        refused = self.refuse_second().with_user(self.finance)
        self.assertTrue(refused.is_last_refused)
        wizard = self.env["gov.pay.insist"].with_user(self.finance)

        wizard.create(
            {"payment_ids": refused.ids, "reason": "银行已更正户名"}
        ).action_insist()

        self.assertEqual(refused.insist_reason, "银行已更正户名")
        self.assertEqual(refused.insisted_by_id, self.finance)
        (content,) = self.bank_files(self.export(self.run_))
        self.assertIn(CARD.format(2), content.decode("gbk"))
        with self.assertRaisesRegex(UserError, "not the last one"):
            refused._insist("again")

    def test_insisting_needs_a_reason_and_finance(self):
        refused = self.refuse_second()

        with self.assertRaises(UserError):
            refused.with_user(self.finance)._insist(" ")
        for user in (self.officer, self.leader, self.site_officer):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                refused.with_user(user)._insist("x")

    def test_a_later_answer_settles_the_rest(self):
        self.answer(GOOD)

        self.answer(GOOD, BAD, LAST, name="第二次.txt")

        self.assertEqual(
            self.states(), {"P001": "paid", "P002": "refused", "P003": "paid"}
        )

    def test_a_workbook_is_read_too(self):
        rows = [line.split("|") for line in (GOOD, BAD, LAST)]
        content = xlsx(HEADER.split("|"), rows)

        answer = self.answer(content=content, name="回盘.xlsx")

        self.assertEqual((answer.paid_count, answer.refused_count), (2, 1))

    def test_without_a_header_row_the_columns_have_numbers(self):
        self.pack.template_id.write(
            {
                "return_has_header": False,
                "return_card": "3",
                "return_name": "2",
                "return_amount": "4",
                "return_result": "5",
                "return_reason": "6",
            }
        )

        answer = self.answer(GOOD, BAD, LAST, header=None)

        self.assertEqual((answer.paid_count, answer.refused_count), (2, 1))

    def test_files_that_cannot_be_read_change_nothing(self):
        cases = {
            "empty": {"content": b"\r\n"},
            "no result column": {"header": "帐号|金额"},
            "no result": {"lines": [GOOD.replace("成功", "")]},
            "no amount": {"lines": [GOOD.replace("3301.00", "x")]},
            "strangers only": {"lines": [f"9|外人|{CARD.format(9)}|1.00|成功|"]},
            "encoding": {"content": "帐号|结果\r\n1|成功".encode("utf-16")},
            "no workbook": {"content": b"x", "name": "a.xlsx"},
        }
        for case, options in cases.items():
            with self.subTest(case=case), self.assertRaises(BankFileRefused):
                self.answer(*options.pop("lines", []), **options)
        self.assertEqual(set(self.states().values()), {"sent"})

    def test_the_same_file_is_read_once(self):
        self.answer(GOOD)

        with self.assertRaises(BankFileRefused):
            self.answer(GOOD)

    def test_answered_files_cannot_be_withdrawn(self):
        self.answer(GOOD)

        with self.assertRaisesRegex(Exception, "answered"):
            self.pack.with_user(self.finance).action_withdraw()

    def test_only_finance_reads_answers(self):
        answer = self.answer(GOOD)

        for user in (self.officer, self.leader, self.site_officer):
            with self.subTest(user=user.login):
                self.assertFalse(answer.with_user(user).has_access("read"))
                with self.assertRaises(AccessError):
                    self.answer(BAD, user=user)

    def test_an_answer_is_not_changed_by_hand(self):
        answer = self.answer(GOOD)

        for records in (answer, answer.line_ids):
            with self.subTest(model=records._name), self.assertRaises(DocumentLocked):
                records.write({"create_uid": self.env.uid})
