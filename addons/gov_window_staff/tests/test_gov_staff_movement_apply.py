"""Taking effect: on the day, once, and the right facts from that day on."""

from datetime import date

from odoo.tests import tagged

from .common_movement import LAST_WEEK, TODAY, TOMORROW, MovementCommon

DAY_BEFORE = date(2026, 11, 21)


@tagged("post_install", "-at_install")
class TestEffect(MovementCommon):
    def run_cron(self):
        self.env["gov.staff.movement"]._cron_apply_due()

    def test_today_takes_effect_with_the_last_approval(self):
        self.approved()

        self.assertEqual(self.facts(DAY_BEFORE).department_id, self.town)
        self.assertEqual(self.facts(TODAY).department_id, self.town_b)

    def test_past_day_takes_effect_from_that_day(self):
        self.approved(effective_date=LAST_WEEK)

        self.assertEqual(self.facts(date(2026, 11, 14)).department_id, self.town)
        self.assertEqual(self.facts(LAST_WEEK).department_id, self.town_b)

    def test_tomorrow_waits_for_the_night_job(self):
        movement = self.approved(effective_date=TOMORROW)
        self.run_cron()
        self.assertEqual(movement.state, "approved")
        self.assertEqual(self.facts(TOMORROW).department_id, self.town)

        with self.on(TOMORROW):
            self.run_cron()

        self.assertEqual(movement.state, "done")
        self.assertEqual(self.facts(TODAY).department_id, self.town)
        self.assertEqual(self.facts(TOMORROW).department_id, self.town_b)

    def test_second_application_does_nothing(self):
        movement = self.approved()
        self.person._gov_write_dated(TODAY, {"department_id": self.branch.id})

        self.assertFalse(movement._apply())
        self.run_cron()

        self.assertEqual(self.facts(TODAY).department_id, self.branch)
        self.assertEqual(self.actions(movement).count("apply"), 1)

    def before_the_file(self):
        """A movement approved for a day on which the person has no facts yet."""
        early = self.new_person(entry=LAST_WEEK, gov_dispatch_unit_id=self.unit.id)
        early.write(
            {"gov_entry_date": date(2026, 11, 1), "gov_posted_date": "2020-01-01"}
        )
        return self.approved(employee_id=early.id, effective_date=date(2026, 11, 5))

    def test_what_cannot_take_effect_is_said_once_and_tried_again(self):
        movement = self.before_the_file()
        self.assertEqual(movement.state, "approved")
        self.run_cron()
        self.assertEqual(self.actions(movement).count("fail"), 1)

        movement.employee_id.version_ids.date_version = date(2026, 11, 1)
        self.run_cron()

        self.assertEqual(movement.state, "done")

    def test_one_that_fails_does_not_stop_the_others(self):
        self.before_the_file()
        good = self.approved(effective_date=TOMORROW)

        with self.on(TOMORROW):
            self.run_cron()

        self.assertEqual(good.state, "done")


@tagged("post_install", "-at_install")
class TestEffectByKind(MovementCommon):
    def test_entry_makes_a_person_with_three_months_of_probation(self):
        movement = self.approved("entry", to_wage=3200, to_window_id=self.window.id)

        person = movement.employee_id
        self.assertRecordValues(
            person,
            [
                {
                    "name": "李四",
                    "birthday": date(1995, 6, 7),
                    "sex": "female",
                    "gov_entry_date": TODAY,
                    "gov_posted_date": TODAY,
                    "gov_staff_no": "T0000001",
                }
            ],
        )
        self.assertRecordValues(
            self.facts(TODAY, person),
            [
                {
                    "department_id": self.town.id,
                    "gov_window_id": self.window.id,
                    "gov_dispatch_unit_id": self.unit.id,
                    "trial_date_end": date(2027, 2, 21),
                    "wage": 3200,
                }
            ],
        )

    def test_entry_keeps_typed_probation_and_staff_number(self):
        movement = self.approved(
            "entry", trial_end=date(2026, 12, 31), candidate_staff_no="LS-77"
        )

        self.assertEqual(movement.employee_id.gov_staff_no, "LS-77")
        facts = self.facts(TODAY, movement.employee_id)
        self.assertEqual(facts.trial_date_end, date(2026, 12, 31))

    def test_staff_number_passes_over_those_typed_by_hand(self):
        self.new_person("T0000001")

        self.assertEqual(self.approved("entry").employee_id.gov_staff_no, "T0000002")

    def test_person_who_comes_back_gets_a_new_file(self):
        left = self.new_person(leave=date(2026, 10, 31), name="李四")
        left.identification_id = self.candidate()["candidate_identification_masked"]

        movement = self.approved("entry")

        self.assertNotEqual(movement.employee_id, left)
        self.assertEqual(left.gov_leave_date, date(2026, 10, 31))

    def test_regularisation_ends_the_probation_the_day_before(self):
        self.person.trial_date_end = date(2026, 12, 31)

        self.approved("regular")

        self.assertEqual(self.facts(TODAY).trial_date_end, DAY_BEFORE)

    def test_regularisation_never_makes_the_probation_longer(self):
        self.person.trial_date_end = date(2026, 11, 1)

        self.approved("regular")

        self.assertEqual(self.facts(TODAY).trial_date_end, date(2026, 11, 1))

    def test_failed_probation_drafts_a_return_once(self):
        self.person.trial_date_end = date(2026, 12, 31)
        movement = self.approved("regular", trial_result="replace", reason="业务不熟")

        follower = self.env["gov.staff.movement"].search(
            [("origin_id", "=", movement.id)]
        )
        self.assertRecordValues(
            follower, [{"kind": "return", "state": "draft", "reason": "业务不熟"}]
        )
        self.assertEqual(movement._system()._draft_follower("return"), follower)
        self.assertEqual(self.facts(TODAY).trial_date_end, date(2026, 12, 31))

    def test_transfer_leaves_the_window_of_the_old_site(self):
        self.approved()

        self.assertFalse(self.facts(TODAY).gov_window_id)
        self.assertEqual(self.facts(DAY_BEFORE).gov_window_id, self.window)

    def test_transfer_may_begin_a_probation(self):
        """S23: 调整人员试用期三个月, where the kind says so."""
        self.env.ref("gov_window_staff.movement_kind_transfer").trial_months = 3

        self.approved()

        self.assertEqual(self.facts(TODAY).trial_date_end, date(2027, 2, 21))

    def test_secondment_posts_a_dedicated_person_to_a_village(self):
        self.approved("secondment")

        self.assertRecordValues(
            self.facts(TODAY),
            [{"department_id": self.village.id, "gov_is_dedicated": True}],
        )

    def test_head_is_appointed_on_the_day(self):
        predecessor = self.new_person()
        self.town._gov_appoint_head(predecessor, date(2025, 1, 1))

        self.approved("head")

        self.assertEqual(self.town.manager_id, self.person)
        self.assertEqual(self.town.gov_head_since, TODAY)

    def test_leaving_sets_the_last_day(self):
        for kind in ("return", "resign", "retire", "dismiss"):
            person = self.new_person(gov_dispatch_unit_id=self.unit.id)
            with self.subTest(kind=kind):
                self.approved(kind, employee_id=person.id)
                self.assertEqual(person.gov_leave_date, TODAY)
                self.assertTrue(person.active)

    def test_proposal_of_dismissal_never_dismisses_by_itself(self):
        for outcome, follower in (("keep", 0), ("reassign", 1)):
            person = self.new_person(gov_dispatch_unit_id=self.unit.id)
            with self.subTest(outcome=outcome):
                movement = self.approved(
                    "dismiss", employee_id=person.id, outcome=outcome
                )
                self.assertFalse(person.gov_leave_date)
                followers = self.env["gov.staff.movement"].search_count(
                    [("origin_id", "=", movement.id), ("kind", "=", "transfer")]
                )
                self.assertEqual(followers, follower)

    def test_promotion_writes_the_post_level_from_the_day(self):
        self.approved("level_up")

        self.assertEqual(self.facts(TODAY).gov_post_level_id, self.level(2))
        self.assertFalse(self.facts(DAY_BEFORE).gov_post_level_id)

    def test_both_sides_are_told(self):
        receiver = self.new_user(
            "site_b", "gov_window_staff.group_site_officer", sites=self.town_b
        )

        movement = self.approved()

        told = movement.sudo().message_ids[:1].notified_partner_ids
        for user in (receiver, self.site_officer, self.liaison):
            self.assertIn(user.partner_id, told)
        self.assertIn(receiver, movement.sudo().activity_ids.user_id)


@tagged("post_install", "-at_install")
class TestProposedPromotion(MovementCommon):
    def propose(self, rank):
        return self.env["gov.staff.movement"]._propose_level_up(
            self.person, self.level(rank)
        )

    def test_proposal_is_made_once(self):
        first = self.propose(1)

        self.assertEqual(self.propose(1), first)
        self.assertEqual((first.kind, first.state), ("level_up", "draft"))

    def test_higher_certificate_raises_the_draft(self):
        first = self.propose(1)

        self.assertEqual(self.propose(2), first)
        self.assertEqual(first.to_post_level_id, self.level(2))

    def test_level_that_the_post_has_already_is_not_proposed(self):
        self.person.gov_post_level_id = self.level(2)

        self.assertFalse(self.propose(2))

    def test_proposal_under_approval_is_left_alone(self):
        first = self.propose(1)
        first.with_user(self.officer).action_submit()

        self.assertEqual(self.propose(3), first)
        self.assertEqual(first.to_post_level_id, self.level(1))
