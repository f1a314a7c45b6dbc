"""Builders for the tests of corrections and appeals: a closed month with a quota."""

from odoo.addons.gov_window_staff.tests.common import HR_OFFICER

from .common import AssessmentCommon


class CorrectionMixin:
    """A locked October of four people; one of them may be good.

    `lan` lost 20 points by `event`; without it she would take the place of `mei`.
    """

    @classmethod
    def set_up_month(cls, state="locked"):
        """Call it at the end of setUpClass."""
        cls.handler = cls.new_user("handler", HR_OFFICER)
        cls.lan, cls.mei, cls.tao, cls.bo = cls.new_people(4)
        for name, person in {"兰": cls.lan, "梅": cls.mei, "涛": cls.tao}.items():
            person.name = f"王{name}"
        cls.win(cls.lan, 10)
        cls.win(cls.mei, 5)
        cls.event = cls.new_event(cls.lan, "1.1", quantity=4, reason="迟到")
        cls.batch = cls.new_round(state)

    @classmethod
    def propose(cls, without=None, cause="appeal", **vals):
        """A correction of October, by default without the record of `lan`."""
        without = cls.event if without is None else without
        return (
            cls.env["gov.appraisal.correction"]
            .with_user(cls.handler)
            ._propose(cls.batch, cause, "申诉成立", without=without, **vals)
        )

    @classmethod
    def applied(cls, **kwargs):
        """The same, approved and applied."""
        correction = cls.propose(**kwargs)
        correction.with_user(cls.leader).action_approve()
        correction.with_user(cls.handler).action_apply()
        return correction

    def assert_line(self, correction, person, **expected):
        line = correction.line_ids.filtered(lambda x: x.employee_id == person)
        self.assertRecordValues(line, [expected])


class CorrectionCommon(CorrectionMixin, AssessmentCommon):
    """The same as a test case."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.set_up_month()


class AppealCommon(CorrectionCommon):
    """A person with a login, and an appeal at any state."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.lan.user_id = cls.portal_user
        cls.sheet = cls.appraisal(cls.batch, cls.lan)
        cls.line = cls.sheet.line_ids.filtered(lambda line: not line.is_bonus)

    @classmethod
    def submit(cls, sheet=None, **vals):
        """An appeal of `lan`, as the portal sends it."""
        sheet = (sheet or cls.sheet).with_user(cls.portal_user).sudo()
        values = {"reason": "当天已经请假", "lines": cls.line.ids, **vals}
        appeal = (
            cls.env["gov.appeal"]
            .with_user(cls.portal_user)
            .sudo()
            ._submit_from_portal(sheet, values)
        )
        return appeal.with_env(cls.env)

    @classmethod
    def accepted(cls, **vals):
        """The same in the hands of `handler`."""
        appeal = cls.submit(**vals)
        appeal.with_user(cls.handler).action_accept()
        return appeal.with_user(cls.handler)

    @classmethod
    def decided(cls, decision="upheld", **vals):
        """The same with an answer and a decision on every line."""
        appeal = cls.accepted(**vals)
        appeal.line_ids.decision = decision
        appeal.answer = "经核实，当天已办理请假手续。"
        appeal.action_decide()
        return appeal
