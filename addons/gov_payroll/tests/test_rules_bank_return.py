"""Matching the bank's answer, without a database."""

import doctest
from decimal import Decimal

from odoo.tests import BaseCase

from odoo.addons.gov_payroll.rules import bank_return
from odoo.addons.gov_payroll.rules.bank_return import Header, Row, Sent, Unreadable


def sent(key, state="sent", card=None, amount=100, name=None):
    name = name or f"人{key}"
    return Sent(key, key, name, card or f"C{key}", Decimal(amount), state)


def row(key, is_paid=True, amount=100, **vals):
    vals = {"card": f"C{key}", "name": f"人{key}", **vals}
    return Row(line=key, is_paid=is_paid, amount=Decimal(amount), **vals)


class TestReconcile(BaseCase):
    def results(self, payments, rows):
        found = bank_return.reconcile(payments, rows)
        return [(m.result, m.sent.key if m.sent else None) for m in found]

    def test_paid_refused_and_unanswered_are_told_apart(self):
        payments = [sent(1), sent(2), sent(3)]

        found = self.results(payments, [row(1), row(2, is_paid=False)])

        self.assertEqual(found, [("paid", 1), ("refused", 2), ("missing", 3)])

    def test_what_fits_no_payment_changes_nothing(self):
        cases = {
            "another card": (row(1, card="C9"), [("unmatched", None), ("missing", 1)]),
            "another name": (
                row(1, name="别人"),
                [("unmatched", None), ("missing", 1)],
            ),
            "another amount": (row(1, amount=99), [("differs", 1)]),
        }
        for case, (answer, expected) in cases.items():
            with self.subTest(case=case):
                self.assertEqual(self.results([sent(1)], [answer]), expected)

    def test_a_second_row_of_a_payment_is_shown(self):
        found = self.results([sent(1)], [row(1), row(1, is_paid=False)])

        self.assertEqual(found, [("paid", 1), ("twice", 1)])

    def test_two_people_may_share_a_card(self):
        payments = [sent(1, card="C1", amount=5), sent(2, card="C1", amount=7)]
        rows = [
            Row(1, True, card="C1", amount=Decimal(7)),
            Row(2, False, card="C1", amount=Decimal(5)),
        ]

        self.assertEqual(self.results(payments, rows), [("paid", 2), ("refused", 1)])

    def test_a_number_of_two_files_needs_the_name(self):
        first, second = (Sent(n, 1, f"人{n}", f"C{n}", Decimal(100)) for n in (1, 2))
        named = row(1, card="", number="1", name="人2")
        bare = row(2, card="", number="1", name="")

        found = self.results([first, second], [named, bare])

        self.assertEqual(found, [("paid", 2), ("unmatched", None), ("missing", 1)])

    def test_without_a_card_the_number_of_the_row_counts(self):
        answer = Row(1, True, number="2", name="人2")

        found = self.results([sent(1), sent(2)], [answer])

        self.assertEqual(found, [("paid", 2), ("missing", 1)])

    def test_a_known_state_stays_and_a_bounced_payment_is_refused(self):
        payments = [sent(1, "paid"), sent(2, "refused"), sent(3, "paid")]

        found = self.results(
            payments, [row(1), row(2, is_paid=False), row(3, is_paid=False)]
        )

        self.assertEqual(found, [("known", 1), ("known", 2), ("refused", 3)])

    def test_a_refused_payment_does_not_become_paid_by_itself(self):
        self.assertEqual(self.results([sent(1, "refused")], [row(1)]), [("differs", 1)])


class TestReading(BaseCase):
    header = Header(result=2, card=0, amount=1)

    def rows(self, *cells, unit=1):
        return bank_return.read_rows(
            list(enumerate(cells, 2)), self.header, ["成功"], unit
        )

    def test_only_the_words_of_the_template_mean_paid(self):
        rows = self.rows(
            ("C1", "1", "成功"), ("C2", "1", "未成功"), ("C3", "1", " 成 功 ")
        )

        self.assertEqual([r.is_paid for r in rows], [True, False, True])

    def test_amounts_may_have_separators_or_be_fen(self):
        yuan = self.rows(("C", "1,234.50", "成功"))
        fen = self.rows(("C", "105", "x"), unit=100)

        self.assertEqual(yuan[0].amount, Decimal("1234.50"))
        self.assertEqual(fen[0].amount, Decimal("1.05"))

    def test_a_row_that_cannot_be_read_is_named(self):
        for cells, code in (
            (("C", "1", ""), "no_result"),
            (("C", "x", "y"), "no_amount"),
        ):
            with self.subTest(code=code), self.assertRaises(Unreadable) as caught:
                self.rows(cells)
            self.assertEqual(
                (caught.exception.code, caught.exception.details["line"]), (code, 2)
            )

    def test_empty_rows_are_passed_over(self):
        self.assertEqual(self.rows(("", None, " ")), [])

    def test_examples_in_the_docstrings_hold(self):
        self.assertEqual(doctest.testmod(bank_return).failed, 0)
