"""Amounts in capital characters (人民币大写).

支付结算办法附件一《正确填写票据和结算凭证的基本规定》(银发〔1997〕393号): zeros inside
a number are written as one 零; 整 follows an amount that ends at 元; none follows 角
(where it may be left out) or 分; the 零 between 元 and 角 is optional, left out here.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("仟", "佰", "拾", "")
SECTIONS = ("", "万", "亿")  # one for each four digits
CENT = Decimal("0.01")
LIMIT = Decimal(10) ** 12


def capital_amount(amount: Decimal | float | str, prefix: str = "人民币") -> str:
    """An amount of yuan as bank forms want it, rounded half-up to 分.

    >>> capital_amount("1409.50")
    '人民币壹仟肆佰零玖元伍角'
    >>> capital_amount("107000.53", prefix="")
    '壹拾万柒仟元伍角叁分'
    >>> capital_amount("16409.02", prefix="")
    '壹万陆仟肆佰零玖元零贰分'
    >>> capital_amount("-0.05", prefix="")
    '负伍分'
    >>> capital_amount(0, prefix="")
    '零元整'
    """
    value = Decimal(str(amount)).quantize(CENT, ROUND_HALF_UP)
    if abs(value) >= LIMIT:
        raise OverflowError(f"capital amounts end below {LIMIT:,}: {amount}")
    yuan, cents = divmod(int(abs(value) * 100), 100)
    sign = "负" if value < 0 else ""
    return f"{prefix}{sign}{_yuan(yuan, cents)}{_cents(yuan, cents)}"


def capital_number(number: int) -> str:
    """A whole number from 0 below 10**12 in capital digits.

    >>> capital_number(100010001)
    '壹亿零壹万零壹'
    >>> capital_number(1050000)
    '壹佰零伍万'
    """
    text, gap = "", False
    for power in range(len(SECTIONS) - 1, -1, -1):
        section = number // 10000**power % 10000
        if section:
            if text and (gap or section < 1000):
                text += DIGITS[0]
            text += _section(section) + SECTIONS[power]
        gap = bool(text) and not section
    return text or DIGITS[0]


def _section(section: int) -> str:
    """Four digits, 1 to 9999, without leading zeros."""
    text, zeros = "", False
    for place, digit in zip(PLACES, f"{section:04d}", strict=True):
        if digit == "0":
            zeros = bool(text)
            continue
        text += (DIGITS[0] if zeros else "") + DIGITS[int(digit)] + place
        zeros = False
    return text


def _yuan(yuan: int, cents: int) -> str:
    """The part up to 元; nothing when there is only 角 or 分."""
    return f"{capital_number(yuan)}元" if yuan or not cents else ""


def _cents(yuan: int, cents: int) -> str:
    """The part after 元: 整, 角, 分 with the zero that stands for an empty 角."""
    jiao, fen = divmod(cents, 10)
    if not cents:
        return "整"
    text = f"{DIGITS[jiao]}角" if jiao else (DIGITS[0] if yuan else "")
    return text + (f"{DIGITS[fen]}分" if fen else "")
