"""/my/training/needs: pick from the menu, follow, take back."""

from odoo.http import Request
from odoo.tests import HttpCase, tagged

from odoo.addons.gov_window_staff.tests.common import ensure_chinese

from .common import TrainingCommon
from .common_need import NeedBuilders

PATH = "/my/training/needs"


@tagged("post_install", "-at_install")
class TestNeedPages(HttpCase, TrainingCommon, NeedBuilders):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        ensure_chinese(cls.env)
        cls.ann_user = cls.new_portal_user(cls.ann)
        cls.eve_user = cls.new_portal_user(cls.eve)

    def open(self, path=PATH, user=None):
        user = user or self.ann_user
        self.authenticate(user.login, user.login)
        self.opener.cookies["frontend_lang"] = "zh_CN"
        return self.url_open(path)

    def post(self, path, user=None, **form):
        self.open("/my", user)
        return self.url_open(
            path, data={"csrf_token": Request.csrf_token(self), **form}
        )

    def pick(self, *topics, user=None, **form):
        ids = [self.topic(topic).id for topic in topics]
        return self.post(f"{PATH}/pick", user, topic=ids, **form)

    def needs(self, person=None):
        person = person or self.ann
        return self.env["gov.training.need"].search([("employee_id", "=", person.id)])

    def test_menu_offers_the_topics_in_chinese(self):
        page = self.open().text

        for text in ("从菜单中选择", "服务礼仪", "电脑操作", "您为什么需要"):
            with self.subTest(text=text):
                self.assertIn(text, page)

    def test_topic_that_is_not_on_offer_is_not_picked(self):
        self.topic("computer").in_menu = False

        self.assertNotIn(f"topic_{self.topic('computer').id}", self.open().text)
        response = self.pick("computer", reason="work")

        self.assertIn("请至少选择一个", response.text)
        self.assertFalse(self.needs())

    def test_several_topics_are_picked_with_wish_and_reason(self):
        online = self.env.ref("gov_training.form_online")

        response = self.pick(
            "computer",
            "communication",
            wish="表格函数",
            reason="新系统上线",
            form_id=online.id,
        )

        self.assertIn("done=picked", response.url)
        needs = self.needs()
        topics = self.topic("computer") | self.topic("communication")
        self.assertEqual(needs.topic_id, topics)
        for need in needs:
            self.assertRecordValues(
                need,
                [
                    {
                        "source": "wish",
                        "state": "open",
                        "wish": "表格函数",
                        "reason": "新系统上线",
                        "form_id": online.id,
                        "department_id": self.town_a.id,
                    }
                ],
            )
        self.assertIn("表格函数", self.open().text)

    def test_reason_is_asked_for_and_what_was_typed_stays(self):
        response = self.pick("computer", wish="表格函数", reason=" ")

        self.assertIn("请简要说明", response.text)
        self.assertIn("表格函数", response.text)
        self.assertFalse(self.needs())

    def test_what_waits_already_is_not_picked_again(self):
        self.pick("computer", reason="a")
        self.pick("computer", "communication", reason="b")

        self.assertEqual(len(self.needs()), 2)
        self.assertEqual(
            self.needs().mapped(lambda n: (n.topic_id.name, n.reason)),
            [("Communication Skills", "b"), ("Computer Operation", "a")],
        )

    def test_long_and_strange_input_does_no_harm(self):
        response = self.post(
            f"{PATH}/pick",
            topic=["0", "x", "999999", str(self.topic().id)],
            reason="长" * 2000,
            wish="<script>alert(1)</script>",
            form_id="x",
            source="exam",
            state="met",
            employee_id=str(self.eve.id),
        )

        self.assertEqual(response.status_code, 200)
        self.assertNotIn("<script>alert", response.text)
        self.assertRecordValues(
            self.needs(), [{"source": "wish", "state": "open", "reason": "长" * 500}]
        )
        self.assertFalse(self.needs(self.eve))

    def test_own_choice_is_taken_back_until_a_session_is_arranged(self):
        wish = self.new_need(source="wish")
        self.post(f"{PATH}/{wish.id}/withdraw")
        self.assertEqual(wish.state, "withdrawn")

        arranged = self.new_need(source="wish")
        self.arrange(arranged)
        response = self.post(f"{PATH}/{arranged.id}/withdraw")
        self.assertIn("done=refused", response.url)
        self.assertEqual(arranged.state, "planned")

    def test_need_of_a_colleague_or_from_facts_is_not_taken_back(self):
        others = self.new_need(self.eve, source="wish")
        fact = self.new_need(source="exam")

        for need in others | fact:
            self.post(f"{PATH}/{need.id}/withdraw")
            with self.subTest(source=need.source):
                self.assertEqual(need.state, "open")

    def test_person_sees_own_needs_session_and_answer_only(self):
        declined = self.new_need(source="wish", topic="computer")
        declined._decline("下半年统一安排")
        self.arrange(self.new_need(source="exam", facts="58 分"), place="三楼会议室")
        self.new_need(self.eve, source="wish", wish="别人的愿望")

        page = self.open().text

        for text in ("下半年统一安排", "三楼会议室", "58 分"):
            with self.subTest(text=text):
                self.assertIn(text, page)
        self.assertNotIn("别人的愿望", page)

    def test_login_without_a_person_is_told_so(self):
        self.ann.user_id = False

        self.assertIn("尚未关联在岗人员档案", self.open().text)
        self.pick("computer", reason="a")
        self.assertFalse(self.needs())

    def test_card_on_the_home_page(self):
        self.assertIn(PATH, self.open("/my").text)
