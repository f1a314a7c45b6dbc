"""num2words in Chinese: numbers and yuan in capital characters.

The library has no Chinese at all (0.5.14); Odoo asks it for amounts in words, falls
back to English and prints "One Thousand元". The converter is registered for zh_CN only,
and only when no other module brought one.
"""

from decimal import Decimal

import num2words
from num2words.base import Num2Word_Base

from ..rules.capital_amount import LIMIT, capital_amount, capital_number


class Num2WordZhCn(Num2Word_Base):
    """Capital digits (大写), as they stand on bills and registers."""

    def setup(self):
        """Signs of the base class in Chinese."""
        self.negword = "负"
        self.pointword = "点"
        self.MAXVAL = int(LIMIT)

    def to_cardinal(self, value):
        """A number: 1050 is 壹仟零伍拾, 1.5 is 壹点伍."""
        number = Decimal(str(value))
        if abs(number) >= LIMIT:
            raise OverflowError(self.errmsg_toobig % (value, self.MAXVAL))
        integral, _point, decimals = f"{abs(number):f}".partition(".")
        words = capital_number(int(integral))
        if decimals.strip("0"):
            digits = "".join(capital_number(int(d)) for d in decimals.rstrip("0"))
            words += self.pointword + digits
        return (self.negword if number < 0 else "") + words

    def to_ordinal(self, value):
        """An ordinal: 第叁."""
        self.verify_ordinal(value)
        return "第" + capital_number(int(value))

    def to_ordinal_num(self, value):
        """An ordinal in figures: 第3."""
        self.verify_ordinal(value)
        return f"第{value}"

    def to_year(self, value, **kwargs):
        """A year, digit by digit."""
        return "".join(capital_number(int(digit)) for digit in str(value))

    def to_currency(
        self, val, currency="CNY", cents=True, separator="", adjective=False
    ):
        """Yuan with the prefix 人民币; other currencies are not known here."""
        if currency not in ("CNY", "RMB"):
            raise NotImplementedError(
                f'Currency code "{currency}" not implemented for zh_CN'
            )
        return capital_amount(val)


num2words.CONVERTER_CLASSES.setdefault("zh_CN", Num2WordZhCn())
