"""Builders for movements: users of every role, drafts, decisions, a fixed day."""

from datetime import date
from unittest.mock import patch

from odoo.fields import Command, Date

from .common import (
    HR_OFFICER,
    LEADER,
    MODULE,
    SITE_OFFICER,
    WindowStaffCommon,
    identity_number,
)

LIAISON = f"{MODULE}.group_liaison"
TODAY = date(2026, 11, 22)
LAST_WEEK = date(2026, 11, 15)
TOMORROW = date(2026, 11, 23)


class MovementCommon(WindowStaffCommon):
    """One user a role; `unit` sends `person` to `town`. It is 2026-11-22."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.stop_clock(TODAY)
        cls.unit = cls.new_unit()
        cls.window = cls.new_window()
        cls.person = cls.new_person(
            name="张三",
            gov_window_id=cls.window.id,
            gov_dispatch_unit_id=cls.unit.id,
        )
        cls.officer = cls.new_user("officer", HR_OFFICER, lang="zh_CN")
        cls.officer_b = cls.new_user("officer_b", HR_OFFICER)
        cls.leader = cls.new_user("leader", LEADER)
        cls.site_officer = cls.new_user("site", SITE_OFFICER, sites=cls.town)
        cls.liaison = cls.new_user("liaison", LIAISON)
        cls.liaison.gov_unit_ids = cls.unit
        # the vetting before an entry has tests of its own
        cls.env.ref(f"{MODULE}.movement_kind_entry").needs_vetting = False
        # nobody else decides: the reviewers of each step are those above
        admins = cls.env.ref("base.user_admin") + cls.env.ref("base.user_root")
        for group in (HR_OFFICER, LEADER, f"{MODULE}.group_administrator"):
            cls.env.ref(group).user_ids -= admins

    @classmethod
    def stop_clock(cls, day):
        """Every “today” of movements is this day until the class ends."""
        model = cls.env.registry["gov.staff.movement"]
        clock = patch.object(model, "_today", lambda self: day)
        cls.startClassPatcher(clock)

    def on(self, day):
        """with self.on(day): it is another day for movements."""
        model = self.env.registry["gov.staff.movement"]
        return patch.object(model, "_today", lambda records: Date.to_date(day))

    # -- records ---------------------------------------------------------------

    def draft(self, kind="transfer", user=None, **vals):
        """A draft that can be submitted, of `person` and proposed by an HR officer."""
        defaults = {
            "transfer": {"to_department_id": self.town_b.id},
            "secondment": {
                "to_department_id": self.village.id,
                "end_date": "2027-01-31",
                "to_is_dedicated": True,
            },
            "head": {"to_department_id": self.town.id},
            "resign": {
                "notice_date": "2026-10-23",
                "attachment_ids": [Command.create({"name": "辞职信.pdf"})],
            },
            "return": {"reason": "不适应窗口工作"},
            "dismiss": {
                "reason": "年度考核不合格",
                "legal_basis": "art39",
                "ground_ids": [Command.create({"text": "年度考核不合格"})],
            },
            "regular": {"trial_result": "pass"},
            "level_up": {"to_post_level_id": self.level(2).id},
            "entry": self.candidate(),
        }
        person = {} if kind == "entry" else {"employee_id": self.person.id}
        movements = self.env["gov.staff.movement"].with_user(user or self.officer)
        movement = movements.create(
            {
                "kind": kind,
                "effective_date": TODAY,
                **person,
                **defaults.get(kind, {}),
                **vals,
            }
        )
        # what the law asks before a dismissal has tests of its own
        movement.sudo().legal_ids.write({"answer": "na"})
        return movement

    def candidate(self, **vals):
        """Values of an entry: a woman born on 1995-06-07, sent by `unit`."""
        return {
            "candidate_name": "李四",
            "candidate_identification_masked": identity_number(2, date(1995, 6, 7)),
            "to_department_id": self.town.id,
            "unit_id": self.unit.id,
            "to_contract_type_id": self.env.ref(
                f"{MODULE}.contract_type_dispatched"
            ).id,
            **vals,
        }

    def submitted(self, kind="transfer", user=None, **vals):
        movement = self.draft(kind, user, **vals)
        movement.action_submit()
        return movement

    def agree(self, movement, *users, words="同意"):
        for user in users:
            movement.with_user(user)._decide(True, words)

    def agree_all(self, movement):
        """Every step agreed by whoever is asked."""
        while movement.state == "submitted":
            review = movement.sudo().review_ids.filtered(
                lambda r: r.status == "pending"
            )
            self.agree(movement, review[:1].reviewer_ids[:1])
        return movement

    def approved(self, kind="transfer", user=None, **vals):
        return self.agree_all(self.submitted(kind, user, **vals))

    def actions(self, movement):
        return movement.sudo().step_ids.sorted("id").mapped("action")

    def facts(self, day, person=None):
        person = person or self.person
        return self.env["hr.version"]._gov_as_of(person, day)[person.id]
