"""A rate beyond 100% is named by row and column, not by the database."""

from odoo.tests import tagged

from odoo.addons.gov_window_staff.tests.common import problem_line

from .common import PayrollCommon


@tagged("post_install", "-at_install")
class TestContributionRange(PayrollCommon):
    def test_a_rate_over_100_is_refused(self):
        self.new_person("F1")
        row = {"工号": "F1", "起缴日期": "2026-10-01", "公积金比例": 101}
        row |= {"社保缴费基数": 3000, "公积金缴存基数": 3000}

        self.assert_refused(
            "gov.import.contribution.base",
            [row],
            problem_line("缴费基数.xlsx", 2, "公积金比例", "不能大于 100", "101"),
        )
