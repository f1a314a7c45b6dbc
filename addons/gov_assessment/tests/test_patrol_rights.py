"""Who may see and do what with patrols, role by role and over RPC."""

from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.tests.common import SITE_OFFICER, RpcCommon

from .common_patrol import PatrolCommon


@tagged("post_install", "-at_install")
class TestPatrolRights(RpcCommon, PatrolCommon):
    MODELS = ("gov.patrol", "gov.patrol.finding", "gov.patrol.day")
    CATALOGUES = ("gov.patrol.measure", "gov.violation.class", "gov.service.rule")
    CATALOGUES += ("gov.patrol.policy", "gov.patrol.policy.version")

    def rights(self, user, model):
        names = {"read": "r", "write": "w", "create": "c", "unlink": "d"}
        records = self.env[model].with_user(user)
        return "".join(c for name, c in names.items() if records.has_access(name))

    def test_each_role(self):
        for user, expected, catalogue in (
            (self.officer, ("rwcd", "rwcd", "rw"), "rwcd"),
            (self.site_officer, ("rwcd", "rwcd", "rw"), "r"),
            (self.leader, ("rwc", "rwc", "r"), "r"),
            (self.plain_user, ("", "", ""), "r"),
            (self.portal_user, ("", "", ""), ""),
        ):
            with self.subTest(user=user.login):
                found = tuple(self.rights(user, model) for model in self.MODELS)
                self.assertEqual(found, expected)
                for model in self.CATALOGUES:
                    self.assertEqual(self.rights(user, model), catalogue)

    def test_site_officer_sees_and_makes_those_of_own_halls(self):
        own = self.new_patrol("done", user=self.site_officer)
        foreign = self.new_patrol("done", site=self.town_b)
        finding = self.new_finding(department_id=self.town_b.id)

        for model, expected in zip(
            self.MODELS, (own, self.env["gov.patrol.finding"], own.day_id), strict=True
        ):
            found = self.env[model].with_user(self.site_officer).search([])
            self.assertEqual(found, expected)
        with self.assertRaises(AccessError):
            self.new_patrol(site=self.town_b, user=self.site_officer)
        with self.assertRaises(AccessError):
            own_finding = self.new_finding(user=self.site_officer)
            own_finding.department_id = self.town_b
        for record in (foreign, finding):
            with self.assertRaises(AccessError):
                record.with_user(self.site_officer).read(["state"])

    def test_site_officer_makes_no_record_about_people_elsewhere(self):
        stranger = self.new_person(site=self.town_b)
        finding = self.new_finding(stranger, user=self.site_officer)

        with self.assertRaises(AccessError):
            finding.action_make_record()

    def test_counter_is_not_written_by_hand(self):
        day = self.new_patrol("done").day_id
        with self.assertRaises(DocumentLocked):
            day.with_user(self.officer).required_count = 0

        day.with_user(self.officer).note = "停电"

        self.assertEqual((day.required_count, day.note), (4, "停电"))

    def test_over_rpc_nothing_is_forged(self):
        finding = self.new_finding()
        self.call(
            self.officer, finding._name, "write", finding.ids, {"state": "closed"}
        )
        for method in ("_step", "_note_signature"):
            with self.assertRaises(JsonRpcException):
                self.call(self.officer, finding._name, method, finding.ids)
        other = self.new_user("other", SITE_OFFICER, sites=self.town_b)
        with self.assertRaises(JsonRpcException):
            self.call(other, finding._name, "action_make_record", finding.ids)

        finding.invalidate_recordset()
        self.assertEqual((finding.state, finding.event_id.ids), ("new", []))
