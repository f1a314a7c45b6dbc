"""Values that people ask to correct (信息更正): cleaned, checked, masked.

Values travel as text. `kind` is one of `text`, `name`, `phone`, `identity`, `email`,
`date`, `choice`, `bank`; whether a choice exists is known to the database only.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from .identity import identity_problem, is_mobile_phone, mask

LONGEST = 200  # characters
_NAME = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+(·[\u3400-\u9fff]+)*")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+", re.ASCII)
_CARD = re.compile(r"\d{16,19}", re.ASCII)
_COMPACT = {"phone", "identity", "email", "bank"}  # no blank belongs inside
# characters left readable at either end
_READABLE = {"phone": (3, 4), "identity": (3, 1), "bank": (4, 4), "email": (2, 4)}


def clean(kind: str, raw: str) -> str:
    """The text as it is stored: full-width digits and stray blanks put right.

    >>> clean("phone", " 138 0000－0001 "), clean("identity", "11010519491231002x")
    ('13800000001', '11010519491231002X')
    >>> clean("text", "  东镇  人民路 1 号 ")
    '东镇 人民路 1 号'
    """
    text = " ".join(raw.split())
    if kind in _COMPACT:
        text = unicodedata.normalize("NFKC", text).replace(" ", "")
    if kind in ("phone", "bank"):
        text = text.replace("-", "")
    return text.upper() if kind == "identity" else text


def value_problem(kind: str, value: str, today: date) -> str | None:
    """Why a cleaned value is not taken, None when it may be.

    :return: `missing`, `long`, or the kind whose shape it does not have

    >>> value_problem("phone", "12800000001", date(2026, 11, 22))
    'phone'
    >>> value_problem("date", "2027-01-01", date(2026, 11, 22))
    'date'
    >>> value_problem("name", "阿依古丽·买买提", date(2026, 11, 22))
    """
    if not value:
        return "missing"
    if len(value) > LONGEST:
        return "long"
    return None if _has_shape(kind, value, today) else kind


def _has_shape(kind: str, value: str, today: date) -> bool:
    if kind == "phone":
        return is_mobile_phone(value)
    if kind == "identity":
        return identity_problem(value, today) is None
    if kind == "date":
        day = as_date(value)
        return bool(day and day <= today)
    pattern = {"name": _NAME, "email": _EMAIL, "bank": _CARD}.get(kind)
    return bool(pattern.fullmatch(value)) if pattern else True


def as_date(value: str) -> date | None:
    """`2026-11-22` as a date, None when it is none.

    >>> as_date("2026-02-30"), as_date("2026-11-22")
    (None, datetime.date(2026, 11, 22))
    """
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def masked(kind: str, value: str) -> str:
    """A personal value as far as it is shown after the decision (最小必要).

    >>> masked("bank", "6229990000000000001"), masked("text", "东镇人民路1号院3栋")
    ('6229***********0001', '东镇人*******')
    """
    head, tail = _READABLE.get(kind, (3, 0))
    return mask(value, head, tail)
