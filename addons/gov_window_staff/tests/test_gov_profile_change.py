"""变更档案(按日期): the officer's wizard, the history, own facts of a staffing type."""

from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from .common import WindowStaffCommon
from .common_people import PeopleMixin

MARCH, MAY = date(2026, 3, 1), date(2026, 5, 1)


@tagged("post_install", "-at_install")
class TestProfileChange(PeopleMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.one, cls.two = cls.new_window(name="一号"), cls.new_window(name="二号")
        cls.person.gov_window_id = cls.one

    def wizard(self, day, **vals):
        model = self.env["gov.profile.change"].with_user(self.users["officer"])
        model = model.with_context(default_employee_id=self.person.id, lang="zh_CN")
        form = Form(model)
        form.date = day
        for name, value in vals.items():
            setattr(form, name, value)
        return form

    def test_form_begins_with_the_facts_of_the_day(self):
        self.person._gov_write_dated(MAY, {"gov_window_id": self.two.id})

        self.assertEqual(self.wizard(MARCH).gov_window_id, self.one)
        self.assertEqual(self.wizard(MAY).gov_window_id, self.two)

    def test_what_is_changed_holds_from_the_day_on(self):
        self.wizard(MARCH, gov_window_id=self.two).save().action_apply()

        history = self.person.version_ids.sorted("date_version")
        self.assertEqual(
            [(v.date_version, v.gov_window_id) for v in history],
            [(date(2015, 3, 2), self.one), (MARCH, self.two)],
        )

    def test_preview_says_what_will_change_and_what_stays(self):
        self.person._gov_write_dated(MAY, {"gov_window_id": self.two.id})
        three = self.new_window(name="三号")

        preview = self.wizard(MARCH, gov_window_id=three).preview

        self.assertEqual(
            preview.split("\n"),
            ["窗口：一号 → 三号", "自 2026-05-01 起，窗口仍按原记录。"],
        )

    def test_nothing_changed_is_said(self):
        with self.assertRaises(UserError):
            self.wizard(MARCH).save().action_apply()

    def test_note_tells_day_change_and_reason_but_no_wage(self):
        form = self.wizard(MARCH, gov_window_id=self.two, wage=4321)
        form.reason = "工作需要"
        form.save().action_apply()

        note = self.person.message_ids[0].body
        for word in ("一号", "二号", "工作需要"):
            self.assertIn(word, note)
        self.assertNotIn("4321", note)

    def test_history_says_what_each_version_changed(self):
        self.person._gov_write_dated(MARCH, {"gov_window_id": self.two.id})
        self.person._gov_write_dated(MAY, {"gov_political_status": "01"})

        history = self.person.version_ids.sorted("date_version")
        history = history.with_context(lang="zh_CN")

        self.assertEqual(
            history.mapped("gov_changes"),
            ["建档", "窗口：一号 → 二号", "政治面貌：无 → 中共党员"],
        )

    def test_wizard_is_for_hr_officers(self):
        for role in ("plain", "site_officer", "liaison", "leader"):
            model = self.env["gov.profile.change"].with_user(self.users[role])
            with self.subTest(role=role), self.assertRaises(AccessError):
                model.create({"employee_id": self.person.id, "date": MARCH})


@tagged("post_install", "-at_install")
class TestOwnFacts(PeopleMixin, WindowStaffCommon):
    """Fields without code: defined for a staffing type, dated like all facts."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kind = cls.env.ref("gov_window_staff.contract_type_dispatched")
        cls.kind.gov_properties_definition = [
            {"name": "agency", "type": "char", "string": "派遣合同号"},
            {
                "name": "size",
                "type": "selection",
                "string": "工装尺码",
                "selection": [["s", "小"], ["l", "大"]],
            },
        ]
        cls.person.contract_type_id = cls.kind

    def set_fact(self, version, name, value):
        facts = version.read(["gov_properties"])[0]["gov_properties"]
        for fact in facts:
            if fact["name"] == name:
                fact["value"] = value
        version.gov_properties = facts

    def values(self, version):
        facts = version.read(["gov_properties"])[0]["gov_properties"]
        return {fact["name"]: fact.get("value") or False for fact in facts}

    def test_officer_fills_what_the_staffing_type_asks_for(self):
        person = self.as_user("officer")

        self.set_fact(person, "agency", "PQ-7")

        self.assertEqual(
            self.values(self.person.version_id), {"agency": "PQ-7", "size": False}
        )

    def test_officer_adds_a_fact_in_the_profile(self):
        person = self.as_user("officer")
        facts = person.read(["gov_properties"])[0]["gov_properties"]

        person.gov_properties = [
            *facts,
            {
                "name": "house",
                "type": "char",
                "string": "宿舍",
                "value": "3-201",
                "definition_changed": True,
            },
        ]

        names = [fact["name"] for fact in self.kind.gov_properties_definition]
        self.assertEqual(names, ["agency", "size", "house"])
        self.assertEqual(self.values(self.person.version_id)["house"], "3-201")

    def test_values_are_kept_when_another_fact_changes_by_date(self):
        self.set_fact(self.person.version_id, "agency", "PQ-7")

        self.person._gov_write_dated(MARCH, {"wage": 3600})

        for version in self.person.version_ids:
            with self.subTest(version=version.date_version):
                self.assertEqual(self.values(version)["agency"], "PQ-7")

    def test_value_of_a_later_version_leaves_the_earlier_one(self):
        self.set_fact(self.person.version_id, "agency", "PQ-7")
        later = self.person._gov_write_dated(MARCH, {"wage": 3600})

        self.set_fact(later, "agency", "PQ-8")

        history = self.person.version_ids.sorted("date_version")
        self.assertEqual(
            [self.values(version)["agency"] for version in history], ["PQ-7", "PQ-8"]
        )
