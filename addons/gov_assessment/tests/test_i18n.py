"""Everything that a Chinese user reads is Chinese."""

from odoo.tests import TransactionCase, tagged

from odoo.addons.gov_window_staff.tests.common import TranslationMixin


@tagged("post_install", "-at_install")
class TestChinese(TranslationMixin, TransactionCase):
    module = "gov_assessment"
    # a column title, and a field's name that the export takes for a term
    same_in_chinese = frozenset({"ID", "employee_id"})
    # Odoo's runner leaves out the tests of base classes without this
    allow_inherited_tests_method = True
