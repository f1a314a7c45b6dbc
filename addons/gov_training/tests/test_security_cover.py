"""Who may see and change coverage, bases, alerts, duties and sheets."""

from odoo.exceptions import AccessError
from odoo.tests import new_test_user, tagged
from odoo.tools import mute_logger

from .common import TrainingCommon
from .common_cover import Q2, SPRING, CoverBuilders
from .test_rpc import RpcCase

OPERATIONS = ("read", "write", "create", "unlink")
READ = {"read"}
ALL = set(OPERATIONS)
# what each role may do; a role that is not named may do nothing
RIGHTS = {
    "gov.training.duty": {
        "plain": READ,
        "liaison": READ,
        "site_officer": READ,
        "leader": READ,
        "officer": ALL,
    },
    "gov.training.duty.version": {
        "plain": READ,
        "liaison": READ,
        "site_officer": READ,
        "leader": READ,
        "officer": ALL,
    },
    "gov.training.category": {
        "plain": READ,
        "liaison": READ,
        "site_officer": READ,
        "leader": READ,
        "officer": ALL,
    },
    "gov.training.coverage": {
        "liaison": READ,
        "site_officer": READ,
        "leader": READ,
        "officer": READ,
    },
    "gov.training.site.coverage": {
        "site_officer": READ,
        "leader": READ,
        "officer": READ,
    },
    "gov.training.alert": {"site_officer": READ, "leader": READ, "officer": READ},
    "gov.training.base": {"site_officer": ALL, "leader": READ, "officer": ALL},
    "gov.training.sheet": {"officer": ALL},
}


class CoverRights(CoverBuilders, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.unit = cls.env["res.partner"].create({"name": "U", "is_gov_unit": True})
        cls.ann.gov_dispatch_unit_id = cls.unit
        cls.liaison = cls.new_user("liaison", "gov_window_staff.group_liaison")
        cls.liaison.gov_unit_ids = cls.unit
        cls.plain = cls.new_user("plain", "base.group_user")
        cls.portal = new_test_user(cls.env, "cover_portal", "base.group_portal")


@tagged("post_install", "-at_install")
class TestCoverRights(CoverRights):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.freeze(SPRING)

    def test_each_role_may_do_what_the_table_says(self):
        roles = ("plain", "liaison", "site_officer", "leader", "officer", "portal")
        for model, rights in RIGHTS.items():
            for role in roles:
                records = self.env[model].with_user(getattr(self, role))
                may = {op for op in OPERATIONS if records.has_access(op)}
                with self.subTest(model=model, role=role):
                    self.assertEqual(may, rights.get(role, set()))

    def people_of(self, user):
        rows = self.env["gov.training.coverage"].with_user(user)
        mine = [("quarter", "=", Q2), ("county_id", "=", self.county.id)]
        return rows.search(mine).sudo().employee_id

    def test_each_sees_the_people_of_the_own_business(self):
        everybody = self.ann | self.bob | self.eve
        for user, people in (
            (self.officer, everybody),
            (self.leader, everybody),
            (self.site_officer, self.ann | self.bob),
            (self.liaison, self.ann),
        ):
            with self.subTest(user=user.login):
                self.assertEqual(self.people_of(user), people)

    def test_site_officer_reads_the_names_of_own_people(self):
        rows = self.env["gov.training.coverage"].with_user(self.site_officer)
        row = rows.search([("staff_no", "=", "W001"), ("quarter", "=", Q2)])

        [values] = row.web_read({"employee_id": {"fields": {"display_name": {}}}})

        self.assertEqual(values["employee_id"]["display_name"], "Person W001")

    def test_site_officer_sees_own_sites(self):
        rows = self.env["gov.training.site.coverage"].with_user(self.site_officer)

        found = rows.search([("is_current", "=", True)]).department_id
        self.assertEqual(found, self.town_a | self.village)

    def test_site_officer_sees_own_alerts(self):
        vals = {
            "quarter": Q2,
            "county_id": self.county.id,
            "date": "2026-04-15",
        }
        alerts = self.env["gov.training.alert"]
        own = alerts.create({**vals, "user_id": self.site_officer.id})
        other = alerts.create({**vals, "user_id": self.officer.id})

        self.assertTrue(own.with_user(self.site_officer).has_access("read"))
        self.assertFalse(other.with_user(self.site_officer).has_access("read"))

    def test_warned_officer_says_that_it_is_done(self):
        alerts = self.env["gov.training.alert"]
        self.new_duty(self.county, alert_month=1)
        alerts._cron_alert()
        own = alerts.search([("user_id", "=", self.site_officer.id)])

        own.activity_ids.with_user(self.site_officer).action_feedback("planned")

        self.assertFalse(own.activity_ids)

    def test_base_is_not_pushed_to_a_site_of_others(self):
        base = self.new_base(self.town_a, "village").with_user(self.site_officer)
        self.new_site("W", "village", self.town_b)

        with self.assertRaises(AccessError):
            base.department_id = self.town_b

    def test_leader_does_not_make_up(self):
        rows = self.env["gov.training.site.coverage"].with_user(self.leader)

        with self.assertRaises(AccessError):
            rows.search([("is_current", "=", True)]).action_make_up()


@tagged("post_install", "-at_install")
class TestRpcCover(RpcCase, CoverRights):
    def test_coverage_is_not_written(self):
        for model in ("gov.training.coverage", "gov.training.site.coverage"):
            row = self.env[model].search([("is_current", "=", True)], limit=1)
            with self.subTest(model=model):
                self.assert_refused(
                    "AccessError", self.officer, model, "write", row.ids, {"trained": 1}
                )

    def test_alerts_are_made_by_the_system_only(self):
        self.assert_refused(
            "AccessError",
            self.officer,
            "gov.training.alert",
            "create",
            [{"quarter": "2026-04-01", "county_id": self.county.id}],
        )

    def test_make_up_of_others_people_is_refused(self):
        rows = self.env["gov.training.coverage"].search(
            [("is_current", "=", True), ("employee_id", "=", self.eve.id)]
        )

        self.assert_refused(
            "AccessError",
            self.site_officer,
            "gov.training.coverage",
            "action_make_up",
            rows.ids,
        )

    def test_forged_domain_reaches_own_people_only(self):
        action = self.call(
            self.site_officer,
            "gov.training.coverage",
            "action_make_up",
            [],
            context={"active_domain": [["is_current", "=", True]]},
        )
        session = self.env["gov.training.session"].browse(action["res_id"])

        self.assertEqual(set(session.proposed_ids.ids), set((self.ann | self.bob).ids))

    def test_source_of_the_chain_is_not_forged(self):
        source = self.new_session()
        session = self.new_session(name="Other")

        self.call(
            self.officer,
            "gov.training.session",
            "write",
            session.ids,
            {"source_id": source.id},
        )

        self.assertFalse(session.source_id)

    def test_version_in_force_is_not_changed(self):
        version = self.new_duty(self.county)

        self.assert_refused(
            "DocumentLocked",
            self.officer,
            "gov.training.duty.version",
            "write",
            version.ids,
            {"sessions": 2},
        )

    def test_internal_methods_cannot_be_called(self):
        for method in ("_make_up", "_enroll_proposed"):
            with self.subTest(method=method), mute_logger("odoo.http"):
                self.assert_refused(
                    "AccessError|Private|private",
                    self.officer,
                    "gov.training.session",
                    method,
                    [],
                )

    def test_portal_user_reads_no_coverage(self):
        self.assert_refused(
            "AccessError",
            self.portal,
            "gov.training.coverage",
            "search_read",
            [],
            ["employee_id"],
        )
