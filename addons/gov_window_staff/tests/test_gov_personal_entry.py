"""Entering ID number, phone and bank card without the right to read them."""

from datetime import date

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged

from .common import WindowStaffCommon, identity_number
from .common_people import CARD, NUMBER, PeopleMixin

WOMAN = identity_number(2, date(1988, 2, 29))


@tagged("post_install", "-at_install")
class TestPersonalEntry(PeopleMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.new = cls.new_person("P010")

    def enter(self, person=None, role="officer", **vals):
        wizard = (
            self.env["gov.personal.entry"]
            .with_user(self.users[role])
            .create({"employee_id": (person or self.new).id, **vals})
        )
        wizard.action_apply()
        return wizard

    def test_officer_enters_what_he_may_not_read(self):
        self.enter(
            number=WOMAN.lower(), phone="138 0000 0001", card="6229 9900 0000 0016"
        )

        self.assertEqual(self.new.identification_id, WOMAN)
        self.assertEqual(self.new.private_phone, "13800000001")
        self.assertEqual(self.new.bank_account_ids.acc_number, "6229990000000016")
        self.assertEqual(self.disclosed(), [])

    def test_blank_leaves_the_old_value(self):
        self.enter(self.person, phone="13800000001")

        self.assertEqual(self.person.identification_id, NUMBER)
        self.assertEqual(self.person.bank_account_ids.acc_number, CARD)

    def test_nothing_typed_stays_in_the_wizard(self):
        wizard = self.enter(number=WOMAN, phone="13800000001")

        self.assertFalse(wizard.number or wizard.phone or wizard.card)

    def test_number_gives_birth_date_and_sex(self):
        self.enter(number=WOMAN)

        self.assertEqual(self.new.birthday, date(1988, 2, 29))
        self.assertEqual(self.new.sex, "female")

    def test_number_that_contradicts_the_profile_is_refused_on_demand(self):
        self.new.write({"birthday": date(1990, 1, 1), "sex": "male"})

        with self.assertRaisesRegex(ValidationError, "1988-02-29"):
            self.enter(number=WOMAN, take_facts=False)

        self.assertFalse(self.new.identification_id)

    def test_wrong_check_digit_is_refused(self):
        for number in ("110105194912310021", "1101051949", "110105194902310021"):
            with self.subTest(number=number), self.assertRaises(ValidationError):
                self.enter(number=number)

    def test_other_documents_have_no_check_digit(self):
        self.enter(document_type="passport", number="E12345678")

        self.assertEqual(self.new.identification_id, "E12345678")
        self.assertEqual(self.new.gov_document_type, "passport")

    def test_residence_permit_is_checked_like_an_identity_card(self):
        with self.assertRaises(ValidationError):
            self.enter(document_type="hmt_residence", number="810000199408230022")

    def test_number_of_somebody_else_is_refused_by_name(self):
        with self.assertRaisesRegex(ValidationError, "人员P001"):
            self.enter(number=NUMBER)

    def test_number_holds_in_all_versions(self):
        self.new._gov_write_dated(date(2026, 3, 1), {"wage": 3500})

        self.enter(number=WOMAN)

        self.assertEqual(set(self.new.version_ids.mapped("identification_id")), {WOMAN})

    def test_odd_phone_and_card_are_refused(self):
        for vals in ({"phone": "12345"}, {"card": "12"}, {"card": "abc"}):
            with self.subTest(**vals), self.assertRaises(ValidationError):
                self.enter(**vals)

    def test_new_card_takes_the_place_of_the_old_one(self):
        self.enter(self.person, card="6229990000000000024")

        self.assertEqual(self.person.bank_account_ids.acc_number, "6229990000000000024")

    def test_others_enter_nothing(self):
        for role in ("plain", "site_officer", "liaison", "leader"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self.enter(role=role, phone="13800000001")
