"""Signboard names by level: 涟水 implementation opinion 四(二)2 (O5)."""

from odoo.tests import BaseCase

from ..rules.signboard import pattern_problem, signboard

PATTERNS = {
    "county": "{name}政务服务中心",
    "branch": "{county}政务服务中心{name}分中心",
    "town": "{county}{name}便民服务中心",
    "village": "{county}{town}{name}便民服务站",
}
COUNTY = ("county", "涟水县政务服务中心")
TOWN = ("town", "高沟镇便民服务中心")

CASES = [
    # sites from the top, name on the signboard
    ([COUNTY], "涟水县政务服务中心"),
    ([("county", "涟水县")], "涟水县政务服务中心"),
    ([COUNTY, ("branch", "车辆管理分中心")], "涟水县政务服务中心车辆管理分中心"),
    ([COUNTY, ("branch", "车辆管理")], "涟水县政务服务中心车辆管理分中心"),
    ([COUNTY, TOWN], "涟水县高沟镇便民服务中心"),
    ([COUNTY, ("town", "保滩街道")], "涟水县保滩街道便民服务中心"),
    ([COUNTY, TOWN, ("village", "盐店村")], "涟水县高沟镇盐店村便民服务站"),
    (
        [COUNTY, TOWN, ("village", "高沟镇盐店村便民服务站")],
        "涟水县高沟镇盐店村便民服务站",
    ),
    # a village right below the county has no town in its name
    ([COUNTY, ("village", "盐店村便民服务站")], "涟水县盐店村便民服务站"),
]


class TestSignboard(BaseCase):
    def test_signboard_follows_the_pattern_of_its_level(self):
        for sites, expected in CASES:
            with self.subTest(sites=sites):
                self.assertEqual(signboard(PATTERNS, sites), expected)

    def test_signboard_that_is_recorded_already_comes_out_unchanged(self):
        for sites, expected in CASES:
            recorded = [*sites[:-1], (sites[-1][0], expected)]
            with self.subTest(sites=recorded):
                self.assertEqual(signboard(PATTERNS, recorded), expected)

    def test_level_without_a_pattern_hangs_the_recorded_name(self):
        self.assertEqual(signboard({}, [COUNTY, TOWN]), "高沟镇便民服务中心")

    def test_name_that_is_nothing_but_the_pattern_stays(self):
        self.assertEqual(
            signboard(PATTERNS, [COUNTY, ("branch", "分中心")]),
            "涟水县政务服务中心分中心分中心",
        )

    def test_patterns_that_cannot_be_filled_are_told(self):
        cases = {
            "{county}{name}": None,
            "便民服务中心": "no_name",
            "{name}{village}": "unknown_place",
            "{name}}": "braces",
            "{}{name}": "unknown_place",
        }
        for pattern, expected in cases.items():
            with self.subTest(pattern=pattern):
                self.assertEqual(pattern_problem(pattern), expected)
