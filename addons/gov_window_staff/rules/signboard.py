"""Signboards (标识标牌): the name that a site hangs at its door, by level.

A policy prescribes one pattern a level, such as
`{county}政务服务中心{name}分中心`. The places are `{county}` and `{town}`, the short
names of the sites above, and `{name}`, the short name of the site itself. A site may
be recorded by its short or by its full name: what the pattern would add is taken off
first, so a full name comes out unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

PLACES = ("county", "town", "name")
_PLACE = re.compile(r"\{(\w*)\}")


def pattern_problem(pattern: str) -> str | None:
    """Why a pattern cannot be used: `no_name`, `unknown_place`, `braces`, or None.

    >>> pattern_problem("{county}{name}便民服务中心")
    >>> pattern_problem("{county}便民服务中心"), pattern_problem("{县}{name}")
    ('no_name', 'unknown_place')
    >>> pattern_problem("{name}{")
    'braces'
    """
    places = _PLACE.findall(pattern)
    if set(places) - set(PLACES):
        return "unknown_place"
    if re.search(r"[{}]", _PLACE.sub("", pattern)):
        return "braces"
    return None if "name" in places else "no_name"


def signboard(patterns: Mapping[str, str], sites: Sequence[tuple[str, str]]) -> str:
    """Name on the signboard of the last of `sites`.

    :param patterns: {level: pattern}; a level without one hangs the recorded name
    :param sites: (level, recorded name) from the county centre down to the site

    >>> patterns = {
    ...     "county": "{name}政务服务中心",
    ...     "branch": "{county}政务服务中心{name}分中心",
    ...     "town": "{county}{name}便民服务中心",
    ...     "village": "{county}{town}{name}便民服务站",
    ... }
    >>> county = ("county", "涟水县政务服务中心")
    >>> signboard(patterns, [county, ("branch", "婚姻登记分中心")])
    '涟水县政务服务中心婚姻登记分中心'
    >>> town = ("town", "高沟镇")
    >>> signboard(patterns, [county, town])
    '涟水县高沟镇便民服务中心'
    >>> signboard(patterns, [county, town, ("village", "涟水县高沟镇盐店村便民服务站")])
    '涟水县高沟镇盐店村便民服务站'
    >>> signboard({}, [county, town])
    '高沟镇'
    """
    known: dict[str, str] = {}  # short names of the levels passed so far
    shown = ""
    for level, name in sites:
        pattern = patterns.get(level) or "{name}"
        known[level] = short_name(name, pattern, known)
        shown = _fill(pattern, {**known, "name": known[level]})
    return shown


def short_name(name: str, pattern: str, above: Mapping[str, str]) -> str:
    """A recorded name without what its pattern adds.

    :param above: {level: short name} of the sites above

    >>> above = {"county": "涟水县", "town": "高沟镇"}
    >>> short_name("高沟镇盐店村便民服务站", "{county}{town}{name}便民服务站", above)
    '盐店村'
    """
    head, _place, tail = pattern.partition("{name}")
    rest = name.strip()
    for part in _parts(head, above):
        rest = rest.removeprefix(part)
    for part in reversed(_parts(tail, above)):
        rest = rest.removesuffix(part)
    return rest or name.strip()


def _parts(text: str, above: Mapping[str, str]) -> list[str]:
    """Literal texts and filled places of a piece of a pattern, in their order."""
    pieces = re.split(r"(\{\w*\})", text)
    return [filled for piece in pieces if (filled := _fill(piece, above))]


def _fill(pattern: str, places: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda match: places.get(match[1], ""), pattern)
