"""Corrections of the own profile: asked by the person, decided by somebody else."""

from datetime import date

import psycopg2

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import HR_OFFICER, MODULE, SITE_OFFICER, WindowStaffCommon
from .common_certificate import PDF
from .common_portal import PortalMixin

CARD = "6229990000000000001"


class CorrectionCase(PortalMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.set_up_people()
        cls.officer = cls.new_user("officer", HR_OFFICER)

    def approve(self, request, user=None):
        request.with_user(user or self.officer).action_approve()

    def educated(self, **vals):
        """A request for another education, with its proof."""
        bachelor = self.env.ref(f"{MODULE}.education_bachelor")
        return self.ask(
            field="education",
            value=str(bachelor.id),
            date_from="2026-07-01",
            content=PDF,
            file_name="毕业证.pdf",
            **vals,
        )


@tagged("post_install", "-at_install")
class TestAsk(CorrectionCase):
    def test_request_remembers_the_present_value_masked(self):
        request = self.ask()

        self.assertRecordValues(
            request,
            [
                {
                    "state": "submitted",
                    "old_value": "138****0001",
                    "new_value": "13900000002",
                    "shown_value": "139****0002",
                }
            ],
        )
        self.assertEqual(self.zhang.private_phone, "13800000001")

    def test_wrong_value_is_refused_with_a_sentence(self):
        for field, value, words in (
            ("phone", "12345", "11 digits"),
            ("phone", "", "Enter the new value"),
            ("identification", "110105194912310021", "18 characters"),
            ("name", "<script>", "Chinese characters"),
            ("education", "999999", "list"),
            ("party", "no such status", "list"),
            ("bank", "123", "16 to 19"),
        ):
            with self.subTest(field=field, value=value):
                with self.assertRaisesRegex(ValidationError, words):
                    self.ask(field=field, value=value, content=PDF, file_name="1.pdf")

    def test_value_of_today_reason_and_proof_are_asked_for(self):
        for vals, words in (
            ({"value": "13800000001"}, "already"),
            ({"reason": " "}, "why"),
            ({"reason": "长" * 501}, "500"),
            ({"field": "name", "value": "张叁"}, "proof"),
        ):
            with self.subTest(vals=vals), self.assertRaisesRegex(UserError, words):
                self.ask(**vals)

    def test_dated_value_needs_a_day_up_to_today(self):
        bachelor = str(self.env.ref(f"{MODULE}.education_bachelor").id)
        for day in ("", "2026-02-30", "2999-01-01"):
            with self.subTest(day=day), self.assertRaisesRegex(UserError, "which day"):
                self.ask(field="education", value=bachelor, date_from=day, content=PDF)

    def test_second_request_for_the_same_field_waits_for_the_first(self):
        self.ask()

        with self.assertRaisesRegex(UserError, "To Decide"):
            self.ask(value="13900000003")

        with mute_logger("odoo.sql_db"), self.assertRaises(psycopg2.IntegrityError):
            self.env["gov.profile.correction"]._unprotected().create(
                {"employee_id": self.zhang.id, "field_id": self.entry("phone").id}
            )
            self.env.flush_all()

    def test_request_taken_back_is_changed_and_sent_again(self):
        request = self.educated()
        request._withdraw()
        self.assertEqual(request.state, "draft")

        again = self.ask(
            field="education",
            value=str(self.env.ref(f"{MODULE}.education_college").id),
            date_from="2026-07-02",
        )

        self.assertEqual(again, request)
        self.assertTrue(again.evidence)
        self.assertEqual(again.date_from, date(2026, 7, 2))

    def test_request_is_given_up_only_after_taking_it_back(self):
        request = self.ask()

        with self.assertRaises(UserError):
            request._discard()

        request._withdraw()
        request._discard()
        self.assertFalse(request.exists())

    def test_catalogue_takes_fields_of_the_profile_with_their_kind_only(self):
        fields = self.env["ir.model.fields"]
        for model, name, kind in (
            ("hr.employee", "user_id", "choice"),
            ("hr.employee", "private_phone", "date"),
            ("hr.employee", "private_phone", "bank"),
            ("res.users", "login", "text"),
        ):
            field = fields._get(model, name)
            existing = self.env["gov.correction.field"].search(
                [("field_id", "=", field.id)]
            )
            with self.subTest(name=name, kind=kind), self.assertRaises(ValidationError):
                if existing:
                    existing.kind = kind
                else:
                    existing.create({"name": name, "field_id": field.id, "kind": kind})

    def test_shipped_catalogue_offers_thirteen_fields(self):
        names = set(self.env["gov.correction.field"].search([]).field_id.mapped("name"))

        self.assertLessEqual(
            {
                "name",
                "identification_id",
                "private_phone",
                "private_street",
                "private_email",
                "gov_education_id",
                "study_school",
                "study_field",
                "gov_political_status",
                "marital",
                "emergency_contact",
                "emergency_phone",
                "bank_account_ids",
            },
            names,
        )


@tagged("post_install", "-at_install")
class TestDecide(CorrectionCase):
    def test_approval_writes_the_value_and_masks_what_was_sent(self):
        request = self.ask()

        self.approve(request)

        self.assertEqual(self.zhang.private_phone, "13900000002")
        self.assertRecordValues(
            request,
            [
                {
                    "state": "approved",
                    "new_value": "139****0002",
                    "shown_value": "139****0002",
                    "decider_id": self.officer.id,
                }
            ],
        )

    def test_dated_value_holds_from_its_day_and_not_before(self):
        college = self.env.ref(f"{MODULE}.education_college")
        self.zhang.gov_education_id = college
        request = self.educated()

        self.approve(request)

        bachelor = self.env.ref(f"{MODULE}.education_bachelor")
        versions = self.env["hr.version"]
        for day, education in (
            (date(2026, 6, 30), college),
            (date(2026, 7, 1), bachelor),
        ):
            version = versions._gov_as_of(self.zhang, day)[self.zhang.id]
            with self.subTest(day=day):
                self.assertEqual(version.gov_education_id, education)
        self.assertEqual(request.shown_value, bachelor.name)

    def test_choice_of_a_list_is_written_by_its_key(self):
        request = self.ask(
            field="party", value="01", date_from="2026-07-01", content=PDF
        )

        self.approve(request)

        self.zhang.invalidate_recordset()
        version = self.env["hr.version"]._gov_as_of(self.zhang, date(2026, 7, 1))
        self.assertEqual(version[self.zhang.id].gov_political_status, "01")

    def test_bank_card_replaces_the_one_before(self):
        self.approve(self.ask(field="bank", value=CARD, content=PDF))
        first = self.zhang.primary_bank_account_id

        self.approve(self.ask(field="bank", value="6229990000000000008", content=PDF))

        card = self.zhang.bank_account_ids
        self.assertEqual(len(card), 1)
        self.assertEqual(first.acc_number, CARD)
        self.assertEqual(card.acc_number, "6229990000000000008")
        self.assertEqual(card.partner_id, self.zhang.work_contact_id)

    def test_proof_of_an_identity_is_deleted_after_the_decision(self):
        for field, value, kept in (
            ("bank", CARD, False),
            ("name", "张叁", True),
        ):
            request = self.ask(
                field=field, value=value, content=PDF, file_name="证明.pdf"
            )
            self.assertTrue(request.evidence)
            self.approve(request)
            with self.subTest(field=field):
                self.assertEqual(bool(request.evidence), kept)

    def test_full_number_stays_out_of_the_history(self):
        self.approve(self.ask(field="bank", value=CARD, content=PDF))
        self.approve(self.ask())
        self.env.flush_all()

        for number in (CARD, "13900000002"):
            with self.subTest(number=number):
                values = self.env["mail.tracking.value"].search(
                    [
                        "|",
                        ("new_value_char", "ilike", number),
                        ("old_value_char", "ilike", number),
                    ]
                )
                messages = self.env["mail.message"].search([("body", "ilike", number)])
                self.assertFalse(values | messages.tracking_value_ids)
                self.assertFalse(messages)

    def test_refusal_needs_an_answer_and_changes_nothing(self):
        request = self.ask().with_user(self.officer)
        with self.assertRaisesRegex(UserError, "answer"):
            request.action_refuse()

        request.answer = "请附运营商证明"
        request.action_refuse()

        self.assertEqual(request.state, "refused")
        self.assertEqual(self.zhang.private_phone, "13800000001")
        self.assertEqual(request.sudo().new_value, "139****0002")

    def test_person_is_told_of_the_decision(self):
        request = self.ask()
        request.answer = "已核对"

        self.approve(request)

        told = self.env["mail.message"].search(
            [("partner_ids", "in", self.zhang_user.partner_id.ids)], limit=1
        )
        self.assertIn("已核对", told.body)

    def test_nobody_decides_about_the_own_request(self):
        self.zhang.user_id = self.officer
        request = self.ask()

        with self.assertRaisesRegex(UserError, "another officer"):
            self.approve(request)

        self.assertEqual(request.state, "submitted")

    def test_request_is_decided_once_and_not_after_taking_it_back(self):
        request, other = self.ask(), self.ask(self.li)
        self.approve(request)
        other._withdraw()

        for done in (request, other):
            with self.subTest(), self.assertRaises(UserError):
                self.approve(done)

    def test_only_hr_officers_see_and_decide(self):
        request = self.ask()
        users = (
            self.new_user("site", SITE_OFFICER, sites=self.town),
            self.new_user("plain"),
            self.zhang_user,
        )
        for user in users:
            with self.subTest(user=user.login):
                with self.assertRaises(AccessError):
                    request.with_user(user).read(["state"])
                with self.assertRaises(AccessError):
                    self.approve(request, user)

    def test_state_and_value_are_not_written_by_hand(self):
        request = self.ask().with_user(self.officer)

        for vals in ({"state": "approved"}, {"new_value": "1"}, {"decider_id": 1}):
            with self.subTest(vals=vals), self.assertRaises(UserError):
                request.with_context(gov_unlock=True).write(vals)

    def test_full_value_is_for_the_personal_data_group(self):
        request = self.ask()
        seer = self.new_user("seer", HR_OFFICER, f"{MODULE}.group_personal_data")

        (read,) = request.with_user(seer).read(["new_value"])
        self.env.cr.precommit.run()
        self.assertEqual(read["new_value"], "13900000002")
        look = self.env["gov.disclosure"].search([("user_id", "=", seer.id)])
        self.assertRecordValues(
            look, [{"employee_id": self.zhang.id, "kind": "phone", "way": "view"}]
        )
        with self.assertRaises(AccessError):
            request.with_user(self.officer).read(["new_value"])
        self.assertEqual(request.with_user(self.officer).shown_value, "139****0002")
