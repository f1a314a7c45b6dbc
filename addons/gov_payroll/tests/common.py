"""Builders of the payroll tests: a locked month, a run at any state."""

from odoo.addons.gov_assessment.tests.common import OCTOBER, AssessmentCommon

FINANCE = "gov_payroll.group_finance"


class PayrollCommon(AssessmentCommon):
    """The county of the other tests with a finance user; people have a contract."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.staffing = cls.env["hr.contract.type"].create({"name": "劳务派遣(测试)"})
        cls.finance = cls.new_user("finance", FINANCE)

    @classmethod
    def new_person(cls, *args, **vals):
        """A person in service, with a staffing type (用工形式)."""
        vals.setdefault("contract_type_id", cls.staffing.id)
        return super().new_person(*args, **vals)

    @classmethod
    def lock_month(cls, month=OCTOBER):
        """Settle and lock the appraisals of everybody built so far."""
        return cls.new_round("locked", month)

    @classmethod
    def new_run(cls, month=OCTOBER):
        """A draft run of the county, created by the officer, with his rights."""
        runs = cls.env["hr.payslip.run"].with_user(cls.officer)
        return runs._gov_open(cls.county, month)

    @classmethod
    def computed_run(cls, month=OCTOBER):
        """A computed run of everybody built so far."""
        cls.lock_month(month)
        run = cls.new_run(month)
        run.action_gov_compute()
        return run

    @classmethod
    def locked_run(cls, month=OCTOBER):
        """An approved and locked run of everybody built so far."""
        run = cls.computed_run(month)
        cls.approve_run(run)
        run.action_gov_lock()
        return run

    @classmethod
    def approve_run(cls, run):
        """Approve a computed run."""
        run.with_user(cls.leader).action_gov_approve()

    @classmethod
    def slip(cls, run, person):
        """The slip of a person in a run."""
        return run.slip_ids.filtered(lambda slip: slip.employee_id == person)

    def assert_paid(self, run, person, **amounts):
        """Amounts of a person's lines by code in lower case: basic=3000, skill=0."""
        lines = {line.code: line.total for line in self.slip(run, person).line_ids}
        paid = {code: lines[code.upper()] for code in amounts}
        self.assertEqual(paid, amounts)
