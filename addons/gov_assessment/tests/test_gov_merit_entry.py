"""Ledger of rewards and penalties (A93), and who rewards by the grade (A88)."""

from datetime import date

from odoo.tests import TransactionCase, tagged

from .common import AssessmentCommon
from .common_follow import FollowCommon


@tagged("post_install", "-at_install")
class TestMeritEntry(FollowCommon, AssessmentCommon, TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.new_person()

    def entries(self, user=None):
        entries = self.env["gov.merit.entry"]
        if user:
            entries = entries.with_user(user)
        return entries.search([("employee_id", "=", self.person.id)])

    def test_everything_that_counts_is_one_line(self):
        self.new_event(self.person, "2.2")
        self.win(self.person, 5)
        self.new_review(self.person)
        self.new_notice(self.person, "issued")
        self.new_talk(self.person, "held")
        self.env["gov.staff.record"].create(
            {
                "employee_id": self.person.id,
                "kind_id": self.env.ref("gov_window_staff.record_kind_honour").id,
                "summary": "优质服务明星",
            }
        )

        found = {(line.kind, line.nature) for line in self.entries()}
        self.assertEqual(
            found,
            {
                ("event", "penalty"),
                ("event", "reward"),
                ("review", "penalty"),
                ("notice", "penalty"),
                ("exam", "follow"),
                ("interview", "follow"),
                ("merit", "reward"),
            },
        )

    def test_what_does_not_count_is_no_line(self):
        self.new_event(self.person, state="draft")
        self.new_review(self.person, verdict="mistaken")
        self.new_review(self.person, verdict=False)
        self.new_review(self.person, rating="5")
        self.new_notice(self.person)
        self.new_exam(self.person, "draft")
        self.new_talk(self.person, "notified")

        self.assertFalse(self.entries())

    def test_points_have_their_sign(self):
        self.new_event(self.person, "2.2")
        self.win(self.person, 5)

        points = sorted(self.entries().mapped("points"))
        self.assertEqual(points, [-self.item("2.2").points, 5])

    def test_withdrawn_record_leaves_the_ledger(self):
        event = self.new_event(self.person, "2.2")
        self.assertTrue(self.entries())
        event.withdraw_reason = "误记"
        event.action_withdraw()

        self.assertFalse(self.entries())

    def test_each_line_opens_its_paper(self):
        self.new_event(self.person, "2.2")
        self.new_notice(self.person, "issued")

        for line in self.entries():
            action = line.action_open_record()
            record = self.env[action["res_model"]].browse(action["res_id"])
            with self.subTest(kind=line.kind):
                self.assertEqual(record.employee_id, self.person)

    def test_site_officer_sees_own_sites_and_no_talks(self):
        self.new_event(self.person, "2.2")
        self.new_talk(self.person, "held")
        other = self.new_person(site=self.town_b)
        self.new_event(other, "2.2")

        found = self.env["gov.merit.entry"].with_user(self.site_officer).search([])
        self.assertEqual(found.mapped("kind"), ["event"])
        self.assertEqual(found.employee_id, self.person)
        self.assertEqual(len(self.entries(self.leader)), 2)

    def test_profile_counts_and_opens_the_ledger(self):
        self.new_event(self.person, "2.2")
        person = self.person.with_user(self.officer)

        self.assertEqual(person.gov_merit_count, 1)
        action = person.action_open_gov_merits()
        self.assertEqual(
            self.env[action["res_model"]].search(action["domain"]), self.entries()
        )

    def test_year_of_a_person_is_a_curve_of_the_last_months(self):
        action = self.person.with_user(self.officer).action_open_gov_year()

        self.assertEqual(action["views"][0][1], "graph")
        self.env["gov.appraisal"].search(action["domain"])

    def test_dossier_has_the_ledger_without_talks(self):
        self.new_event(self.person, "2.2", date(2026, 10, 8))
        self.new_talk(self.person, "held")

        section = self.person.with_context(lang="en_US")._gov_ledger_section(
            date(2026, 1, 1), date(2026, 12, 31)
        )

        self.assertEqual(len(section["rows"]), 1)
        points = f"-{self.item('2.2').points:g}"
        self.assertEqual(
            section["rows"][0][:3] + section["rows"][0][4:],
            ["2026-10-08", "Penalty", "Assessment Record", points],
        )

    def test_result_goes_to_the_county_office_or_to_whoever_employs(self):
        unit, office = self.new_unit("用人单位"), self.new_unit("东镇人民政府")
        at_county = self.new_person(site=self.county)
        employed = self.new_person(gov_employer_id=unit.id)
        self.town.gov_territory_unit_id = office
        at_town = self.new_person()
        nowhere = self.new_person(site=self.town_b)
        batch = self.new_round()

        self.assert_results(
            batch,
            "payer_note",
            {
                at_county: self.county.name,
                employed: unit.name,
                at_town: office.name,
                nowhere: False,
            },
        )
