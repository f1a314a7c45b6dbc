"""Kinds of salary rules that need no Python text."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..exceptions import UnknownPayElement
from ..rules.pay import RATE, TOTAL, to_cent


class HrSalaryRule(models.Model):
    """Salary rule; OCA calls `_compute_rule_<kind>` for the kind of the rule."""

    _inherit = "hr.salary.rule"

    amount_select = fields.Selection(
        selection_add=[
            ("gov", "Window Staff Element"),
            ("gov_total", "Total of a Category"),
        ],
        ondelete={"gov": "set default", "gov_total": "set default"},
    )
    gov_total_category_id = fields.Many2one(
        "hr.salary.rule.category",
        string="Category to Add Up",
        ondelete="restrict",
        help="The rules of this category and of those below it, computed before.",
    )

    @api.model
    def _gov_element_codes(self):
        """Hook: codes of the elements that `hr.payslip._gov_elements` returns."""
        return ("BASIC", "SKILL", "SENIORITY", "EDUCATION", "PERF")

    @api.constrains("amount_select", "code", "gov_total_category_id")
    def _check_gov_kind(self):
        if self._name != "hr.salary.rule":
            return  # a pay slip line is a copy of its rule and inherits the method
        for rule in self:
            known = rule._gov_element_codes()
            if rule.amount_select == "gov" and rule.code not in known:
                raise ValidationError(
                    self.env._(
                        "“%(code)s” is no pay element. Known codes: %(known)s.",
                        code=rule.code,
                        known=", ".join(known),
                    )
                )
            category = rule.gov_total_category_id
            if rule.amount_select == "gov_total" and not category.code:
                raise ValidationError(
                    self.env._("Choose a category with a code for %s.", rule.name)
                )

    def _compute_rule_gov(self, localdict):
        """The element that was collected for the whole run; never 0 by mistake."""
        elements = localdict["current_contract"].dict.get("gov_elements", {})
        element = elements.get(self.code)
        if element is None:
            raise UnknownPayElement(
                self.env._(
                    "Salary rule %(rule)s asks for “%(code)s”, which was not computed "
                    "for %(person)s. Compute the slip through its pay run.",
                    rule=self.name,
                    code=self.code,
                    person=localdict["employee"].name,
                )
            )
        return {
            "name": self.name,
            "quantity": 1.0,
            "rate": 100.0,
            "amount": float(element.amount),
            "gov_reason": element.reason,
            "gov_rate_id": element.source if element.reason == RATE else None,
            "gov_appraisal_id": None if element.reason == RATE else element.source,
            "gov_basis": element.basis,
        }

    def _compute_rule_gov_total(self, localdict):
        """Sum of a category; binary sums are brought back to whole 分."""
        code = self.gov_total_category_id.code
        amount = localdict["categories"].dict.get(code, 0.0)
        return {
            "name": self.name,
            "quantity": 1.0,
            "rate": 100.0,
            "amount": float(to_cent(round(amount, 6))),
            "gov_reason": TOTAL,
        }
