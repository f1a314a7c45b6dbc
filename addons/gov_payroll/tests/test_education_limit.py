"""继续教育: 400 a month, 48 months for a degree; 3,600 once for a certificate."""

from datetime import date

from .common_tax import JANUARY, TaxCommon

FEBRUARY = JANUARY.next()


class TestEducationLimit(TaxCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.paid_person(9000)
        cls.bachelor, cls.master = cls.env["gov.education"].search([], limit=2)

    def study(self, begin, end=False, degree=None, person=None):
        return self.declare(
            person or self.person,
            "own_education",
            begin,
            date_to=end,
            degree_id=(degree or self.bachelor).id,
        )

    def test_shipped_table_says_48_months(self):
        rows = self.tax_version.limit_ids
        by_kind = {row.kind: row.most_months for row in rows}

        self.assertEqual(by_kind.pop("own_education"), 48)
        self.assertFalse(any(by_kind.values()))

    def test_the_form_shows_the_last_month_that_counts(self):
        self.assertEqual(self.study(date(2022, 9, 1)).counts_until, date(2026, 8, 1))

    def test_two_months_of_people_who_study(self):
        people = [self.paid_person(9000) for _time in range(4)]
        last, over, other, again = people
        self.study(date(2022, 2, 10), person=last)  # January is the 48th month
        self.study(date(2022, 1, 10), person=over)
        for person in (other, again):
            self.study(date(2018, 1, 1), date(2021, 12, 31), person=person)
        self.study(date(2025, 9, 1), degree=self.master, person=other)
        second = self.study(date(2025, 9, 1), person=again)
        self.declare(self.person, "own_certificate", date(2026, 1, 20), amount=3600)

        january = self.computed_run(JANUARY)
        self.lock(january)
        february = self.computed_run(FEBRUARY)

        def figures(person):
            taxes = [self.tax(run, person) for run in (january, february)]
            return [(tax.additional, tax.is_past_limit) for tax in taxes]

        self.assertEqual(figures(last), [(400, False), (400, True)])
        self.assertEqual(figures(over), [(0, True), (0, True)])
        self.assertEqual(figures(other), [(400, False), (800, False)])
        self.assertEqual(figures(again), [(0, True), (0, True)])
        self.assertEqual(figures(self.person), [(3600, False), (3600, False)])
        self.assertFalse(second.counts_until)
        words = self.line(january, over, "IIT").gov_explanation
        self.assertIn("used up", words)
        self.assertNotIn("ducation", words)  # finance need not know of what
