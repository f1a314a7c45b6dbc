"""Texts of letters (文书文本): words in braces are filled in, everything else stays.

Standard library only. A value that itself contains braces is not looked at again, so
that a name or a note can never pull another fact into a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

_WORD = re.compile(r"\{([^{}]*)\}")


def words(text: str) -> list[str]:
    """The words in braces, each once, in the order of the text.

    >>> words("{姓名}同志:{月份}得{得分}分,{姓名}请签收。")
    ['姓名', '月份', '得分']
    """
    return list(dict.fromkeys(_WORD.findall(text or "")))


def unknown(text: str, known: Iterable[str]) -> list[str]:
    """Words of a text that nobody can fill in.

    >>> unknown("{姓名}同志{电话}", {"姓名"})
    ['电话']
    """
    allowed = set(known)
    return [word for word in words(text) if word not in allowed]


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with each word in braces replaced by its value.

    :param values: word -> text; a word without a value becomes nothing

    >>> fill("{姓名}同志:{月份}考核为差。", {"姓名": "张三", "月份": "2026年10月"})
    '张三同志:2026年10月考核为差。'
    >>> fill("{姓名}", {"姓名": "{工号}", "工号": "7"})
    '{工号}'
    """
    return _WORD.sub(lambda found: values.get(found[1]) or "", text or "")


def day_text(day: date | None) -> str:
    """A day as letters write it; nothing for no day.

    >>> day_text(date(2026, 3, 5)), day_text(None)
    ('2026年3月5日', '')
    """
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def month_text(year: int, month: int) -> str:
    """A month as letters write it.

    >>> month_text(2026, 3)
    '2026年3月'
    """
    return f"{year}年{month}月"
