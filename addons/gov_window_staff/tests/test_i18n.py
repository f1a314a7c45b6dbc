"""Everything that a Chinese user reads is Chinese."""

from odoo.tests import TransactionCase, tagged

from .common import MODULE, TranslationMixin


@tagged("post_install", "-at_install")
class TestChinese(TranslationMixin, TransactionCase):
    module = MODULE
    same_in_chinese = frozenset(
        # the last one: how a printed file is named
        {"ID", "JPG", "PDF", "PNG", "object.display_name"}
    )
