"""A line of a pay slip that can explain itself (工资条逐项说明)."""

from odoo import api, fields, models
from odoo.tools import SQL, make_index_name

from . import line_insert
from .pay_batch import PayBatch

REASONS = [
    ("wage", "Wage of the Profile"),
    ("rate", "Allowance Table"),
    ("not_reached", "No Line of the Table Reached"),
    ("probation", "Not Paid in Probation"),
    ("ineligible", "Not Paid to This Staffing Type"),
    ("reward", "Monthly Appraisal"),
    ("poor", "Grade Poor"),
    ("suspended", "Appraisal Suspended"),
    ("total", "Total"),
]

# field of the record behind the amount, by reason; the appraisal where none is named
SOURCES = {"rate": "gov_rate_id"}


class HrPayslipLine(models.Model):
    """Pay slip line; it freezes what its amount rests on."""

    _name = "hr.payslip.line"
    _inherit = ["hr.payslip.line", "gov.pay.lock.mixin"]
    # OCA orders by the contract, whose dates only HR users may read
    _order = "sequence, id"

    gov_reason = fields.Selection(REASONS, string="Basis", readonly=True)
    gov_rate_id = fields.Many2one(
        "gov.allowance.rate",
        string="Table Line",
        readonly=True,
        ondelete="restrict",
        index="btree_not_null",
    )
    gov_appraisal_id = fields.Many2one(
        "gov.appraisal",
        string="Appraisal",
        readonly=True,
        ondelete="restrict",
        index="btree_not_null",
    )
    gov_basis = fields.Char(
        string="Fact", readonly=True, help="Certificate number, or a date."
    )
    gov_department_id = fields.Many2one(
        "hr.department", string="Site", readonly=True, ondelete="restrict"
    )
    gov_explanation = fields.Char(
        string="Explanation", compute="_compute_gov_explanation"
    )
    slip_id = fields.Many2one(index=True)
    # not readonly: the values of a computed run are inserted, not computed once more
    date_from = fields.Date(
        related=None, compute="_compute_date_from", store=True, readonly=False
    )
    total = fields.Float(readonly=False)
    # without an index each deleted line scans the whole table for its children
    parent_line_id = fields.Many2one(index="btree_not_null", readonly=False)

    # OCA's indexes that no search reads; each would cost every line of every month
    sequence = fields.Integer(index=False)
    amount_select = fields.Selection(index=False)
    parent_rule_id = fields.Many2one(index="btree_not_null")

    def init(self):
        """OCA's indexes stay in the database when the field no longer asks for them."""
        for name in ("sequence", "amount_select", "parent_rule_id"):
            index = make_index_name(self._table, name)
            self.env.cr.execute(
                SQL(
                    """
                    SELECT FROM pg_index
                     WHERE indexrelid = to_regclass(%s) AND indpred IS NULL
                    """,
                    index,
                )
            )
            if self.env.cr.rowcount:
                self.env.cr.execute(SQL("DROP INDEX %s", SQL.identifier(index)))

    def _gov_runs(self):
        return self.slip_id.payslip_run_id

    @api.model
    def _gov_create_computed(self, vals_list):
        """Lines of computed slips, in one statement where that covers them."""
        if vals_list and line_insert.can_insert(self, vals_list):
            line_insert.insert(self, vals_list)
        elif vals_list:
            self.create(vals_list)

    @api.model
    def _gov_create_plain(self, rows):
        """Lines that `plain_lines` worked out, in one statement."""
        if rows:
            line_insert.insert_plain(self, rows, SOURCES)

    @api.model
    def _add_missing_default_values(self, values):
        # lines of a computed run are complete; looking for defaults costs as much again
        if isinstance(self.env.context.get("gov_pay_batch"), PayBatch):
            return dict(values)
        return super()._add_missing_default_values(values)

    @api.depends("slip_id.date_from")
    def _compute_date_from(self):
        for line in self:
            line.date_from = line.slip_id.date_from

    @api.depends("gov_reason", "gov_rate_id", "gov_appraisal_id", "gov_basis")
    @api.depends_context("lang")
    def _compute_gov_explanation(self):
        for line in self:
            if line.gov_reason:
                # sudo: finance and the person read the reason without a right to the
                # appraisal or to the policy document behind it
                explain = getattr(line.sudo(), f"_explain_{line.gov_reason}")
                line.gov_explanation = explain()
            else:
                line.gov_explanation = line.note or ""

    def _explain_wage(self):
        return self.env._(
            "Monthly wage of the profile in force since %(day)s, in full.",
            day=self.gov_basis,
        )

    def _explain_rate(self):
        rate = self.gov_rate_id
        reached = getattr(self, f"_explain_rate_{rate.kind}")(rate)
        version = rate.version_id
        return self.env._(
            "%(reached)s: %(amount).2f yuan a month. %(table)s, %(article)s.",
            reached=reached,
            amount=rate.amount,
            table=version.name,
            article=rate.article or version.reference or "",
        )

    def _explain_rate_skill(self, rate):
        return self.env._(
            "Certificate %(number)s, %(level)s",
            number=self.gov_basis,
            level=rate.skill_level_id.name,
        )

    def _explain_rate_seniority(self, rate):
        return self.env._(
            "%(years)s full years since %(day)s", years=rate.years, day=self.gov_basis
        )

    def _explain_rate_education(self, rate):
        return self.env._("Education from %s upwards", rate.education_id.name)

    def _explain_not_reached(self):
        if self.code == "SKILL":
            return self.env._(
                "No certificate issued before the month and verified by its end."
            )
        if self.code == "SENIORITY":
            return self.env._(
                "Less than one full year since entry and first certificate, or no "
                "verified certificate."
            )
        return self.env._("The allowance table has no line for this education.")

    def _explain_probation(self):
        return self.env._("Not paid in probation.")

    def _explain_ineligible(self):
        version = self.slip_id.payslip_run_id.gov_table_version_id
        line = version.eligibility_ids.filtered(
            lambda line: line.element == self.code.lower()
        )
        return self.env._(
            "Paid to %(types)s only, and the staffing type is %(own)s. %(table)s, "
            "%(article)s.",
            types=", ".join(line.contract_type_ids.mapped("name")),
            own=self.slip_id.gov_contract_type_id.name or self.env._("not entered"),
            table=version.name,
            article=line.article or version.reference or "",
        )

    def _explain_reward(self):
        appraisal = self.gov_appraisal_id
        if not appraisal:
            return self._explain_not_graded()
        grades = dict(appraisal._fields["grade"]._description_selection(self.env))
        return self.env._(
            "Appraisal of %(month)s: %(total).2f points, grade %(grade)s.",
            month=fields.Date.to_string(appraisal.date_from)[:7],
            total=appraisal.total,
            grade=grades.get(appraisal.grade, ""),
        )

    def _explain_poor(self):
        return self.env._("%s No reward for this grade.", self._explain_reward())

    def _explain_suspended(self):
        return self.env._(
            "The appraisal is suspended while a case is open; it is settled afterwards."
        )

    def _explain_total(self):
        return self.env._("Sum of the lines above.")
