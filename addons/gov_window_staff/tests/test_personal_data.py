"""证件号码、手机、银行卡: who reads the raw values, and that each read is on record."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import WindowStaffCommon
from .common_people import CARD, NUMBER, PHONE, PeopleMixin

RAW = {
    "identification_id": "identification",
    "private_phone": "phone",
    "passport_id": "passport",
    "ssnid": "social",
}


@tagged("post_install", "-at_install")
class TestRawValues(PeopleMixin, WindowStaffCommon):
    def outsiders(self):
        yield from ("plain", "site_officer", "liaison", "leader", "officer")

    def test_raw_fields_are_read_by_nobody_outside_the_group(self):
        for role in self.outsiders():
            for field in RAW:
                with self.subTest(role=role, field=field):
                    person = self.as_user(role)
                    self.assertRaises(AccessError, person.read, [field])
                    self.assertRaises(AccessError, lambda p=person, f=field: p[f])

    def test_raw_fields_of_a_version_are_not_read_either(self):
        for field in ("identification_id", "passport_id", "ssnid"):
            version = self.as_user("officer", self.person.version_id)
            with self.subTest(field=field):
                self.assertRaises(AccessError, version.read, [field])

    def test_raw_fields_are_not_exported_searched_or_grouped(self):
        person = self.as_user("officer")
        attempts = {
            "export": lambda: person.export_data(["name", "identification_id"]),
            "search": lambda: person.search([("identification_id", "=", NUMBER)]),
            "deep": lambda: person.env["gov.certificate"].search(
                [("employee_id.identification_id", "=", NUMBER)]
            ),
            "order": lambda: person.search([], order="identification_id"),
            "group": lambda: person.formatted_read_group([], ["identification_id"]),
            "version": lambda: person.env["hr.version"].search(
                [("identification_id", "like", "1101")]
            ),
        }
        for name, attempt in attempts.items():
            with self.subTest(attempt=name):
                self.assertRaises(AccessError, attempt)

    def test_copy_carries_no_raw_value(self):
        version = self.person.version_id

        self.assertRaises(AccessError, self.as_user("officer", version).copy_data)
        self.assertNotIn(NUMBER, str(self.as_user("member", version).copy_data()))

    def test_card_of_a_person_is_hidden_from_officers(self):
        account = self.person.bank_account_ids
        for role in self.outsiders():
            with self.subTest(role=role):
                seen = self.as_user(role, account)
                self.assertRaises(AccessError, seen.read, ["acc_number"])
                self.assertFalse(seen.search([("acc_number", "=", CARD)]))

    def test_card_of_the_centre_itself_stays_visible(self):
        account = self.env["res.partner.bank"].create(
            {"partner_id": self.unit.id, "acc_number": "320001"}
        )

        [values] = self.as_user("officer", account).read(["acc_number"])

        self.assertEqual(values["acc_number"], "320001")

    def test_name_of_a_card_shows_its_last_digits_only(self):
        for role in ("member", "administrator"):
            account = self.person.bank_account_ids.with_user(self.users["member"])
            with self.subTest(role=role):
                self.assertEqual(account.display_name, "农商行 **** 0008")

    def test_masks_are_for_hr_officers(self):
        person = self.as_user("officer")

        self.assertEqual(person.gov_identification_masked, "110**************X")
        self.assertEqual(person.gov_phone_masked, "138****5678")
        self.assertEqual(person.gov_card_masked, "农商行 **** 0008")

    def test_chatter_keeps_no_number(self):
        self.person.identification_id = "440524188001010014"
        self.env.flush_all()

        values = self.env["mail.tracking.value"].search(
            [("new_value_char", "=", "440524188001010014")]
        )

        self.assertFalse(values)

    def test_nothing_is_on_record_when_nothing_was_shown(self):
        self.as_user("officer").read(["name", "gov_identification_masked"])
        self.assertRaises(AccessError, self.as_user("officer").read, [*RAW])

        self.assertEqual(self.disclosed(), [])


@tagged("post_install", "-at_install")
class TestReadsAreOnRecord(PeopleMixin, WindowStaffCommon):
    """Each way to get a value writes a line."""

    def assert_noted(self, way, *kinds):
        member = self.users["member"]
        self.assertEqual(
            self.disclosed(), [(member, kind, way, None) for kind in kinds]
        )

    def test_read(self):
        [values] = self.as_user("member").read(["name", "identification_id"])

        self.assertEqual(values["identification_id"], NUMBER)
        self.assert_noted("rpc", "identification")

    def test_search_read(self):
        self.as_user("member").search_read(
            [("id", "=", self.person.id)], ["private_phone"]
        )

        self.assert_noted("rpc", "phone")

    def test_web_read(self):
        self.as_user("member").web_read({"identification_id": {}})

        self.assert_noted("rpc", "identification")

    def test_web_search_read(self):
        self.as_user("member").web_search_read(
            [("id", "=", self.person.id)], {"identification_id": {}}
        )

        self.assert_noted("rpc", "identification")

    def test_web_read_through_another_model(self):
        certificate = self.new_certificate(self.person)

        self.as_user("member", certificate).web_read(
            {"employee_id": {"fields": {"identification_id": {}}}}
        )

        self.assert_noted("rpc", "identification")

    def test_export(self):
        rows = self.as_user("member").export_data(["name", "identification_id"])

        self.assertEqual(rows["datas"], [["人员P001", NUMBER]])
        self.assert_noted("export", "identification")

    def test_export_through_another_model(self):
        certificate = self.new_certificate(self.person)

        self.as_user("member", certificate).export_data(["employee_id/private_phone"])

        self.assert_noted("export", "phone")

    def test_onchange_of_a_form(self):
        self.as_user("member").onchange({}, [], {"identification_id": {}})

        self.assert_noted("rpc", "identification")

    def test_version(self):
        self.as_user("member", self.person.version_id).read(["identification_id"])

        self.assert_noted("rpc", "identification")

    def test_card(self):
        self.as_user("member", self.person.bank_account_ids).read(
            ["acc_number", "sanitized_acc_number"]
        )

        self.assert_noted("rpc", "card")

    def test_phone_repeated_on_the_user(self):
        user = self.users["plain"]
        self.person.user_id = user

        self.as_user("member", user).read(["private_phone"])

        self.assert_noted("rpc", "phone")

    def test_groups_are_refused(self):
        people = self.as_user("member")
        attempts = {
            "group": lambda: people.formatted_read_group([], ["identification_id"]),
            "web": lambda: people.web_read_group([], ["private_phone"], ["__count"]),
            "aggregate": lambda: people.formatted_read_group(
                [], [], ["identification_id:array_agg"]
            ),
            "deep": lambda: people.env["gov.certificate"].formatted_read_group(
                [], ["employee_id.private_phone"], ["__count"]
            ),
        }
        for name, attempt in attempts.items():
            with self.subTest(attempt=name):
                self.assertRaises(AccessError, attempt)

    def test_blank_values_are_no_disclosure(self):
        blank = self.new_person("P002")

        self.as_user("member", blank).read(["identification_id", "passport_id"])

        self.assertEqual(self.disclosed(), [])

    def test_one_line_for_each_person(self):
        self.new_person("P002", private_phone=PHONE)
        people = self.person.search([("gov_staff_no", "in", ("P001", "P002"))])

        self.as_user("member", people).read(["private_phone"])

        self.assertEqual(len(self.disclosed()), 2)
