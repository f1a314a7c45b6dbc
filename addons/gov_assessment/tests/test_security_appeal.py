"""Appeals and corrections: who may see and do what, also past the screens."""

from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from odoo.addons.gov_window_staff.tests.common import RpcCommon
from odoo.addons.gov_window_staff.tests.common_certificate import LIAISON, PDF

from .common_appeal import AppealCommon

MODELS = (
    "gov.appeal",
    "gov.appeal.line",
    "gov.appraisal.correction",
    "gov.appraisal.correction.line",
)
WIZARDS = ("gov.appeal.record", "gov.appraisal.correction.cancel")


@tagged("post_install", "-at_install")
class TestAppealRights(AppealCommon):
    def rights(self, user):
        """{model: letters of what the access lists allow}, without empty ones."""
        letters = {"read": "r", "write": "w", "create": "c", "unlink": "d"}
        table = {}
        for model in MODELS + WIZARDS:
            records = self.env[model].with_user(user)
            text = "".join(s for n, s in letters.items() if records.has_access(n))
            table[model] = text
        return {model: text for model, text in table.items() if text}

    def test_officer_works_with_them_and_deletes_none(self):
        expected = dict.fromkeys(MODELS, "rwc") | dict.fromkeys(WIZARDS, "rwcd")

        self.assertEqual(self.rights(self.handler), expected)

    def test_leader_reads_appeals_and_approves_corrections(self):
        self.assertEqual(
            self.rights(self.leader),
            {
                "gov.appeal": "r",
                "gov.appeal.line": "r",
                "gov.appraisal.correction": "rw",
                "gov.appraisal.correction.line": "r",
                "gov.appraisal.correction.cancel": "rwcd",
            },
        )

    def test_site_officer_reads_appeals_of_the_own_sites(self):
        self.assertEqual(
            self.rights(self.site_officer),
            {"gov.appeal": "r", "gov.appeal.line": "r"},
        )
        own = self.submit()
        foreign_site = self.new_user("far", "gov_window_staff.group_site_officer")
        foreign_site.gov_department_ids = self.town_b
        appeals = self.env["gov.appeal"]

        self.assertEqual(appeals.with_user(self.site_officer).search([]), own)
        self.assertFalse(appeals.with_user(foreign_site).search([]))
        with self.assertRaises(AccessError):
            own.with_user(foreign_site).read(["reason"])
        with self.assertRaises(AccessError):
            own.line_ids.with_user(foreign_site).read(["facts"])

    def test_site_officer_sees_no_correction_behind_an_appeal(self):
        appeal = self.decided("upheld").with_user(self.site_officer)

        self.assertNotIn("correction_id", appeal.fields_get())
        with self.assertRaises(AccessError):
            appeal.read(["correction_id"])

    def test_nobody_else_has_any_right(self):
        for user in (
            self.plain_user,
            self.portal_user,
            self.new_user("liaison", LIAISON),
        ):
            with self.subTest(user=user.login):
                self.assertEqual(self.rights(user), {})

    def test_evidence_is_read_with_the_appeal_only(self):
        file = self.submit(files=[(PDF, "假条.pdf")]).evidence_ids

        self.assertTrue(file.with_user(self.handler).raw)
        with self.assertRaises(AccessError):
            file.with_user(self.plain_user).read(["raw"])


@tagged("post_install", "-at_install")
class TestAppealRpc(RpcCommon, AppealCommon):
    def refused(self, user, model, method, *args, **kwargs):
        with self.assertRaises(JsonRpcException):
            self.call(user, model, method, *args, **kwargs)

    def test_scripts_do_not_get_past_the_flow(self):
        appeal = self.accepted()
        correction = self.propose()
        forged = {"state": "approved", "approved_by_id": self.leader.id}

        self.refused(self.handler, correction._name, "write", correction.ids, forged)
        self.refused(self.handler, correction._name, "unlink", correction.ids)
        self.refused(
            self.handler,
            appeal._name,
            "write",
            appeal.ids,
            {"state": "upheld"},
            context={"gov_unlock": True},
        )
        self.refused(self.handler, appeal._name, "unlink", appeal.ids)
        self.refused(self.handler, appeal._name, "_submit", [], [], {})
        self.refused(self.portal_user, appeal._name, "read", appeal.ids, ["state"])
        self.refused(self.leader, appeal._name, "action_decide", appeal.ids)
        self.refused(self.officer, appeal._name, "action_accept", appeal.ids)
        self.refused(
            self.site_officer, correction._name, "action_apply", correction.ids
        )

        self.assertEqual(appeal.state, "accepted")
        self.assertEqual(correction.state, "draft")
        self.assertEqual(self.event.state, "confirmed")
