"""回避: nobody changes the facts about himself."""

from datetime import datetime

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.tests.common import RpcCommon

from .common_attendance import AttendanceMixin
from .common_patrol import PatrolCommon
from .common_rev import ReviewCommon

OWN = "about yourself"


@tagged("post_install", "-at_install")
class TestOwnFacts(AttendanceMixin, PatrolCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.me = cls.new_person()
        cls.me.user_id = cls.officer

    def as_site_officer(self):
        self.me.user_id = self.site_officer
        return self.site_officer

    # -- records and figures -------------------------------------------------------

    def test_own_draft_is_neither_written_nor_deleted(self):
        draft = self.new_event(self.me, state="draft").with_user(self.officer)

        for vals in ({"quantity": 0.5}, {"employee_id": self.person.id}):
            with self.subTest(vals=vals), self.assertRaisesRegex(UserError, OWN):
                draft.write(vals)
        with self.assertRaisesRegex(UserError, OWN):
            draft.unlink()

        self.assertEqual((draft.quantity, draft.employee_id), (1, self.me))

    def test_fact_is_not_handed_to_oneself(self):
        draft = self.new_event(self.person, "6.5", state="draft")

        with self.assertRaisesRegex(UserError, OWN):
            draft.with_user(self.officer).employee_id = self.me

    def test_words_on_the_own_draft_stay_possible(self):
        draft = self.new_event(self.me, state="draft").with_user(self.officer)

        draft.clip_reference = "3号机 09:12"

        self.assertEqual(draft.clip_reference, "3号机 09:12")

    def test_own_volume_is_a_colleagues_matter(self):
        volume = self.env["gov.service.volume"].create(
            {"employee_id": self.me.id, "date": "2026-10-01", "cases": 10}
        )

        with self.assertRaisesRegex(UserError, OWN):
            volume.with_user(self.officer).cases = 900

    def test_nobody_enters_what_counts_for_oneself(self):
        volumes = self.env["gov.service.volume"].with_user(self.officer)
        vals = {"date": "2026-10-01", "cases": 900}

        with self.assertRaisesRegex(UserError, OWN):
            volumes.create({**vals, "employee_id": self.me.id})
        self.assertTrue(volumes.create({**vals, "employee_id": self.person.id}))
        drafts = self.env["gov.assessment.event"].with_user(self.officer)
        vals = {
            "employee_id": self.me.id,
            "item_id": self.item("6.5").id,
            "date": "2026-10-09",
        }
        with self.assertRaisesRegex(UserError, OWN):  # as the import of the ledger
            drafts._step().create({**vals, "state": "confirmed"})
        own = drafts.create(vals)
        self.assertEqual(own.state, "draft", "a colleague looks into it")

    # -- attendance ----------------------------------------------------------------

    def test_site_officer_does_not_excuse_the_own_day(self):
        day = self.new_day(self.me, status="outside", am_in=False)
        self.assertEqual(day.outcome, "breach")

        with self.assertRaisesRegex(UserError, OWN):
            day.with_user(self.as_site_officer()).statement = "外勤"

        self.assertEqual(day.outcome, "breach")

    def test_officer_neither_corrects_deletes_nor_excuses_the_own_day(self):
        day = self.new_day(self.me, am_in="09:40").with_user(self.officer)
        days = self.env["gov.attendance.day"].with_user(self.officer)
        vals = {"employee_id": self.me.id, "date": "2026-10-12", "statement": "外勤"}

        for change in (
            lambda: day.write({"am_in": "08:50"}),
            day.unlink,
            lambda: days.create({**vals, "status": "outside"}),
        ):
            with self.assertRaisesRegex(UserError, OWN):
                change()

        self.assertEqual(self.leads(day), {"1.1": 1})

    def test_judging_many_days_takes_the_own_one_along(self):
        mine, other = self.new_day(self.me, am_in="09:12"), self.new_day(self.person)
        mine.sudo()._write({"am_in": "09:40"})
        mine.invalidate_recordset()

        (mine + other).with_user(self.officer).action_judge()

        self.assertIn("40 minutes", mine.event_ids.reason)

    def leads(self, day):
        return {e.item_id.code: e.quantity for e in day.sudo().event_ids}

    # -- findings ------------------------------------------------------------------

    def test_own_finding_is_decided_by_somebody_else(self):
        finding = self.new_finding(self.me, self.checker, investigation="属实")
        own = finding.with_user(self.officer)

        for step in (
            own.action_confirm,
            own.action_reject,
            own.unlink,
            lambda: own.write({"investigation": "不属实"}),
            lambda: own.write({"employee_id": self.person.id}),
        ):
            with self.assertRaisesRegex(UserError, OWN):
                step()

        self.assertEqual((finding.state, finding.employee_id), ("new", self.me))

    def test_site_officer_signs_the_own_sheet_and_does_not_close_it(self):
        finding = self.new_finding(self.me, self.checker)
        finding.with_user(self.checker).action_confirm()
        own = finding.with_user(self.as_site_officer())

        with self.assertRaisesRegex(UserError, OWN):
            own.action_close()

        self.assertEqual(finding.state, "confirmed")


@tagged("post_install", "-at_install")
class TestOwnReviews(RpcCommon, ReviewCommon):
    def test_rated_site_officer_takes_no_step(self):
        review = self.verified()
        self.person.user_id = self.site_officer
        own = review.with_user(self.site_officer)

        with self.assertRaisesRegex(AccessError, "your own work"):
            own._rectify("explained the list")
        review.with_user(self.other_officer)._rectify("explained the list")
        with self.assertRaisesRegex(AccessError, "your own work"):
            own._feed_back("phone", "told so")

        self.assertEqual(review.state, "rectified")

    def test_nobody_enters_a_review_of_oneself(self):
        self.person.user_id = self.officer
        own = self.reviews.with_user(self.officer)
        vals = {
            "number": "T-OWN",
            "employee_id": self.person.id,
            "rating": "5",
            "reviewed_at": datetime(2026, 10, 8, 2),
        }

        with self.assertRaisesRegex(UserError, OWN):
            own.create(vals)
        with self.assertRaisesRegex(UserError, OWN):
            own._unlocked().create(
                {**vals, "number": "T-OWN-2", "rating": "1", "verdict": "mistaken"}
            )

    def test_own_good_review_is_not_deleted_nor_brought_up_to_date(self):
        review = self.bad_review()
        self.person.user_id = self.officer
        row = {
            "number": review.number,
            "staff_no": self.person.gov_staff_no,
            "rating": "5",
            "reviewed_at": "2026-10-10 10:00",
        }

        with self.assertRaisesRegex(UserError, OWN):
            self.reviews.with_user(self.officer).gov_receive([row])

        self.assertEqual(review.rating, "2")

    def test_platform_brings_a_review_up_to_date(self):
        review = self.bad_review()
        row = {
            "number": review.number,
            "staff_no": self.person.gov_staff_no,
            "rating": "5",
            "reviewed_at": "2026-10-10 10:00",
        }

        found = self.reviews.with_user(self.officer).gov_receive([row])

        self.assertEqual((found["updated"], review.rating), ([review.number], "5"))

    def test_the_wire_does_not_change_what_the_citizen_said(self):
        review = self.bad_review()
        for method, *args in (("write", {"rating": "5"}), ("unlink",)):
            with self.subTest(method=method), self.assertRaises(JsonRpcException):
                self.call(self.officer, "gov.service.review", method, review.ids, *args)
        with self.assertRaises(DocumentLocked):
            review.with_user(self.officer).is_default = True

        self.assertEqual(review.rating, "2")
