"""Pinyin initials of names (姓名拼音首字母): 王小明 is found by ``wxm``."""

import functools

# surnames that are read otherwise than the same character in other words (多音姓氏)
SURNAMES = {
    "万俟": "mq",
    "单": "s",
    "区": "o",
    "曾": "z",
    "仇": "q",
    "解": "x",
    "翟": "z",
    "查": "z",
    "覃": "q",
    "种": "c",
    "员": "y",
    "秘": "b",
    "折": "s",
    "缪": "m",
    "谌": "c",
}


def initials(name):
    """Lower-case first letters of a name, one a character; other words stay letters.

    >>> initials("王小明"), initials("单雄信"), initials("艾力·Anna")
    ('wxm', 'sxx', 'alanna')
    """
    name = (name or "").strip()
    surname = next((word for word in SURNAMES if name.startswith(word)), "")
    rest = "".join(_initial(character) for character in name[len(surname) :])
    return SURNAMES.get(surname, "") + rest


@functools.lru_cache(maxsize=8192)
def _initial(character):
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    # a dictionary of 50 MB: only workers that save names load it
    from pypinyin import Style, lazy_pinyin

    letter = lazy_pinyin(character, style=Style.FIRST_LETTER)[0][:1].lower()
    return letter if letter.isascii() and letter.isalnum() else ""
