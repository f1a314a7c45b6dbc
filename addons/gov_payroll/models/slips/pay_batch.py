"""What the salary rules of many slips need, collected once (no records of its own)."""

from __future__ import annotations

from dataclasses import dataclass, field

from odoo.addons.payroll.models.base_browsable import BrowsableObject


@dataclass(frozen=True, eq=False)
class PayBatch:
    """Collected for a chunk of slips; travels in the context as one object.

    :param elements: {slip id: {code: rules.pay.Element}}
    :param rules: {structure id: hr.salary.rule in order}
    :param categories: codes of all categories
    :param steps: {structure id: its rules as `plain_lines.Step`, or None}
    :param copies: {rule id: what each line takes from it}, see `payslip_lines`
    """

    elements: dict = field(default_factory=dict)
    rules: dict = field(default_factory=dict)
    categories: frozenset = frozenset()
    copies: dict = field(default_factory=dict)
    steps: dict = field(default_factory=dict)


class StrictCategories(BrowsableObject):
    """`categories.CODE` in a salary rule's Python; OCA's pays 0 for a mistyped code."""

    def __init__(self, employee_id, env, known):
        super().__init__(employee_id, {}, env)
        self.__dict__["known"] = known

    def __getattr__(self, code):
        if code in self.dict:
            return self.dict[code]
        if code in self.__dict__["known"]:
            return 0.0
        raise AttributeError(f"no category has the code {code!r}")
