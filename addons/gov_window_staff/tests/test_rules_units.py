"""Units and sites as pure rules: shortcomings, chief, credit code, turnover."""

from datetime import date
from decimal import Decimal

from odoo.tests import BaseCase

from ..rules.site_check import SiteFacts, SiteStandard, shortcomings
from ..rules.units import Chief, chief_problems, credit_code_problem, turnover

TODAY = date(2026, 11, 22)
STREET = SiteStandard(windows_min=3, windows_max=5)
COMMUNITY = SiteStandard(windows_min=1, windows_max=2)


class TestShortcomings(BaseCase):
    def test_streets_have_3_to_5_and_communities_1_or_2_windows(self):
        # O18: standard, windows, expected
        cases = [
            (STREET, 2, ("few_windows",)),
            (STREET, 3, ()),
            (STREET, 5, ()),
            (STREET, 6, ("many_windows",)),
            (COMMUNITY, 0, ("few_windows",)),
            (COMMUNITY, 1, ()),
            (COMMUNITY, 2, ()),
            (COMMUNITY, 3, ("many_windows",)),
        ]
        for standard, windows, expected in cases:
            with self.subTest(standard=standard, windows=windows):
                facts = SiteFacts(windows=windows)
                self.assertEqual(shortcomings(standard, facts), expected)

    def test_zero_means_that_no_number_is_asked_for(self):
        self.assertEqual(shortcomings(SiteStandard(), SiteFacts(windows=99)), ())

    def test_each_demand_is_told_by_itself(self):
        cases = {
            "no_dedicated": SiteStandard(needs_dedicated=True),
            "no_head": SiteStandard(needs_head=True),
            "no_evaluator": SiteStandard(needs_evaluators=True),
        }
        good = SiteFacts(windows=3, dedicated=1, has_head=True)
        for code, standard in cases.items():
            with self.subTest(code=code):
                self.assertEqual(shortcomings(standard, SiteFacts(unrated=1)), (code,))
                self.assertEqual(shortcomings(standard, good), ())


class TestChief(BaseCase):
    def problems(self, **facts):
        good = {"in_service": True, "of_unit": True, "formal": True, "licence": True}
        return chief_problems(Chief(**{**good, **facts}), TODAY)

    def test_formal_person_in_service_with_a_licence_is_in_order(self):
        self.assertEqual(self.problems(), ())

    def test_each_fact_that_is_missing_is_told(self):
        cases = {
            "in_service": "not_in_service",
            "of_unit": "other_unit",
            "formal": "not_formal",
            "licence": "no_licence",
        }
        for fact, code in cases.items():
            with self.subTest(fact=fact):
                self.assertEqual(self.problems(**{fact: False}), (code,))

    def test_licence_is_valid_through_its_last_day(self):
        yesterday = date(2026, 11, 21)

        self.assertEqual(self.problems(licence_expiry=TODAY), ())
        self.assertEqual(self.problems(licence_expiry=yesterday), ("licence_expired",))


class TestCreditCode(BaseCase):
    def test_codes_of_gb_32100(self):
        cases = {
            "91350100M000100Y43": None,
            "91350100M000100Y4X": "checksum",
            "91350100M000100Y4": "shape",
            "91350100M000100Y4O": "shape",  # the letter O is not used
            "91350100m000100y43": "shape",
        }
        for code, expected in cases.items():
            with self.subTest(code=code):
                self.assertEqual(credit_code_problem(code), expected)

    def test_every_change_of_one_character_is_noticed(self):
        code = "91350100M000100Y43"
        for place in range(17):
            other = "1" if code[place] == "0" else "0"
            changed = code[:place] + other + code[place + 1 :]
            with self.subTest(changed=changed):
                self.assertEqual(credit_code_problem(changed), "checksum")


class TestTurnover(BaseCase):
    def test_turnover_is_changes_for_100_people(self):
        cases = [
            ((3, 10), "30.0"),
            ((1, 6), "16.7"),
            ((0, 5), "0.0"),
            ((2, 0), "200.0"),
        ]
        for (changes, people), expected in cases:
            with self.subTest(changes=changes, people=people):
                self.assertEqual(turnover(changes, people), Decimal(expected))
