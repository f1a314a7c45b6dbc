"""补发补扣: paying the difference once brings a month to what it should have been."""

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules.arrears import differences

CHECKED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
ZERO = Decimal(0)
yuan = st.decimals(-5000, 5000, places=2)
elements = st.dictionaries(st.sampled_from(["BASIC", "SKILL", "PERF"]), yuan)


class TestArrearsRule(BaseCase):
    @CHECKED
    @given(elements, elements)
    def test_what_was_taken_once_is_not_taken_again(self, due, paid):
        first = differences(due, paid, {})

        self.assertEqual(differences(due, paid, first), {})

    @CHECKED
    @given(elements, elements, elements)
    def test_paid_settled_and_rest_add_up_to_what_is_due(self, due, paid, settled):
        rest = differences(due, paid, settled)

        for code in {*due, *paid, *settled}:
            total = sum(part.get(code, ZERO) for part in (paid, settled, rest))
            self.assertEqual(total, due.get(code, ZERO))

    @CHECKED
    @given(elements)
    def test_a_month_paid_right_leaves_nothing(self, due):
        self.assertEqual(differences(due, due, {}), {})
