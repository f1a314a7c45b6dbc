"""Score, rank, grade and reward of a whole month."""

from datetime import date

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import AssessmentCommon


@tagged("post_install", "-at_install")
class TestScoreOfAMonth(AssessmentCommon):
    def test_event_costs_points_times_quantity(self):
        person = self.new_person()
        self.new_event(person, "1.4a", quantity=1.5)
        self.new_event(person, "4.1", points=3.25, quantity=0.5)

        batch = self.new_round("scored")

        self.assert_totals(batch, {person: 100 - 3 - 1.625})

    def test_category_stops_at_zero_and_bonus_is_added(self):
        person = self.new_person()
        self.new_event(person, "5.2", quantity=2)
        self.new_event(person, "6.1c")

        batch = self.new_round("scored")

        self.assertRecordValues(
            self.appraisal(batch, person),
            [{"total": 105, "lost": 15, "bonus": 20}],
        )
        self.assertEqual(
            self.appraisal(batch, person).category_scores,
            {"1": 30, "2": 20, "3": 20, "4": 15, "5": 0, "6": 20},
        )

    def test_only_events_dated_in_the_month_count(self):
        person = self.new_person()
        for day in ("2026-09-30", "2026-11-01"):
            self.new_event(person, "2.2", day)
        for day in ("2026-10-01", "2026-10-31"):
            self.new_event(person, "4.3", day)

        batch = self.new_round("scored")

        self.assert_totals(batch, {person: 98})

    def test_only_confirmed_events_count(self):
        person = self.new_person()
        self.new_event(person, state="draft")
        self.new_event(person, state="withdrawn")

        batch = self.new_round("scored")

        self.assert_totals(batch, {person: 100})
        self.assertFalse(batch.appraisal_ids.line_ids)

    def test_facts_of_others_do_not_count(self):
        one, other = self.new_people(2)
        self.new_event(other)

        batch = self.new_round("scored")

        self.assert_totals(batch, {one: 100, other: 95})

    def test_line_keeps_what_was_counted(self):
        person = self.new_person()
        event = self.new_event(person, "2.4", points=4, quantity=2, reason="Refused")

        batch = self.new_round("scored")

        self.assertRecordValues(
            self.appraisal(batch, person).line_ids,
            [
                {
                    "event_id": event.id,
                    "item_id": self.item("2.4").id,
                    "points": 4,
                    "quantity": 2,
                    "points_total": 8,
                    "reason": "Refused",
                    "is_bonus": False,
                }
            ],
        )

    def test_scoring_again_gives_the_same(self):
        people = self.new_people(4)
        for points, person in enumerate(people, 1):
            self.lose(person, points)
        batch = self.new_round("graded")
        names = ["staff_no", "total", "lost", "rank", "grade", "reward_amount"]
        before = batch.appraisal_ids.read(names)
        lines = len(batch.appraisal_ids.line_ids)

        batch.with_user(self.officer).action_score()
        batch.with_user(self.officer).action_grade()

        self.assertEqual(batch.appraisal_ids.read(names), before)
        self.assertEqual(len(batch.appraisal_ids.line_ids), lines)

    def test_record_of_another_text_is_refused_by_name(self):
        person = self.new_person()
        later = self.new_text("2027-01-01")
        self.new_event(person, item_id=self.item("1.1", later).id)
        batch = self.new_round("open")

        with self.assertRaisesRegex(UserError, "1.1 uses an item of another text"):
            self.advance(batch, "scored")


@tagged("post_install", "-at_install")
class TestGradeOfAMonth(AssessmentCommon):
    def test_good_is_the_best_thirty_percent_from_90(self):
        people = self.new_people(10)
        for points, person in enumerate(people, 1):
            self.lose(person, points)

        batch = self.new_round("graded")

        good = batch.appraisal_ids.filtered(lambda a: a.grade == "good")
        self.assertEqual(good.employee_id, people[:3])
        self.assertEqual((batch.good_quota, batch.good_count), (3, 3))

    def test_threshold_of_90_is_inclusive(self):
        people = self.new_people(8)
        at, below = people[:2]
        for person in (at, below):
            self.new_event(person, "4.1", points=5, quantity=2)
        self.new_event(below, "4.1", points=2, quantity=0.01)
        for person in people[2:]:
            self.lose(person, 25)

        batch = self.new_round("graded")

        self.assert_totals(batch, {at: 90, below: 89.98})
        self.assert_grades(batch, {at: "good", below: "fair"})

    def test_threshold_of_60_is_inclusive(self):
        at, below = self.new_people(2)
        for person in (at, below):
            self.new_event(person, "1.5")
            self.new_event(person, "2.2")
        self.new_event(below, "4.1", points=2, quantity=0.01)

        batch = self.new_round("graded")

        self.assert_totals(batch, {at: 60, below: 59.98})
        self.assert_grades(batch, {at: "fair", below: "poor"})

    def test_tie_at_the_border_stays_out_and_is_flagged(self):
        people = self.new_people(10)
        self.win(people[0], 5)

        batch = self.new_round("graded")

        self.assertEqual(batch.good_count, 1)
        self.assertEqual(batch.tied_count, 9)
        self.assert_results(batch, "is_tied", {people[0]: False, people[1]: True})

    def test_ties_button_lists_the_flagged_people(self):
        people = self.new_people(4)
        batch = self.new_round("graded")

        action = batch.action_open_tied()

        found = self.env["gov.appraisal"].search(action["domain"])
        self.assertEqual(found.employee_id, people)

    def test_rank_is_1_2_2_4_by_total_then_by_points_lost(self):
        first, second, equal, last = self.new_people(4)
        self.win(first, 5)
        self.lose(last, 5)
        self.win(last, 5)

        batch = self.new_round("graded")

        self.assert_totals(batch, {first: 105, second: 100, last: 100})
        self.assert_results(batch, "rank", {first: 1, second: 2, equal: 2, last: 4})

    def test_three_people_have_no_place_for_good(self):
        self.new_people(3)

        batch = self.new_round("graded")

        self.assertEqual((batch.good_quota, batch.good_count), (0, 0))
        self.assertEqual((batch.fair_count, batch.tied_count), (3, 0))

    def test_suspended_person_keeps_a_place_in_n_but_takes_none(self):
        people = self.new_people(4)
        self.new_case(people[0])
        self.lose(people[2], 1)
        self.lose(people[3], 2)

        batch = self.new_round("graded")

        self.assert_grades(batch, {people[0]: "suspended", people[1]: "good"})
        self.assert_results(batch, "rank", {people[0]: 0, people[1]: 1, people[2]: 2})

    def test_suspended_person_shows_the_score_but_no_rank_and_no_reward(self):
        person, _other = self.new_people(2)
        self.new_case(person)
        self.new_event(person)

        batch = self.new_round("graded")

        self.assertRecordValues(
            self.appraisal(batch, person),
            [{"total": 95, "rank": 0, "grade": "suspended", "reward_amount": 0}],
        )


@tagged("post_install", "-at_install")
class TestRewardOfAMonth(AssessmentCommon):
    def test_reward_is_in_proportion_to_the_total(self):
        full, less, more = self.new_people(3)
        self.lose(less, 5)
        self.win(more, 10)

        batch = self.new_round("graded")

        self.assert_rewards(batch, {full: 300, less: 285, more: 330})
        self.assertEqual(batch.reward_total, 915)

    def test_half_a_cent_is_rounded_up(self):
        person = self.new_person()
        # 100 - 2.33 x 0.5 = 98.835 points are 296.505 yuan
        self.new_event(person, "4.1", points=2.33, quantity=0.5)

        batch = self.new_round("graded")

        self.assert_rewards(batch, {person: 296.51})

    def test_poor_is_paid_nothing(self):
        person = self.new_person()
        for code in ("1.5", "2.2", "4.3"):
            self.new_event(person, code)

        batch = self.new_round("graded")

        self.assert_totals(batch, {person: 59})
        self.assert_rewards(batch, {person: 0})

    def test_probation_is_graded_but_paid_nothing(self):
        people = self.new_people(4)
        people[0].trial_date_end = date(2026, 10, 31)
        self.win(people[0], 5)

        batch = self.new_round("graded")

        self.assert_grades(batch, {people[0]: "good"})
        self.assert_rewards(batch, {people[0]: 0, people[1]: 300})

    def test_probation_that_ended_the_day_before_is_paid(self):
        person = self.new_person(trial_date_end=date(2026, 10, 30))

        self.assert_rewards(self.new_round("graded"), {person: 300})

    def test_text_with_a_cap_pays_the_base_at_most(self):
        person = self.new_person()
        own = self.own_rubric(reward_is_capped=True)
        self.new_event(person, item_id=self.item("6.5", own).id)

        self.assert_rewards(self.new_round("graded"), {person: 300})

    def test_text_that_pays_probation_pays_it(self):
        person = self.new_person(trial_date_end=date(2026, 12, 31))
        self.own_rubric(reward_in_probation=True, reward_base=200)

        self.assert_rewards(self.new_round("graded"), {person: 200})

    def test_bad_reviews_follow_the_text(self):
        person = self.new_person()
        self.own_rubric(review_worst_rating="1")
        self.new_review(person, rating="2")
        self.new_review(person, rating="1")

        self.assert_totals(self.new_round("scored"), {person: 98})

    def test_counts_add_up_to_the_headcount(self):
        people = self.new_people(7)
        self.new_case(people[0])
        for code in ("1.5", "2.2", "4.3"):
            self.new_event(people[1], code)
        self.win(people[2], 5)

        batch = self.new_round("graded")

        self.assertRecordValues(
            batch,
            [{"good_count": 1, "fair_count": 4, "poor_count": 1, "suspended_count": 1}],
        )
        self.assertEqual(batch.reward_total, 315 + 4 * 300)
