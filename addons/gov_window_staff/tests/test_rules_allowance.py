"""技能、年限、学历补贴 (涟水 opinion, part 4 (四) 3 (2)-(4); D18, D19)."""

from datetime import date
from decimal import Decimal

from odoo.tests import BaseCase

from ..rules.allowance import Allowance, Certificate, Person, Rate, allowances
from ..rules.month import Month

OCTOBER = Month(2026, 10)
FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)
LONG_AGO = date(2026, 9, 1)

SKILL = {1: 100, 2: 150, 3: 200, 4: 400, 5: 600}  # rank: yuan
SENIORITY = {1: 20, 5: 50, 10: 100}  # full years: yuan
EDUCATION = {50: 100, 60: 200}  # rank of 本科, 硕士研究生: yuan

RATES = tuple(
    [Rate("skill", n, Decimal(yuan), True, n) for n, yuan in SKILL.items()]
    + [Rate("seniority", n, Decimal(yuan), False, n) for n, yuan in SENIORITY.items()]
    + [Rate("education", n, Decimal(yuan), False, n) for n, yuan in EDUCATION.items()]
)


def certificate(rank=1, issued=LONG_AGO, verified=LONG_AGO, number="S-1"):
    return Certificate(rank, issued, verified, number)


def paid(kind, *certificates, month=OCTOBER, entry=date(2026, 9, 1), **facts):
    """Yuan of one allowance of a person with these certificates and facts."""
    person = Person(entry, certificates=certificates, **facts)
    return allowances(RATES, person, month)[kind].amount


class TestSkillAllowance(BaseCase):
    def test_each_level_has_its_amount(self):
        for rank, yuan in SKILL.items():
            with self.subTest(rank=rank):
                self.assertEqual(paid("skill", certificate(rank)), yuan)

    def test_certificate_counts_from_the_month_after_its_issue(self):
        before, on = date(2026, 9, 30), FIRST

        self.assertEqual(paid("skill", certificate(issued=before, verified=FIRST)), 100)
        self.assertEqual(paid("skill", certificate(issued=on, verified=FIRST)), 0)

    def test_verification_counts_until_the_last_day(self):
        self.assertEqual(paid("skill", certificate(verified=LAST)), 100)
        self.assertEqual(paid("skill", certificate(verified=date(2026, 11, 1))), 0)

    def test_unverified_certificate_pays_nothing(self):
        self.assertEqual(paid("skill", certificate(verified=None)), 0)

    def test_only_the_highest_level_is_paid(self):
        both = certificate(1), certificate(3, number="S-3")

        self.assertEqual(paid("skill", *both), 200)
        self.assertEqual(paid("skill", *reversed(both)), 200)

    def test_highest_level_that_counts_is_paid_while_a_higher_one_waits(self):
        waiting = certificate(5, issued=FIRST, verified=FIRST)

        self.assertEqual(paid("skill", certificate(2), waiting), 150)

    def test_result_names_the_certificate_and_the_line(self):
        person = Person(LONG_AGO, certificates=(certificate(4, number="S-4"),))

        result = allowances(RATES, person, OCTOBER)["skill"]

        self.assertEqual(result, Allowance(Decimal(400), 4, "S-4"))


class TestSeniorityAllowance(BaseCase):
    def test_tier_begins_in_the_month_after_the_anniversary(self):
        # first certificate, yuan in October 2026
        cases = [
            (date(2025, 9, 30), 20),
            (date(2025, 10, 1), 0),
            (date(2021, 9, 30), 50),
            (date(2021, 10, 1), 20),
            (date(2016, 9, 30), 100),
            (date(2016, 10, 1), 50),
        ]
        for issued, yuan in cases:
            with self.subTest(issued=issued):
                first = certificate(issued=issued)
                self.assertEqual(paid("seniority", first, entry=date(2010, 1, 1)), yuan)

    def test_years_count_from_the_later_of_entry_and_certificate(self):
        early, late = date(2016, 1, 1), date(2021, 1, 1)

        self.assertEqual(paid("seniority", certificate(issued=early), entry=late), 50)
        self.assertEqual(paid("seniority", certificate(issued=late), entry=early), 50)

    def test_years_count_from_the_earliest_certificate_not_the_highest(self):
        first = certificate(1, issued=date(2016, 1, 1))
        upgrade = certificate(3, issued=date(2025, 1, 1))

        self.assertEqual(paid("seniority", upgrade, first, entry=date(2010, 1, 1)), 100)

    def test_unverified_earlier_certificate_does_not_start_the_years(self):
        unverified = certificate(issued=date(2016, 1, 1), verified=None)
        verified = certificate(issued=date(2021, 1, 1))

        self.assertEqual(
            paid("seniority", unverified, verified, entry=date(2010, 1, 1)), 50
        )

    def test_certificate_verified_after_the_month_does_not_start_the_years(self):
        late = certificate(issued=date(2016, 1, 1), verified=date(2026, 11, 1))

        self.assertEqual(paid("seniority", late, entry=date(2010, 1, 1)), 0)

    def test_person_without_certificate_has_no_seniority(self):
        self.assertEqual(paid("seniority", entry=date(2000, 1, 1)), 0)

    def test_29_february_is_complete_on_28_february(self):
        leap_day = certificate(issued=date(2024, 2, 29), verified=date(2024, 3, 1))
        facts = {"entry": date(2020, 1, 1)}

        self.assertEqual(paid("seniority", leap_day, month=Month(2025, 2), **facts), 0)
        self.assertEqual(paid("seniority", leap_day, month=Month(2025, 3), **facts), 20)

    def test_result_names_the_day_from_which_years_count(self):
        person = Person(date(2020, 1, 1), certificates=(certificate(issued=LONG_AGO),))

        result = allowances(RATES, person, Month(2027, 10))["seniority"]

        self.assertEqual(result, Allowance(Decimal(20), 1, "2026-09-01"))


class TestEducationAllowance(BaseCase):
    def test_amount_begins_at_a_rank(self):
        cases = {None: 0, 10: 0, 40: 0, 49: 0, 50: 100, 59: 100, 60: 200, 70: 200}
        for rank, yuan in cases.items():
            with self.subTest(rank=rank):
                self.assertEqual(paid("education", education_rank=rank), yuan)


class TestProbation(BaseCase):
    """试用期间,发放基本工资、技能补贴."""

    def everything(self, trial_end):
        person = Person(
            date(2015, 1, 1), trial_end, 50, (certificate(issued=date(2015, 1, 1)),)
        )
        result = allowances(RATES, person, OCTOBER)
        return {kind: allowance.amount for kind, allowance in result.items()}

    def test_probation_on_the_last_day_leaves_the_skill_allowance_only(self):
        for trial_end in (LAST, date(2026, 11, 1)):
            with self.subTest(trial_end=trial_end):
                self.assertEqual(
                    self.everything(trial_end),
                    {"skill": 100, "seniority": 0, "education": 0},
                )

    def test_probation_that_ended_the_day_before_changes_nothing(self):
        self.assertEqual(
            self.everything(date(2026, 10, 30)),
            {"skill": 100, "seniority": 100, "education": 100},
        )

    def test_what_probation_pays_is_a_flag_of_the_line_not_of_the_code(self):
        rates = [Rate("education", 50, Decimal(100), in_probation=True)]
        person = Person(LONG_AGO, LAST, 50)

        self.assertEqual(allowances(rates, person, OCTOBER)["education"].amount, 100)


class TestEmptyTable(BaseCase):
    def test_table_without_lines_pays_nothing(self):
        person = Person(LONG_AGO, education_rank=70, certificates=(certificate(),))

        result = allowances((), person, OCTOBER)

        self.assertEqual(set(result.values()), {Allowance()})
