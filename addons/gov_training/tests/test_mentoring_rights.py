"""Who may do what with mentoring agreements, by role and over the wire."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import TrainingCommon
from .common_mentoring import MentoringBuilders
from .common_need import NeedBuilders
from .test_need_rights import ALL, OPERATIONS, WIZARDS
from .test_rpc import RpcCase

READ = {"read"}
KEPT = {**WIZARDS, "leader": READ, "hr": READ}
POLICY = dict.fromkeys(("site_officer", "leader", "liaison", "hr", "plain"), READ)
RIGHTS = {
    "gov.mentorship": KEPT,
    "gov.mentorship.goal": KEPT,
    "gov.mentorship.break": WIZARDS,
    "gov.mentoring.policy": {**POLICY, "officer": ALL, "administrator": ALL},
    "gov.mentoring.policy.version": {**POLICY, "officer": ALL, "administrator": ALL},
}


@tagged("post_install", "-at_install")
class TestMentoringRights(TrainingCommon, MentoringBuilders, NeedBuilders):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.users = {
            "officer": cls.officer,
            "site_officer": cls.site_officer,
            "leader": cls.leader,
            "administrator": cls.administrator,
            "liaison": cls.new_user("liaison", "gov_window_staff.group_liaison"),
            "hr": cls.new_user("hr", "hr.group_hr_user"),
            "plain": cls.new_user("plain", "base.group_user"),
            "portal": cls.new_portal_user(cls.ann),
        }
        cls.own = cls.new_pair()  # Bob of the village learns from Ann of the town
        cls.mentor_only = cls.new_pair(apprentice=cls.eve)
        cls.foreign = cls.new_pair(
            mentor=cls.eve, apprentice=cls.new_person("W009", cls.town_b)
        )
        cls.all = cls.own | cls.mentor_only | cls.foreign

    def test_each_role_may_do_what_is_said_and_no_more(self):
        for model, rights in RIGHTS.items():
            for role, user in self.users.items():
                records = self.env[model].with_user(user)
                allowed = {op for op in OPERATIONS if records.has_access(op)}
                with self.subTest(model=model, role=role):
                    self.assertEqual(allowed, rights.get(role, set()))

    def test_site_officer_keeps_own_apprentices_and_reads_own_mentors(self):
        for records in (self.all, self.all.goal_ids):
            mine = records.with_user(self.site_officer)
            with self.subTest(model=records._name):
                self.assertEqual(len(mine._filtered_access("read")), 2)
                self.assertEqual(mine._filtered_access("write").ids, records[:1].ids)

    def test_site_officer_reads_the_names_of_people_of_other_sites(self):
        for pair in (self.mentor_only, self.new_pair(self.eve, self.ann)):
            own = self.env["gov.mentorship"].with_user(self.site_officer)
            self.env.invalidate_all()
            row = own.browse(pair.id).web_read(
                {
                    "display_name": {},
                    "mentor_id": {"fields": {"display_name": {}}},
                    "apprentice_id": {"fields": {"display_name": {}}},
                    "results_html": {},
                    "progress": {},
                }
            )[0]
            names = [
                row[side]["display_name"] for side in ("mentor_id", "apprentice_id")
            ]
            with self.subTest(names=names):
                self.assertEqual(row["display_name"], " → ".join(names))

    def test_site_officer_hands_no_agreement_to_another_site(self):
        with self.assertRaises(AccessError):
            self.own.with_user(self.site_officer).apprentice_id = self.eve

    def test_site_officer_moves_no_goal_into_another_agreement(self):
        goal = self.own.goal_ids.with_user(self.site_officer)

        with self.assertRaises(AccessError):
            goal.mentorship_id = self.foreign

    def test_site_officer_signs_and_completes_for_own_apprentices(self):
        own = self.own.with_user(self.site_officer)
        own.action_activate()
        self.complete(own)

        self.assertEqual(own.state, "finished")
        with self.assertRaises(AccessError):
            self.mentor_only.with_user(self.site_officer).action_activate()

    def test_leader_signs_nothing(self):
        with self.assertRaises(AccessError):
            self.own.with_user(self.leader).action_activate()


@tagged("post_install", "-at_install")
class TestMentoringRpc(RpcCase, MentoringBuilders, NeedBuilders):
    def test_agreement_is_not_created_signed(self):
        ids = self.call(
            self.officer,
            "gov.mentorship",
            "create",
            [
                {
                    "mentor_id": self.ann.id,
                    "apprentice_id": self.bob.id,
                    "date_from": "2026-03-01",
                    "date_to": "2026-08-31",
                    "state": "active",
                }
            ],
            context={
                "default_end_reason": "x",
                "default_state": "finished",
                "gov_training_unlocked": True,
            },
        )

        self.assertRecordValues(
            self.env["gov.mentorship"].browse(ids),
            [{"state": "draft", "end_reason": False, "policy_version_id": False}],
        )

    def test_goal_is_not_created_reached(self):
        pair = self.new_pair()

        self.call(
            self.officer,
            "gov.mentorship.goal",
            "create",
            [{"mentorship_id": pair.id, "name": "X", "state": "reached"}],
            context={"default_done_on": "2026-01-01"},
        )

        self.assertEqual(set(pair.goal_ids.mapped("state")), {"open"})
        self.assertFalse(any(pair.goal_ids.mapped("done_on")))

    def test_private_steps_and_sealed_fields_are_out_of_reach(self):
        pair = self.new_pair(signed=True)

        for method, args in (
            ("_break", [pair.ids, "2026-03-02", "x"]),
            ("_judge_from_portal", [pair.ids, self.ann.id, 1, "reached", ""]),
        ):
            with self.subTest(method=method):
                self.assert_refused(
                    "AccessError|private",
                    self.administrator,
                    "gov.mentorship",
                    method,
                    *args,
                )
        for vals in ({"state": "finished"}, {"end_date": "2026-04-01"}):
            with self.subTest(vals=vals):
                self.assert_refused(
                    "UserError",
                    self.officer,
                    "gov.mentorship",
                    "write",
                    pair.ids,
                    vals,
                    context={"gov_training_unlocked": True},
                )

    def test_portal_user_and_liaison_read_no_agreement(self):
        self.new_pair(signed=True)
        liaison = self.new_user("liaison", "gov_window_staff.group_liaison")

        for user in (self.new_portal_user(self.ann), liaison):
            for model in ("gov.mentorship", "gov.mentorship.goal"):
                with self.subTest(user=user.login, model=model):
                    self.assert_refused("AccessError", user, model, "search_read", [])
