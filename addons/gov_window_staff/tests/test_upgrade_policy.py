"""An upgrade keeps what HR has changed."""

from odoo.tests import tagged

from ..tools.upgrade import put_in_force
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


@tagged("post_install", "-at_install")
class TestShippedDocuments(WindowStaffCommon):
    """A document that came with an upgrade: a draft until the migration."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.hr = cls.new_user("upgrade_hr", "gov_window_staff.group_hr_officer")
        cls.table = cls.new_table("T-SHIPPED")
        cls.version = cls.new_version(cls.table, "2031-01-01")
        cls.xmlid = f"{MODULE}.test_shipped_version"
        cls.env["ir.model.data"].create(
            {
                "module": MODULE,
                "name": "test_shipped_version",
                "model": cls.version._name,
                "res_id": cls.version.id,
            }
        )

    def test_a_new_document_binds_as_after_an_installation(self):
        put_in_force(self.env, self.xmlid)

        self.assertEqual(self.version.state, "in_force")

    def test_a_document_whose_figures_hr_changed_stays_a_draft(self):
        self.version.rate_ids[0].with_user(self.hr).amount = 1
        self.env.flush_all()

        put_in_force(self.env, self.xmlid)

        self.assertEqual(self.version.state, "draft")

    def test_a_document_that_hr_took_back_stays_a_draft(self):
        put_in_force(self.env, self.xmlid)
        self.version.with_user(self.hr).action_back_to_draft()
        self.env.flush_all()

        put_in_force(self.env, self.xmlid)

        self.assertEqual(self.version.state, "draft")

    def test_a_text_of_the_office_keeps_the_shipped_one_a_draft(self):
        self.new_version(self.table, "2030-01-01", in_force=True)

        put_in_force(self.env, self.xmlid)

        self.assertEqual(self.version.state, "draft")

    def test_a_text_of_another_county_does_not_keep_it_a_draft(self):
        county = self.new_site("T-OTHER", level="county")
        table = self.new_table("T-OTHER", county=county)
        self.new_version(table, "2030-01-01", in_force=True)

        put_in_force(self.env, self.xmlid)

        self.assertEqual(self.version.state, "in_force")
