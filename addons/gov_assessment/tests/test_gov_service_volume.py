"""办件量: a figure of a person and month (X7)."""

from datetime import date

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from .common_rev import ReviewCommon

MODEL = "gov.import.volume"
OCTOBER = date(2026, 10, 1)


@tagged("post_install", "-at_install")
class TestServiceVolume(ReviewCommon):
    def row(self, **cells):
        staff_no = self.person.gov_staff_no
        return {"工号": staff_no, "月份": "2026-10-15", "办件量": 120, **cells}

    def test_one_figure_a_person_and_month(self):
        self.new_volume(self.person, 1)

        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self.new_volume(self.person, 2)

    def test_figure_belongs_to_a_month(self):
        with self.assertRaises(ValidationError):
            self.new_volume(self.person, 1, date(2026, 10, 2))

    def test_closed_month_keeps_its_figures(self):
        volume = self.new_volume(self.person, 1)
        self.new_round("locked")

        with self.assertRaises(DocumentLocked):
            volume.cases = 2

    def test_import_writes_and_replaces(self):
        volume = self.import_rows(MODEL, self.row(), user=self.officer).records
        self.assertRecordValues(
            volume,
            [{"employee_id": self.person.id, "date": OCTOBER, "cases": 120}],
        )

        again = self.import_rows(MODEL, self.row(办件量=130), user=self.officer)

        self.assertEqual((again.records, volume.cases), (volume, 130))

    def test_import_refuses_what_it_cannot_mean(self):
        name, staff_no = "办件量.xlsx", self.person.gov_staff_no
        self.assert_refused(
            MODEL,
            [self.row(工号="W999")],
            f"{name} 第 2 行“工号”列，值“W999”：找不到对应的记录，请核对，或先导入相应的表",
        )
        self.assert_refused(
            MODEL,
            [self.row(办件量=-1)],
            f"{name} 第 2 行“办件量”列，值“-1”：不能为负数",
        )
        self.assert_refused(
            MODEL,
            [self.row(), self.row(月份="2026-10-31")],
            f"{name} 第 3 行“工号”列，值“{staff_no}”：重复出现，首次出现在第 2 行",
        )

    def test_only_officers_import(self):
        for user in (self.site_officer, self.leader, self.plain_user):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.import_rows(MODEL, self.row(), user=user)

    def test_site_officer_reads_the_own_sites(self):
        own = self.new_volume(self.person, 1)
        other = self.new_volume(self.new_person(site=self.town_b), 1)

        found = self.env["gov.service.volume"].with_user(self.site_officer).search([])

        self.assertIn(own, found)
        self.assertNotIn(other, found)
