"""A large month works in parts by jobs: same result, resumable, given up cleanly."""

from contextlib import contextmanager
from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.queue_job.exception import RetryableJobError

from ..models.rounds import month_settlement
from ..models.rounds.gov_appraisal_round_work import AT_ONCE
from .common_work import WorkCommon

KILLED = "the worker was killed"


@tagged("post_install", "-at_install")
class TestMonthInParts(WorkCommon):
    def test_parts_give_the_same_month_as_at_once(self):
        with self.undone():
            at_once = self.month.with_context(queue_job__no_delay=True)
            for button in ("action_open", "action_score", "action_grade"):
                getattr(at_once, button)()
            expected = self.cells()

        self.settle(self.work)

        self.assertEqual(self.cells(), expected)
        self.assertEqual(len(self.batch.appraisal_ids), 5)
        self.assertTrue(self.batch.appraisal_ids.line_ids.filtered("is_shared"))
        self.assertFalse(self.batch.chunk_ids)

    @contextmanager
    def undone(self):
        """What the block does is taken back at its end."""
        with self.env.cr.savepoint() as savepoint:
            yield
            self.env.flush_all()
            savepoint.rollback()
        self.env.invalidate_all()

    def test_each_part_is_a_job_and_grading_is_one(self):
        counts = []
        for button in ("action_open", "action_score", "action_grade"):
            getattr(self.month, button)()
            counts.append((len(self.jobs()), len(self.jobs("wait_dependencies"))))
            self.work()

        self.assertEqual(counts, [(3, 1), (3, 1), (1, 1)])
        self.assertEqual(self.batch.state, "graded")
        self.assertEqual(self.batch.graded_by_id, self.officer)

    def test_progress_counts_the_parts(self):
        self.month.action_open()
        self.assertEqual((self.month.work_step, self.month.work_progress), ("open", 0))

        self.work(2)

        self.assertAlmostEqual(self.month.work_progress, 66.67, 2)

    def test_a_small_month_works_at_once(self):
        self.env["ir.config_parameter"].set_param(AT_ONCE, "5")

        self.settle(lambda: None)

        self.assertEqual(self.batch.state, "graded")
        self.assertFalse(self.jobs())

    def test_no_other_step_while_it_works(self):
        self.month.action_open()
        self.work()
        self.month.action_score()

        leader = self.batch.with_user(self.leader)
        for step in (
            self.month.action_open,
            self.month.action_score,
            self.month.action_grade,
            self.month.action_publish,
            leader.action_reopen,
        ):
            with self.subTest(step=step.__name__), self.assertRaises(UserError):
                step()

    def test_a_draft_that_is_being_opened_is_not_edited_by_hand(self):
        self.month.action_open()

        with self.assertRaises(DocumentLocked):
            self.month.write({"date_from": "2026-09-01"})

    def test_scores_that_are_worked_on_are_not_shown_as_done(self):
        self.settle(self.work)

        self.month.action_score()
        self.work(1)

        self.assertEqual(self.batch.state, "open")

    def test_a_fact_changed_meanwhile_asks_for_a_new_score(self):
        self.month.action_open()
        self.work()
        self.month.action_score()
        self.work(1)

        self.new_event(self.people[0], "1.2")
        self.work()

        self.assertEqual((self.batch.state, self.batch.work_step), ("open", False))
        self.month.action_score()
        self.work()
        self.assertEqual(self.batch.state, "scored")
        self.assert_totals(self.batch, {self.people[0]: 86})

    def test_parts_cost_the_same_statements(self):
        more = self.new_people(2)
        for person in more:
            self.new_event(person, "1.2")
        self.month.action_open()
        self.work()
        self.month.action_score()
        for chunk in self.batch.chunk_ids[:2]:
            chunk._job_work()  # what is read once and kept

        big, small = self.batch.chunk_ids[2:4]
        big._unprotected().record_ids = self.batch.appraisal_ids.ids
        self.assertLessEqual(self.statements(big), self.statements(small) + 4)

    def test_a_part_reads_its_own_sheets_only(self):
        # the whole county's, read for each part, would grow with the county's square
        self.month.action_open()
        self.work()
        self.month.action_score()
        chunk = self.batch.chunk_ids[0]
        self.env.flush_all()
        self.env.invalidate_all()

        chunk._job_work()

        read = self.env["gov.appraisal"]._fields["round_id"]._get_cache(self.env)
        self.assertLessEqual(set(read), set(chunk.record_ids))

    def statements(self, chunk):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        chunk._job_work()
        self.env.flush_all()
        return self.env.cr.sql_log_count - before


@tagged("post_install", "-at_install")
class TestMonthResumed(WorkCommon):
    def kill_at(self, number):
        """Scoring ends with an error in the part of this number."""
        score, calls = month_settlement.score_appraisals, []

        def part(batch, appraisals):
            calls.append(appraisals)
            score(batch, appraisals)
            if len(calls) == number:
                raise RuntimeError(KILLED)

        return patch.object(month_settlement, "score_appraisals", part)

    def begin_scoring(self):
        self.month.action_open()
        self.work()
        self.month.action_score()

    def test_after_a_crash_the_other_parts_follow_and_nothing_is_doubled(self):
        self.begin_scoring()
        with self.kill_at(2):
            self.work(2)
        self.assertEqual(self.month.work_error, KILLED)
        first = self.batch.appraisal_ids.line_ids

        self.month.action_resume_work()
        self.assertEqual(len(self.jobs()), 2)
        self.work()

        self.assertEqual(self.batch.state, "scored")
        self.assertLessEqual(first, self.batch.appraisal_ids.line_ids)
        self.assertEqual(len(self.batch.appraisal_ids.line_ids), 4)

    def test_going_on_twice_leaves_one_job_a_part(self):
        self.begin_scoring()

        self.month.action_resume_work()
        self.month.action_resume_work()

        self.assertEqual(len(self.jobs()), 3)
        self.assertEqual(len(self.jobs("wait_dependencies")), 1)

    def test_going_on_when_only_the_end_is_missing_ends_it(self):
        self.begin_scoring()
        self.work(3)

        self.month.action_resume_work()

        self.assertEqual(self.batch.state, "scored")

    def test_a_part_that_is_done_or_taken_is_not_worked_on(self):
        self.begin_scoring()
        chunk = self.batch.chunk_ids[0]
        chunk._job_work()
        lines = self.batch.appraisal_ids.line_ids

        self.assertEqual(chunk._job_work(), "nothing to do")
        self.assertEqual(self.batch.appraisal_ids.line_ids, lines)
        self.assertEqual(self.batch._job_end(), "nothing to do")
        with (
            patch.object(type(chunk), "try_lock_for_update", lambda self: self[:0]),
            self.assertRaises(RetryableJobError),
        ):
            self.batch.chunk_ids[1]._job_work()

    def test_a_cancelled_opening_leaves_an_empty_draft(self):
        self.month.action_open()
        chunk = self.batch.chunk_ids[1]
        self.work(1)

        self.month.action_cancel_work()

        self.assertEqual((self.batch.state, self.batch.work_step), ("draft", False))
        self.assertFalse(self.batch.appraisal_ids)
        self.assertFalse(self.jobs() | self.jobs("wait_dependencies"))
        self.assertIn("given up", chunk._job_work())

    def test_cancelling_waits_for_the_part_that_still_works(self):
        self.begin_scoring()
        chunks = self.env["gov.appraisal.chunk"]

        with (
            patch.object(type(chunks), "try_lock_for_update", lambda self: self[:0]),
            self.assertRaisesRegex(UserError, "still being worked on"),
        ):
            self.month.action_cancel_work()

    def test_officers_alone_go_on_or_cancel_and_see_the_parts(self):
        self.begin_scoring()
        chunks = self.batch.chunk_ids

        chunks.with_user(self.officer).read(["state"])
        for user in (self.leader, self.site_officer, self.plain_user):
            batch = self.batch.with_user(user)
            for step in (
                batch.action_resume_work,
                batch.action_cancel_work,
                lambda u=user: chunks.with_user(u).read(["state"]),
            ):
                with self.subTest(user=user.login), self.assertRaises(AccessError):
                    step()

    def test_parts_are_written_by_the_work_alone(self):
        self.begin_scoring()
        chunks = self.batch.chunk_ids

        for forged in (chunks.sudo(), chunks.with_user(self.officer)):
            with self.subTest(su=forged.env.su), self.assertRaises(DocumentLocked):
                forged.write({"state": "done"})
