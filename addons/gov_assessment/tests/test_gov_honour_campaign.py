"""Honours from the nomination to the board (A75, A95, A37, A70, A89)."""

from datetime import date
from unittest.mock import patch

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.tests.common import SITE_OFFICER

from .common_honour import HonourCommon
from .common_year import YEAR


@tagged("post_install", "-at_install")
class TestHonourCampaign(HonourCommon):
    def test_terms_come_from_the_kind(self):
        campaign = self.new_campaign(kind="window")

        self.assertRecordValues(
            campaign, [{"places": 4, "vote_percent": 50, "target": "window"}]
        )
        self.assertIn(str(YEAR), campaign.name)

    def test_facts_bar_a_nominee(self):
        good, severe, poor, suspended = self.people_with(
            "g" * 12, "g" * 12, "gp" + "g" * 10, "gs" + "g" * 10
        )
        self.new_year_event(severe, "5.5b", date(YEAR, 3, 5))

        campaign = self.new_campaign("nominating", good + severe + poor + suspended)

        found = {n.employee_id: bool(n.bar_text) for n in campaign.nomination_ids}
        self.assertEqual(
            found, {good: False, severe: True, poor: True, suspended: True}
        )
        self.assertIn("5.5b", self.nomination(campaign, severe).bar_text)

    def test_party_honour_is_for_members(self):
        member, other = self.people_with("g" * 12, "g" * 12)
        member.gov_political_status = "01"

        campaign = self.new_campaign("nominating", member + other, kind="party")

        self.assertFalse(self.nomination(campaign, member).bar_text)
        self.assertTrue(self.nomination(campaign, other).bar_text)

    def test_year_star_needs_stars_in_each_quarter(self):
        steady, fallen, unrated = self.people_with("g" * 12, "g" * 12, "g" * 12)
        for month, stars in ((1, 5), (4, 3)):
            batch = self.env["gov.star.round"].create(
                {"county_id": self.county.id, "date_from": date(YEAR, month, 1)}
            )
            batch._unprotected().state = "locked"
            for person, own in ((steady, 5), (fallen, stars)):
                self.env["gov.star.result"]._unprotected().create(
                    {
                        "round_id": batch.id,
                        "employee_id": person.id,
                        "staff_no": person.gov_staff_no,
                        "person_name": person.name,
                        "stars": own,
                    }
                )

        campaign = self.new_campaign(
            "nominating", steady + fallen + unrated, kind="year_star"
        )

        barred = campaign.nomination_ids.filtered("bar_text").employee_id
        self.assertEqual(barred, fallen + unrated)

    def test_nominations_fit_the_campaign(self):
        campaign = self.new_campaign("nominating")
        elsewhere = self.new_site("T92", "county")
        stranger = self.new_person(site=elsewhere)

        with self.assertRaisesRegex(ValidationError, "another kind"):
            self.nominate(campaign, self.new_window())
        with self.assertRaisesRegex(ValidationError, "does not belong"):
            self.nominate(campaign, stranger)

    def test_nominations_end_with_the_vote(self):
        first, second = self.people_with("g" * 12, "g" * 12)
        campaign = self.new_campaign("voting", first)

        with self.assertRaisesRegex(UserError, "no nominations"):
            self.nominate(campaign, second)
        with self.assertRaisesRegex(UserError, "no nominations"):
            campaign.nomination_ids.with_user(self.officer).unlink()

    def test_results_of_a_nomination_are_not_given(self):
        person = self.people_with("g" * 12)
        campaign = self.new_campaign("nominating")
        nominations = self.env["gov.honour.nomination"].with_user(self.officer)

        one = nominations.with_context(default_is_winner=True).create(
            {
                "campaign_id": campaign.id,
                "employee_id": person.id,
                "reason": "x",
                "is_winner": True,
                "number": "假",
            }
        )

        self.assertRecordValues(one, [{"is_winner": False, "number": False}])
        with self.assertRaises(DocumentLocked):
            one.is_winner = True
        with self.assertRaises(DocumentLocked):
            campaign.with_user(self.officer).state = "awarded"

    def test_votes_and_averages_make_the_winners(self):
        loved, steady, third = self.people_with("f" * 12, "g" * 12, "f" * 12)
        voters = self.new_people(3)
        campaign = self.new_campaign(
            "voting", loved + steady + third, places=2, votes_each=1
        )
        for voter in voters[:2]:
            self.vote(campaign, voter, loved)
        self.vote(campaign, voters[2], steady)

        self.advance_campaign(campaign, "counted")

        winners = campaign.nomination_ids.filtered("is_winner").employee_id
        self.assertEqual(winners, loved + steady)
        self.assertRecordValues(
            self.nomination(campaign, loved),
            [{"vote_count": 2, "average": 85, "mark": 92.5}],
        )
        self.assertEqual(campaign.voter_count, 3)

    def test_equals_at_the_last_place_wait_for_a_choice(self):
        first, second = self.people_with("g" * 12, "g" * 12)
        campaign = self.new_campaign("counted", first + second, places=1)
        with self.assertRaisesRegex(UserError, "equal at the last place"):
            campaign.with_user(self.leader).action_publish()

        self.nomination(campaign, second).with_user(self.officer).action_choose()
        campaign.with_user(self.leader).action_publish()

        winner = campaign.nomination_ids.filtered("is_winner")
        self.assertEqual(winner.employee_id, second)

    def test_votes_are_counted_after_the_last_day(self):
        campaign = self.new_campaign("voting", self.people_with("g" * 12))

        with self.assertRaisesRegex(UserError, "Votes are taken until"):
            campaign.with_user(self.officer).action_count()

    def test_a_person_votes_so_often_for_others_and_may_change(self):
        a, b, c = self.people_with("g" * 12, "g" * 12, "g" * 12)
        voter = self.new_people(1)
        campaign = self.new_campaign("voting", a + b + c, votes_each=2)
        stranger = self.new_person(site=self.new_site("T93", "county"))

        with self.assertRaisesRegex(UserError, "from 1 to 2"):
            self.vote(campaign, voter, a, b, c)
        with self.assertRaisesRegex(UserError, "himself"):
            self.vote(campaign, a, a, b)
        with self.assertRaisesRegex(UserError, "no vote"):
            self.vote(campaign, stranger, a)
        with self.assertRaisesRegex(UserError, "nominees of this page"):
            self.env["gov.honour.vote"]._vote(campaign, voter, [0])
        self.vote(campaign, voter, a, b)
        self.vote(campaign, voter, c)
        self.advance_campaign(campaign, "counted")

        counts = {n.employee_id: n.vote_count for n in campaign.nomination_ids}
        self.assertEqual(counts, {a: 0, b: 0, c: 1})

    def test_two_ballots_at_once_count_as_one(self):
        a, b, c, d = self.people_with(*["g" * 12] * 4)
        voter = self.new_people(1)
        campaign = self.new_campaign("voting", a + b + c + d, votes_each=2)
        self.vote(campaign, voter, a, b)
        votes = self.env.registry["gov.honour.vote"]

        # the second transaction does not see what the first one wrote
        with (
            patch.object(votes, "search", lambda votes, *_args: votes.browse()),
            mute_logger("odoo.sql_db"),
            self.assertRaises(IntegrityError),
            self.env.cr.savepoint(),
        ):
            self.vote(campaign, voter, c, d)

        self.assertEqual(campaign.voter_count, 1)
        given = self.env["gov.honour.vote"].search([("employee_id", "=", voter.id)])
        self.assertEqual(given.nomination_id.employee_id, a + b)

    def test_board_is_that_of_the_own_county(self):
        campaign = self.new_campaign("awarded", self.people_with("g" * 12))
        elsewhere = self.new_site("T94", "county")
        stranger = self.new_person(site=elsewhere)
        winners = self.env["gov.honour.nomination"]

        def shown(user, person=None):
            own = winners.with_user(user)
            person = person or self.env["hr.employee"]
            return own._board(own._board_counties(person)) & campaign.nomination_ids

        self.assertFalse(shown(self.portal_user, stranger))
        self.assertFalse(shown(self.plain_user), "no profile, no county")
        self.assertTrue(shown(self.site_officer))
        self.assertTrue(shown(self.officer))

    def test_award_follows_the_publicity(self):
        person = self.people_with("g" * 12)
        campaign = self.new_campaign("published", person)
        self.assertGreater(campaign.publish_until, date(2026, 1, 1))
        with self.assertRaisesRegex(UserError, "publicity lasts"):
            campaign.with_user(self.officer).action_award()
        self.assertFalse(self.env["gov.honour.nomination"]._board(self.county))

        self.advance_campaign(campaign, "awarded")

        one = campaign.nomination_ids
        self.assertEqual(one.number, f"MX{YEAR}-001")
        self.assertEqual(self.env["gov.honour.nomination"]._board(self.county), one)
        self.assertEqual(person.gov_honour_count, 1)
        record = person.gov_record_ids
        self.assertEqual(record.kind_id.code, "HONOUR")
        self.assertIn(one.number, record.note)

    def test_window_is_honoured_by_the_months_of_its_people(self):
        window = self.new_window()
        person = self.people_with("g" * 12)
        person.gov_appraisal_ids._unprotected().window_id = window

        campaign = self.new_campaign("awarded", window, kind="window")

        self.assertRecordValues(
            campaign.nomination_ids,
            [{"is_winner": True, "average": 98, "number": f"CK{YEAR}-001"}],
        )

    def test_certificate_is_printed_for_who_was_awarded(self):
        winner, loser = self.people_with("g" * 12, "f" * 12)
        campaign = self.new_campaign("awarded", winner + loser, places=1)
        report = self.env["ir.actions.report"].with_context(lang="zh_CN")

        content, kind = report._render_qweb_pdf(
            "gov_assessment.report_honour_certificate",
            self.nomination(campaign, winner).ids,
        )

        self.assertEqual(kind, "pdf")
        self.assertTrue(content.startswith(b"%PDF"))
        self.nomination(campaign, winner).action_print_certificates()
        with self.assertRaisesRegex(UserError, "after the award"):
            self.nomination(campaign, loser).action_print_certificates()

    def test_leader_publishes_and_officer_awards(self):
        campaign = self.new_campaign("counted", self.people_with("g" * 12))

        with self.assertRaises(AccessError):
            campaign.with_user(self.officer).action_publish()
        campaign.with_user(self.leader).action_publish()
        with self.assertRaises(AccessError):
            campaign.with_user(self.leader).action_award()

    def test_cancelled_campaign_takes_no_further_step(self):
        campaign = self.new_campaign("voting", self.people_with("g" * 12))

        campaign.with_user(self.officer).action_cancel()

        with self.assertRaises(UserError):
            campaign.with_user(self.officer).action_count()

    def test_nobody_reads_single_votes(self):
        campaign = self.new_campaign("voting", self.people_with("g" * 12))
        voter = self.new_people(1)
        self.vote(campaign, voter, campaign.nomination_ids.employee_id)

        for user in (self.officer, self.leader, self.site_officer, self.plain_user):
            with self.assertRaises(AccessError):
                self.env["gov.honour.vote"].with_user(user).search([])

    def test_site_officer_sees_nominees_of_the_own_sites(self):
        here = self.people_with("g" * 12)
        there = self.new_person(site=self.town_b)
        campaign = self.new_campaign("nominating", [here, there])
        user = self.new_user("site_b", SITE_OFFICER, sites=self.town_b)

        seen = self.env["gov.honour.nomination"].with_user(user).search([])

        self.assertEqual(seen, self.nomination(campaign, there))
