"""What a site lacks by the standard of its level (机构建设标准): O12, O18, O31."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SiteStandard:
    """Demands of a level; 0 windows as minimum or maximum means no demand."""

    windows_min: int = 0
    windows_max: int = 0
    needs_dedicated: bool = False
    needs_head: bool = False
    needs_evaluators: bool = False


@dataclass(frozen=True)
class SiteFacts:
    """What a site has.

    :param windows: comprehensive windows (综合窗口) that are open
    :param unrated: open windows without evaluator and QR code
    :param dedicated: people posted to the site full-time (专职)
    """

    windows: int = 0
    unrated: int = 0
    dedicated: int = 0
    has_head: bool = False


def shortcomings(standard: SiteStandard, facts: SiteFacts) -> tuple[str, ...]:
    """Codes of what is not as the standard asks; empty when all is in order.

    >>> street = SiteStandard(windows_min=3, windows_max=5, needs_head=True)
    >>> shortcomings(street, SiteFacts(windows=2))
    ('few_windows', 'no_head')
    >>> shortcomings(street, SiteFacts(windows=5, has_head=True))
    ()
    >>> shortcomings(street, SiteFacts(windows=6, has_head=True))
    ('many_windows',)
    """
    checks = {
        "few_windows": facts.windows < standard.windows_min,
        "many_windows": 0 < standard.windows_max < facts.windows,
        "no_dedicated": standard.needs_dedicated and not facts.dedicated,
        "no_head": standard.needs_head and not facts.has_head,
        "no_evaluator": standard.needs_evaluators and bool(facts.unrated),
    }
    return tuple(code for code, found in checks.items() if found)
