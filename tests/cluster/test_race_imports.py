"""One workbook imported by two officers at once, each at another node: it counts once.

A row that is there already is known by its number or by all its cells, so that the
second import changes nothing; one that comes in the middle of the first is refused.
"""

from tests.cluster import small
from tests.cluster.races import at_least_one


def loads(hall, importer, columns, rows):
    """The same rows imported by two officers at once; the answers of the screen."""
    answers = hall.both("hr", "hr2", importer, "load", list(columns), rows)
    at_least_one(answers)  # a row that is there already is known by its number
    for answer in answers:
        assert not answer.is_done or not answer.value["messages"], answer
    return answers


def test_a_roster_imported_twice_at_once_makes_each_person_once(hall):
    for county in hall.counties:
        loads(hall, "gov.import.roster", small.ROSTER, county.roster())

        numbers = hall.cluster.query(
            "SELECT gov_staff_no FROM hr_employee WHERE gov_staff_no LIKE %s",
            f"{county.code}%",
        )
        assert sorted(n for (n,) in numbers) == county.staff_numbers()


def test_records_imported_twice_at_once_count_once(hall):
    columns = ("staff_no", "date", "item_code", "quantity", "points", "state")
    for county in hall.counties:
        rows = [
            [number, "2025-11-12", "1.1", "1", "5", "已确认"]
            for number in county.staff_numbers()
        ]

        loads(hall, "gov.import.event", columns, rows)

        assert hall.facts("gov_assessment_event", county) == county.size


def test_reviews_imported_twice_at_once_count_once(hall):
    columns = ("number", "staff_no", "rating", "reviewed_at")
    for county in hall.counties:
        rows = [
            [f"P{number}", number, "满意", "2025-11-13 10:00"]
            for number in county.staff_numbers()
        ]

        loads(hall, "gov.import.review", columns, rows)

        assert hall.facts("gov_service_review", county) == county.size


def test_attendance_imported_twice_at_once_counts_once(hall):
    columns = ("staff_no", "date", "am_in", "pm_out")
    for county in hall.counties:
        rows = [
            [number, f"2025-11-{day:02d}", "08:50", "17:40"]
            for number in county.staff_numbers()
            for day in (17, 18, 19)
        ]

        loads(hall, "gov.import.attendance.day", columns, rows)

        assert hall.facts("gov_attendance_day", county) == 3 * county.size


def test_contribution_bases_imported_twice_at_once_stand_once(hall):
    columns = ("staff_no", "date_from", "social_base", "housing_base")
    for county in hall.counties:
        rows = [
            [number, "2025-01-01", "5000", "5000"] for number in county.staff_numbers()
        ]

        loads(hall, "gov.import.contribution.base", columns, rows)

        assert hall.facts("gov_contribution_base", county) == county.size
