"""Builders for what follows from a month: poor results, papers, talks, supervision."""

from datetime import date

from odoo.addons.gov_window_staff.tests.common import SITE_OFFICER

LIAISON = "gov_window_staff.group_liaison"
PDF = b"%PDF-1.4 signed"


class FollowCommon:
    """Mix into a class with `AssessmentCommon`."""

    @classmethod
    def make_poor(cls, person):
        """Cost a person the first two categories: 50 of 100 points are left."""
        cls.new_event(person, "1.1", quantity=30 / cls.item("1.1")._lowest())
        cls.new_event(person, "2.2", quantity=20 / cls.item("2.2")._lowest())

    @classmethod
    def poor_month(cls, *people, state="locked"):
        """A round in which these people are graded 差."""
        for person in people:
            cls.make_poor(person)
        return cls.new_round(state)

    @classmethod
    def notice_of(cls, person):
        return cls.env["gov.criticism.notice"].search([("employee_id", "=", person.id)])

    @classmethod
    def exam_of(cls, person):
        return cls.env["gov.self.examination"].search([("employee_id", "=", person.id)])

    @classmethod
    def letter(cls, kind):
        return cls.env.ref(f"gov_assessment.letter_{kind}")

    @classmethod
    def new_notice(cls, person, state="draft", **vals):
        """A notice for misconduct, made by hand."""
        notice = cls.env["gov.criticism.notice"].create(
            {
                "employee_id": person.id,
                "day": date(2026, 10, 8),
                "reason": "在窗口大声喧哗",
                **vals,
            }
        )
        if state == "issued":
            notice.with_user(cls.officer).action_issue()
        return notice

    @classmethod
    def new_exam(cls, person, state="waiting", **vals):
        exam = cls.env["gov.self.examination"].create(
            {"employee_id": person.id, "reason": "多次迟到", **vals}
        )
        if state != "draft":
            exam.with_user(cls.officer).action_assign()
        return exam

    @classmethod
    def new_talk(cls, person=None, state="draft", user=None, **vals):
        """A talk with a person, or the summons of a unit when `unit_id` is given."""
        user = user or cls.officer
        kind = "talk" if person else "summons"
        talk = (
            cls.env["gov.interview"]
            .with_user(user)
            .create(
                {
                    "kind": kind,
                    "employee_id": person.id if person else False,
                    "department_id": cls.town.id,
                    "reason": "连续两个月考核靠后",
                    "planned_at": "2026-10-09 01:30:00",
                    "place": "三楼会议室",
                    "participant_ids": [(0, 0, {"role": "host", "name": "王主任"})],
                    **vals,
                }
            )
        )
        if state in ("notified", "held"):
            talk.action_notify()
        if state == "held":
            talk.summary = "本人承认错误"
            talk.action_hold()
        return talk

    @classmethod
    def new_item(cls, state="draft", **vals):
        """A supervision item of the town."""
        item = cls.env["gov.supervision"].create(
            {
                "title": "评价器未开启",
                "department_id": cls.town.id,
                "demand": "三个工作日内全部开启并反馈",
                **vals,
            }
        )
        if state != "draft":
            item.with_user(cls.officer).action_send()
        if state == "reported":
            item.with_user(cls.site_officer)._report("已全部开启")
        return item

    @classmethod
    def new_liaison(cls, unit):
        user = cls.new_user("liaison", LIAISON)
        user.gov_unit_ids = unit
        return user

    @classmethod
    def new_officer_of(cls, site):
        return cls.new_user(f"site_{site.gov_code}", SITE_OFFICER, sites=site)
