"""Groups of equals at the border of a quota, and a choice that never exceeds it."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase, tagged

from ..rules.grading import Candidate, GradeRule, competition_ranks, grade
from ..rules.ties import Graded, open_ties

RULES = (
    GradeRule("good", Decimal(90), quota_percent=Decimal(30)),
    GradeRule("fair", Decimal(60)),
    GradeRule("poor"),
)
TOTALS = st.lists(st.sampled_from([55, 80, 90, 95, 100]), min_size=1, max_size=30)


def graded(candidates):
    """The candidates as the round shows them after the grading."""
    ranks = competition_ranks(candidates)
    outcomes = grade(candidates, RULES, len(candidates))
    return [
        Graded(
            c.key, ranks[c.key], c.total, outcomes[c.key].code, outcomes[c.key].is_tied
        )
        for c in candidates
    ]


@tagged("-at_install", "post_install")
class TestRulesTies(BaseCase):
    @given(TOTALS, st.data())
    def test_a_choice_within_the_places_fills_and_never_exceeds_the_quota(
        self, totals, data
    ):
        people = [Candidate(k, Decimal(t), Decimal(0)) for k, t in enumerate(totals)]
        places = RULES[0].places(len(people))
        for tie in open_ties(graded(people), RULES, len(people)):
            self.assertEqual(tie.code, "good")
            count = data.draw(st.integers(1, tie.places))
            chosen = set(tie.keys[:count])
            again = [
                Candidate(c.key, c.total, c.lost, is_chosen=c.key in chosen)
                for c in people
            ]
            outcomes = grade(again, RULES, len(people))
            good = {k for k, o in outcomes.items() if o.code == "good"}
            self.assertLessEqual(len(good), places)
            self.assertLessEqual(chosen, good)
            if count == tie.places:
                self.assertEqual(len(good), places)

    @given(TOTALS)
    def test_exactly_the_tied_people_stand_in_the_groups(self, totals):
        people = [Candidate(k, Decimal(t), Decimal(0)) for k, t in enumerate(totals)]
        rows = graded(people)

        found = {k for tie in open_ties(rows, RULES, len(rows)) for k in tie.keys}

        self.assertEqual(found, {row.key for row in rows if row.is_tied})
