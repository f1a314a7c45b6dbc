"""Builders of quarters and years: locked months with given grades."""

from datetime import date

from .common import AssessmentCommon

YEAR = 2025
STANDINGS = {"g": "good", "f": "fair", "p": "poor", "s": "suspended"}
TOTALS = {"good": 98, "fair": 85, "poor": 50, "suspended": 0}


class YearCommon(AssessmentCommon):
    """People whose months are written as a word: `gggf....pps-` (- for no sheet)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        rounds = cls.env["gov.appraisal.round"].create(
            [
                {"county_id": cls.county.id, "date_from": date(YEAR, month, 1)}
                for month in range(1, 13)
            ]
        )
        rounds._unprotected().write(
            {"state": "locked", "version_id": cls.version.id, "headcount": 10}
        )

    @classmethod
    def month_round(cls, month, year=YEAR):
        """The locked round of a month."""
        return cls.env["gov.appraisal.round"].search(
            [
                ("county_id", "=", cls.county.id),
                ("date_from", "=", date(year, month, 1)),
            ]
        )

    @classmethod
    def new_months(cls, person, word, year=YEAR, first=1, **totals):
        """Sheets of a person from month `first` on, one a letter of `word`."""
        sheets = cls.env["gov.appraisal"]._unprotected()
        for month, letter in enumerate(word, first):
            if letter == "-":
                continue
            standing = STANDINGS[letter]
            sheets.create(
                {
                    "round_id": cls.month_round(month, year).id,
                    "date_from": date(year, month, 1),
                    "employee_id": person.id,
                    "staff_no": person.gov_staff_no,
                    "person_name": person.name,
                    "department_id": cls.town.id,
                    "grade": standing,
                    "total": totals.get(letter, TOTALS[standing]),
                }
            )

    @classmethod
    def new_year_event(cls, person, code, day, **vals):
        """A confirmed record of a month that was locked after it."""
        rounds = cls.env["gov.appraisal.round"].search([("state", "=", "locked")])
        rounds._unprotected().write({"state": "open"})
        event = cls.new_event(person, code, day, **vals)
        rounds._unprotected().write({"state": "locked"})
        return event

    @classmethod
    def people_with(cls, *words, **vals):
        """One person a word, in service for years."""
        people = cls.new_people(len(words), **vals)
        for person, word in zip(people, words, strict=True):
            cls.new_months(person, word)
        return people

    @classmethod
    def new_year(cls, state="computed", year=YEAR):
        """The year of the county, taken to a state by the right users."""
        batch = cls.env["gov.annual.round"].create(
            {"county_id": cls.county.id, "year": year}
        )
        cls.advance_period(batch, state)
        return batch

    @classmethod
    def advance_period(cls, batch, state):
        """Press the buttons until the batch is at `state`."""
        steps = [
            ("computed", "action_compute", cls.officer),
            ("submitted", "action_submit", cls.officer),
            ("confirmed", "action_confirm", cls.leader),
            ("locked", "action_lock", cls.officer),
        ]
        names = ["draft", *(name for name, _method, _user in steps)]
        while batch.state != state:
            _name, method, user = steps[names.index(batch.state)]
            if method == "action_lock":
                cls.end_publicity(batch)
            getattr(batch.with_user(user), method)()

    @classmethod
    def end_publicity(cls, batch):
        """As if the publicity had begun long ago."""
        batch._unprotected().write({"confirmed_on": date(2026, 1, 5)})

    @classmethod
    def result(cls, batch, person):
        return batch.appraisal_ids.filtered(lambda r: r.employee_id == person)

    def assert_standings(self, batch, expected):
        """`expected` = {person: standing, status or None}."""
        found = {}
        for person in expected:
            result = self.result(batch, person)
            graded = result.status == "graded"
            found[person] = result.standing if graded else result.status
        self.assertEqual(found, expected)
