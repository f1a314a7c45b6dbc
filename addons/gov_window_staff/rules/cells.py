"""Reading one spreadsheet cell: text, date, amount, choice.

A reader takes the raw cell (None, str, int, float, bool, date, datetime) and returns
a value, or raises `CellProblem` with a code that the model layer turns into words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

EARLIEST, LATEST = date(1900, 1, 1), date(2200, 12, 31)
LARGEST = Decimal(10) ** 12  # below, a float keeps the cents and a wage has room
LARGEST_WHOLE = 2**31 - 1  # what a column of whole numbers holds
LONGEST = 2000  # characters of a text; the longest are questions of an exam
LONGEST_DIGITS = 100
SHOWN = 60  # characters of a value in a message
# what a cell shows when its formula failed
ERRORS = frozenset(
    {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!"}
)
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?")


class CellProblem(ValueError):
    """A cell that cannot be read.

    :param code: what is wrong, a key of the importer's message table
    :param details: values for the message
    """

    def __init__(self, code: str, **details):
        super().__init__(code)
        self.code = code
        self.details = details


def clean(raw) -> str:
    r"""A cell as text: NFKC, outer blanks off, whole floats without `.0`.

    What nobody can see is dropped: NUL and its like, marks that turn the direction of
    writing, blanks without width, halves of characters.

    >>> clean(" １.４ａ "), clean(1001.0), clean(None), clean(1.1)
    ('1.4a', '1001', '', '1.1')
    >>> clean("王\u202e芳\x00\u200b")
    '王芳'
    """
    if raw is None:
        return ""
    if isinstance(raw, float) and raw.is_integer():
        # Excel keeps and shows 15 significant digits
        raw = int(Decimal(f"{raw:.15g}"))
    text = unicodedata.normalize("NFKC", str(raw))
    if not text.isprintable():
        text = "".join(c for c in text if not _is_hidden(c))
    return text.strip()


def _is_hidden(character: str) -> bool:
    r"""Control, format and half characters, but not the blanks of a text.

    >>> [_is_hidden(c) for c in "\x00\u200f\n \u3000王"]
    [True, True, False, False, False, False]
    """
    if character in "\t\n\r":
        return False
    return unicodedata.category(character) in ("Cc", "Cf", "Cs")


def show(raw) -> str:
    """A cell as a person sees it, for messages; of a long one the beginning.

    >>> show(datetime(2026, 10, 1)), show(""), len(show("王" * 5000))
    ('2026-10-01', '', 61)
    """
    if isinstance(raw, datetime) and raw.time() == datetime.min.time():
        raw = raw.date()
    text = clean(raw)
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def read_text(raw) -> str:
    """Plain text; a date is none: Excel makes one of a window that is called 3-1.

    >>> read_text("  综合窗口 ")
    '综合窗口'
    """
    if isinstance(raw, date | time):
        raise CellProblem("date_cell")
    text = clean(raw)
    if len(text) > LONGEST:
        raise CellProblem("too_long", longest=LONGEST)
    return text


def read_digits(raw) -> str:
    """A long number kept as text (ID, bank card), inner blanks dropped.

    A number cell of more than 15 digits has already lost its last ones in Excel.

    >>> read_digits("6229 9900 0000 0000 008")
    '6229990000000000008'
    >>> read_digits(320826199001011234)
    Traceback (most recent call last):
        ...
    gov_window_staff.rules.cells.CellProblem: number_cell
    """
    text = re.sub(r"\s", "", read_text(raw)).upper()
    if isinstance(raw, int | float) and len(text) > 15:
        raise CellProblem("number_cell")
    if len(text) > LONGEST_DIGITS:
        raise CellProblem("too_long", longest=LONGEST_DIGITS)
    return text


def read_date(raw) -> date:
    """An Excel date, or text such as 2026-10-01.

    >>> read_date("2026-10-01"), read_date(datetime(2026, 10, 1, 8, 30))
    (datetime.date(2026, 10, 1), datetime.date(2026, 10, 1))
    """
    return read_moment(raw).date()


def read_moment(raw) -> datetime:
    """An Excel date and time, or text such as `2026-10-01 09:30`.

    >>> read_moment("2026-10-01 9:30")
    datetime.datetime(2026, 10, 1, 9, 30)
    >>> read_moment("2026-02-30")
    Traceback (most recent call last):
        ...
    gov_window_staff.rules.cells.CellProblem: impossible_date
    """
    if isinstance(raw, datetime):
        moment = raw.replace(tzinfo=None)
    elif isinstance(raw, date):
        moment = datetime.combine(raw, datetime.min.time())
    else:
        moment = _moment_of_text(clean(raw))
    if not EARLIEST <= moment.date() <= LATEST:
        raise CellProblem("impossible_date")
    return moment


def _moment_of_text(text: str) -> datetime:
    day_text, _blank, time_text = text.replace("T", " ").partition(" ")
    day = _DATE.fullmatch(day_text)
    clock = _TIME.fullmatch(time_text.strip()) if time_text else None
    if not day or (time_text and not clock):
        raise CellProblem("not_a_date")
    try:
        numbers = [int(part) for part in day.groups()]
        if clock:
            numbers += [int(part or 0) for part in clock.groups()]
        return datetime(*numbers)
    except ValueError as error:
        raise CellProblem("impossible_date") from error


def read_number(raw, places: int = 2) -> Decimal:
    """A decimal with at most `places` digits after the point.

    >>> read_number("3,200.50"), read_number(0.1 + 0.2)
    (Decimal('3200.5'), Decimal('0.3'))
    >>> read_number("1.005")
    Traceback (most recent call last):
        ...
    gov_window_staff.rules.cells.CellProblem: too_many_places
    """
    if isinstance(raw, bool):
        raise CellProblem("not_a_number")
    if isinstance(raw, float):
        # Excel stores binary floats: 12 significant digits are what a person typed
        raw = f"{raw:.12g}"
    try:
        number = Decimal(clean(raw).replace(",", "").replace("¥", ""))
    except InvalidOperation as error:
        raise CellProblem("not_a_number") from error
    if not number.is_finite():
        raise CellProblem("not_a_number")
    # before anything is reckoned: 1e999999999 would fill the memory
    if number and number.adjusted() >= LARGEST.adjusted():
        raise CellProblem("too_large")
    number = number.normalize()
    if -number.as_tuple().exponent > places:
        raise CellProblem("too_many_places", places=places)
    return number + 0


def read_whole(raw) -> int:
    """A whole number.

    >>> read_whole("926"), read_whole(3.0)
    (926, 3)
    >>> read_whole("3.5")
    Traceback (most recent call last):
        ...
    gov_window_staff.rules.cells.CellProblem: not_whole
    """
    number = read_number(raw)
    if number != int(number):
        raise CellProblem("not_whole")
    if abs(number) > LARGEST_WHOLE:
        raise CellProblem("too_large")
    return int(number)


def read_choice(raw, choices: Mapping[str, str]) -> str:
    """One of the listed words.

    >>> read_choice("是", {"是": "yes", "否": "no"})
    'yes'
    """
    text = clean(raw)
    if text not in choices:
        raise CellProblem("unknown_choice", choices=" ".join(choices))
    return choices[text]
