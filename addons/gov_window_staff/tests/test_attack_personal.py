"""Ways round the stars that an attacker tried: cards, phones and ID numbers."""

import base64

from lxml import etree

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from ..models.people.res_users_identity import OFFICIAL_FIELDS
from .common import HR_OFFICER, RpcCommon, WindowStaffCommon
from .common_movement import MovementCommon
from .common_people import CARD, NUMBER, PERSONAL, PHONE, PeopleMixin

OTHER_PHONE = "13999999999"


@tagged("post_install", "-at_install")
class TestCards(PeopleMixin, WindowStaffCommon):
    """A person's card stays a person's card, whatever becomes of the profile."""

    def assert_hidden(self, account):
        found = self.as_user("officer", account).search([("acc_number", "=", CARD)])
        self.assertFalse(found)
        shown = self.as_user("member", account).display_name
        self.assertEqual(shown, "农商行 **** 0008")

    def test_card_of_somebody_who_left_is_masked(self):
        self.person.active = False

        self.assertEqual(self.as_user("officer").gov_card_masked, "农商行 **** 0008")
        self.assert_hidden(self.person.bank_account_ids)

    def test_card_is_hidden_when_the_contact_is_taken_off_the_profile(self):
        account = self.person.bank_account_ids

        self.as_user("officer").write({"work_contact_id": False})

        self.assert_hidden(account)

    def test_card_is_hidden_when_the_contact_becomes_a_company(self):
        account = self.person.bank_account_ids
        contact = self.person.work_contact_id
        self.as_user("officer").write({"work_contact_id": False})

        self.as_user("officer", contact).write({"is_company": True})

        self.assert_hidden(account)

    def test_card_is_hidden_after_the_profile_is_deleted(self):
        account = self.person.bank_account_ids

        self.as_user("officer").unlink()

        self.assert_hidden(account)

    def test_mark_of_a_card_is_not_taken_off(self):
        account = self.as_user("officer", self.person.bank_account_ids)

        self.assertRaises(AccessError, account.write, {"gov_is_personal": False})


@tagged("post_install", "-at_install")
class TestOwnLogin(PeopleMixin, WindowStaffCommon):
    """Odoo shows and lets edit what belongs to the own login."""

    def test_officer_does_not_tie_the_own_login_to_another_person(self):
        login = self.users["officer"].id
        for records in (self.person, self.person.resource_id):
            with self.subTest(model=records._name), self.assertRaises(UserError):
                self.as_user("officer", records).write({"user_id": login})
        self.assertFalse(self.person.user_id)

    def test_officer_does_not_untie_the_own_login(self):
        self.person.user_id = self.users["officer"]
        for records in (self.person, self.person.resource_id):
            with self.subTest(model=records._name), self.assertRaises(UserError):
                self.as_user("officer", records).write({"user_id": False})

    def test_officer_does_not_swap_the_resource_that_keeps_the_login(self):
        mine = self.new_person("P009", user_id=self.users["officer"].id)
        other = self.env["resource.resource"].create({"name": "x"})
        for person, resource in ((mine, other), (self.person, mine.resource_id)):
            with self.subTest(person=person.name), self.assertRaises(UserError):
                self.as_user("officer", person).write({"resource_id": resource.id})

    def test_officer_ties_the_login_of_somebody_else(self):
        self.as_user("officer").write({"user_id": self.users["plain"].id})

        self.assertEqual(self.person.user_id, self.users["plain"])

    def test_file_is_saved_with_the_own_login_as_it_was(self):
        officer = self.users["officer"]
        self.person.user_id = officer

        self.as_user("officer").write({"user_id": officer.id, "gov_badge_no": "7"})

        self.assertEqual(self.person.gov_badge_no, "7")

    def test_keeper_of_logins_ties_the_own_one(self):
        keeper = self.new_user("keeper", HR_OFFICER, "base.group_erp_manager")

        self.person.with_user(keeper).write({"user_id": keeper.id})

        self.assertEqual(self.person.user_id, keeper)


@tagged("post_install", "-at_install")
class TestSelfService(PeopleMixin, RpcCommon, WindowStaffCommon):
    """What a person may not change without an approved correction (信息更正)."""

    def official_values(self):
        owner = self.person.work_contact_id.id
        card = {"acc_number": "6220000000000000", "partner_id": owner}
        yield {"private_phone": OTHER_PHONE}
        yield {"employee_bank_account_ids": [(0, 0, card)]}
        yield {"employee_bank_account_ids": [(5, 0, 0)]}
        yield {"private_email": "a@example.com"}
        yield {"emergency_phone": OTHER_PHONE}
        yield {"job_title": "主任"}
        yield {"pin": "1234"}
        yield {"barcode": "1234"}

    def test_profile_is_not_changed_through_the_own_login(self):
        for role in ("portal", "plain"):
            user = self.users[role]
            self.person.user_id = user
            for vals in self.official_values():
                with (
                    self.subTest(role=role, vals=vals),
                    self.assertRaisesRegex(JsonRpcException, "AccessError"),
                ):
                    self.call(user, "res.users", "write", user.ids, vals)
        self.assertEqual(self.person.private_phone, PHONE)
        self.assertEqual(self.person.bank_account_ids.acc_number, CARD)

    def test_form_of_preferences_offers_no_official_field(self):
        form = self.env.ref("hr.res_users_view_form_preferences")
        users = self.env["res.users"].with_user(self.users["plain"])
        arch = etree.fromstring(users.get_view(form.id, "form")["arch"])

        offered = {
            field.get("name")
            for field in arch.iter("field")
            if field.get("name") in OFFICIAL_FIELDS and field.get("readonly") != "1"
        }

        self.assertFalse(offered)

    def test_own_login_is_renamed_without_renaming_the_file(self):
        for role in ("portal", "plain"):
            user = self.users[role]
            self.person.user_id = user
            name = self.person.name
            with self.subTest(role=role):
                self.call(user, "res.users", "write", user.ids, {"name": "改名"})
                self.assertEqual((user.name, self.person.name), ("改名", name))

    def test_keeper_of_logins_renames_the_file_too(self):
        self.person.user_id = self.users["plain"]
        groups = ("base.group_erp_manager", "base.group_partner_manager")
        keeper = self.new_user("keeper", *groups)

        self.users["plain"].with_user(keeper).write({"name": "改名"})

        self.assertEqual(self.person.name, "改名")


@tagged("post_install", "-at_install")
class TestLeftBehind(PeopleMixin, WindowStaffCommon):
    """Rows of windows and uploads that lie about for an hour."""

    def test_number_typed_by_a_colleague_is_not_read(self):
        entry = self.env["gov.personal.entry"].with_user(self.users["officer"])
        window = entry.create({"employee_id": self.person.id, "number": NUMBER})
        colleague = self.new_user("colleague", HR_OFFICER)

        self.assertFalse(entry.with_user(colleague).search([("id", "=", window.id)]))
        self.assertRaises(AccessError, window.with_user(colleague).read, ["number"])

    def test_roster_uploaded_by_an_officer_is_not_downloaded(self):
        uploads = self.env["base_import.import"].with_user(self.users["officer"])
        upload = uploads.create(
            {"res_model": "gov.import.roster", "file": base64.b64encode(b"PK")}
        )
        for role in ("plain", "site_officer", "leader", "member"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self.as_user(role, upload).read(["file"])
        self.assertTrue(self.as_user("officer", upload).read(["file"]))

    def test_numbers_are_always_masked_in_requests(self):
        for name in ("identification", "phone", "bank"):
            entry = self.env.ref(f"gov_window_staff.correction_{name}")
            with self.subTest(field=name), self.assertRaises(ValidationError):
                entry.is_personal = False


@tagged("post_install", "-at_install")
class TestCandidates(MovementCommon):
    """The ID number on an entry is written by proposers and read by nobody."""

    def test_number_is_read_by_no_role(self):
        member = self.new_user("member", HR_OFFICER, PERSONAL)
        movement = self.draft("entry", user=self.site_officer)
        for user in (self.site_officer, self.liaison, self.officer, member):
            seen = movement.with_user(user)
            for attempt in (
                lambda m=seen: m.read(["candidate_identification"]),
                lambda m=seen: m.export_data(["candidate_identification"]),
                lambda m=seen: m.search([("candidate_identification", "like", "32")]),
                lambda m=seen: m.search([], order="candidate_identification"),
                lambda m=seen: m.formatted_read_group([], ["candidate_identification"]),
            ):
                with self.subTest(user=user.login), self.assertRaises(UserError):
                    attempt()

    def test_number_shows_stars_at_once(self):
        movement = self.draft("entry", user=self.site_officer)

        self.assertRegex(
            movement.candidate_identification_masked, r"^\d{3}\*{14}[\dX]$"
        )

    def test_saving_the_stars_keeps_the_number(self):
        movement = self.draft("entry", user=self.site_officer)
        number = movement.sudo().candidate_identification
        stars = movement.candidate_identification_masked

        movement.write({"candidate_identification_masked": stars})
        self.assertEqual(movement.sudo().candidate_identification, number)

        movement.write({"candidate_identification_masked": NUMBER})
        self.assertEqual(movement.sudo().candidate_identification, NUMBER)

    def test_number_of_a_submitted_entry_is_not_changed(self):
        movement = self.submitted("entry", user=self.site_officer)

        with self.assertRaises(UserError):
            movement.with_user(self.officer).write(
                {"candidate_identification_masked": NUMBER}
            )

    def test_next_draft_of_a_refused_entry_has_the_number(self):
        movement = self.submitted("entry", user=self.officer)
        number = movement.sudo().candidate_identification
        movement.with_user(self.officer).action_withdraw()
        movement.with_user(self.officer)._cancel("重新提交")

        again = movement.with_user(self.officer).action_again()

        draft = self.env["gov.staff.movement"].browse(again["res_id"])
        self.assertEqual(draft.candidate_identification, number)

    def test_phone_moves_to_the_profile(self):
        movement = self.approved("entry", candidate_phone=PHONE)

        self.assertEqual(movement.state, "done")
        self.assertFalse(movement.candidate_phone)
        self.assertEqual(movement.sudo().employee_id.private_phone, PHONE)
