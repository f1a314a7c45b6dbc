"""Lines of slips that only our kinds of salary rules make, without OCA's loop.

Elements are collected before, so such a rule needs none of the names that a rule's
Python may use: no browsable objects, no field of a record is read for a line. A single
rule of another kind (Python, percentage, below another rule) in the structure, and its
slips go through OCA's loop; both give the same lines (`test_lines_are_those_of_oca`).
"""

from dataclasses import dataclass
from typing import NamedTuple

from ...rules.pay import TOTAL, Deferred, to_cent

KINDS = {"gov", "gov_total"}
CONDITIONS = {"none", "gov"}


@dataclass(frozen=True)
class Step:
    """One salary rule as the loop reads it.

    :param is_always: the slip must have the element; else it may lack it
    :param total_of: code of the category to add up, None for an element
    :param categories: codes of the rule's category and of those above it
    """

    rule: object
    rule_id: int
    code: str
    is_always: bool
    total_of: str | None
    categories: tuple


class NotComputed(Exception):
    """A rule asks for an element that was not computed: (rule,)."""


class Line(NamedTuple):
    """What a line does not have in common with its slip or its rule."""

    slip_id: int
    salary_rule_id: int
    amount: float
    total: float
    reason: str
    source: int | None = None
    basis: str | None = None


def steps(rules, copies):
    """The rules of a structure in order, or None when OCA has to work them out.

    :param copies: see `payslip_lines.copies`
    """
    found = [_step(rule, copies[rule.id]) for rule in rules if rule.id in copies]
    codes = {step.code for step in found if step}
    return tuple(found) if found and len(codes) == len(rules) else None


def _step(rule, copied):
    vals, categories = copied
    is_ours = vals["amount_select"] in KINDS and vals["condition_select"] in CONDITIONS
    if not (is_ours and vals["code"]) or vals["parent_rule_id"]:
        return None
    is_total = vals["amount_select"] == "gov_total"
    return Step(
        rule=rule,
        rule_id=rule.id,
        code=vals["code"],
        is_always=vals["condition_select"] == "none",
        total_of=rule.gov_total_category_id.code if is_total else None,
        categories=tuple(categories),
    )


def lines(slip_id, its_steps, elements):
    """The lines of one slip.

    :param elements: {code: rules.pay.Element or rules.pay.Deferred}
    :raise NotComputed: an element that the slip must have is not there
    """
    totals = {}  # {category code: yuan}
    result = []
    for step in its_steps:
        if not step.is_always and step.code not in elements:
            continue
        amount, reason, source, basis = _worked_out(step, elements, totals)
        total = 100.0 * amount / 100.0  # as OCA: quantity 1, rate 100
        for category in step.categories:
            totals[category] = totals.get(category, 0) + total
        result.append(Line(slip_id, step.rule_id, amount, total, reason, source, basis))
    return result


def _worked_out(step, elements, totals):
    """(yuan, reason, source, basis) as `_compute_rule_gov` and `_gov_total` find it."""
    if step.total_of:
        return float(_whole(totals.get(step.total_of, 0.0))), TOTAL, None, None
    element = elements.get(step.code)
    if element is None:
        raise NotComputed(step.rule)
    if isinstance(element, Deferred):
        element = element.of({code: _whole(total) for code, total in totals.items()})
    return float(element.amount), element.reason, element.source, element.basis


def _whole(total):
    """Binary sums are brought back to whole 分."""
    return to_cent(round(total, 6))
