"""Whatever people upload is what its name says, and nothing that runs or bursts."""

import base64

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..exceptions import UploadRefused
from ..tools.scans import check_scan
from .common import HR_OFFICER, WindowStaffCommon
from .common_upload import BAD, GOOD, PAGE, PDF, SVG, archive, picture

SHOWN = "Files that may be uploaded: jpg jpeg"


@tagged("post_install", "-at_install")
class TestUploads(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.officer = cls.new_user("uploads", HR_OFFICER)
        cls.files = cls.env["ir.attachment"].with_user(cls.officer)

    def stored(self):
        return self.env["ir.attachment"].search_count([("id", "!=", False)])

    def assert_refused(self, call):
        before = self.stored()
        with self.assertRaises(UploadRefused) as refused:
            call()
        self.assertEqual(self.stored(), before)
        self.assertIn(SHOWN, str(refused.exception))
        return str(refused.exception)

    def test_files_of_the_office_are_taken(self):
        for name, content in GOOD.items():
            with self.subTest(name=name):
                file = self.files.create({"name": name, "raw": content})
                self.assertEqual((file.name, file.raw), (name, content))

    @mute_logger("odoo.tools.mimetypes.guess_mimetype")
    def test_dangerous_and_damaged_files_are_refused(self):
        for name, content in BAD.items():
            for key, value in (("raw", content), ("datas", base64.b64encode(content))):
                with self.subTest(name=name, key=key):
                    self.assert_refused(
                        lambda n=name, k=key, v=value: self.files.create(
                            {"name": n, k: v, "mimetype": "application/pdf"}
                        )
                    )
                    # programs of ours that act for a person change nothing in this
                    self.assert_refused(
                        lambda n=name, k=key, v=value: self.files.sudo().create(
                            {"name": n, k: v}
                        )
                    )

    def test_error_names_the_file_its_content_and_what_is_taken(self):
        words = self.assert_refused(
            lambda: self.files.create({"name": "证书.pdf", "raw": picture()})
        )

        for part in ("证书.pdf", "“pdf”", "image/png", "docx"):
            self.assertIn(part, words)

    def test_folders_are_taken_off_the_name(self):
        file = self.files.create({"name": r"..\..\etc/证书.pdf", "raw": PDF})

        self.assertEqual(file.name, "证书.pdf")

    def test_content_says_the_type_and_not_the_sender(self):
        file = self.files.create({"name": "a.pdf", "raw": PDF, "mimetype": "text/html"})
        self.assertEqual(file.mimetype, "application/pdf")

        file.write({"mimetype": "text/html"})
        self.assertEqual(file.mimetype, "application/pdf")

    def test_later_content_and_later_name_are_judged_too(self):
        file = self.files.create({"name": "a.pdf", "raw": PDF})
        for vals in (
            {"raw": PAGE},
            {"datas": base64.b64encode(SVG)},
            {"name": "a.html"},
            {"name": "a.jpg"},
            {"raw": PDF, "name": "a.exe"},
        ):
            with self.subTest(vals=vals):
                self.assert_refused(lambda v=vals: file.write(v))
        file.write({"name": "b.pdf", "raw": PDF + b"2"})
        self.assertEqual((file.name, file.raw), ("b.pdf", PDF + b"2"))

    def test_content_by_a_back_door_is_not_stored(self):
        page = base64.b64encode(PAGE)
        file = self.files.with_context(
            default_raw=PAGE,
            default_datas=page,
            default_db_datas=page,
            default_mimetype="text/html",
        )
        self.assertFalse(file.create({"name": "a"}).raw)
        made = file.create({"name": "a.pdf", "raw": PDF, "db_datas": page})
        made.write({"db_datas": page})
        self.assertEqual((made.raw, made.mimetype), (PDF, "application/pdf"))
        self.assert_refused(lambda: made.copy({"name": "x", "raw": PAGE}))
        for broken in ({"datas": "王"}, {"raw": 5}, {"raw": [PAGE]}):
            with self.subTest(broken=broken):
                self.assert_refused(
                    lambda b=broken: self.files.create({"name": "a.pdf", **b})
                )

    def test_files_of_binary_fields_are_judged(self):
        person = self.new_person("甲").with_user(self.officer)
        person.image_1920 = base64.b64encode(picture())
        with self.assertRaises(UserError):
            person.image_1920 = base64.b64encode(SVG)
        with self.assertRaises(UserError):
            person.image_1920 = base64.b64encode(PAGE)
        self.assertTrue(person.image_1920.startswith(b"iVBOR"))

    def test_too_big_for_its_kind(self):
        kind = self.env.ref("gov_window_staff.upload_type_text")
        kind.max_megabytes = 1

        words = self.assert_refused(
            lambda: self.files.create({"name": "a.txt", "raw": b"x" * (2**20 + 1)})
        )
        self.assertIn("at most 1 MB", words)

    def test_administrator_takes_and_adds_kinds(self):
        administrator = self.new_user(
            "uploads admin", "gov_window_staff.group_administrator"
        )
        kinds = self.env["gov.upload.type"].with_user(administrator)
        self.env.ref("gov_window_staff.upload_type_table").with_user(
            administrator
        ).active = False
        self.assert_refused(lambda: self.files.create({"name": "a.csv", "raw": b"a"}))
        kinds.create({"extensions": "zip", "mimetypes": "application/zip"})
        self.assertTrue(self.files.create({"name": "a.zip", "raw": archive(a=b"x")}))

    def test_what_runs_is_never_allowed(self):
        kinds = self.env["gov.upload.type"]
        for ending, kind in (
            ("htm", "text/html"),
            ("a", "image/svg+xml"),
            ("a", "application/x-dosexec"),
            ("a", "application/octet-stream"),
            ("a", "application/vnd.ms-excel.sheet.macroEnabled.12"),
            ("bat", "text/plain"),
            (".PDF", "application/pdf"),
        ):
            with self.subTest(ending=ending, kind=kind):
                with self.assertRaises(ValidationError):
                    kinds.create({"extensions": ending, "mimetypes": kind})

    def test_scan_is_opened_and_not_only_looked_at(self):
        check_scan(self.env, picture("JPEG"))
        for content in (BAD["half.png"], BAD["bomb.png"], BAD["page in.pdf"]):
            with self.subTest(content=content[:20]), self.assertRaises(UserError):
                check_scan(self.env, content)

    def test_programs_and_drawn_initials_go_on_working(self):
        made = self.env["ir.attachment"].create({"name": "a.svg", "raw": SVG})
        self.assertEqual(made.mimetype, "image/svg+xml")
        admin = self.env.ref("base.user_admin")

        user = self.env["res.users"].with_user(admin)
        user = user.create({"name": "<王>", "login": "initials"})

        self.assertTrue(base64.b64decode(user.image_1920).startswith(b"<?xml"))
