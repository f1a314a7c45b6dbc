"""Users with counties keep to the training of these (管辖县区)."""

from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from odoo.addons.gov_window_staff.tests.common import RpcCommon

from .common import TrainingCommon
from .common_cover import CoverBuilders
from .common_exam import ExamBuilders
from .common_mentoring import MentoringBuilders
from .common_need import NeedBuilders
from .common_sess import SessionBuilders

OFFICER = "gov_window_staff.group_hr_officer"
LEADER = "gov_window_staff.group_leader"


@tagged("post_install", "-at_install")
class TestCountyScopeTraining(
    RpcCommon,
    CoverBuilders,
    ExamBuilders,
    MentoringBuilders,
    NeedBuilders,
    SessionBuilders,
    TrainingCommon,
):
    """The documents are of county C; `near` keeps to it, `far` to another one."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.there = cls.new_site("X", "county")
        cls.near, cls.near_boss, cls.far, cls.far_boss = (
            cls.new_user(name, group)
            for name, group in (
                ("near", OFFICER),
                ("near_boss", LEADER),
                ("far", OFFICER),
                ("far_boss", LEADER),
            )
        )
        (cls.near + cls.near_boss).gov_county_ids = cls.county
        (cls.far + cls.far_boss).gov_county_ids = cls.there
        session = cls.new_session("done", cls.ann)
        plan, pair = cls.new_plan(), cls.new_pair()
        cls.new_bank()
        exam = cls.new_exam(cls.ann)
        cls.documents = [
            session,
            session.enrollment_ids,
            cls.new_incident(session, cls.ann),
            cls.new_need(),
            plan,
            plan.line_ids,
            pair,
            pair.goal_ids,
            exam,
            exam.part_ids,
            exam.candidate_ids,
            cls.new_base(cls.town_a, "village"),
        ]
        cls.env.flush_all()

    def test_documents_of_other_counties_are_not_seen(self):
        for records in self.documents:
            self.assertTrue(records)
            for near, far in ((self.near, self.far), (self.near_boss, self.far_boss)):
                with self.subTest(model=records._name, user=far.login):
                    domain = [("id", "in", records.ids)]
                    seen = records.with_user(near).search(domain)
                    self.assertEqual(seen, records)
                    self.assertFalse(records.with_user(far).search(domain))
            with self.subTest(model=records._name, user="officer"):
                self.assertTrue(records.with_user(self.officer).has_access("read"))

    def test_groups_and_figures_keep_to_the_county(self):
        sessions = self.env["gov.training.session"]
        for model in ("gov.training.coverage", "gov.training.site.coverage"):
            with self.subTest(model=model):
                rows = self.env[model].with_user(self.far)
                self.assertFalse(rows.search([("county_id", "=", self.county.id)]))
                self.assertTrue(
                    rows.with_user(self.near).search([], limit=1).county_id
                    <= self.county
                )

        groups = sessions.with_user(self.far)._read_group(
            [("county_id", "=", self.county.id)], ["county_id"], ["__count"]
        )

        self.assertFalse(groups)

    def test_nothing_is_made_for_another_county(self):
        plans = self.env["gov.training.plan"]

        with self.assertRaises(AccessError):
            plans.with_user(self.far).create(
                {"year": 2027, "department_id": self.county.id}
            )

    def test_own_person_on_a_course_elsewhere_is_seen_by_both(self):
        person = self.new_person("W900", self.there)
        session = self.new_session("open", self.eve + person)
        self.env.flush_all()
        lines = session.enrollment_ids

        self.assertEqual(
            len(lines.with_user(self.near).search([("id", "in", lines.ids)])), 2
        )
        seen = lines.with_user(self.far).search([("id", "in", lines.ids)])
        self.assertEqual(seen.sudo().employee_id, person)

    def test_the_wire_keeps_to_the_county_as_well(self):
        need = self.env["gov.training.need"].search([], limit=1)
        session = self.documents[0]

        seen = self.call(
            self.far, session._name, "search_count", [("id", "=", session.id)]
        )

        self.assertEqual(seen, 0)
        for record in (session, need):
            with self.assertRaisesRegex(JsonRpcException, "AccessError"):
                self.call(self.far, record._name, "read", record.ids, ["state"])
