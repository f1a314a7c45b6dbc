"""Age and tenure bands of the statistics (年龄段, 窗口年限): thresholds, not ranges."""

from __future__ import annotations

# (code, first full year of the band), in order
AGE_BANDS = (("1", 0), ("2", 31), ("3", 41), ("4", 51))
TENURE_BANDS = (("1", 0), ("2", 1), ("3", 2), ("4", 5), ("5", 10))


def band_of(bands: tuple[tuple[str, int], ...], years: int | None) -> str | None:
    """The band that full years fall into; None when they are not known.

    >>> band_of(AGE_BANDS, 30), band_of(AGE_BANDS, 31), band_of(AGE_BANDS, None)
    ('1', '2', None)
    >>> band_of(TENURE_BANDS, 1), band_of(TENURE_BANDS, 2)
    ('2', '3')
    """
    if years is None:
        return None
    return [code for code, first in bands if years >= first or not first][-1]


def share(part: int, whole: int) -> float | None:
    """Per cent with one place; None, shown as a dash, when there is nobody.

    >>> share(9, 470), share(0, 0)
    (1.9, None)
    """
    return round(100 * part / whole, 1) if whole else None
