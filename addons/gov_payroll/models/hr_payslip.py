"""Pay slips (工资条): computed in sets, and locked with their run."""

from datetime import date
from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import MissingError

from odoo.addons.gov_window_staff.models.organisation.hr_department import LEVELS
from odoo.addons.gov_window_staff.rules.allowance import Person, allowances, is_eligible
from odoo.addons.gov_window_staff.rules.month import Month, is_in_probation

from ..rules import pay
from . import run_computation
from .pay_batch import PayBatch, StrictCategories

AMOUNT_FIELDS = {
    "gov_basic": "BASIC",
    "gov_skill": "SKILL",
    "gov_seniority": "SENIORITY",
    "gov_education": "EDUCATION",
    "gov_perf": "PERF",
}
# what OCA copies from the rule to each line although most rules leave it empty
EMPTY_COPIES = {
    "amount_fix",
    "amount_percentage",
    "amount_percentage_base",
    "condition_range_max",
    "condition_range_min",
    "parent_rule_id",
    "register_id",
}


def _amount(label):
    return fields.Float(string=label, digits="Payroll", compute="_compute_gov_amounts")


class HrPayslip(models.Model):
    """Pay slip; inside a window-staff run it is written by the run alone."""

    _name = "hr.payslip"
    _inherit = ["hr.payslip", "gov.pay.lock.mixin"]

    # as of the last day of the month: a later move does not change the slip
    gov_staff_no = fields.Char(
        string="Staff No.", readonly=True, index=True, copy=False
    )
    gov_person_name = fields.Char(string="Name on the Register", readonly=True)
    gov_department_id = fields.Many2one(
        "hr.department", string="Site", readonly=True, ondelete="restrict", index=True
    )
    gov_site_level = fields.Selection(LEVELS, string="Level of the Site", readonly=True)
    gov_contract_type_id = fields.Many2one(
        "hr.contract.type", string="Staffing", readonly=True, ondelete="restrict"
    )
    gov_appraisal_id = fields.Many2one(
        "gov.appraisal",
        string="Appraisal",
        readonly=True,
        ondelete="restrict",
        index="btree_not_null",
        copy=False,
    )
    gov_county_id = fields.Many2one(related="payslip_run_id.gov_county_id")
    gov_run_state = fields.Selection(
        related="payslip_run_id.state", string="State of the Run"
    )
    gov_basic = _amount("Basic Wage")
    gov_skill = _amount("Skill Allowance")
    gov_seniority = _amount("Seniority Allowance")
    gov_education = _amount("Education Allowance")
    gov_perf = _amount("Appraisal Reward")
    gov_gross = fields.Float(string="Gross Pay", digits="Payroll", readonly=True)
    gov_deducted = fields.Float(
        string="Deductions",
        digits="Payroll",
        readonly=True,
        help="Contributions of the person, income tax and other deductions.",
    )
    gov_net = fields.Float(string="Net Pay", digits="Payroll", readonly=True)
    gov_employer_cost = fields.Float(
        string="Contributions of the Employer", digits="Payroll", readonly=True
    )

    payslip_run_id = fields.Many2one(index="btree_not_null")

    _gov_person_uniq = models.UniqueIndex(
        "(payslip_run_id, employee_id) WHERE gov_staff_no IS NOT NULL",
        "This person already has a pay slip in the run.",
    )

    def _gov_runs(self):
        return self.payslip_run_id

    @api.depends("line_ids.total")
    def _compute_gov_amounts(self):
        totals = self._gov_totals()
        for slip in self:
            for field, code in AMOUNT_FIELDS.items():
                slip[field] = totals.get((slip.id, code), 0.0)

    def _gov_totals(self):
        """{(slip id, code): yuan} of all lines, in one query."""
        groups = self.env["hr.payslip.line"]._read_group(
            [("slip_id", "in", self.ids)], ["slip_id", "code"], ["total:sum"]
        )
        return {(slip.id, code): total for slip, code, total in groups}

    def _gov_store_results(self):
        """Hook: after the lines of these slips were computed and stored."""
        if self:
            run_computation.store_figures(self)

    # -- the person's own ------------------------------------------------------------

    @api.model
    def _gov_own_domain(self):
        """Slips that the user may see as the person paid: own ones of locked runs."""
        return [
            ("employee_id.user_id", "=", self.env.uid),
            ("payslip_run_id.gov_county_id", "!=", False),
            ("payslip_run_id.state", "=", "locked"),
        ]

    @api.model
    def _gov_own(self, slip_id):
        """One own slip; MissingError for anybody else's, as if it did not exist."""
        slip = self.search([*self._gov_own_domain(), ("id", "=", slip_id)])
        if not slip:
            raise MissingError(self.env._("This pay slip does not exist."))
        return slip

    # -- OCA's computing, in sets ---------------------------------------------------

    def compute_sheet(self):
        """Compute all slips at once.

        OCA does it slip by slip and drops the lines inside the loop, which makes the
        dates of all contracts be computed again for each slip (quadratic).
        """
        slips = self.with_context(gov_pay_batch=self._gov_collect())
        slips.line_ids.unlink()
        lines = [
            slip._prepare_line_vals(vals)
            for slip in slips
            for vals in slip.get_lines_dict().values()
        ]
        slips.line_ids._gov_create_computed(lines)
        for slip in self.filtered(lambda slip: not slip.number):
            slip.number = self.env["ir.sequence"].next_by_code("salary.slip")
        today = fields.Date.context_today(self)
        self.write({"state": "verify", "compute_date": today})
        return True

    def _prepare_line_vals(self, vals):
        """Values of a line, complete and without empty copies of the rule's fields.

        Stored computed fields are given, or each line would be updated again after it
        was inserted; a fixed amount of 0 or an empty register says nothing.
        """
        line = {k: v for k, v in vals.items() if v or k not in EMPTY_COPIES}
        line.update(slip_id=self.id, date_from=self.date_from, active=True)
        line.update(company_id=self.company_id.id)
        if self.gov_staff_no:
            line["gov_department_id"] = self.gov_department_id.id
        if not vals["parent_rule_id"]:
            line["parent_line_id"] = False
        return line

    def action_payslip_done(self):
        """Confirm what was reviewed: only drafts, which have no figures, are computed.

        OCA fails on several slips and computes reviewed ones again.
        """
        if not self.env.context.get("without_compute_sheet"):
            self.filtered(lambda slip: slip.state == "draft").compute_sheet()
        return self.write({"state": "done"})

    def _gov_batch(self):
        """What was collected for all slips, or else for this one.

        A client cannot send it: only an object of this class counts.
        """
        batch = self.env.context.get("gov_pay_batch")
        return batch if isinstance(batch, PayBatch) else self._gov_collect()

    def _get_employee_contracts(self):
        """The version of the month's last day; OCA wants contract dates as well."""
        if len(self) == 1 and self.gov_staff_no:
            return self.contract_id
        return super()._get_employee_contracts()

    def _get_salary_rules(self):
        rules = self._gov_batch().rules.get(self.struct_id.id)
        return super()._get_salary_rules() if rules is None else rules

    def _get_baselocaldict(self, contracts):
        localdict = super()._get_baselocaldict(contracts)
        localdict["categories"] = StrictCategories(
            self.employee_id.id, self.env, self._gov_batch().categories
        )
        return localdict

    def get_current_contract_dict(self, contract, contracts):
        values = super().get_current_contract_dict(contract, contracts)
        elements = self._gov_batch().elements.get(self.id, {})
        known = {c: e for c, e in elements.items() if not isinstance(e, pay.Deferred)}
        values.update({code: float(e.amount) for code, e in known.items()})
        return dict(values, gov_elements=elements)

    # -- collecting ------------------------------------------------------------------

    def _gov_collect(self):
        """Everything that the rules need for these slips, in few queries."""
        own = self.filtered("gov_staff_no")
        categories = self.env["hr.salary.rule.category"].search_fetch([], ["code"])
        elements = {}
        for run, slips in own.grouped("payslip_run_id").items():
            elements.update(slips._gov_run_elements(run))
        return PayBatch(
            elements=elements,
            rules={
                struct.id: struct.get_structure_with_parents().get_all_rules()
                for struct in own.struct_id
            },
            categories=frozenset(c for c in categories.mapped("code") if c),
        )

    def _gov_run_elements(self, run):
        """Hook: the pay elements of slips of one run, from the facts as they are now.

        Extensions call super and add or change elements in sets; a code that is not
        there has no line on the slip (see `hr.salary.rule._satisfy_condition_gov`).

        :return: {slip id: {code: rules.pay.Element or rules.pay.Deferred}}
        """
        certificates = self.env["gov.certificate"]._to_rules(self.employee_id)
        rates = run.gov_table_version_id._to_rules()
        paid_to = run.gov_table_version_id._to_eligibility()
        month = Month.of(run.date_start)
        elements = {}
        for slip in self:
            held = certificates.get(slip.employee_id.id, ())
            found = slip._gov_elements(rates, held, month)
            elements[slip.id] = slip._gov_eligible(found, paid_to)
        return elements

    def _gov_eligible(self, elements, paid_to):
        """The elements, those that this staffing type does not get as 0 (S29)."""
        staffing = self.contract_id.contract_type_id.id or None
        return {
            code: element
            if is_eligible(paid_to, code.lower(), staffing)
            else pay.not_eligible()
            for code, element in elements.items()
        }

    def _gov_elements(self, rates, certificates, month):
        """Wage, allowances and reward of this slip by code (see `rules.pay`)."""
        version, appraisal = self.contract_id, self.gov_appraisal_id
        trial_end = self._gov_trial_end(month)
        person = Person(
            entry=self.employee_id.gov_entry_date or date.max,
            trial_end=trial_end,
            education_rank=version.gov_education_id.rank or None,
            certificates=certificates,
        )
        due = otherwise = allowances(rates, person, month)
        if is_in_probation(month, trial_end):
            otherwise = allowances(rates, _outside_probation(person), month)
        elements = {
            kind.upper(): pay.allowance(due[kind], otherwise[kind]) for kind in due
        }
        wage = Decimal(str(version.wage))
        elements["BASIC"] = pay.basic(wage, fields.Date.to_string(version.date_version))
        elements["PERF"] = pay.performance(
            Decimal(str(appraisal.reward_amount)),
            appraisal.grade,
            appraisal.is_in_probation,
            appraisal.id,
        )
        return elements

    def _gov_trial_end(self, _month):
        """Hook: the last day of probation that the month goes by, or None."""
        return self.contract_id.trial_date_end or None


def _outside_probation(person):
    return Person(person.entry, None, person.education_rank, person.certificates)
