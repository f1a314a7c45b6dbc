"""A month as the texts tell it: floors, caps, vetoes, quotas, pools, coefficients.

Each test is a sentence of some place's rules and a small table of people.
"""

from decimal import Decimal

from odoo.tests import BaseCase

from ..rules.grading import GradeRule
from ..rules.reward import RewardRule
from ..rules.scoring import Category
from ..rules.settlement import GradePay, settle
from .common_settlement import CATEGORIES, GRADES, fact, person, policy, settled


class TestTotals(BaseCase):
    def test_category_stops_at_zero_unless_the_text_knows_no_floor(self):
        unfloored = (Category("1", Decimal(30), is_floored=False), *CATEGORIES[1:])
        lost = person("a", ("1", 40))

        self.assertEqual(settled(policy(), lost, field="total"), {"a": 70})
        self.assertEqual(
            settled(policy(categories=unfloored), lost, field="total"), {"a": 60}
        )

    def test_bonus_of_a_category_and_of_all_is_capped(self):
        capped = (*CATEGORIES[:2], Category("6", is_bonus=True, cap=Decimal(5)))
        won = person("a", ("6", 8), ("2", 10))

        self.assertEqual(
            settled(policy(categories=capped), won, field="total")["a"], 95
        )
        limited = policy(limits={"bonus": 3})
        self.assertEqual(settled(limited, won, field="total")["a"], 93)
        self.assertEqual(settled(limited, won, field="bonus")["a"], 3)

    def test_total_is_at_most_110(self):
        text = policy(limits={"total": 110})
        people = person("a", ("6", 25)), person("b", ("6", 25), ("2", 20))

        self.assertEqual(settled(text, *people, field="total"), {"a": 110, "b": 105})

    def test_of_awards_for_one_matter_the_highest_counts(self):
        flood = [fact("6", points, matter="flood") for points in (10, 20, 15)]
        results = settle(policy(), [person("a", *flood, ("6", 5))])

        self.assertEqual(results["a"].total, 125)
        self.assertEqual([f.points for f in results["a"].lines], [20, 5])

    def test_coefficient_of_the_post_is_on_the_total_or_on_the_reward(self):
        one = person("a", ("2", 20), coefficient=Decimal("1.1"))

        on_reward = settle(policy(), [one])["a"]
        on_total = settle(policy(post_on_score=True), [one])["a"]

        self.assertEqual((on_reward.total, on_reward.reward), (80, Decimal(264)))
        self.assertEqual((on_total.total, on_total.reward), (88, Decimal(264)))


class TestVetoesAndDecisions(BaseCase):
    def test_veto_leaves_at_most_the_named_grade_and_gives_the_place_on(self):
        people = [person(n, ("2", n)) for n in range(4)]
        barred = person(0, fact("6", 50, at_most="fair"))

        self.assertEqual(settled(policy(), *people)[0], "good")
        found = settled(policy(), barred, *people[1:])
        self.assertEqual((found[0], found[1]), ("fair", "good"))

    def test_lowest_of_several_vetoes_counts(self):
        facts = [fact("6", 1, at_most="fair"), fact("6", 1, at_most="poor")]

        self.assertEqual(settled(policy(), person(0, *facts)), {0: "poor"})

    def test_decision_of_hr_lowers_but_never_raises(self):
        people = [person(n, ("2", n)) for n in range(4)]
        lowered = person(0, at_most="fair")
        raised = person(3, ("2", 50), at_most="good")

        self.assertEqual(settled(policy(), lowered, *people[1:])[0], "fair")
        self.assertEqual(settled(policy(), *people[:3], raised)[3], "poor")

    def test_tied_person_whom_hr_chose_takes_the_place(self):
        people = [person(n) for n in range(3)]

        before = settled(policy(), *people, person(3))
        after = settle(policy(), [*people, person(3, is_chosen=True)])

        self.assertEqual(set(before.values()), {"fair"})
        self.assertEqual(after[3].grade, "good")
        self.assertEqual(sum(r.grade == "good" for r in after.values()), 1)
        self.assertFalse(any(r.is_tied for r in after.values()))

    def test_more_chosen_people_than_places_are_no_decision(self):
        people = [person(n, is_chosen=n > 1) for n in range(4)]

        self.assertEqual(settled(policy(), *people), dict.fromkeys(range(4), "fair"))

    def test_equals_are_told_apart_by_further_keys(self):
        people = [person(n, more=(Decimal(n),)) for n in range(4)]

        self.assertEqual(settled(policy(), *people, field="rank")[3], 1)
        self.assertEqual(settled(policy(), *people)[3], "good")

    def test_suspended_person_has_a_place_in_n_and_no_grade(self):
        people = [person(n, ("2", n), is_suspended=not n) for n in range(4)]
        results = settle(policy(), people)

        self.assertEqual((results[0].grade, results[0].standing), (None, "suspended"))
        self.assertEqual((results[0].rank, results[0].reward), (0, 0))
        self.assertEqual(results[1].grade, "good")


class TestQuotas(BaseCase):
    def graded(self, rule, heads, pools=1):
        text = policy(grades=(rule, GradeRule("rest", standing="fair")))
        people = [person(n, ("2", n), pool=n % pools) for n in range(heads)]
        found = settled(text, *people)
        return sum(code != "rest" for code in found.values())

    def test_percentage_is_rounded_as_the_text_says(self):
        share = Decimal(30)
        for rounding, places in (("down", 1), ("half_up", 2), ("up", 2)):
            with self.subTest(rounding=rounding):
                rule = GradeRule("best", None, share, rounding=rounding)
                self.assertEqual(self.graded(rule, 5), places)

    def test_number_of_places_in_each_pool(self):
        rule = GradeRule("best", Decimal(90), quota_number=2)

        self.assertEqual(self.graded(rule, 9), 2)
        self.assertEqual(self.graded(rule, 9, pools=3), 6)

    def test_places_stay_empty_below_the_threshold_but_not_for_the_top(self):
        by_score = GradeRule("best", Decimal(99), quota_number=5)
        top = GradeRule("best", quota_number=5)

        self.assertEqual((self.graded(by_score, 9), self.graded(top, 9)), (2, 5))

    def test_percentage_is_of_the_own_pool(self):
        rule = GradeRule("best", None, Decimal(30))

        # 7 people: 2 places in one pool, 1 + 0 in pools of 4 and 3
        self.assertEqual(self.graded(rule, 7), 2)
        self.assertEqual(self.graded(rule, 7, pools=2), 1)


class TestRewardKinds(BaseCase):
    def paid(self, text, *people):
        found = settled(text, *people, field="reward")
        return {key: str(amount) for key, amount in found.items()}

    def test_fixed_amount_by_grade(self):
        pay = {
            "good": GradePay(amount=Decimal(600)),
            "fair": GradePay(amount=Decimal(400)),
            "poor": GradePay(is_rewarded=False, amount=Decimal(400)),
        }
        text = policy(pay=pay, reward=RewardRule("fixed"))
        people = [person(n, ("2", n)) for n in range(3)] + [person(3, ("2", 50))]

        self.assertEqual(
            self.paid(text, *people), {0: "600.00", 1: "400.00", 2: "400.00", 3: "0"}
        )

    def test_pool_of_200_yuan_a_head_goes_by_coefficients_and_is_not_overspent(self):
        pay = {"good": GradePay(coefficient=Decimal("1.5")), "poor": GradePay(False)}
        text = policy(pay=pay, reward=RewardRule("pool", Decimal(200)))
        people = [person(n, ("2", 0 if not n else 10)) for n in range(3)]
        poor = person(3, ("2", 60))

        found = settled(text, *people, poor, field="reward")

        # 800 yuan by 150 : 90 : 90
        self.assertEqual(
            {key: str(amount) for key, amount in found.items()},
            {0: "363.63", 1: "218.18", 2: "218.18", 3: "0"},
        )
        self.assertLessEqual(sum(found.values()), 800)

    def test_capped_share_stays_in_the_budget(self):
        text = policy(reward=RewardRule("pool", Decimal(200), cap_percent=Decimal(120)))
        people = [person(0), person(1, ("2", 60)), person(2, ("2", 60))]

        self.assertEqual(self.paid(text, *people)[0], "240.00")

    def test_text_that_pays_nothing(self):
        self.assertEqual(
            self.paid(policy(reward=RewardRule("none", Decimal(9))), person(0)),
            {0: "0"},
        )

    def test_fact_or_approved_decision_stops_the_reward_but_not_the_grade(self):
        stopped = person(0, fact("2", 1, stops_reward=True))
        withheld = person(1, ("2", 2), is_withheld=True)
        results = settle(policy(), [stopped, withheld, person(2, ("2", 3)), person(3)])

        self.assertEqual([results[n].reward for n in range(3)], [0, 0, 291])
        self.assertEqual(results[0].grade, "fair")

    def test_probation_is_paid_only_when_the_text_says_so(self):
        new = person(0, is_in_probation=True)

        self.assertEqual(self.paid(policy(), new), {0: "0"})
        self.assertEqual(self.paid(policy(pays_probation=True), new), {0: "300.00"})

    def test_total_below_zero_is_paid_nothing_and_takes_nothing(self):
        unfloored = (Category("1", Decimal(30), is_floored=False),)
        grades = (GradeRule("all", standing="fair"),)
        text = policy(categories=unfloored, grades=grades, pay={})

        self.assertEqual(self.paid(text, person(0, ("1", 50))), {0: "0.00"})


class TestGradeNames(BaseCase):
    def test_four_grades_of_any_name_stand_for_three(self):
        grades = (
            GradeRule("优秀", Decimal(90), Decimal(20), "good"),
            GradeRule("称职", Decimal(80), standing="good"),
            GradeRule("基本称职", Decimal(60), standing="fair"),
            GradeRule("不称职", standing="poor"),
        )
        people = [person(n, ("2", n)) for n in (0, 1, 2, 30, 50)]
        results = settle(policy(grades=grades), people)

        self.assertEqual(
            {key: (r.grade, r.standing) for key, r in results.items()},
            {
                0: ("优秀", "good"),
                1: ("称职", "good"),
                2: ("称职", "good"),
                30: ("基本称职", "fair"),
                50: ("不称职", "poor"),
            },
        )

    def test_grades_of_the_text_are_the_default_of_these_tests(self):
        self.assertEqual([rule.code for rule in GRADES], ["good", "fair", "poor"])
