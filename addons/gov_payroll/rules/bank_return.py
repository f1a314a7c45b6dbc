"""The bank's answer to a wage file (银行回盘): read, matched, told apart.

Nothing is guessed: a row that fits no payment, or not its amount, changes nothing and
is shown; a payment without a row stays open.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

PAID, REFUSED, KNOWN = "paid", "refused", "known"
UNMATCHED, DIFFERS, TWICE, MISSING = "unmatched", "differs", "twice", "missing"


@dataclass(frozen=True)
class Sent:
    """A payment that the bank was told to make; `state` is what is known of it."""

    key: int
    number: int
    name: str
    card: str
    amount: Decimal
    state: str = "sent"


@dataclass(frozen=True)
class Row:
    """One row of the answer; what the bank does not say is empty."""

    line: int
    is_paid: bool
    card: str = ""
    name: str = ""
    number: str = ""
    amount: Decimal | None = None
    reason: str = ""


@dataclass(frozen=True)
class Match:
    """A row with its payment and what follows; either may be missing."""

    result: str
    row: Row | None = None
    sent: Sent | None = None


@dataclass(frozen=True)
class Header:
    """Where each value stands; a position from 0, None when the bank leaves it out."""

    result: int
    card: int | None = None
    name: int | None = None
    number: int | None = None
    amount: int | None = None
    reason: int | None = None


class Unreadable(ValueError):
    """An answer that cannot be read; `code` is a key of the model's messages."""

    def __init__(self, code, **details):
        super().__init__(code)
        self.code, self.details = code, details


def plain(text) -> str:
    """A cell as text to compare: width and blanks do not count.

    >>> plain(" 李　四 "), plain(None), plain(6229.0)
    ('李四', '', '6229')
    """
    if isinstance(text, float) and text.is_integer():
        text = int(text)
    normal = unicodedata.normalize("NFKC", "" if text is None else str(text))
    # NUL and marks of direction are seen by nobody, and NUL cannot be stored
    return "".join(c for c in normal if unicodedata.category(c)[0] not in "CZ")


def words(text: str) -> list[str]:
    """Headers or words that a template names, parted by commas.

    >>> words("卡号， 帐号,")
    ['卡号', '帐号']
    """
    return [word for word in map(plain, plain(text).split(",")) if word]


def position(names: str, titles: Sequence[str]) -> int | None:
    """Where a column stands: by one of its headers, or by its number from 1.

    >>> position("卡号,帐号", ["姓名", "帐号"]), position("3", ["a"]), position("", [])
    (1, 2, None)
    """
    for name in words(names):
        if name in titles:
            return titles.index(name)
        if name.isdecimal():
            return int(name) - 1
    return None


def read_rows(
    cells: Iterable[Sequence], header: Header, paid_words: Iterable[str], unit: int = 1
) -> list[Row]:
    """Rows of the answer.

    :param cells: rows of raw cells below the header, with their line number first
    :param paid_words: texts of the result that mean paid; any other means refused
    :param unit: 100 when the bank counts in 分
    :raises Unreadable: on a row without a result or with an amount that is none
    """
    known = {word.casefold() for word in paid_words}
    rows = []
    for line, raw in cells:
        texts = [plain(cell) for cell in raw]
        if not any(texts):
            continue
        result = _at(texts, header.result)
        if not result:
            raise Unreadable("no_result", line=line)
        rows.append(
            Row(
                line=line,
                is_paid=result.casefold() in known,
                card=_at(texts, header.card),
                name=_at(texts, header.name),
                number=_at(texts, header.number),
                amount=_amount(_at(texts, header.amount), line, unit),
                reason=_at(texts, header.reason) or result,
            )
        )
    return rows


def _at(texts, place):
    return texts[place] if place is not None and place < len(texts) else ""


def _amount(text, line, unit):
    if not text:
        return None
    try:
        amount = Decimal(text.replace(",", "")) / unit
    except InvalidOperation:
        raise Unreadable("no_amount", line=line, text=text[:60]) from None
    # 1e999999999 is finite, but no payment
    if not amount.is_finite() or (amount and amount.adjusted() >= 12):
        raise Unreadable("no_amount", line=line, text=text[:60])
    return amount


def reconcile(payments: Sequence[Sent], rows: Iterable[Row]) -> list[Match]:
    """Each row with its payment, then the payments that no row answers.

    >>> a = Sent(1, 1, "张三", "62290001", Decimal(5))
    >>> found = reconcile([a], [Row(2, True, "62290001", "张三", amount=Decimal(5))])
    >>> [(match.result, match.sent.key) for match in found]
    [('paid', 1)]
    """
    by_card: dict[str, list[Sent]] = {}
    for payment in payments:
        by_card.setdefault(payment.card, []).append(payment)
    # each file may begin at 1: a number that stands twice needs a card or a name
    by_number: dict[str, list[Sent]] = {}
    for payment in payments:
        by_number.setdefault(str(payment.number), []).append(payment)
    answered, matches = set(), []
    for row in rows:
        payment = _find(row, by_card, by_number, answered)
        matches.append(Match(_result(row, payment, answered), row, payment))
        if payment:
            answered.add(payment.key)
    matches += [
        Match(MISSING, None, payment)
        for payment in payments
        if payment.key not in answered and payment.state == "sent"
    ]
    return matches


def _find(row, by_card, by_number, answered):
    """The payment of a row by its card, else by its number; the name must agree.

    A number without a card that fits several payments tells nothing.
    """
    if row.card:
        found = by_card.get(row.card, [])
    else:
        found = by_number.get(row.number, [])
    found = [p for p in found if not row.name or plain(p.name) == row.name]
    if not row.card and len(found) > 1:
        return None
    # two people with one card: the one of this amount that has no answer yet
    found.sort(key=lambda p: (p.key in answered, row.amount not in (None, p.amount)))
    return found[0] if found else None


def _result(row, payment, answered):
    if not payment:
        return UNMATCHED
    if payment.key in answered:
        return TWICE
    if row.amount is not None and row.amount != payment.amount:
        return DIFFERS
    wanted = PAID if row.is_paid else REFUSED
    if payment.state == wanted:
        return KNOWN
    # a refused one may be with the bank again: a late "paid" is looked at by a person
    if payment.state == "refused":
        return DIFFERS
    return wanted
