"""Every report of Odoo prints 人民币大写 in Chinese."""

from num2words import num2words

from odoo.addons.base.tests.common import BaseCommon


class TestAmountToText(BaseCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for lang in ("zh_CN", "en_US"):
            cls.env["res.lang"]._activate_lang(lang)
        cls.yuan = cls.env.ref("base.CNY").with_context(lang="zh_CN")

    def test_yuan_in_chinese_are_capital_characters(self):
        self.assertEqual(
            self.yuan.amount_to_text(107000.53), "人民币壹拾万柒仟元伍角叁分"
        )
        self.assertEqual(self.yuan.amount_to_text(0.0), "人民币零元整")

    def test_yuan_in_english_stay_as_odoo_writes_them(self):
        words = self.yuan.with_context(lang="en_US").amount_to_text(3.0)

        self.assertIn("Three", words)

    def test_another_currency_in_chinese_has_chinese_numbers(self):
        dollar = self.env.ref("base.USD").with_context(lang="zh_CN")

        self.assertIn("壹仟零伍", dollar.amount_to_text(1005.0))
        self.assertNotIn("人民币", dollar.amount_to_text(1005.0))

    def test_num2words_speaks_chinese(self):
        cases = {
            ("cardinal", 1050): "壹仟零伍拾",
            ("cardinal", -1.5): "负壹点伍",
            ("cardinal", 0): "零",
            ("ordinal", 3): "第叁",
            ("ordinal_num", 3): "第3",
            ("year", 2026): "贰零贰陆",
            ("currency", 12.3): "人民币壹拾贰元叁角",
        }
        for (kind, number), words in cases.items():
            with self.subTest(kind=kind, number=number):
                options = {"currency": "CNY"} if kind == "currency" else {}
                self.assertEqual(
                    num2words(number, lang="zh_CN", to=kind, **options), words
                )

    def test_num2words_knows_no_other_currency_in_chinese(self):
        with self.assertRaises(NotImplementedError):
            num2words(1, lang="zh_CN", to="currency", currency="USD")
