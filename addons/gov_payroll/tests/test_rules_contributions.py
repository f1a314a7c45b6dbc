"""社会保险、住房公积金: the oracle of 昆明 2026, limits of the base, rounding."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules.contributions import Contribution, contribute, limited_base

D = Decimal
# the same examples in each run, and no example files left in the working folder
CHECKED = settings(derandomize=True, database=None, deadline=None, max_examples=100)
LOW, HIGH = D(4403), D(22017)
PENSION = Contribution("PENSION", D(8), D(16), LOW, HIGH)
MEDICAL = Contribution("MEDICAL", D(2), D(7), D(4357), D(21789))
MATERNITY = Contribution("MATERNITY", D(0), D("0.9"), D(4357), D(21789))
UNEMPLOYMENT = Contribution("UNEMPLOYMENT", D("0.3"), D("0.7"), LOW, HIGH)
INJURY = Contribution("INJURY", D(0), D("0.2"), LOW, HIGH)
HOUSING = Contribution("HOUSING", D(12), D(12), None, D(32543), unit="yuan")
ALL = (PENSION, MEDICAL, MATERNITY, UNEMPLOYMENT, INJURY, HOUSING)


def pay(item, base):
    share = contribute(item, D(base))
    return share.employee, share.employer


class TestKunming(BaseCase):
    def test_wage_of_10000(self):
        expected = {
            PENSION: (800, 1600),
            MEDICAL: (200, 700),
            MATERNITY: (0, 90),
            UNEMPLOYMENT: (30, 70),
            INJURY: (0, 20),
            HOUSING: (1200, 1200),
        }
        for item, amounts in expected.items():
            with self.subTest(item=item.code):
                self.assertEqual(pay(item, 10000), amounts)

    def test_employer_costs_3680_and_the_person_2230(self):
        shares = [contribute(item, D(10000)) for item in ALL]

        self.assertEqual(sum(share.employer for share in shares), 3680)
        self.assertEqual(sum(share.employee for share in shares), 2230)

    def test_wage_of_4000_pays_932_59_by_the_floors(self):
        shares = [contribute(item, D(4000)).employee for item in ALL]

        self.assertEqual(sum(shares), D("932.59"))

    def test_base_beyond_the_cap_pays_of_the_cap(self):
        self.assertEqual(pay(PENSION, 30000), (D("1761.36"), D("3522.72")))


class TestRounding(BaseCase):
    def test_fund_is_rounded_half_up_to_whole_yuan(self):
        self.assertEqual(pay(HOUSING, "4004.17"), (D(481), D(481)))
        self.assertEqual(pay(HOUSING, "4004.16"), (D(480), D(480)))

    def test_up_and_down_are_choices_of_the_place(self):
        up = Contribution("X", D(1), D(1), unit="tenth", rounding="up")
        down = Contribution("X", D(1), D(1), unit="tenth", rounding="down")

        self.assertEqual(pay(up, "1001"), (D("10.1"), D("10.1")))
        self.assertEqual(pay(down, "1009"), (D(10), D(10)))

    def test_fixed_part_comes_on_top(self):
        illness = Contribution("ILLNESS", employee_fixed=D(10), employer_fixed=D(5))

        self.assertEqual(pay(illness, 10000), (10, 5))


class TestLimits(BaseCase):
    @CHECKED
    @given(base=st.decimals(0, 100000, places=2))
    def test_base_is_always_within_its_limits(self, base):
        self.assertTrue(LOW <= limited_base(base, LOW, HIGH) <= HIGH)

    @CHECKED
    @given(base=st.decimals(0, 100000, places=2))
    def test_without_limits_the_base_stays(self, base):
        self.assertEqual(limited_base(base, None, None), base)
