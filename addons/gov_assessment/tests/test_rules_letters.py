"""Texts of letters: only words in braces change."""

import doctest

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules import letters
from ..rules.letters import fill, unknown, words

PLAIN = st.text().filter(lambda text: "{" not in text and "}" not in text)


class TestLetters(BaseCase):
    # without it Odoo's loader leaves hypothesis tests out
    allow_inherited_tests_method = True

    def test_examples_hold(self):
        result = doctest.testmod(letters)

        self.assertTrue(result.attempted)
        self.assertFalse(result.failed)

    def test_words_are_filled_and_missing_ones_become_nothing(self):
        self.assertEqual(fill("{甲}和{乙}", {"甲": "一"}), "一和")

    def test_unknown_words_are_named_once(self):
        self.assertEqual(unknown("{甲}{丙}{丙}", ["甲"]), ["丙"])

    def test_value_with_braces_is_not_filled_again(self):
        self.assertEqual(fill("{甲}", {"甲": "{乙}", "乙": "秘密"}), "{乙}")

    @given(PLAIN)
    def test_text_without_braces_stays(self, text):
        self.assertEqual(fill(text, {"甲": "一"}), text)

    @given(PLAIN, PLAIN.filter(bool), PLAIN, st.text())
    def test_what_stands_around_a_word_stays(self, before, word, after, value):
        filled = fill(f"{before}{{{word}}}{after}", {word: value})

        self.assertEqual(filled, f"{before}{value}{after}")
        self.assertEqual(words(f"{{{word}}}"), [word])
