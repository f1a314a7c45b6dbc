"""Files by which a bank pays wages (银行代发文件): cells, amounts, parts, bytes.

Banks give no common form. A layout says which columns stand in which order, how they
are parted, encoded and counted; a text that the bank could misread is refused by name
of the person, never changed or dropped in silence.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

CARD = re.compile(r"\d{8,30}", re.ASCII)
FORMULA = ("=", "+", "-", "@")
ENCODINGS = ("utf-8", "utf-8-sig", "gbk", "gb18030")


@dataclass(frozen=True)
class Payee:
    """One person to be paid.

    :param card: digits without blanks
    :param amount: yuan, greater than 0
    """

    number: int
    staff_no: str
    name: str
    card: str
    amount: Decimal
    bank: str = ""
    place: str = ""
    identity: str = ""


@dataclass(frozen=True)
class Column:
    """A column of the file; `fixed` is the text of a `fixed` column."""

    kind: str
    header: str = ""
    fixed: str = ""


@dataclass(frozen=True)
class Layout:
    """What a bank wants.

    :param delimiter: between the cells of a text file
    :param is_quoted: csv quoting; else a cell may not hold the delimiter
    :param in_cents: whole 分 instead of yuan with two places
    :param max_rows: people in one file, 0 without a limit
    :param min_rows: people that each file needs, where there are enough
    :param is_numbered_on: row numbers run on from file to file, else each begins at 1
    """

    columns: tuple[Column, ...]
    delimiter: str = ","
    is_quoted: bool = False
    has_header: bool = False
    encoding: str = "utf-8"
    in_cents: bool = False
    max_rows: int = 0
    min_rows: int = 0
    is_name_joined: bool = False
    is_numbered_on: bool = False


@dataclass(frozen=True)
class Problem:
    """A cell that the file cannot carry; `code` is a key of the model's messages."""

    code: str
    payee: Payee
    text: str


def clean_card(card: str) -> str | None:
    """Digits of a card number, None when it is none.

    >>> clean_card("6229 9900 0000 0000 008"), clean_card("12a"), clean_card("")
    ('6229990000000000008', None, None)
    """
    digits = "".join(card.split())
    return digits if CARD.fullmatch(digits) else None


def amount_text(amount: Decimal, in_cents: bool = False) -> str:
    """Yuan with two places and no separator, or whole 分.

    >>> amount_text(Decimal("12345.6")), amount_text(Decimal("12345.6"), True)
    ('12345.60', '1234560')
    """
    cents = amount * 100
    if cents != cents.to_integral_value():
        raise ValueError(f"not whole cents: {amount}")
    return str(int(cents)) if in_cents else f"{amount:.2f}"


def parts(payees: Sequence[Payee], layout: Layout) -> list[Sequence[Payee]]:
    """The people file by file; the last two files share when the last is too short.

    >>> people = [Payee(n, "", "", "", Decimal(1)) for n in range(11)]
    >>> [len(p) for p in parts(people, Layout((), max_rows=5, min_rows=3))]
    [5, 3, 3]
    """
    size, total = layout.max_rows or len(payees), len(payees)
    bounds = [*range(0, total, size or 1), total]
    short = layout.min_rows - (bounds[-1] - bounds[-2]) if len(bounds) > 2 else 0
    if short > 0:
        bounds[-2] -= short
    return [payees[start:end] for start, end in pairwise(bounds)]


def numbered(
    payees: Iterable[Payee], layout: Layout, sizes: Iterable[int]
) -> list[Payee]:
    """The people with the numbers of their rows, in files of these sizes.

    >>> people = [Payee(0, "", n, "", Decimal(1)) for n in "abc"]
    >>> [payee.number for payee in numbered(people, Layout(()), [2, 1])]
    [1, 2, 1]
    >>> on = Layout((), is_numbered_on=True)
    >>> [payee.number for payee in numbered(people, on, [2, 1])]
    [1, 2, 3]
    """
    sizes = list(sizes)
    spans = [sum(sizes)] if layout.is_numbered_on else sizes
    numbers = [number for size in spans for number in range(1, size + 1)]
    return [
        replace(payee, number=number)
        for payee, number in zip(payees, numbers, strict=True)
    ]


def cells(layout: Layout, payee: Payee) -> list[str]:
    """The texts of one row."""
    values = {
        "number": str(payee.number),
        "staff_no": payee.staff_no,
        "name": "".join(payee.name.split()) if layout.is_name_joined else payee.name,
        "card": payee.card,
        "amount": amount_text(payee.amount, layout.in_cents),
        "bank": payee.bank,
        "place": payee.place,
        "identity": payee.identity,
    }
    return [
        column.fixed if column.kind == "fixed" else values[column.kind]
        for column in layout.columns
    ]


def problems(layout: Layout, payees: Iterable[Payee]) -> list[Problem]:
    """Every text that the bank would misread, with the person it belongs to.

    >>> layout = Layout((Column("name"),), delimiter="|", encoding="gbk")
    >>> [p.code for p in problems(layout, [Payee(1, "", "王|𠮷", "", Decimal(1))])]
    ['delimiter', 'encoding']
    """
    found = []
    for payee in payees:
        for text in cells(layout, payee):
            found += [Problem(code, payee, text) for code in _codes(layout, text)]
    return found


def _codes(layout: Layout, text: str) -> list[str]:
    codes = []
    if not text.isprintable():
        codes.append("unprintable")
    if text.startswith(FORMULA):
        codes.append("formula")
    if not layout.is_quoted and layout.delimiter in text:
        codes.append("delimiter")
    if not _can_encode(text, layout.encoding):
        codes.append("encoding")
    return codes


def _can_encode(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def text_file(layout: Layout, payees: Iterable[Payee]) -> bytes:
    """A txt or csv file; lines end as Windows programs of banks expect.

    >>> layout = Layout((Column("number"), Column("amount")), delimiter="|")
    >>> text_file(layout, [Payee(1, "", "", "", Decimal("2.5"))])
    b'1|2.50\\r\\n'
    """
    rows = [cells(layout, payee) for payee in payees]
    if layout.has_header:
        rows.insert(0, [column.header for column in layout.columns])
    return _encoded(layout, rows)


def control_file(layout: Layout, files: Iterable[tuple[str, int, Decimal]]) -> bytes:
    """One line for each file, then their sum: name, people, amount.

    >>> layout = Layout((), delimiter="|")
    >>> control_file(layout, [("a.txt", 2, Decimal("3.00"))]).decode().split()
    ['a.txt|2|3.00', '合计|2|3.00']
    """
    files = list(files)
    total = sum((amount for _name, _people, amount in files), Decimal(0))
    files.append(("合计", sum(people for _name, people, _a in files), total))
    rows = [
        [name, str(people), amount_text(amount, layout.in_cents)]
        for name, people, amount in files
    ]
    return _encoded(layout, rows)


def _encoded(layout: Layout, rows: list[list[str]]) -> bytes:
    content = io.StringIO()
    if layout.is_quoted:
        csv.writer(content, delimiter=layout.delimiter).writerows(rows)
    else:
        content.writelines(layout.delimiter.join(row) + "\r\n" for row in rows)
    return content.getvalue().encode(layout.encoding)
