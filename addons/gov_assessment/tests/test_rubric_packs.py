"""五华 and 大安 as shipped: their own words, and a month under each of them."""

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from .common import AssessmentCommon

NORMS = """禁止性规范 仪表规范 举止规范 语言规范 着装规范 窗口物品摆放规范 审批行为规范
上下班劳动纪律 首问负责制 限时办结制"""


@tagged("post_install", "-at_install")
class TestRubricPacks(AssessmentCommon):
    def take_up(self, name):
        """The pack as the text of this county, filled in and in force."""
        version = self.env.ref(f"gov_assessment.{name}")
        version.rubric_id.write({"active": True, "department_id": self.county.id})
        # the builders find items in the text of the class
        self.addCleanup(setattr, type(self), "version", type(self).version)
        type(self).version = version
        return version

    def test_packs_are_drafts_that_bind_nobody(self):
        for name in ("wuhua_2023", "daan_2017"):
            with self.subTest(pack=name):
                version = self.env.ref(f"gov_assessment.{name}")
                self.assertEqual(version.state, "draft")
                self.assertFalse(version.rubric_id.active)
        self.assertEqual(self.env["gov.rubric"]._for_county(self.county), self.rubric)

    def test_packs_are_complete_enough_to_be_put_in_force(self):
        for name in ("wuhua_2023", "daan_2017"):
            with self.subTest(pack=name):
                version = self.env.ref(f"gov_assessment.{name}")
                version.action_put_in_force()
                self.assertEqual(version.state, "in_force")

    def test_each_item_quotes_its_text(self):
        for name in ("wuhua_2023", "daan_2017"):
            for item in self.env.ref(f"gov_assessment.{name}").item_ids:
                with self.subTest(pack=name, item=item.code):
                    self.assertTrue(item.text)

    def test_month_of_wuhua_is_scored_and_pays_nothing_by_itself(self):
        version = self.take_up("wuhua_2023")
        version.action_put_in_force()
        found, reviewed, praised = self.new_people(3)
        self.new_event(found, "1.1", points=8)
        self.new_review(reviewed)
        self.new_event(praised, "6.1", points=5)

        batch = self.new_round("graded")

        self.assert_totals(batch, {found: 92, reviewed: 98, praised: 105})
        self.assertEqual(set(batch.appraisal_ids.mapped("grade_id.name")), {"已评分"})
        self.assertEqual(batch.reward_total, 0)

    def test_daan_names_the_seven_norms_and_three_duties(self):
        items = self.env.ref("gov_assessment.daan_2017").item_ids

        self.assertEqual(
            items.mapped("name"), [f"违反{norm}" for norm in NORMS.split()]
        )
        self.assertTrue(all(items.mapped("needs_verification")))
        self.assertTrue(all(items.mapped("bars_year")))

    def test_daan_stops_the_reward_of_the_offender_only(self):
        version = self.take_up("daan_2017")
        version.grade_ids[0].reward_amount = 500
        version.action_put_in_force()
        offender, colleague = self.new_people(2)
        unit = self.new_unit()
        offender.gov_dispatch_unit_id = colleague.gov_dispatch_unit_id = unit
        self.new_event(offender, "1.5")

        batch = self.new_round("graded")

        self.assert_rewards(batch, {offender: 0, colleague: 500})
        self.assert_grades(batch, {offender: "poor", colleague: "fair"})

    def test_joint_penalty_of_daan_is_off_until_the_county_switches_it_on(self):
        version = self.take_up("daan_2017")
        self.assertFalse(version.penalty_is_on)
        self.assertEqual(
            (version.penalty_ids.months_min, version.penalty_ids.months_max), (1, 12)
        )
        version.penalty_is_on = True
        version.grade_ids[0].reward_amount = 500
        version.action_put_in_force()
        offender, colleague, other = self.new_people(3)
        unit = self.new_unit()
        offender.gov_dispatch_unit_id = colleague.gov_dispatch_unit_id = unit
        event = self.new_event(offender, "2.1")
        penalty = self.env["gov.joint.penalty"].create(
            {"event_id": event.id, "reason": "经查证属实", "colleague_months": 12}
        )
        penalty.with_user(self.officer).action_submit()
        penalty.with_user(self.leader).action_approve()

        batch = self.new_round("graded")

        self.assert_rewards(batch, {offender: 0, colleague: 0, other: 500})

    def test_two_texts_for_a_county_are_told_apart_by_the_county(self):
        self.take_up("wuhua_2023").action_put_in_force()
        self.new_person()

        self.assertEqual(self.new_round("open").version_id, self.version)
        other = self.new_site("C2", "county")
        self.assertEqual(self.env["gov.rubric"]._for_county(other), self.rubric)

    def test_second_rubric_for_the_same_scope_is_refused(self):
        with self.assertRaisesRegex(ValidationError, "LIANSHUI.*applies there already"):
            self.env.ref("gov_assessment.daan").active = True

    def test_pack_in_force_does_not_change_any_more(self):
        version = self.take_up("daan_2017")
        version.action_put_in_force()

        with self.assertRaises(UserError):
            version.penalty_ids.months_max = 6
