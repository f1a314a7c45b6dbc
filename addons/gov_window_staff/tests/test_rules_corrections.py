"""Cleaning, checking and masking of values that people ask to correct."""

from datetime import date

from odoo.tests import BaseCase

from ..rules.corrections import clean, masked, value_problem

TODAY = date(2026, 11, 22)


class TestCorrections(BaseCase):
    def test_values_are_stored_without_stray_blanks(self):
        for kind, raw, stored in (
            ("phone", "138 0000 0001", "13800000001"),
            ("phone", "１３８０００００００１", "13800000001"),
            ("bank", "6229-9900 0000 0000 001", "6229990000000000001"),
            ("identity", " 11010519491231002x", "11010519491231002X"),
            ("name", " 张 三 ", "张 三"),
            ("text", "东镇（老街）　1号", "东镇（老街） 1号"),
        ):
            with self.subTest(kind=kind, raw=raw):
                self.assertEqual(clean(kind, raw), stored)

    def test_values_of_the_right_shape_are_taken(self):
        for kind, value in (
            ("phone", "19912345678"),
            ("identity", "11010519491231002X"),
            ("name", "欧阳小明"),
            ("name", "阿依古丽·买买提"),
            ("email", "a.b@example.cn"),
            ("date", "2026-11-22"),
            ("bank", "6229990000000000001"),
            ("text", "任何文字"),
            ("choice", "01"),
        ):
            with self.subTest(kind=kind, value=value):
                self.assertIsNone(value_problem(kind, value, TODAY))

    def test_values_of_a_wrong_shape_are_refused_by_kind(self):
        for kind, value in (
            ("phone", "12345678901"),
            ("phone", "1380000000"),
            ("identity", "110105194912310021"),
            ("name", "<b>张三</b>"),
            ("name", "张 三"),
            ("email", "nobody"),
            ("email", "a b@example.cn"),
            ("date", "2026-11-23"),
            ("date", "2026-02-30"),
            ("bank", "123456789012345"),
        ):
            with self.subTest(kind=kind, value=value):
                self.assertEqual(value_problem(kind, value, TODAY), kind)

    def test_nothing_and_too_much_are_named(self):
        self.assertEqual(value_problem("text", "", TODAY), "missing")
        self.assertEqual(value_problem("text", "长" * 201, TODAY), "long")
        self.assertIsNone(value_problem("text", "长" * 200, TODAY))

    def test_masked_values_keep_their_ends_only(self):
        for kind, value, shown in (
            ("phone", "13800000001", "138****0001"),
            ("identity", "11010519491231002X", "110**************X"),
            ("bank", "6229990000000001", "6229********0001"),
            ("text", "东镇人民路1号", "东镇人****"),
            ("text", "东镇", "**"),
        ):
            with self.subTest(kind=kind):
                self.assertEqual(masked(kind, value), shown)
