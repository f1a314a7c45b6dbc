"""What has to hold before a movement is submitted, at the border of each number."""

from datetime import date

from odoo.fields import Command, Date
from odoo.tests import tagged

from ..exceptions import MovementNotReady
from .common import identity_number
from .common_movement import TODAY, TOMORROW, MovementCommon

OCT_23, OCT_24 = date(2026, 10, 23), date(2026, 10, 24)


class CheckCase(MovementCommon):
    def assert_refused(self, words, movement):
        """Not ready for a problem with these words; nothing has moved."""
        with self.assertRaisesRegex(MovementNotReady, words):
            movement.action_submit()
        self.assertEqual(movement.state, "draft")

    def assert_submitted(self, movement):
        movement.action_submit()
        self.assertEqual(movement.state, "submitted")


@tagged("post_install", "-at_install")
class TestNotice(CheckCase):
    def test_29_days_of_notice_are_refused_and_30_are_enough(self):
        movement = self.draft("resign", notice_date=OCT_24)
        self.assertEqual(movement.earliest_date, date(2026, 11, 23))
        self.assert_refused("2026-11-23", movement)

        movement.notice_date = OCT_23

        self.assert_submitted(movement)

    def test_three_days_are_enough_in_probation(self):
        self.person.trial_date_end = date(2026, 12, 31)
        movement = self.draft("resign", notice_date=date(2026, 11, 20))
        self.assert_refused("2026-11-23", movement)

        movement.notice_date = date(2026, 11, 19)

        self.assert_submitted(movement)

    def test_probation_that_ended_before_the_notice_asks_for_30_days(self):
        self.person.trial_date_end = date(2026, 11, 18)

        movement = self.draft("resign", notice_date=date(2026, 11, 19))

        self.assertEqual(movement.earliest_date, date(2026, 12, 19))

    def test_last_day_of_the_probation_still_asks_for_three_days(self):
        self.person.trial_date_end = date(2026, 11, 19)

        movement = self.draft("resign", notice_date=date(2026, 11, 19))

        self.assertEqual(movement.earliest_date, TODAY)

    def test_shorter_notice_is_possible_with_a_reason(self):
        movement = self.draft("resign", notice_date=date(2026, 11, 20))
        movement.notice_override = "  "
        self.assert_refused("earliest|最早", movement)

        movement.notice_override = "用人单位书面同意提前离岗"

        self.assert_submitted(movement)

    def test_days_of_notice_are_those_of_the_record(self):
        self.env.ref("gov_window_staff.movement_kind_resign").notice_days = 60

        movement = self.draft("resign", notice_date=OCT_23)

        self.assertEqual(movement.earliest_date, date(2026, 12, 22))

    def test_resignation_needs_a_letter_and_a_notice_of_the_past(self):
        self.assert_refused(
            "letter|附件|辞职", self.draft("resign", attachment_ids=[Command.clear()])
        )
        self.env["gov.staff.movement"].search([]).unlink()
        late = Date.add(TODAY, days=40)
        self.assert_refused(
            "handed in|提交|递交",
            self.draft("resign", notice_date=TOMORROW, effective_date=late),
        )


@tagged("post_install", "-at_install")
class TestMinimumStay(CheckCase):
    def leaving(self, posted, **vals):
        self.person.gov_posted_date = posted
        return self.draft("resign", **vals)

    def test_day_before_the_second_anniversary_asks_for_consent(self):
        movement = self.leaving(date(2024, 11, 23))

        self.assertTrue(movement.is_early)
        self.assertEqual(movement.stay_until, TOMORROW)
        self.assert_refused("centre|中心", movement)

    def test_second_anniversary_asks_for_nothing(self):
        movement = self.leaving(date(2024, 11, 22))

        self.assertFalse(movement.is_early)
        self.assert_submitted(movement)

    def test_reason_and_consultation_together_are_enough(self):
        movement = self.leaving(date(2025, 1, 6), reason="随军")
        self.assert_refused("centre|中心", movement)

        movement.consent_note = "11月18日与县政务办周主任协商,同意"

        self.assert_submitted(movement)

    def test_illness_is_exempt(self):
        illness = self.env.ref("gov_window_staff.movement_reason_illness")

        movement = self.leaving(date(2025, 1, 6), reason_id=illness.id)

        self.assertFalse(movement.is_early)
        self.assert_submitted(movement)

    def test_other_reason_is_not_exempt(self):
        personal = self.env.ref("gov_window_staff.movement_reason_personal")

        movement = self.leaving(date(2025, 1, 6), reason_id=personal.id)

        self.assertTrue(movement.is_early)

    def test_entry_counts_when_the_day_at_the_window_is_unknown(self):
        self.person.write(
            {"gov_posted_date": False, "gov_entry_date": date(2025, 1, 6)}
        )

        self.assertEqual(self.draft().stay_until, date(2027, 1, 6))

    def test_early_leaving_is_said_above_the_form(self):
        movement = self.leaving(date(2025, 1, 6))

        self.assertIn("2027-01-06", movement.advice)

    def test_backbone_is_named_when_leaving(self):
        self.person.gov_is_backbone = True

        self.assertRegex(self.draft("return").advice or "", "backbone|骨干")


@tagged("post_install", "-at_install")
class TestOverlap(CheckCase):
    def test_two_movements_of_one_day_are_refused(self):
        self.submitted(effective_date=TOMORROW)

        self.assert_refused("2026-11-23", self.draft("head", effective_date=TOMORROW))

    def test_nothing_after_somebody_leaves(self):
        self.submitted("return", effective_date=TOMORROW)
        later = Date.add(TOMORROW, days=1)

        self.assert_refused("2026-11-23", self.draft(effective_date=later))

    def test_promotion_on_the_day_of_a_transfer_is_no_conflict(self):
        self.submitted(effective_date=TOMORROW)

        self.assert_submitted(self.draft("level_up", effective_date=TOMORROW))

    def test_draft_of_another_kind_is_no_conflict(self):
        self.draft(effective_date=TOMORROW)

        self.assert_submitted(self.draft("return", effective_date=TOMORROW))

    def test_transfer_before_one_in_effect_is_refused(self):
        self.approved()

        self.assert_refused(
            "2026-11-22",
            self.draft(
                effective_date=date(2026, 11, 20), to_department_id=self.branch.id
            ),
        )

    def test_who_has_left_is_not_moved(self):
        self.person.gov_leave_date = date(2026, 11, 20)

        self.assert_refused("2026-11-20", self.draft())

    def test_effective_date_lies_back_as_far_as_the_record_allows(self):
        kind = self.env.ref("gov_window_staff.movement_kind_transfer")
        kind.backdate_days = 5
        movement = self.draft(effective_date=date(2026, 11, 16))
        self.assert_refused("5", movement)

        movement.effective_date = date(2026, 11, 17)

        self.assert_submitted(movement)


@tagged("post_install", "-at_install")
class TestByKind(CheckCase):
    def test_every_problem_is_named_at_once(self):
        movement = self.draft(
            "entry",
            **dict.fromkeys(
                (
                    "candidate_name",
                    "candidate_identification_masked",
                    "to_contract_type_id",
                ),
                False,
            ),
        )

        with self.assertRaises(MovementNotReady) as refused:
            movement.action_submit()

        self.assertEqual(str(refused.exception).count("·"), 3)

    def test_wrong_id_numbers_are_refused(self):
        good = identity_number(2, date(1995, 6, 7))
        wrong = "0" if good[-1] != "0" else "1"
        for number in (good[:-1] + wrong, good[:-1], "32080019951331002X"):
            with self.subTest(number=number):
                movement = self.draft("entry", candidate_identification_masked=number)
                self.assert_refused("ID|身份证", movement)
                movement.sudo().unlink()

    def test_birthday_and_sex_agree_with_the_id_number(self):
        movement = self.draft(
            "entry", candidate_birthday="1995-06-08", candidate_sex="male"
        )

        with self.assertRaises(MovementNotReady) as refused:
            movement.action_submit()

        self.assertEqual(str(refused.exception).count("·"), 2)

    def test_person_in_service_does_not_enter_again(self):
        number = identity_number(2, date(1995, 6, 7))
        self.person.identification_id = number

        self.assert_refused("张三", self.draft("entry"))

    def test_holder_of_an_id_number_is_named_to_those_who_may_know(self):
        number = identity_number(2, date(1995, 6, 7))
        self.person.write(
            {"identification_id": number, "gov_dispatch_unit_id": self.new_unit().id}
        )

        with self.assertRaisesRegex(MovementNotReady, "at another site") as refused:
            self.draft("entry", user=self.liaison).action_submit()

        self.assertNotIn("张三", str(refused.exception))

    def test_person_who_left_may_enter_again(self):
        number = identity_number(2, date(1995, 6, 7))
        self.person.write(
            {"identification_id": number, "gov_leave_date": date(2026, 10, 31)}
        )

        self.assert_submitted(self.draft("entry"))

    def test_staff_number_in_use_is_refused(self):
        taken = self.person.gov_staff_no

        self.assert_refused(taken, self.draft("entry", candidate_staff_no=taken))

    def test_transfer_to_the_same_post_is_refused(self):
        movement = self.draft(
            to_department_id=self.town.id, to_window_id=self.window.id
        )

        self.assert_refused("same|不变|相同", movement)

    def test_window_of_another_site_is_refused(self):
        self.assert_refused(
            "another site|其他机构", self.draft(to_window_id=self.window.id)
        )

    def test_secondment_ends_after_it_begins(self):
        movement = self.draft("secondment", end_date=date(2026, 11, 21))

        self.assert_refused("ends before|早于", movement)

    def test_regularisation_needs_a_probation(self):
        self.assert_refused("probation|试用", self.draft("regular"))

    def test_head_of_the_site_is_not_appointed_twice(self):
        self.town._gov_appoint_head(self.person)

        self.assert_refused("already|已是", self.draft("head"))

    def test_promotion_goes_upwards(self):
        self.person.gov_post_level_id = self.level(3)

        self.assert_refused("above|高于", self.draft("level_up"))

    def test_young_pensioner_is_a_warning_only(self):
        self.person.write({"birthday": "1970-01-01", "sex": "male"})
        movement = self.draft("retire")

        self.assertRegex(movement.advice, "56.*60")
        self.assert_submitted(movement)
