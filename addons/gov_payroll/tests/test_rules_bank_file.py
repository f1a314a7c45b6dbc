"""Bank files without a database."""

import doctest
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from odoo.addons.gov_payroll.rules import bank_file, pay_sheet
from odoo.addons.gov_payroll.rules.bank_file import Column, Layout, Payee


def payees(count):
    return [
        Payee(n, f"P{n}", f"人{n}", f"62299900{n:08d}", Decimal(n))
        for n in range(1, count + 1)
    ]


class TestParts(BaseCase):
    def sizes(self, count, **limits):
        return [len(p) for p in bank_file.parts(payees(count), Layout((), **limits))]

    def test_files_are_split_at_the_limit(self):
        cases = {0: [], 1: [1], 1000: [1000], 1001: [996, 5], 2005: [1000, 1000, 5]}
        for count, sizes in cases.items():
            with self.subTest(count=count):
                self.assertEqual(self.sizes(count, max_rows=1000, min_rows=5), sizes)

    def test_without_a_limit_there_is_one_file(self):
        self.assertEqual(self.sizes(7), [7])

    @settings(max_examples=60, deadline=None)
    @given(count=st.integers(0, 300), least=st.integers(0, 20), more=st.integers(0, 30))
    def test_nobody_is_lost_and_each_file_keeps_the_limits(self, count, least, more):
        most = max(2 * least + more, 1)
        people = payees(count)

        found = bank_file.parts(people, Layout((), max_rows=most, min_rows=least))

        self.assertEqual([p for part in found for p in part], people)
        self.assertTrue(all(len(part) <= most for part in found))
        if count >= least:
            self.assertTrue(all(len(part) >= least for part in found))


class TestText(BaseCase):
    def codes(self, name, **options):
        layout = Layout((Column("name"),), **options)
        person = Payee(1, "P1", name, "62299900", Decimal(1))
        return [p.code for p in bank_file.problems(layout, [person])]

    def test_a_text_that_would_be_misread_is_named(self):
        cases = {
            "𠮷": ["encoding"],
            "王|五": ["delimiter"],
            "=1+1": ["formula"],
            "@sum": ["formula"],
            "王\n五": ["unprintable"],
            "王五": [],
        }
        for name, codes in cases.items():
            with self.subTest(name=name):
                self.assertEqual(self.codes(name, delimiter="|", encoding="gbk"), codes)

    def test_gb18030_writes_what_gbk_cannot(self):
        self.assertEqual(self.codes("𠮷", encoding="gb18030"), [])

    def test_csv_quotes_a_comma(self):
        layout = Layout((Column("name"), Column("amount")), is_quoted=True)
        person = Payee(1, "P1", "王,五", "62299900", Decimal("1.5"))

        self.assertEqual(
            bank_file.text_file(layout, [person]).decode(), '"王,五",1.50\r\n'
        )

    def test_amounts_in_fen_are_whole(self):
        layout = Layout((Column("amount"),), in_cents=True)
        person = Payee(1, "", "", "", Decimal("3001.07"))

        self.assertEqual(bank_file.text_file(layout, [person]), b"300107\r\n")

    def test_an_amount_below_a_cent_is_refused(self):
        with self.assertRaises(ValueError):
            bank_file.amount_text(Decimal("0.001"))


class TestDoctests(BaseCase):
    def test_doctests_hold(self):
        for module in (bank_file, pay_sheet):
            with self.subTest(module=module.__name__):
                self.assertEqual(doctest.testmod(module).failed, 0)
