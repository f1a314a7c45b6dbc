"""A month worked out without writing: what would change, and writing it later."""

from datetime import date

from odoo.tests import tagged

from ..models.rounds import month_settlement
from .common import AssessmentCommon


@tagged("post_install", "-at_install")
class TestMonthPreview(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.people = cls.new_people(4)
        cls.event = cls.new_event(cls.people[0], "2.2")
        cls.lose(cls.people[1], 1)
        cls.lose(cls.people[2], 2)
        cls.lose(cls.people[3], 3)
        cls.batch = cls.new_round("locked")

    def result(self, results, person):
        return results[self.appraisal(self.batch, person).id]

    def test_preview_of_a_settled_month_is_what_it_says(self):
        results = month_settlement.preview(self.batch)

        self.assertEqual(month_settlement.differences(self.batch, results), [])
        self.assertEqual(set(results), set(self.batch.appraisal_ids.ids))
        second = self.result(results, self.people[1])
        self.assertEqual(
            (second.total, second.rank, second.grade, second.standing),
            (99, 1, "good", "good"),
        )

    def test_preview_writes_nothing(self):
        names = ["total", "rank", "grade", "grade_id", "reward_amount", "write_date"]
        before = self.batch.appraisal_ids.read(names)
        lines = self.batch.appraisal_ids.line_ids

        month_settlement.preview(self.batch, without=self.event)

        self.assertEqual(self.batch.appraisal_ids.read(names), before)
        self.assertEqual(self.batch.appraisal_ids.line_ids, lines)

    def test_without_a_record_the_others_move_down_and_lose_the_place(self):
        results = month_settlement.preview(self.batch, without=self.event)
        changes = month_settlement.differences(self.batch, results)

        found = {
            change["appraisal"].employee_id: (change["before"], change["after"])
            for change in changes
        }
        self.assertEqual(set(found), set(self.people))
        before, after = found[self.people[0]]
        self.assertEqual((before["total"], after["total"]), (90, 100))
        self.assertEqual((before["rank"], after["rank"]), (4, 1))
        self.assertEqual((before["grade"], after["grade"]), ("fair", "good"))
        self.assertEqual((before["grade_name"], after["grade_name"]), ("一般", "好"))
        self.assertEqual((before["reward"], after["reward"]), (270, 300))
        self.assertEqual(found[self.people[1]][1]["grade"], "fair")

    def test_without_several_kinds_of_records(self):
        review = self.new_review(self.people[0], at="2026-12-08 02:00:00")
        case = self.new_case(self.people[0], opened=date(2026, 12, 8))
        self.new_event(self.people[0], day=date(2026, 12, 8))
        batch = self.env["gov.appraisal.round"].create(
            {"county_id": self.county.id, "date_from": "2026-12-01"}
        )
        self.advance(batch, "graded")
        appraisal = self.appraisal(batch, self.people[0])

        results = month_settlement.preview(batch, without=[review, case])

        self.assertEqual(appraisal.grade, "suspended")
        self.assertEqual(results[appraisal.id].total, 95)
        self.assertEqual(results[appraisal.id].standing, "fair")

    def test_results_are_written_as_a_whole_also_on_a_locked_round(self):
        results = month_settlement.preview(self.batch, without=self.event)

        month_settlement.write_results(self.batch, results)

        self.assertEqual(month_settlement.differences(self.batch, results), [])
        first = self.appraisal(self.batch, self.people[0])
        self.assertFalse(first.line_ids)
        self.assertRecordValues(
            first,
            [{"total": 100, "rank": 1, "grade": "good", "reward_amount": 300}],
        )
        self.assertEqual(first.grade_id.code, "good")

    def test_result_names_the_facts_that_were_counted(self):
        results = month_settlement.preview(self.batch)

        lines = self.result(results, self.people[0]).lines
        self.assertEqual([line.source["event_id"] for line in lines], self.event.ids)

    def test_another_text_is_tried_by_the_codes_of_its_items(self):
        text = self.new_text(in_force=False, reward_base=600)
        self.item("2.2", text).points = 20
        self.item("4.3", text).unlink()

        results = month_settlement.preview(self.batch, text)

        first, second = (self.result(results, p) for p in self.people[:2])
        self.assertEqual((first.total, first.reward), (80, 480))
        self.assertEqual((second.total, second.reward), (100, 600))

    def test_points_at_discretion_stay_within_the_range_of_another_text(self):
        self.new_event(self.people[0], "2.4", points=5, day=date(2026, 12, 8))
        batch = self.env["gov.appraisal.round"].create(
            {"county_id": self.county.id, "date_from": "2026-12-01"}
        )
        self.advance(batch, "scored")
        text = self.new_text(in_force=False)
        own = self.appraisal(batch, self.people[0]).id

        self.item("2.4", text).points_max = 3
        self.assertEqual(month_settlement.preview(batch, text)[own].total, 97)
        self.item("2.4", text).write({"points_min": 6, "points_max": 9})
        self.assertEqual(month_settlement.preview(batch, text)[own].total, 94)


@tagged("post_install", "-at_install")
class TestOrderOfEquals(AssessmentCommon):
    def test_equals_of_the_shipped_text_stay_equal_whatever_their_reviews(self):
        people = self.new_people(2)
        self.new_review(people[0], rating="1", verdict="unreachable")

        batch = self.new_round("graded")

        self.assert_results(batch, "rank", dict.fromkeys(people, 1))

    def test_equals_are_told_apart_by_their_reviews_then_by_their_volume(self):
        self.own_rubric(ties_by_reviews=True, ties_by_volume=True)
        people = self.new_people(4)
        self.new_review(people[0], rating="5", verdict=False)
        self.new_review(people[0], rating="1", verdict="unreachable")
        self.env["gov.service.volume"].create(
            {
                "employee_id": people[2].id,
                "date": date(2026, 10, 1),
                "cases": 30,
            }
        )

        batch = self.new_round("graded")

        self.assert_totals(batch, dict.fromkeys(people, 100))
        self.assert_results(
            batch, "rank", {people[2]: 1, people[1]: 2, people[3]: 2, people[0]: 4}
        )
        self.assert_grades(batch, {people[2]: "good"})
