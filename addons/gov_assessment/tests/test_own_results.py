"""回避: who is appraised, honoured or objects does not decide about it."""

from odoo.exceptions import UserError
from odoo.tests import tagged

from odoo.addons.gov_window_staff.tests.common import LEADER

from .common import AssessmentCommon
from .common_honour import HonourCommon
from .common_year import YEAR

OWN = "about yourself"


@tagged("post_install", "-at_install")
class TestOwnResults(HonourCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.me, cls.rival = cls.people_with("g" * 12, "g" * 12)
        cls.other_leader = cls.new_user("other_leader", LEADER)

    def test_appraised_leader_does_not_confirm_the_year(self):
        self.me.user_id = self.leader
        batch = self.new_year("submitted")

        with self.assertRaises(UserError):
            batch.with_user(self.leader).action_confirm()
        self.assertEqual(batch.state, "submitted")
        batch.with_user(self.other_leader).action_confirm()

        self.assertEqual(batch.confirmed_by_id, self.other_leader)

    def test_appraised_leader_does_not_confirm_the_quarter(self):
        self.own_rubric(
            star_rate=200,
            star_ids=[(0, 0, {"stars": 5, "min_average": 60, "coefficient": 1})],
        )
        self.me.user_id = self.leader
        batch = self.env["gov.star.round"].create(
            {"county_id": self.county.id, "date_from": f"{YEAR}-04-01"}
        )
        self.advance_period(batch, "submitted")

        with self.assertRaises(UserError):
            batch.with_user(self.leader).action_confirm()
        self.assertEqual(batch.state, "submitted")

        batch.with_user(self.other_leader).action_confirm()
        star = batch.result_ids.filtered(lambda r: r.employee_id == self.me)
        star._unprotected().needs_settling = True
        with self.assertRaisesRegex(UserError, OWN):
            star.with_user(self.leader).action_settle()

    def test_candidate_chooses_neither_himself_nor_a_rival(self):
        campaign = self.new_campaign("counted", self.me + self.rival, places=1)
        self.me.user_id = self.officer

        for one in campaign.nomination_ids:
            with self.assertRaisesRegex(UserError, OWN):
                one.with_user(self.officer).action_choose()

        self.nomination(campaign, self.me).with_user(self.checker).action_choose()
        self.assertTrue(self.nomination(campaign, self.me).is_winner)

    def test_candidate_does_not_publish(self):
        campaign = self.new_campaign("counted", self.me)
        self.me.user_id = self.leader

        for step in ("action_publish", "action_back"):
            with self.assertRaisesRegex(UserError, OWN):
                getattr(campaign.with_user(self.leader), step)()

        campaign.with_user(self.other_leader).action_publish()
        self.assertEqual(campaign.published_by_id, self.other_leader)


@tagged("post_install", "-at_install")
class TestOwnObjection(AssessmentCommon):
    def test_own_objection_is_answered_by_a_colleague(self):
        me, _other = self.new_people(2)
        self.lose(me, 3)
        batch = self.new_round("published")
        me.user_id = self.checker
        sheet = self.appraisal(batch, me)
        sheet.with_user(self.checker)._object("当天已经请假")

        with self.assertRaisesRegex(UserError, OWN):
            sheet.with_user(self.checker)._answer_objection("同意")
        sheet.with_user(self.officer)._answer_objection("已核实")

        self.assertEqual(sheet.objection_answered_by_id, self.officer)
