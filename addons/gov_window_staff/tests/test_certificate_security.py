"""Certificates, role by role: who reads, who decides, who sees the scan."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from .common import HR_OFFICER, LEADER, SITE_OFFICER, RpcCommon, WindowStaffCommon
from .common_certificate import LIAISON, PDF, REGISTRY, CertificateMixin, b64


class RolesCase(CertificateMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.unit = cls.new_unit()
        cls.users = {
            "holder": cls.new_user("holder", "base.group_portal"),
            "plain": cls.new_user("plain"),
            "liaison": cls.new_user("liaison", LIAISON, gov_unit_ids=cls.unit.ids),
            "site_officer": cls.new_user("site", SITE_OFFICER, sites=cls.town),
            "leader": cls.new_user("leader", LEADER),
            "officer": cls.new_user("officer", HR_OFFICER),
        }
        cls.officer = cls.users["officer"]
        cls.others = {role: u for role, u in cls.users.items() if role != "officer"}
        cls.own = cls.new_person(user_id=cls.users["holder"].id)
        cls.of_unit = cls.new_person(site=cls.town_b, gov_dispatch_unit_id=cls.unit.id)
        cls.papers = {
            person: cls.new_waiting(person, scan=b64(PDF))
            for person in (cls.own, cls.of_unit, cls.new_person(site=cls.town_b))
        }

    def readers(self, person):
        return {
            role
            for role, user in self.users.items()
            if self.papers[person].with_user(user).has_access("read")
        }


@tagged("post_install", "-at_install")
class TestCertificateRoles(RolesCase):
    def test_each_role_reads_its_own_people_only(self):
        elsewhere = list(self.papers)[2]

        self.assertEqual(self.readers(self.own), {"site_officer", "leader", "officer"})
        self.assertEqual(self.readers(self.of_unit), {"liaison", "leader", "officer"})
        self.assertEqual(self.readers(elsewhere), {"leader", "officer"})

    def test_liaison_who_loses_the_unit_loses_its_certificates(self):
        self.users["liaison"].gov_unit_ids = False

        self.assertNotIn("liaison", self.readers(self.of_unit))

    def test_scan_is_read_by_those_who_read_the_certificate(self):
        for person, paper in self.papers.items():
            scan = self.env["ir.attachment"].search(
                [
                    ("res_model", "=", "gov.certificate"),
                    ("res_field", "=", "scan"),
                    ("res_id", "=", paper.id),
                ]
            )
            readers = {
                role
                for role, user in self.users.items()
                if scan.with_user(user).has_access("read")
            }
            with self.subTest(person=person.name):
                self.assertTrue(scan)
                self.assertEqual(readers, self.readers(person))

    def test_nobody_but_an_officer_writes_enters_or_deletes(self):
        paper = self.papers[self.own]
        for role, user in self.others.items():
            own = paper.with_user(user)
            with self.subTest(role=role):
                self.assertRaises(AccessError, own.write, {"issuer": "x"})
                self.assertRaises(AccessError, own.unlink)
                self.assertRaises(AccessError, own.copy, {"number": "S-7"})

    def test_nobody_but_an_officer_decides(self):
        paper = self.papers[self.own]
        for role, user in self.others.items():
            own = paper.with_user(user)
            for decide in (own._verify, own._reject, own._void, own._undo):
                with self.subTest(role=role, decision=decide.__name__):
                    self.assertRaises(AccessError, decide, "x")

        self.assertEqual(paper.state, "draft")

    def test_holder_touches_neither_waiting_nor_verified_one(self):
        paper = self.papers[self.own]
        paper.with_user(self.officer)._verify(REGISTRY)
        holder = self.users["holder"]

        self.assertRaises(AccessError, paper.with_user(holder).read, ["number"])
        self.assertRaises(AccessError, paper.with_user(holder).write, {"number": "x"})
        with self.assertRaises(UserError):
            self.upload(self.own, number=paper.number)

    def test_extensions_and_reminders_are_for_officers(self):
        for model in ("gov.deadline.extension", "gov.deadline.warning"):
            for role, user in self.others.items():
                with self.subTest(model=model, role=role):
                    self.assertFalse(self.env[model].with_user(user).has_access("read"))
                    self.assertFalse(
                        self.env[model].with_user(user).has_access("create")
                    )

    def test_ladder_of_a_person_is_for_officers(self):
        fields = (
            "gov_level5_deadline",
            "gov_level5_state",
            "gov_is_eligible",
            "gov_eligibility_html",
            "gov_can_level_up",
            "gov_occupation_date",
        )
        for role in ("plain", "liaison", "site_officer", "leader"):
            person = self.own.with_user(self.users[role])
            for field in fields:
                with self.subTest(role=role, field=field):
                    self.assertRaises(AccessError, person.read, [field])


@tagged("post_install", "-at_install")
class TestCertificateRpc(RpcCommon, RolesCase):
    def assert_refused(self, message, user, model, method, *args, **kwargs):
        with self.assertRaisesRegex(JsonRpcException, message):
            self.call(user, model, method, *args, **kwargs)

    def test_result_is_not_written_with_a_forged_key(self):
        paper = self.papers[self.own]
        for key in (True, "UNLOCK", {}):
            for vals in ({"verify_date": "2026-09-02"}, {"state": "verified"}):
                with self.subTest(key=key, vals=vals):
                    self.assert_refused(
                        "DocumentLocked|UserError",
                        self.officer,
                        "gov.certificate",
                        "write",
                        paper.ids,
                        vals,
                        context={"gov_unlock": key},
                    )
        self.assertEqual(paper.state, "draft")

    def test_verified_one_is_not_created_with_defaults(self):
        self.assert_refused(
            "DocumentLocked",
            self.officer,
            "gov.certificate",
            "create",
            [
                {
                    "employee_id": self.own.id,
                    "level_id": self.level(5).id,
                    "number": "F-1",
                    "issue_date": "2020-01-01",
                }
            ],
            context={"default_verify_date": "2020-01-02", "gov_unlock": True},
        )

    def test_flow_is_not_callable_by_name(self):
        for method in ("_verify", "_undo", "_submit_from_portal", "_unprotected"):
            with self.subTest(method=method):
                self.assert_refused(
                    "Private|AccessError",
                    self.officer,
                    "gov.certificate",
                    method,
                    self.papers[self.own].ids,
                )

    def test_sheets_are_for_officers(self):
        for role in ("plain", "liaison", "site_officer", "leader"):
            for model in ("gov.certificate.verify", "gov.certificate.reason"):
                with self.subTest(role=role, model=model):
                    self.assert_refused(
                        "AccessError",
                        self.users[role],
                        model,
                        "create",
                        [{"certificate_ids": [(6, 0, self.papers[self.own].ids)]}],
                    )

    def test_officer_does_not_verify_the_own_one_by_a_line_added_to_the_sheet(self):
        self.own.user_id = self.officer
        other = self.papers[self.of_unit]
        (sheet,) = self.call(
            self.officer,
            "gov.certificate.verify",
            "create",
            [{"certificate_ids": [(6, 0, other.ids)]}],
        )
        line = {"certificate_id": self.papers[self.own].id, "result": "可查"}
        self.call(
            self.officer,
            "gov.certificate.verify",
            "write",
            [sheet],
            {"line_ids": [(0, 0, line)]},
        )

        self.assert_refused(
            "UserError",
            self.officer,
            "gov.certificate.verify",
            "action_confirm",
            [sheet],
        )
        self.assertEqual(self.papers[self.own].state, "draft")

    def test_scan_is_not_downloaded_by_others(self):
        path = f"/web/content/gov.certificate/{self.papers[self.own].id}/scan"
        for role, status in (("officer", 200), ("plain", 404), ("liaison", 404)):
            user = self.users[role]
            self.authenticate(user.login, user.login)
            with self.subTest(role=role):
                self.assertEqual(self.url_open(path).status_code, status)

    def test_extension_is_not_backdated_or_changed(self):
        (extension,) = self.call(
            self.officer,
            "gov.deadline.extension",
            "create",
            [
                {
                    "employee_id": self.own.id,
                    "until": "2099-01-01",
                    "reason": "产假",
                    "date": "2020-01-01",
                    "user_id": 1,
                }
            ],
        )

        record = self.env["gov.deadline.extension"].browse(extension)
        self.assertEqual(record.user_id, self.officer)
        self.assertGreater(str(record.date), "2020-01-01")
        for method, args in (("write", [{"until": "2100-01-01"}]), ("unlink", [])):
            with self.subTest(method=method):
                self.assert_refused(
                    "AccessError|DocumentLocked",
                    self.officer,
                    "gov.deadline.extension",
                    method,
                    [extension],
                    *args,
                )
