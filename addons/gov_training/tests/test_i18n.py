"""Everything that a Chinese user reads is Chinese."""

import polib

from odoo.tests import BaseCase, tagged
from odoo.tools import file_path

# words that are the same in Chinese
SAME = {"ID"}


@tagged("post_install", "-at_install")
class TestChinese(BaseCase):
    def test_no_term_is_left_untranslated(self):
        terms = polib.pofile(file_path("gov_training/i18n/zh_CN.po"))

        missing = [entry.msgid for entry in terms.untranslated_entries()]

        self.assertEqual(missing, [])

    def test_every_translation_is_chinese(self):
        terms = polib.pofile(file_path("gov_training/i18n/zh_CN.po"))

        english = [e.msgid for e in terms if e.msgstr.isascii() and e.msgid not in SAME]

        self.assertEqual(english, [])

    def test_template_and_translation_have_the_same_terms(self):
        template = polib.pofile(file_path("gov_training/i18n/gov_training.pot"))
        terms = polib.pofile(file_path("gov_training/i18n/zh_CN.po"))

        self.assertEqual({e.msgid for e in template}, {e.msgid for e in terms})
