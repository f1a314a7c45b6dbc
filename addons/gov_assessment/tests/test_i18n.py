"""Everything that a Chinese user reads is Chinese."""

from odoo.tests import TransactionCase, tagged

from odoo.addons.gov_window_staff.tests.common import TranslationMixin


@tagged("post_install", "-at_install")
class TestChinese(TranslationMixin, TransactionCase):
    module = "gov_assessment"
    same_in_chinese = frozenset(
        {"ID", "'%s %s' % (object.campaign_id.name, object.name)"}
    )
