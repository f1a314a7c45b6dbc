"""Filters on figures that are computed, not stored."""

import operator

from odoo.fields import Domain

COMPARISONS = {
    "in": lambda figure, wanted: figure in wanted,
    "not in": lambda figure, wanted: figure not in wanted,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def search_figure(records, name, comparison, value):
    """Domain of the `records` whose field `name` compares so with `value`.

    For `search=` of a field whose records are few (sites, units): all are computed at
    once, so the number of statements does not depend on them.
    """
    if comparison not in COMPARISONS:
        return NotImplemented
    compare = COMPARISONS[comparison]
    return Domain("id", "in", [r.id for r in records if compare(r[name], value)])
