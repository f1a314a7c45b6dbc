from odoo.tests import tagged
from .common import PayrollCommon

class TestTry(PayrollCommon):
    def test_try(self):
        a = self.person(education="bachelor"); self.certificate(a, 3)
        b = self.person(trial_end="2026-12-31", education="master"); self.certificate(b, 2)
        run = self.computed_run()
        for l in run.slip_ids.line_ids: print(l.slip_id.number, l.code, l.total, l.gov_reason, l.gov_explanation)
        run.with_user(self.leader).action_gov_approve()
        run.action_gov_lock()
        print(run.state, run.gov_gross, run.gov_gross_capital)
        open("/tmp/pay/reg.xlsx","wb").write(run.gov_register_xlsx())
        print(run.with_user(self.finance).gov_register_rows())
