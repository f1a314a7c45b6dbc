"""Identity numbers (公民身份号码, GB 11643-1999) and the masking of personal data."""

from __future__ import annotations

import re
from datetime import date

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"
# ASCII: a full-width digit is no digit of an official number
_IDENTITY = re.compile(r"[1-9]\d{16}[\dX]", re.ASCII)
_PHONE = re.compile(r"1[3-9]\d{9}", re.ASCII)


def identity_problem(number: str, today: date | None = None) -> str | None:
    """Why a number is not a valid ID number: `shape`, `birthday`, `checksum`, or None.

    :param number: 18 characters, upper-case X
    :param today: birthdays after this day are refused, when given

    >>> identity_problem("11010519491231002X")
    >>> identity_problem("110105194912310021")
    'checksum'
    >>> identity_problem("110105194902310021")
    'birthday'
    >>> identity_problem("11010519491231")
    'shape'
    """
    if not _IDENTITY.fullmatch(number):
        return "shape"
    birthday = birthday_of(number)
    if birthday is None or (today and birthday > today):
        return "birthday"
    if check_character(number[:17]) != number[17]:
        return "checksum"
    return None


def check_character(first17: str) -> str:
    """The 18th character that belongs to the first 17 digits.

    >>> check_character("11010519491231002")
    'X'
    """
    total = sum(int(digit) * w for digit, w in zip(first17, _WEIGHTS, strict=True))
    return _CHECK_CHARACTERS[total % 11]


def birthday_of(number: str) -> date | None:
    """Birth date inside an ID number, None when it is no date.

    >>> birthday_of("11010519491231002X")
    datetime.date(1949, 12, 31)
    """
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def sex_of(number: str) -> str:
    """`male` or `female`: the 17th digit is odd for men.

    >>> sex_of("11010519491231002X")
    'female'
    """
    return "male" if int(number[16]) % 2 else "female"


def is_mobile_phone(number: str) -> bool:
    """Mainland mobile number: 11 digits from 13 to 19.

    >>> is_mobile_phone("13800000001"), is_mobile_phone("12800000001")
    (True, False)
    """
    return bool(_PHONE.fullmatch(number))


def passes_luhn(card: str) -> bool:
    """Luhn check of a bank card; a warning only, some real cards fail it.

    >>> passes_luhn("6229990000000000001"), passes_luhn("6229990000000000008")
    (True, False)
    """
    digits = [int(d) for d in reversed(card)]
    doubled = [sum(divmod(2 * d, 10)) for d in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def mask(text: str, head: int, tail: int) -> str:
    """Keep `head` first and `tail` last characters, star the rest.

    >>> mask("13812345678", 3, 4)
    '138****5678'
    >>> mask("1234", 3, 4)
    '****'
    """
    hidden = len(text) - head - tail
    if hidden <= 0:
        return "*" * len(text)
    return text[:head] + "*" * hidden + text[len(text) - tail :]


def mask_number(number: str) -> str:
    """An ID number that cannot be put together again from what stands beside it.

    Its usual form, 6 first and 4 last, hides the birthday only, and birthday and county
    stand on the same page; so the sequence code (顺序码) is hidden too.

    >>> mask_number("11010519491231002X")
    '110**************X'
    """
    return mask(number, 3, 1)


def last_four(card: str) -> str:
    """A bank card as it is shown: stars and the last four digits.

    >>> last_four("6229 9900 0000 0000 008"), last_four("12")
    ('**** 0008', '****')
    """
    digits = "".join(card.split())
    return f"**** {digits[-4:]}" if len(digits) > 8 else "****"


# documents that carry the check digit of GB 11643, birth date and sex
NATIONAL_FORM = frozenset({"identity", "hmt_residence", "foreign_permanent"})


def document_problem(kind: str, number: str, today: date | None = None) -> str | None:
    """Why a number is not one of its document: as `identity_problem`, or `blank`.

    Travel permits and passports have forms of their own, which change; only that
    there is something without blanks is asked of them.

    >>> document_problem("identity", "110105194912310021")
    'checksum'
    >>> document_problem("passport", "E12345678")
    >>> document_problem("passport", " ")
    'blank'
    """
    if kind in NATIONAL_FORM:
        return identity_problem(number, today)
    return None if number.strip() and " " not in number.strip() else "blank"


def disagreements(
    kind: str, number: str, birthday: date | None, sex: str | None
) -> list[str]:
    """Which recorded facts a valid number contradicts: `birthday`, `sex`.

    A blank fact contradicts nothing.

    >>> disagreements("identity", "11010519491231002X", date(1950, 1, 1), "male")
    ['birthday', 'sex']
    >>> disagreements("passport", "E12345678", date(1950, 1, 1), "male")
    []
    """
    if kind not in NATIONAL_FORM:
        return []
    found = []
    if birthday and birthday != birthday_of(number):
        found.append("birthday")
    if sex and sex != sex_of(number):
        found.append("sex")
    return found
