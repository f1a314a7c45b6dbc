"""An upgrade keeps what HR has changed."""

from odoo.tests import tagged

from .common import MODULE, WindowStaffCommon

SHIPPED = (
    "gov.allowance.table",
    "gov.allowance.table.version",
    "gov.allowance.rate",
    "gov.education",
    "gov.skill.level",
    "hr.contract.type",
    "hr.job",
    "gov.site.standard",
    "gov.site.standard.version",
    "gov.site.standard.line",
    "gov.window.area",
    "ir.rule",
)


@tagged("post_install", "-at_install")
class TestUpgrade(WindowStaffCommon):
    def test_policies_reference_lists_and_record_rules_are_not_overwritten(self):
        data = self.env["ir.model.data"].search(
            [("module", "=", MODULE), ("model", "in", SHIPPED)]
        )

        self.assertEqual(set(data.mapped("model")), set(SHIPPED))
        self.assertTrue(all(data.mapped("noupdate")))
