"""Sites report their records complete, the county checks, and a comment in words."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.tests.common import SITE_OFFICER

from .common import AssessmentCommon


@tagged("post_install", "-at_install")
class TestGovAppraisalSiteReport(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.people = cls.new_people(2)
        cls.new_person(department_id=cls.town_b.id)
        cls.event = cls.new_event(cls.people[0])
        cls.draft = cls.new_event(cls.people[1], "2.2", state="draft")
        cls.batch = cls.new_round("open")
        reports = cls.batch.site_report_ids
        cls.report = reports.filtered(lambda r: r.department_id == cls.town)
        cls.other = reports - cls.report

    def test_each_site_with_people_has_a_line(self):
        self.assertEqual(self.other.department_id, self.town_b)
        self.assertRecordValues(
            self.report,
            [
                {
                    "state": "pending",
                    "people_count": 2,
                    "event_count": 2,
                    "draft_count": 1,
                }
            ],
        )
        self.assertEqual(self.batch.site_waiting_count, 2)
        self.assertEqual(self.batch.draft_event_count, 1)

    def test_site_officer_reports_the_own_site_only(self):
        self.report.with_user(self.site_officer).action_report()

        self.assertEqual(self.report.state, "reported")
        self.assertEqual(self.report.reported_by_id, self.site_officer)
        with self.assertRaises(AccessError):
            self.other.with_user(self.site_officer).action_report()
        self.assertEqual(self.batch.site_waiting_count, 1)

    def test_sites_that_did_not_report_are_named(self):
        self.report.with_user(self.site_officer).action_report()

        self.assertEqual(self.batch.site_waiting_names, self.town_b.name)

    def test_county_checks_or_sends_back(self):
        self.report.with_user(self.site_officer).action_report()
        self.report.with_user(self.officer).action_check()
        self.assertEqual(self.report.checked_by_id, self.officer)

        self.report.with_user(self.officer)._return("The duty list is missing")

        self.assertEqual(self.report.state, "returned")
        self.report.with_user(self.site_officer).action_report()
        self.assertFalse(self.report.return_reason)

    def test_nobody_checks_the_own_report(self):
        self.report.with_user(self.officer).action_report()

        with self.assertRaisesRegex(UserError, "reported .* yourself"):
            self.report.with_user(self.officer).action_check()

    def test_others_do_neither(self):
        for user in (self.leader, self.plain_user, self.portal_user):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.report.with_user(user).action_report()
        self.report.with_user(self.site_officer).action_report()
        for step in ("action_check", "_return"):
            with self.subTest(step=step), self.assertRaises(AccessError):
                args = ["Words"] if step == "_return" else []
                getattr(self.report.with_user(self.site_officer), step)(*args)
        for user in (self.site_officer, self.officer):
            with self.subTest(user=user.login), self.assertRaises(DocumentLocked):
                self.report.with_user(user).state = "checked"

    def test_scored_month_takes_no_report(self):
        self.advance(self.batch, "scored")

        with self.assertRaisesRegex(DocumentLocked, "not open for this step"):
            self.report.with_user(self.site_officer).action_report()

    def test_population_taken_anew_keeps_what_was_reported(self):
        self.report.with_user(self.site_officer).action_report()
        self.other.with_user(self.officer).action_report()
        self.batch.appraisal_ids.employee_id.filtered(
            lambda p: p.department_id == self.town_b
        ).gov_leave_date = "2026-10-10"

        self.batch.with_user(self.officer).action_open()

        self.assertEqual(self.batch.site_report_ids, self.report)
        self.assertEqual(self.report.state, "reported")

    def test_records_changed_after_the_report_are_counted(self):
        self.report.with_user(self.site_officer).action_report()
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE gov_appraisal_site_report SET reported_on = '2026-11-01 00:00:00' "
            "WHERE id = %s",
            [self.report.id],
        )
        self.env.cr.execute(
            "UPDATE gov_assessment_event SET write_date = '2026-11-02 00:00:00' "
            "WHERE id = %s",
            [self.event.id],
        )
        self.env.cr.execute(
            "UPDATE gov_assessment_event SET write_date = '2026-10-30 00:00:00' "
            "WHERE id = %s",
            [self.draft.id],
        )
        self.env.invalidate_all()

        self.assertEqual(self.report.changed_count, 1)

    def test_both_sites_enter_facts_of_a_person_who_moved(self):
        """D40: scored by the site of the last day, recorded by both."""
        mover = self.people[0]
        mover.version_ids[:1].copy(
            {
                "employee_id": mover.id,
                "date_version": "2026-10-20",
                "department_id": self.town_b.id,
            }
        )
        second = self.new_user("second", SITE_OFFICER, sites=self.town_b)
        self.batch.with_user(self.officer).action_open()
        for user, day, site in (
            (self.site_officer, "2026-10-12", self.town),
            (second, "2026-10-26", self.town_b),
        ):
            event = (
                self.env["gov.assessment.event"]
                .with_user(user)
                .create(
                    {
                        "employee_id": mover.id,
                        "item_id": self.item("2.2").id,
                        "date": day,
                    }
                )
            )
            event = event.sudo()
            self.assertEqual(event.department_id, site)
            event.with_user(self.officer).action_confirm()

        self.advance(self.batch, "graded")

        sheet = self.appraisal(self.batch, mover)
        self.assertEqual(sheet.department_id, self.town_b)
        self.assertEqual(len(sheet.line_ids), 3)


@tagged("post_install", "-at_install")
class TestGovAppraisalComment(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person, cls.stranger = (
            cls.new_person(),
            cls.new_person(department_id=cls.town_b.id),
        )
        cls.batch = cls.new_round("open")
        cls.sheet = cls.appraisal(cls.batch, cls.person)

    def comment(self, user, sheet):
        window = (
            self.env["gov.appraisal.decision"]
            .with_user(user)
            .create(
                {
                    "appraisal_id": sheet.id,
                    "decision": "comment",
                    "comment": "Patient with old people",
                }
            )
        )
        window.action_decide()

    def test_site_officer_comments_on_the_own_people(self):
        self.comment(self.site_officer, self.sheet)

        self.assertEqual(self.sheet.comment, "Patient with old people")
        self.assertEqual(self.sheet.commented_by_id, self.site_officer)
        with self.assertRaises(AccessError):
            self.comment(self.site_officer, self.appraisal(self.batch, self.stranger))

    def test_others_write_no_comment(self):
        for user in (self.leader, self.plain_user):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.comment(user, self.sheet)

    def test_confirmed_month_keeps_its_words(self):
        self.advance(self.batch, "confirmed")

        with self.assertRaisesRegex(DocumentLocked, "is confirmed"):
            self.comment(self.officer, self.sheet)
