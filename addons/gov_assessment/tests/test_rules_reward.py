"""考核奖励: 以300元/月为基数,按照月度考核得分所占比重按比例发放."""

from decimal import Decimal

from odoo.tests import BaseCase

from ..rules.reward import proportional_reward


def reward(total, cap=None):
    cap = cap and Decimal(cap)
    return proportional_reward(Decimal(300), Decimal(total), Decimal(100), cap)


class TestReward(BaseCase):
    def assert_table(self, table, **options):
        found = {total: str(reward(total, **options)) for total in table}
        self.assertEqual(found, table)

    def test_reward_is_in_proportion_to_the_total(self):
        self.assert_table(
            {"100": "300.00", "95": "285.00", "60": "180.00", "0": "0.00"}
        )

    def test_half_a_cent_is_rounded_up(self):
        # 3 x 33.335 = 100.005; banker's rounding would give 100.00, 265.00, 200.02
        self.assert_table({"33.335": "100.01", "88.335": "265.01", "66.675": "200.03"})

    def test_less_than_half_a_cent_is_dropped(self):
        self.assert_table({"88.3349": "265.00", "99.9983": "299.99"})

    def test_more_than_100_pays_more_than_the_base(self):
        self.assert_table({"110": "330.00", "105.5": "316.50"})

    def test_cap_stops_at_its_share_of_the_base(self):
        self.assert_table({"110": "300.00", "99": "297.00"}, cap=100)
        self.assert_table({"130": "360.00", "120": "360.00"}, cap=120)

    def test_full_mark_other_than_100(self):
        paid = proportional_reward(Decimal(300), Decimal(60), Decimal(120), None)

        self.assertEqual(paid, Decimal("150.00"))
