"""Mentoring agreements: signed under the rules, judged, completed."""

from freezegun import freeze_time

from odoo.exceptions import UserError, ValidationError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from odoo.addons.gov_window_staff.exceptions import DocumentLocked, NotInForce
from odoo.addons.gov_window_staff.tests.common_pdf import pdf_text

from ..exceptions import MentorLimit
from .common import TrainingCommon
from .common_mentoring import FIRST, LAST, MentoringBuilders


@tagged("post_install", "-at_install")
class TestMentorship(TrainingCommon, MentoringBuilders):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.put_rules_in_force()

    def version(self, **vals):
        """The rules in force, with other figures."""
        version = self.env.ref("gov_training.mentoring_policy_2024")
        version.action_back_to_draft()
        version.write(vals)
        version.action_put_in_force()
        return version

    def test_form_proposes_six_months_and_the_duties_of_the_rules(self):
        form = Form(self.env["gov.mentorship"].with_user(self.officer))
        form.mentor_id = self.ann
        form.apprentice_id = self.bob
        form.date_from = "2026-03-01"

        pair = form.save()

        self.assertEqual(str(pair.date_to), "2026-08-31")
        self.assertEqual(pair.department_id, self.village)
        self.assertIn("带教计划", pair.mentor_duties)
        self.assertIn("虚心学习", pair.apprentice_duties)

    def test_signed_agreement_stays_as_it_is(self):
        pair = self.new_pair(signed=True).with_user(self.officer)

        self.assertEqual(pair.state, "active")
        self.assertEqual(
            pair.policy_version_id,
            self.env.ref("gov_training.mentoring_policy_2024"),
        )
        for vals in (
            {"date_to": "2026-12-31"},
            {"mentor_id": self.eve.id},
            {"mentor_duties": "none"},
        ):
            with self.subTest(vals=vals), self.assertRaisesRegex(UserError, "Running"):
                pair.write(vals)
        with self.assertRaisesRegex(UserError, "Running"):
            pair.goal_ids.write({"name": "something easier"})
        with self.assertRaisesRegex(UserError, "Running"):
            pair.goal_ids.unlink()
        with self.assertRaisesRegex(UserError, "Running"):
            self.new_milestone(pair)

    def test_state_moves_by_the_buttons_only(self):
        pair = self.new_pair().with_user(self.officer)

        with self.assertRaisesRegex(UserError, "Use the buttons"):
            pair.state = "finished"

    def test_agreement_needs_a_goal(self):
        with self.assertRaisesRegex(UserError, "at least one goal"):
            self.new_pair(goals=0, signed=True)

    def test_nobody_is_the_own_mentor(self):
        with mute_logger("odoo.sql_db"), self.assertRaises(Exception) as refused:
            self.new_pair(apprentice=self.ann)

        self.assertIn("two_people", str(refused.exception))

    def test_term_is_as_long_as_the_rules_allow(self):
        cases = {
            "2026-05-30": False,
            "2026-05-31": True,
            "2027-02-28": True,
            "2027-04-01": False,
        }
        for last, allowed in cases.items():
            pair = self.new_pair(date_to=last)
            with self.subTest(last=last):
                if allowed:
                    pair.action_activate()
                    pair.action_draft()
                else:
                    with self.assertRaisesRegex(UserError, "the rules allow 3 to 12"):
                        pair.action_activate()

    def test_mentor_has_been_in_service_for_a_year(self):
        self.ann.gov_entry_date = "2025-03-02"

        with self.assertRaisesRegex(UserError, "less than 12 months"):
            self.new_pair(signed=True)

        self.ann.gov_entry_date = "2025-03-01"
        self.assertEqual(self.new_pair(signed=True).state, "active")

    def test_both_are_in_service_when_the_term_begins(self):
        self.bob.gov_leave_date = "2026-02-28"

        with self.assertRaisesRegex(UserError, "Person W002 is not in service"):
            self.new_pair(signed=True)

    def test_mentor_has_two_apprentices_at_most(self):
        self.new_pair(signed=True)
        self.new_pair(apprentice=self.eve, signed=True)
        third = self.new_person("W004", self.town_a)

        with self.assertRaisesRegex(MentorLimit, "more than 2 apprentices"):
            self.new_pair(apprentice=third, signed=True)

        later = {"date_from": "2026-09-01", "date_to": "2026-12-31"}
        self.new_pair(apprentice=third, signed=True, **later)

    def test_limit_is_a_figure_of_the_rules(self):
        self.version(max_apprentices=1)
        self.new_pair(signed=True)

        with self.assertRaisesRegex(MentorLimit, "more than 1 apprentices"):
            self.new_pair(apprentice=self.eve, signed=True)

    def test_rules_of_the_own_county_go_first(self):
        policy = self.env["gov.mentoring.policy"].create(
            {"name": "Own", "code": "OWN", "department_id": self.county.id}
        )
        version = self.env["gov.mentoring.policy.version"].create(
            {"policy_id": policy.id, "date_from": "2025-01-01", "months_max": 6}
        )
        version.action_put_in_force()

        with self.assertRaisesRegex(UserError, "the rules allow 3 to 6"):
            self.new_pair(date_to="2026-12-31", signed=True)
        self.assertEqual(self.new_pair(signed=True).policy_version_id, version)

    def test_rules_that_somebody_signed_under_stay(self):
        self.new_pair(signed=True)

        with self.assertRaises(DocumentLocked):
            self.version(max_apprentices=9)

    def test_no_agreement_before_there_are_rules(self):
        self.ann.gov_entry_date = self.bob.gov_entry_date = "2020-01-01"
        term = {"date_from": "2023-01-01", "date_to": "2023-06-30"}

        with self.assertRaises(NotInForce):
            self.new_pair(signed=True, **term)

    def test_apprentice_has_one_mentor_at_a_time(self):
        self.new_pair(signed=True)

        with self.assertRaisesRegex(MentorLimit, "has a mentor in that time already"):
            self.new_pair(mentor=self.eve, signed=True)

    def test_goals_are_judged_while_it_runs(self):
        pair = self.new_pair(goals=2)
        with self.assertRaisesRegex(UserError, "Draft"):
            pair.goal_ids[0].action_reached()
        milestone = self.new_milestone(pair)
        pair.action_activate()

        with freeze_time("2026-04-02"):
            self.assertTrue(milestone.is_late)
            milestone.write({"state": "reached", "note": "well done"})
            pair.goal_ids[0].action_missed()

        self.assertRecordValues(
            pair.goal_ids[0] | milestone,
            [
                {"state": "missed", "note": False},
                {"state": "reached", "note": "well done"},
            ],
        )
        self.assertEqual(str(milestone.done_on), "2026-04-02")
        self.assertAlmostEqual(pair.progress, 33.3)
        with self.assertRaisesRegex(UserError, "judged already"):
            pair.action_draft()

    def test_milestone_is_due_within_the_term(self):
        pair = self.new_pair()

        with self.assertRaisesRegex(UserError, "outside the term"):
            self.new_milestone(pair, day="2026-09-01")

    def test_completed_when_goals_are_judged_and_the_outcome_stands(self):
        pair = self.new_pair(signed=True)

        with self.assertRaisesRegex(UserError, "whether “Goal 1” was reached"):
            pair.action_finish()
        pair.goal_ids.action_reached()
        with self.assertRaisesRegex(UserError, "Choose the outcome"):
            pair.action_finish()
        with self.assertRaisesRegex(ValidationError, "why the apprentice has not"):
            pair.outcome = "failed"
        self.complete(pair, outcome="excellent")

        self.assertEqual(pair.state, "finished")
        with self.assertRaisesRegex(UserError, "Completed"):
            pair.with_user(self.officer).outcome = "qualified"

    @freeze_time("2026-05-10")
    def test_ended_early_with_day_and_reason(self):
        pair = self.new_pair(signed=True).with_user(self.officer)
        wizard = self.env["gov.mentorship.break"].with_user(self.officer)
        vals = {"mentorship_id": pair.id, "reason": " moved "}

        for day in ("2026-02-28", "2026-05-11"):
            with self.subTest(day=day), self.assertRaisesRegex(UserError, "between"):
                wizard.create({**vals, "date": day}).action_confirm()
        wizard.create({**vals, "date": "2026-05-01"}).action_confirm()

        self.assertEqual((pair.state, pair.end_reason), ("broken", "moved"))
        self.new_pair(mentor=self.eve, signed=True)  # Bob is free again

    def test_draft_is_deleted_and_a_signed_one_is_not(self):
        self.new_pair().with_user(self.officer).unlink()

        with self.assertRaisesRegex(UserError, "Running"):
            self.new_pair(signed=True).with_user(self.officer).unlink()

    def test_responsible_is_reminded_once_when_the_term_is_over(self):
        pair = self.new_pair(signed=True, user_id=self.officer.id)
        with freeze_time("2026-08-31"):
            pair._cron_remind()
            self.assertFalse(pair.activity_ids)
        with freeze_time("2026-09-01"):
            pair._cron_remind()
            pair._cron_remind()
            self.assertEqual(pair.activity_ids.user_id, self.officer)
            overdue = pair.search([("is_overdue", "=", True)])
            self.assertIn(pair, overdue)
            self.complete(pair)

        self.assertFalse(pair.activity_ids)

    def test_results_of_the_term_stand_beside_it(self):
        pair = self.new_pair(signed=True)
        session = self.new_session("done", [self.bob], name="March session")
        self.new_session("done", [self.ann], name="Of the mentor")

        rows = pair._results()

        self.assertEqual([row["text"] for row in rows], ["March session"])
        self.assertTrue(rows[0]["is_good"])
        self.assertIn(session.name, pair.with_user(self.officer).results_html)
        later = self.new_pair(date_from="2026-04-01")
        self.assertIn("Nothing on record", later.results_html)

    def test_paper_names_both_sides_goals_and_duties(self):
        pair = self.new_pair(goals=2)
        self.new_milestone(pair)

        text = pdf_text(self.env, "gov_training.report_mentorship", pair)

        for part in (
            "师徒协议",
            "Person W001",
            "Person W002",
            "Goal 2",
            "Knows the list",
            "带教计划",
            "签名",
        ):
            with self.subTest(part=part):
                self.assertIn(part, text)

    def test_person_counts_agreements_on_either_side(self):
        self.new_pair(signed=True)
        for person in (self.ann, self.bob, self.eve):
            expected = int(person != self.eve)
            found = self.env["gov.mentorship"].search(
                person.action_open_gov_mentorships()["domain"]
            )
            with self.subTest(person=person.name):
                self.assertEqual(person.gov_mentorship_count, expected)
                self.assertEqual(len(found), expected)

    def test_dossier_and_sheet_list_the_agreements_of_the_period(self):
        self.complete(self.new_pair(signed=True))
        names = ["Person W001", "Person W002", "Qualified"]

        for person in (self.ann, self.bob, self.eve):
            for paper in (person._gov_dossier_sections, person._gov_training_sections):
                found = [s for s in paper(FIRST, LAST) if s["title"] == "Mentoring"]
                rows = [row[1:] for section in found for row in section["rows"]]
                with self.subTest(person=person.name, paper=paper.__name__):
                    self.assertEqual(rows, [] if person == self.eve else [names])
