"""Who may see and do what with years, stars and honours, also over the wire."""

from odoo.exceptions import AccessError
from odoo.tests import JsonRpcException, tagged

from odoo.addons.gov_window_staff.tests.common import SITE_OFFICER, RpcCommon

from .common_honour import HonourCommon
from .common_year import YEAR

POLICY = ("gov.rubric.annual.grade", "gov.rubric.star", "gov.honour.kind")
ROUNDS = ("gov.annual.round", "gov.star.round", "gov.honour.campaign")
RESULTS = ("gov.annual.appraisal", "gov.star.result", "gov.honour.nomination")
VOTES = ("gov.honour.vote",)
ALL = POLICY + ROUNDS + RESULTS + VOTES


@tagged("post_install", "-at_install")
class TestYearRights(HonourCommon):
    def assert_rights(self, user, expected):
        letters = {"read": "r", "write": "w", "create": "c", "unlink": "d"}
        table = {model: text for text, models in expected.items() for model in models}
        found = {
            model: "".join(
                letter
                for name, letter in letters.items()
                if self.env[model].with_user(user).has_access(name)
            )
            for model in ALL
        }
        self.assertEqual(found, {model: table.get(model, "") for model in ALL})

    def test_roles_of_the_year(self):
        expected = {
            self.officer: {"rwcd": POLICY + ROUNDS + RESULTS},
            self.leader: {"r": POLICY + RESULTS, "rw": ROUNDS},
            self.site_officer: {"r": POLICY + ROUNDS + RESULTS},
            self.plain_user: {"r": POLICY},
            self.portal_user: {},
        }
        for user, rights in expected.items():
            with self.subTest(user=user.login):
                self.assert_rights(user, rights)

    def test_site_officer_sees_results_of_the_own_sites(self):
        here = self.people_with("f" * 12)
        there = self.new_person(site=self.town_b)
        self.new_months(there, "f" * 12)
        batch = self.new_year()
        user = self.new_user("site_b", SITE_OFFICER, sites=self.town_b)

        seen = self.env["gov.annual.appraisal"].with_user(user).search([])

        self.assertEqual(seen, self.result(batch, there))
        with self.assertRaises(AccessError):
            self.result(batch, here).with_user(user).read(["grade_id"])

    def test_used_texts_keep_their_grades_of_the_year(self):
        grade = self.env.ref("gov_assessment.lianshui_2025_annual_excellent")

        with self.assertRaisesRegex(Exception, "in force"):
            grade.with_user(self.officer).min_good = 1
        with self.assertRaisesRegex(Exception, "in force"):
            # what the addon's own data may do, a client may not
            self.env["gov.rubric.star"].with_user(self.officer).with_context(
                install_mode=True
            ).create({"version_id": self.version.id, "stars": 5})

    def test_copied_text_takes_the_year_along(self):
        copied = self.new_text(in_force=False)

        self.assertEqual(
            copied.annual_grade_ids.mapped("name"),
            ["不合格", "优秀", "合格", "基本合格"],
        )

    def test_text_that_leaves_a_year_without_grade_is_not_put_in_force(self):
        copied = self.new_text(in_force=False)
        copied.annual_grade_ids.filtered(lambda g: g.standing == "basic").unlink()

        with self.assertRaisesRegex(Exception, "gives no grade"):
            copied.action_put_in_force()


@tagged("post_install", "-at_install")
class TestYearOverRpc(RpcCommon, HonourCommon):
    def refused(self, user, model, method, *args, **kwargs):
        with self.assertRaises(JsonRpcException):
            self.call(user, model, method, *args, **kwargs)

    def test_results_are_not_forged_over_the_wire(self):
        person = self.people_with("f" * 12)
        batch = self.new_year()
        result = self.result(batch, person)
        grade = self.env.ref("gov_assessment.lianshui_2025_annual_excellent")

        for vals in ({"grade_id": grade.id}, {"good_count": 12}, {"is_chosen": True}):
            with self.subTest(vals=vals):
                self.refused(
                    self.officer, "gov.annual.appraisal", "write", result.ids, vals
                )
        self.refused(self.leader, "gov.annual.round", "action_submit", batch.ids)
        self.refused(self.plain_user, "gov.annual.round", "action_compute", batch.ids)
        self.refused(
            self.portal_user, "gov.annual.appraisal", "search_read", [], ["grade_id"]
        )

    def test_officer_computes_a_year_over_the_wire(self):
        person = self.people_with("f" * 12)
        ids = self.call(
            self.officer,
            "gov.annual.round",
            "create",
            [{"county_id": self.county.id, "year": YEAR, "state": "locked"}],
        )
        self.call(self.officer, "gov.annual.round", "action_compute", ids)

        batch = self.env["gov.annual.round"].browse(ids)
        self.assertEqual(batch.state, "computed")
        self.assertEqual(self.result(batch, person).standing, "basic")

    def test_votes_are_not_forged_over_the_wire(self):
        person = self.people_with("g" * 12)
        campaign = self.new_campaign("voting", person)
        vals = {
            "campaign_id": campaign.id,
            "nomination_id": campaign.nomination_ids.id,
            "employee_id": person.id,
        }

        self.refused(self.officer, "gov.honour.vote", "create", [vals])
        self.refused(self.portal_user, "gov.honour.vote", "create", [vals])
