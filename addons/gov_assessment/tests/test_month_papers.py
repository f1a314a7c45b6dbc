"""Score sheet, bulletin, ranking of sites."""

from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import HttpCase, tagged

from odoo.addons.gov_window_staff.rules.month import Month
from odoo.addons.gov_window_staff.tests.common_pdf import pdf_text

from .common import AssessmentCommon


class MonthPapersCommon(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.people = cls.new_people(4)
        cls.person = cls.people[0]
        cls.person.user_id = cls.portal_user
        cls.far = cls.new_person(department_id=cls.town_b.id)
        cls.new_event(cls.person, "2.2", reason="上班玩手机")
        cls.new_event(cls.person, "4.3", quantity=2)
        cls.win(cls.person, 5)
        cls.win(cls.people[1], 10)
        cls.new_review(cls.people[2])
        cls.batch = cls.new_round("published")
        cls.sheet = cls.appraisal(cls.batch, cls.person)


@tagged("post_install", "-at_install")
class TestScoreSheet(MonthPapersCommon):
    def test_every_item_of_the_text_is_a_line(self):
        categories = self.sheet._sheet_categories()

        numbers = [row["number"] for part in categories for row in part["rows"]]
        self.assertEqual(len(numbers), len(set(numbers)))
        self.assertEqual(numbers[:5], ["1.1", "1.2", "1.3", "1.4", "1.5"])
        self.assertEqual(numbers[-1], "6.5")
        found = {
            row["number"]: row["points"]
            for part in categories
            for row in part["rows"]
            if row["points"]
        }
        self.assertEqual(found, {"2.2": "-10", "4.3": "-2", "6.5": "+5"})
        self.assertEqual(
            [part["score"] for part in categories], [30, 10, 20, 13, 15, 5]
        )

    def test_printed_sheet(self):
        self.sheet.with_user(self.officer)._set_comment("工作认真")
        text = pdf_text(
            self.env(context={**self.env.context, "lang": "zh_CN"}),
            "gov_assessment.report_score_sheet",
            self.sheet,
        )

        for words in (self.person.name, "工作认真", "93", "合计", "指标名称"):
            self.assertIn(words, text)


@tagged("post_install", "-at_install")
class TestScoreSheetPortal(HttpCase, MonthPapersCommon):
    def test_own_sheet_only(self):
        self.sheet.with_user(self.officer)._set_comment("Patient with old people")
        self.authenticate(self.portal_user.login, self.portal_user.login)
        page = self.url_open(f"/my/appraisals/{self.sheet.id}").text
        self.assertIn(f"/my/appraisals/{self.sheet.id}/sheet", page)
        self.assertIn("Patient with old people", page)
        own = self.url_open(f"/my/appraisals/{self.sheet.id}/sheet")
        self.assertEqual(own.headers["Content-Type"], "application/pdf")
        other = self.appraisal(self.batch, self.people[1])

        page = self.url_open(f"/my/appraisals/{other.id}/sheet")

        self.assertNotEqual(page.headers["Content-Type"], "application/pdf")

    def test_graded_month_is_not_shown_yet(self):
        self.batch.with_user(self.officer)._take_back("Not yet")
        self.authenticate(self.portal_user.login, self.portal_user.login)

        page = self.url_open(f"/my/appraisals/{self.sheet.id}/sheet")

        self.assertNotEqual(page.headers["Content-Type"], "application/pdf")


@tagged("post_install", "-at_install")
class TestBulletin(MonthPapersCommon):
    def test_figures(self):
        # N = 5: one place, for the best
        self.assertEqual(
            self.batch._bulletin_grades(),
            [("好", 1, 20), ("一般", 4, 80), ("差", 0, 0), ("Suspended", 0, 0)],
        )
        self.assertEqual(
            self.batch._bulletin_praised(), [(self.town.name, self.people[1].name)]
        )
        self.assertEqual(
            [(item.code, n) for item, n, _p, _t in self.batch._bulletin_items()],
            [("2.2", 1), ("4.3", 1), ("4.4b", 1)],
        )
        self.assertIn(("Dissatisfied", 1), self.batch._bulletin_reviews())

    def test_bulletin_prints_and_names_nobody_who_lost(self):
        self.batch.note = "本月总体平稳"

        text = pdf_text(self.env, "gov_assessment.report_bulletin", self.batch)

        self.assertIn(self.people[1].name, text)
        self.assertIn("本月总体平稳", text)
        self.assertNotIn(self.person.name, text)

    def test_unpublished_month_has_none(self):
        self.batch.with_user(self.officer)._take_back("Again")

        with self.assertRaisesRegex(UserError, "not published yet"):
            self.batch.with_user(self.officer).action_print_bulletin()


@tagged("post_install", "-at_install")
class TestSiteRanking(MonthPapersCommon):
    def ranking(self, period, day):
        rows = self.env["gov.site.ranking"].search(
            [
                ("period", "=", period),
                ("date_from", "=", day),
                ("county_id", "=", self.county.id),
            ]
        )
        return [(row.department_id, row.rank, row.average) for row in rows]

    def test_sites_by_the_average_of_their_people(self):
        # town: 93, 110, 98, 100; the other town: 100
        self.assertEqual(
            self.ranking("month", date(2026, 10, 1)),
            [(self.town, 1, 100.25), (self.town_b, 2, 100)],
        )

    def test_quarter_and_year_take_all_shown_months(self):
        for person in self.people:
            self.new_event(person, "2.2", day=date(2026, 11, 10))
        self.new_round("locked", Month(2026, 11))

        starts = {"quarter": date(2026, 10, 1), "year": date(2026, 1, 1)}
        for period, day in starts.items():
            rows = self.ranking(period, day)
            self.assertEqual(
                rows, [(self.town_b, 1, 100), (self.town, 2, 95.13)], period
            )

    def test_suspended_people_count_in_no_average(self):
        self.batch.with_user(self.officer)._take_back("Case")
        self.new_case(self.far)
        self.advance(self.batch, "published")

        self.assertEqual(
            self.ranking("month", date(2026, 10, 1)),
            [(self.town, 1, 100.25), (self.town_b, 0, 0)],
        )

    def test_months_that_are_not_shown_are_left_out(self):
        self.batch.with_user(self.officer)._take_back("Again")

        self.assertFalse(self.ranking("month", date(2026, 10, 1)))

    def test_who_reads_it(self):
        for user in (self.officer, self.leader, self.site_officer):
            self.env["gov.site.ranking"].with_user(user).search([])
        for user in (self.plain_user, self.portal_user):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.env["gov.site.ranking"].with_user(user).search([])
