"""Builders of the payroll tests: people, a locked month, users, a run."""

from datetime import date
from itertools import count

from odoo.tests import new_test_user

from odoo.addons.base.tests.common import BaseCommon
from odoo.addons.gov_window_staff.rules.month import Month

OCTOBER = Month(2026, 10)
LONG_AGO = date(2015, 3, 2)


class PayrollCommon(BaseCommon):
    """A county with a site; everything else is built by the test."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.numbers = count(1)
        sites = cls.env["hr.department"]
        cls.county = sites.create(
            {"name": "测试县政务服务中心", "gov_code": "T00", "gov_level": "county"}
        )
        cls.town = sites.create(
            {
                "name": "测试镇便民服务中心",
                "gov_code": "T01",
                "gov_level": "town",
                "parent_id": cls.county.id,
            }
        )
        cls.staffing = cls.env["hr.contract.type"].create({"name": "劳务派遣(测试)"})
        cls.levels = {
            level.rank: level for level in cls.env["gov.skill.level"].search([])
        }
        cls.officer = cls.user("gov_officer", "gov_window_staff.group_hr_officer")
        cls.leader = cls.user("gov_leader", "gov_window_staff.group_leader")
        cls.finance = cls.user("gov_finance", "gov_payroll.group_finance")

    @classmethod
    def user(cls, login, groups, **vals):
        """A user with exactly these groups, in the language of the tests."""
        return new_test_user(cls.env, login, groups=groups, **vals)

    @classmethod
    def person(cls, wage=3000, entry=LONG_AGO, trial_end=False, education=None, **vals):
        """A person in service; `education` is the end of an external id (bachelor)."""
        number = next(cls.numbers)
        prefix = "gov_window_staff.education_"
        return cls.env["hr.employee"].create(
            {
                "name": f"测试人员{number}",
                "gov_staff_no": f"T{number:04d}",
                "gov_entry_date": entry,
                "date_version": entry,
                "department_id": cls.town.id,
                "contract_type_id": cls.staffing.id,
                "wage": wage,
                "trial_date_end": trial_end,
                "gov_education_id": education and cls.env.ref(prefix + education).id,
                **vals,
            }
        )

    @classmethod
    def certificate(
        cls, person, rank=1, issued=date(2020, 5, 6), verified=None, **vals
    ):
        """A certificate, verified on the day of issue unless told otherwise."""
        return cls.env["gov.certificate"].create(
            {
                "employee_id": person.id,
                "level_id": cls.levels[rank].id,
                "number": f"T-CERT-{next(cls.numbers):05d}",
                "issue_date": issued,
                "verify_date": issued if verified is None else verified,
                **vals,
            }
        )

    @classmethod
    def open_round(cls, month=OCTOBER):
        """A round with its population."""
        batch = cls.env["gov.appraisal.round"].create(
            {"county_id": cls.county.id, "date_from": month.first}
        )
        batch.action_open()
        return batch

    @classmethod
    def lock_month(cls, month=OCTOBER, batch=None):
        """Settle and lock the appraisals of everybody built so far."""
        batch = batch or cls.open_round(month)
        batch.action_score()
        batch.with_user(cls.officer).action_grade()
        batch.with_user(cls.leader).action_confirm()
        batch.action_lock()
        return batch

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
        run.with_user(cls.leader).action_gov_approve()
        run.action_gov_lock()
        return run

    @classmethod
    def slip(cls, run, person):
        """The slip of a person in a run."""
        return run.slip_ids.filtered(lambda slip: slip.employee_id == person)

    def assert_paid(self, run, person, **amounts):
        """Amounts of a person's lines by code in lower case: basic=3000, skill=0."""
        lines = {line.code: line.total for line in self.slip(run, person).line_ids}
        paid = {code: lines[code.upper()] for code in amounts}
        self.assertEqual(paid, amounts)
