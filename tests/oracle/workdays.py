"""Days off and days worked in exchange, as the State Council announced them.

国办发明电〔2024〕12号 for 2025 and the notice for 2026; the 13 statutory days
(法定节假日) are those of decree 795. A year that is not here counts as Monday to
Friday without holidays.
"""

from datetime import date

OFF = (
    *(("2025-01-01", "2025-01-01"), ("2025-01-28", "2025-02-04")),
    *(("2025-04-04", "2025-04-06"), ("2025-05-01", "2025-05-05")),
    *(("2025-05-31", "2025-06-02"), ("2025-10-01", "2025-10-08")),
    *(("2026-01-01", "2026-01-03"), ("2026-02-15", "2026-02-23")),
    *(("2026-04-04", "2026-04-06"), ("2026-05-01", "2026-05-05")),
    *(("2026-06-19", "2026-06-21"), ("2026-09-25", "2026-09-27")),
    ("2026-10-01", "2026-10-07"),
)
WORKED = (
    *("2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"),
    *("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20"),
    "2026-10-10",
)
STATUTORY = (
    *("2025-01-01", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31"),
    *("2025-04-04", "2025-05-01", "2025-05-02", "2025-05-31", "2025-10-01"),
    *("2025-10-02", "2025-10-03", "2025-10-06"),
    *("2026-01-01", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19"),
    *("2026-04-05", "2026-05-01", "2026-05-02", "2026-06-19", "2026-09-25"),
    *("2026-10-01", "2026-10-02", "2026-10-03"),
)


def is_weekday(day):
    """Monday to Friday."""
    return day.isoweekday() <= 5


def is_worked(day):
    """A working day of the calendar."""
    text = day.isoformat()
    if any(first <= text <= last for first, last in OFF):
        return False
    return is_weekday(day) or text in WORKED


def is_paid(day):
    """ "working days of the calendar or statutory holidays ... on Monday to Friday" """
    return is_worked(day) or (is_weekday(day) and day.isoformat() in STATUTORY)


def days_between(first, last):
    """All days, both ends included."""
    return [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1)]
