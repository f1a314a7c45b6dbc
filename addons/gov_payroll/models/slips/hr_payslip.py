"""Pay slips (工资条): computed in sets, and locked with their run."""

from odoo import api, fields, models
from odoo.exceptions import MissingError

from odoo.addons.gov_window_staff.models.organisation.hr_department import LEVELS

from ...rules import pay
from . import line_insert, payslip_lines, plain_lines, run_computation
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

    def _gov_totals(self, codes=None):
        """{(slip id, code): yuan} of the lines, in one query.

        :param codes: only these; all of them unless told
        """
        domain = [("slip_id", "in", self.ids)]
        if codes is not None:
            domain.append(("code", "in", list(codes)))
        groups = self.env["hr.payslip.line"]._read_group(
            domain, ["slip_id", "code"], ["total:sum"]
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
        line_model = slips.env["hr.payslip.line"]
        plain = slips._gov_plain()
        line_model._gov_create_plain(
            [line for slip in plain for line in slip._gov_plain_lines()]
        )
        lines = [
            slip._prepare_line_vals(vals)
            for slip in slips - plain
            for vals in slip.get_lines_dict().values()
        ]
        line_model._gov_create_computed(lines)
        for slip in self.filtered(lambda slip: not slip.number):
            slip.number = self.env["ir.sequence"].next_by_code("salary.slip")
        today = fields.Date.context_today(self)
        self.write({"state": "verify", "compute_date": today})
        return True

    def _gov_plain(self):
        """The slips whose lines need none of OCA's loop (see `plain_lines`)."""
        if not line_insert.can_insert(self.env["hr.payslip.line"], ()):
            return self.browse()
        batch = self._gov_batch()
        structures = {struct for struct, steps in batch.steps.items() if steps}
        return self.filtered(
            lambda slip: slip.id in batch.elements
            and slip.contract_id
            and slip.struct_id.id in structures
        )

    def _gov_plain_lines(self):
        batch = self._gov_batch()
        its_steps = batch.steps[self.struct_id.id]
        try:
            return plain_lines.lines(self.id, its_steps, batch.elements[self.id])
        except plain_lines.NotComputed as error:
            [rule] = error.args
            raise rule._gov_unknown_element(self.employee_id) from error

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

    def _get_lines_dict(self, rule, localdict, lines_dict, *args):
        """OCA reads twenty fields of the rule for each line; here it is done once.

        See `payslip_lines`.
        """
        copied = self._gov_batch().copies.get(rule.id)
        if copied is None:
            return super()._get_lines_dict(rule, localdict, lines_dict, *args)
        return payslip_lines.add(copied, rule, localdict, lines_dict, *args)

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
