"""Kinds of salary rules that need no Python text."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...exceptions import UnknownPayElement
from ...rules.pay import TOTAL, Deferred, to_cent
from .hr_payslip_line import SOURCES

# elements that a slip can carry; a county's own salary rules have other codes
CODES = (
    *("BASIC", "SKILL", "SENIORITY", "EDUCATION", "PERF"),
    *("STAR", "MEAL", "ANNUAL_BONUS", "ARREARS", "LEAVE", "ABSENT"),
    *("PENSION", "MEDICAL", "UNEMPLOYMENT", "HOUSING", "IIT", "LOSS"),
    *("PENSION_ER", "MEDICAL_ER", "UNEMPLOYMENT_ER"),
    *("INJURY_ER", "MATERNITY_ER", "HOUSING_ER"),
)


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
    condition_select = fields.Selection(
        selection_add=[("gov", "When the Element Is Due")],
        ondelete={"gov": "set default"},
    )
    gov_total_category_id = fields.Many2one(
        "hr.salary.rule.category",
        string="Category to Add Up",
        ondelete="restrict",
        help="The rules of this category and of those below it, computed before.",
    )

    @api.model
    def _gov_element_codes(self):
        """Hook: codes of the elements that `hr.payslip._gov_run_elements` returns."""
        return CODES

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

    def _satisfy_condition_gov(self, localdict):
        """Whether the person has the element this month, a 0 with a reason included."""
        elements = localdict["current_contract"].dict.get("gov_elements", {})
        return self.code in elements

    def _compute_rule_gov(self, localdict):
        """The element that was collected for the whole run; never 0 by mistake."""
        elements = localdict["current_contract"].dict.get("gov_elements", {})
        element = elements.get(self.code)
        if element is None:
            raise self._gov_unknown_element(localdict["employee"])
        if isinstance(element, Deferred):
            element = element.of(_so_far(localdict))
        return {
            "name": self.name,
            "quantity": 1.0,
            "rate": 100.0,
            "amount": float(element.amount),
            "gov_reason": element.reason,
            SOURCES.get(element.reason, "gov_appraisal_id"): element.source,
            "gov_basis": element.basis,
        }

    def _gov_unknown_element(self, person):
        return UnknownPayElement(
            self.env._(
                "Salary rule %(rule)s asks for “%(code)s”, which was not computed "
                "for %(person)s. Compute the slip through its pay run.",
                rule=self.name,
                code=self.code,
                person=person.name,
            )
        )

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


def _so_far(localdict):
    """{category code: yuan} of the rules computed before this one."""
    totals = localdict["categories"].dict
    # binary sums are brought back to whole 分
    return {code: to_cent(round(total, 6)) for code, total in totals.items()}
