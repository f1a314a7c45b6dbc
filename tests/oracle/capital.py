"""人民币大写 (壹拾贰万叁仟元柒角捌分), written apart from the product's converter."""

from decimal import Decimal

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
GROUPS = ("", "万", "亿", "万亿")


def group_words(group):
    """Four digits in words: 0304 is 零叁佰零肆; trailing zeros are silent."""
    words, zero = "", False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit:
            words += ("零" if zero else "") + DIGITS[digit] + PLACES[place]
        zero = not digit
    return words


def yuan_words(yuan):
    """The whole yuan in words, group by group of four digits."""
    groups = []
    while yuan:
        yuan, group = divmod(yuan, 10_000)
        groups.append(group)
    words = ""
    for place in reversed(range(len(groups))):
        if not groups[place]:
            continue
        if words and (groups[place] < 1_000 or not groups[place + 1]):
            words += "零"
        words += group_words(groups[place]).lstrip("零") + GROUPS[place]
    return words


def capital(amount):
    """An amount of yuan in capital characters.

    >>> capital("100000"), capital("1001.10"), capital("0.05")
    ('壹拾万元整', '壹仟零壹元壹角', '伍分')
    """
    fen = int(Decimal(amount) * 100)
    yuan, cents = divmod(fen, 100)
    jiao, fen = divmod(cents, 10)
    words = yuan_words(yuan) + "元" if yuan else ""
    if jiao:
        words += DIGITS[jiao] + "角"
    if fen:
        words += ("零" if yuan and not jiao else "") + DIGITS[fen] + "分"
    return (words or "零元") + ("" if cents else "整")


def plain(words):
    """The same amount in one spelling, because several are right.

    人民币 and 整 may be left out, 圆 is 元 and 正 is 整, some write 零 after 元.
    """
    spellings = {"人民币": "", "大写": "", "圆": "元", "正": "整", "元零": "元"}
    for old, new in spellings.items():
        words = words.replace(old, new)
    return words.strip().removesuffix("整")
