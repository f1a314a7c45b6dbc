"""From a patrol to a record, in the browser and in Chinese."""

from odoo.tests import HttpCase, tagged

from .common_patrol import PatrolCommon


@tagged("post_install", "-at_install")
class TestPatrolTour(HttpCase, PatrolCommon):
    def test_patrol_finds_something_that_becomes_a_record(self):
        self.officer.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})
        self.person.name = "李四"

        self.start_tour(
            "/odoo/gov-patrols", "gov_patrol_tour", login=self.officer.login
        )

        patrol = self.env["gov.patrol"].search([("department_id", "=", self.town.id)])
        self.assertEqual((patrol.state, patrol.round_no), ("ongoing", 1))
        self.assertRecordValues(
            patrol.finding_ids.event_id,
            [
                {
                    "state": "confirmed",
                    "employee_id": self.person.id,
                    "reason": "上午九点半仍未到岗",
                    "confirmed_by_id": self.officer.id,
                }
            ],
        )
