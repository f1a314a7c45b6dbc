"""年度考核.xlsx and 试算.xlsx as a person opens them; the year in the ledger."""

import io

import openpyxl

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import AssessmentCommon
from .common_year import YearCommon


class WorkbookMixin:
    def rows(self, report, document, user=None):
        """Rows of the only sheet, as the button makes them."""
        self.env.invalidate_all()  # as a request of its own: nothing is read already
        reports = self.env["ir.actions.report"].with_user(user or self.officer)
        content, kind = reports._render(f"gov_assessment.{report}", document.ids)
        self.assertEqual(kind, "xlsx")
        book = openpyxl.load_workbook(io.BytesIO(content))
        self.assertEqual(len(book.worksheets), 1)
        return list(book.worksheets[0].iter_rows(values_only=True))

    def columns(self, report, document):
        """{title: values} of the sheet."""
        head, *rows = self.rows(report, document)
        return dict(zip(head, zip(*rows, strict=True), strict=True))


@tagged("post_install", "-at_install")
class TestYearReport(WorkbookMixin, YearCommon):
    def test_row_has_months_score_and_grade(self):
        best, other = self.people_with("ggggggggfffp", "fffffffffff-")
        best.name = "=王一"
        year = self.new_year()

        found = self.columns("annual_report_action", year)

        place = found["工号"].index(best.gov_staff_no)
        expected = {
            "姓名": "=王一",
            "1月": "好",
            "9月": "一般",
            "12月": "差",
            "好": 8,
            "一般": 3,
            "差": 1,
            "年度得分": self.result(year, best).score,
            "年度等次": self.result(year, best).grade_id.name,
        }
        self.assertEqual({name: found[name][place] for name in expected}, expected)
        self.assertIsNone(found["12月"][found["工号"].index(other.gov_staff_no)])

    def test_parts_of_the_year_are_columns(self):
        parts = [
            {"name": "月考核", "source": "months", "weight": 80},
            {"name": "年度综合评价", "weight": 20},
        ]
        self.own_rubric(year_part_ids=[(0, 0, part) for part in parts])
        (person,) = self.people_with("g" * 12)
        year = self.new_year()
        part = year.version_id.year_part_ids.filtered(lambda p: p.source == "mark")
        self.result(year, person).with_user(self.officer)._mark_part(part, 70, "评议")

        found = self.columns("annual_report_action", year)

        self.assertEqual(
            (found["月考核(80%)"], found["年度综合评价(20%)"]), ((98,), (70,))
        )

    def test_workbook_holds_what_its_reader_may_see(self):
        own, other = self.new_person(), self.new_person(site=self.town_b)
        year = self.new_year()

        rows = self.rows("annual_report_action", year, self.site_officer)

        numbers = [row[0] for row in rows[1:]]
        self.assertIn(own.gov_staff_no, numbers)
        self.assertNotIn(other.gov_staff_no, numbers)
        for user in (self.plain_user, self.portal_user):
            with self.assertRaises(AccessError):
                self.rows("annual_report_action", year, user)

    def test_best_and_worst_years_are_in_the_ledger_once_locked(self):
        best, middle, worst = self.people_with("g" * 12, "f" * 12, "p" * 12)
        self.own_rubric()
        # a place for the best needs a quota that leaves one
        year = self.new_year("confirmed")
        entries = self.env["gov.merit.entry"]
        domain = [("kind", "=", "year")]
        people = [("employee_id", "in", (best | middle | worst).ids)]
        self.assertFalse(entries.search(domain + people))

        self.advance_period(year, "locked")

        found = {
            line.employee_id: (line.nature, line.name)
            for line in entries.search(domain + people)
        }
        standings = {r.employee_id: r.standing for r in year.appraisal_ids}
        self.assertEqual(found[worst][0], "penalty")
        self.assertIn("2025", found[worst][1])
        self.assertEqual(
            {p for p, s in standings.items() if s in ("excellent", "unqualified")},
            set(found),
        )


@tagged("post_install", "-at_install")
class TestSimulationReport(WorkbookMixin, AssessmentCommon):
    def test_trial_is_a_workbook_of_who_changes(self):
        people = self.new_people(4)
        self.new_event(people[0], "2.2")
        batch = self.new_round("locked")
        text = self.new_text(in_force=False)
        self.item("2.2", text).points = 20
        trial = (
            self.env["gov.rubric.simulation"]
            .with_user(self.officer)
            .create({"version_id": text.id, "round_id": batch.id})
        )
        trial.action_run()

        found = self.columns("simulation_report_action", trial)

        place = found["工号"].index(people[0].gov_staff_no)
        self.assertEqual((found["现总分"][place], found["试算总分"][place]), (90, 80))
