"""Results are worked out, not typed: nobody edits them, by no way in."""

from odoo.exceptions import AccessError
from odoo.tests import HttpCase, tagged
from odoo.tests.common import JsonRpcException
from odoo.tools import mute_logger

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from .common import AssessmentCommon

FORGED = ({}, {"gov_unlock": True}, {"gov_unlock": "UNLOCK"}, {"gov_unlock": 1})


class ProtectionCommon(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        person = cls.new_person()
        cls.new_event(person)
        cls.batch = cls.new_round("graded")
        cls.result = cls.appraisal(cls.batch, person)
        cls.line = cls.result.line_ids
        cls.vals = {
            "gov.appraisal.round": {"state": "locked"},
            "gov.appraisal": {"total": 120},
            "gov.appraisal.line": {"points_total": 0},
        }
        cls.records = (cls.batch, cls.result, cls.line)


@tagged("post_install", "-at_install")
class TestProtection(ProtectionCommon):
    def assert_refused(self, records, method, *args):
        for context in FORGED:
            with self.subTest(model=records._name, method=method, context=context):
                with self.assertRaises(DocumentLocked):
                    getattr(records.with_context(**context), method)(*args)

    def test_officers_do_not_write_results(self):
        for records in self.records:
            own = records.with_user(self.officer)
            self.assert_refused(own, "write", self.vals[records._name])

    def test_the_system_user_does_not_either(self):
        for records in self.records:
            self.assert_refused(records, "write", self.vals[records._name])

    def test_officers_do_not_delete_results(self):
        for records in self.records:
            self.assert_refused(records.with_user(self.officer), "unlink")

    def test_officers_do_not_create_results(self):
        for records in (self.result, self.line):
            vals = records.copy_data()[0]
            self.assert_refused(records.with_user(self.officer), "create", vals)

    def test_results_are_not_written_through_the_round(self):
        vals = {"appraisal_ids": [(1, self.result.id, {"total": 120})]}

        self.assert_refused(self.batch.with_user(self.officer), "write", vals)

    def test_population_of_an_opened_round_does_not_move(self):
        own = self.batch.with_user(self.officer)
        for vals in (
            {"date_from": "2026-09-01"},
            {"headcount": 99},
            {"version_id": False},
        ):
            self.assert_refused(own, "write", vals)

    def test_comment_on_the_month_stays_free(self):
        self.batch.with_user(self.officer).note = "A quiet month"

        self.assertEqual(self.batch.note, "A quiet month")

    def test_leaders_and_site_officers_have_no_right_to_results_at_all(self):
        for user in (self.leader, self.site_officer):
            for operation in ("write", "create", "unlink"):
                for records in (self.result, self.line):
                    with self.subTest(user=user.login, operation=operation):
                        own = records.with_user(user)
                        self.assertFalse(own.has_access(operation))
                        with self.assertRaises(AccessError):
                            own.check_access(operation)


@tagged("post_install", "-at_install")
class TestProtectionOverRpc(HttpCase, ProtectionCommon):
    def call(self, user, model, method, *args, **kwargs):
        self.authenticate(user.login, user.login)
        with mute_logger("odoo.http"):
            return self.make_jsonrpc_request(
                f"/web/dataset/call_kw/{model}/{method}",
                {"model": model, "method": method, "args": args, "kwargs": kwargs},
            )

    def assert_refused(self, error, user, model, method, *args, **kwargs):
        with self.subTest(model=model, method=method, **kwargs):
            with self.assertRaisesRegex(JsonRpcException, error):
                self.call(user, model, method, *args, **kwargs)

    def test_officer_does_not_write_or_delete_results(self):
        for records in self.records:
            name = records._name
            for context in ({}, {"gov_unlock": True}):
                call = ("DocumentLocked", self.officer, name)
                ids = records.ids
                self.assert_refused(
                    *call, "write", ids, self.vals[name], context=context
                )
                self.assert_refused(*call, "unlink", ids, context=context)

    def test_officer_does_not_create_results(self):
        for records in (self.result, self.line):
            vals = records.read(["date"] if records == self.line else ["date_from"])
            self.assert_refused(
                "DocumentLocked",
                self.officer,
                records._name,
                "create",
                [{k: str(v) for k, v in vals[0].items() if k != "id"}],
                context={"gov_unlock": True},
            )

    def test_the_key_is_not_handed_out(self):
        for method in ("_unprotected", "_facts_changed", "_begin"):
            self.assert_refused(
                "private|AccessError",
                self.officer,
                "gov.appraisal.round",
                method,
                self.batch.ids,
            )

    def test_leader_confirms_by_the_button_only(self):
        name = "gov.appraisal.round"
        vals = {"state": "confirmed"}
        self.assert_refused(
            "DocumentLocked", self.leader, name, "write", self.batch.ids, vals
        )

        self.advance(self.batch, "published")
        self.batch.with_user(self.leader)._end_publicity("test")
        self.batch.with_user(self.officer).action_submit()
        self.batch.with_user(self.checker).action_confirm()
        self.call(self.leader, name, "action_confirm", self.batch.ids)

        self.assertEqual(self.batch.state, "confirmed")

    def test_site_officer_does_not_set_the_state_of_a_draft(self):
        draft = self.new_event(self.result.employee_id, day="2026-11-02", state="draft")
        call = (self.site_officer, "gov.assessment.event")
        ids = draft.ids

        self.assert_refused("AccessError", *call, "write", ids, {"state": "confirmed"})
        self.assert_refused("AccessError", *call, "action_confirm", ids)

        self.assertEqual(draft.state, "draft")

    def test_site_officer_does_not_move_a_draft_to_another_site(self):
        other = self.new_person(department_id=self.town_b.id)
        draft = self.new_event(self.result.employee_id, day="2026-11-02", state="draft")

        self.assert_refused(
            "AccessError",
            self.site_officer,
            "gov.assessment.event",
            "write",
            draft.ids,
            {"employee_id": other.id},
        )
