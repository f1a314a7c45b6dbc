"""The yearly count of 五华 2017 comes out of the data again: 4/2/2/1/3."""

from datetime import datetime, timedelta

from odoo.tests import tagged

from .common import TrainingCommon
from .common_cover import CoverBuilders

# 政治学习4次、第三方综合测评培训2次、政务服务礼仪培训2次,服务流程优化交流1次,
# 场景化沟通、公共服务满意度交流3次: (kind, topics, times)
OF_2017 = {
    "politics": ("regular", ["politics"], 4),
    "evaluation": ("special", ["evaluation"], 2),
    "etiquette": ("regular", ["etiquette"], 2),
    "process": ("exchange", ["process"], 1),
    "communication": ("exchange", ["communication", "satisfaction"], 3),
}
FIRST = datetime(2017, 2, 3, 1, 0)


@tagged("post_install", "-at_install")
class TestYearlyCount(CoverBuilders, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for person in cls.ann | cls.bob:
            person.gov_entry_date = "2016-01-01"

    def category(self, name):
        return self.env.ref(f"gov_training.category_{name}")

    def hold_the_year(self):
        start = FIRST
        for kind, topics, times in OF_2017.values():
            for _n in range(times):
                self.new_category_session(kind, topics, start)
                start += timedelta(days=14)

    def count(self, **conditions):
        """What the pivot counts: closed sessions of 2017 by category."""
        domain = [
            ("state", "=", "done"),
            ("county_id", "=", self.county.id),
            *((name, "=", value) for name, value in conditions.items()),
        ]
        rows = self.env["gov.training.session"].formatted_read_group(
            domain, ["date_start:year", "category_id"], ["__count"]
        )
        return {
            row["category_id"][0]: row["__count"]
            for row in rows
            if row["date_start:year"][0].startswith("2017") and row["category_id"]
        }

    def test_count_of_2017_is_reproduced(self):
        self.hold_the_year()

        expected = {self.category(n).id: OF_2017[n][2] for n in OF_2017}
        self.assertEqual(self.count(), expected)
        self.assertEqual(sum(self.count().values()), 12)

    def test_only_what_the_office_organised_is_counted_for_it(self):
        self.hold_the_year()
        unit = self.env["res.partner"].create({"name": "U", "is_gov_unit": True})
        self.new_category_session(
            "regular",
            ["politics"],
            datetime(2017, 12, 1, 1, 0),
            organiser_kind="unit",
            organiser_unit_id=unit.id,
        )

        politics = self.category("politics").id
        self.assertEqual(self.count()[politics], 5)
        self.assertEqual(self.count(organiser_kind="centre")[politics], 4)

    def test_sessions_that_were_not_held_are_not_counted(self):
        self.new_session("planned", [self.ann], FIRST).action_cancel()

        self.assertEqual(self.count(), {})

    def test_exchange_goes_before_the_topic_alone(self):
        # communication is a part of etiquette, yet an exchange about it is no lesson
        for kind, category in (("exchange", "communication"), ("regular", "etiquette")):
            with self.subTest(kind=kind):
                session = self.new_category_session(kind, ["communication"], FIRST)
                self.assertEqual(session.category_id, self.category(category))
                session.with_user(self.administrator)._reopen("again")
                session.action_cancel()

    def test_training_under_no_category_stays_without(self):
        session = self.new_session(start=FIRST)

        self.assertFalse(session.category_id)

    def test_category_follows_the_topics_of_a_draft(self):
        session = self.new_session(start=FIRST)

        session.topic_ids = self.env.ref("gov_training.topic_politics")

        self.assertEqual(session.category_id, self.category("politics"))

    def test_category_of_a_closed_session_is_put_right_nothing_else(self):
        session = self.new_category_session("regular", ["politics"], FIRST)

        session.with_user(self.officer).category_id = self.category("etiquette")

        self.assertEqual(session.category_id, self.category("etiquette"))
        with self.assertRaisesRegex(Exception, "closed"):
            session.with_user(self.officer).topic_ids = False

    def test_category_that_names_nothing_takes_nothing(self):
        self.env["gov.training.category"].create({"name": "All", "sequence": 0})

        session = self.new_session(start=FIRST)

        self.assertFalse(session.category_id)
