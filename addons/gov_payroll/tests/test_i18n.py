"""Everything that a Chinese user reads is Chinese."""

import polib

from odoo.tests import BaseCase, tagged
from odoo.tools import file_path

# the same in Chinese: an abbreviation, a slash between two numbers, an expression
SAME = {"ID", "of", "object.gov_register_file_name()"}


@tagged("post_install", "-at_install")
class TestChinese(BaseCase):
    terms = polib.pofile(file_path("gov_payroll/i18n/zh_CN.po"))

    def test_no_term_is_left_untranslated(self):
        self.assertEqual([e.msgid for e in self.terms.untranslated_entries()], [])

    def test_every_translation_is_chinese(self):
        english = [
            e.msgid for e in self.terms if e.msgstr.isascii() and e.msgid not in SAME
        ]

        self.assertEqual(english, [])

    def test_template_and_translation_have_the_same_terms(self):
        template = polib.pofile(file_path("gov_payroll/i18n/gov_payroll.pot"))

        self.assertEqual({e.msgid for e in template}, {e.msgid for e in self.terms})
