"""Topics, kinds and forms in the words of the policy."""

from odoo.tests import tagged

from .common import TrainingCommon


@tagged("post_install", "-at_install")
class TestTopic(TrainingCommon):
    def assert_words(self, model, words):
        self.assertLessEqual(set(words), set(self.env[model]._by_alias()))

    def test_topics_are_the_four_contents_of_the_policy(self):
        words = ["思想意识", "专业技能", "服务礼仪", "现场管理"]

        self.assert_words("gov.training.topic", words)

    def test_kinds_are_the_five_trainings_of_the_policy(self):
        words = ["入职培训", "常规培训", "转岗培训", "职业规培", "提升培训"]

        self.assert_words("gov.training.kind", words)

    def test_kinds_hold_what_the_other_policies_name(self):
        words = [
            "上岗培训",
            "业务交流",
            "新型业务培训",
            "专题培训",
            "心理辅导",
            "窗口负责人例会",
            "政务服务例会",
            "考察学习",
            "团队活动",
            "竞赛活动",
        ]

        self.assert_words("gov.training.kind", words)

    def test_courses_of_the_policies_are_parts_of_the_topics(self):
        words = ["沟通能力", "网上协同审批系统", "电脑操作技术", "文明礼仪"]

        self.assert_words("gov.training.topic", words)
        course = self.env.ref("gov_training.topic_approval_system")
        self.assertEqual(course.parent_id, self.env.ref("gov_training.topic_skills"))

    def test_forms_hold_the_four_modes_of_the_policy(self):
        words = ["集中培训", "师徒结对", "业务内训", "主题小组", "课题研讨"]

        self.assert_words("gov.training.form", words)

    def test_forms_hold_the_modes_of_the_other_places(self):
        words = [
            "线上培训",
            "以干带训",
            "以老带新",
            "轮岗",
            "业务分散培训",
            "集中错时培训",
        ]

        self.assert_words("gov.training.form", words)

    def test_only_concentrated_forms_count_for_the_quarter(self):
        forms = self.env["gov.training.form"]

        found = forms.search([("is_concentrated", "=", True)])

        self.assertEqual(
            found,
            self.env.ref("gov_training.form_concentrated")
            + self.env.ref("gov_training.form_offpeak"),
        )

    def test_part_of_a_topic_is_shown_with_the_topic(self):
        topic = self.env.ref("gov_training.topic_etiquette")

        part = topic.create({"name": "Phone Manners", "parent_id": topic.id})

        self.assertEqual(part.display_name, "Service Etiquette / Phone Manners")

    def test_topic_cannot_be_part_of_itself(self):
        topic = self.env.ref("gov_training.topic_etiquette")
        part = topic.create({"name": "Phone Manners", "parent_id": topic.id})

        with self.assertRaisesRegex(Exception, "[Rr]ecursion"):
            topic.parent_id = part

    def test_topic_counts_its_sessions(self):
        topic = self.env["gov.training.topic"].create({"name": "Phone Manners"})

        self.new_session(topic_ids=[(6, 0, topic.ids)])

        self.assertEqual(topic.session_count, 1)
