"""From applicant to person on duty: entry, checklist, duty before it is done (S40)."""

from datetime import date

from freezegun import freeze_time

from odoo.exceptions import UserError
from odoo.tests import tagged

from ..exceptions import DocumentLocked, MovementNotReady
from .common import WindowStaffCommon, identity_number
from .common_entry import TODAY, LeavingMixin


@tagged("post_install", "-at_install")
@freeze_time(TODAY)
class TestNewcomer(LeavingMixin, WindowStaffCommon):
    def entered(self, **vals):
        entry = self.approve(self.new_entry(**vals))
        self.assertEqual(entry.state, "done")
        return entry

    def through(self, **vals):
        """An applicant who has passed all seven steps."""
        job = self.new_job(gov_unit_id=self.unit.id, department_id=self.town.id)
        vals = {"gov_identification": identity_number(31), **vals}
        applicant = self.new_applicant(job, until="publicity", **vals)
        notice = self.new_notice(applicant)
        notice.action_publish()
        with freeze_time("2026-03-19"):
            notice.action_conclude()
        return applicant.with_user(self.officer)

    # -- applicant to entry --------------------------------------------------------

    def test_entry_carries_what_the_applicant_gave(self):
        applicant = self.through(partner_phone="13800000031")

        applicant.action_gov_create_entry()

        self.assertRecordValues(
            applicant.gov_movement_ids.sudo(),
            [
                {
                    "kind": "entry",
                    "state": "draft",
                    "candidate_name": "赵六",
                    "candidate_identification": identity_number(31),
                    "candidate_phone": "13800000031",
                    "candidate_birthday": date(1990, 1, 1),
                    "candidate_sex": "male",
                    "unit_id": self.unit.id,
                    "to_department_id": self.town.id,
                    "to_job_id": applicant.job_id.id,
                    "requester_id": self.officer.id,
                }
            ],
        )

    def test_applicant_who_is_not_through_gets_no_entry(self):
        applicant = self.new_applicant(self.new_job(), until="publicity")

        with self.assertRaises(UserError):
            applicant.action_gov_create_entry()

    def test_applicant_gets_one_entry(self):
        applicant = self.through()
        applicant.action_gov_create_entry()

        with self.assertRaises(UserError):
            applicant.action_gov_create_entry()

    def test_result_is_not_corrected_under_an_entry(self):
        applicant = self.through()
        applicant.action_gov_create_entry()
        last = applicant.gov_step_ids.filtered(lambda s: s.step == "publicity")

        with self.assertRaises(UserError):
            last._reopen("看错了")

    def test_applicant_of_an_entry_is_not_chosen_by_hand(self):
        applicant = self.new_applicant(self.new_job())

        with self.assertRaises(DocumentLocked):
            self.new_entry(applicant_id=applicant.id, vetted=False)

    def test_entry_in_effect_hires_the_applicant(self):
        applicant = self.through()
        applicant.action_gov_create_entry()
        entry = applicant.gov_movement_ids
        entry.write({"effective_date": TODAY, "to_contract_type_id": self.staffing.id})
        self.vet(entry)

        self.approve(entry)

        self.assertEqual(applicant.employee_id, entry.employee_id)
        self.assertEqual(applicant.application_status, "hired")
        self.assertEqual(entry.sudo().employee_id.trial_date_end, date(2026, 6, 8))

    # -- checklist -----------------------------------------------------------------

    def test_submitted_entry_has_its_checklist(self):
        entry = self.new_entry()
        self.assertFalse(entry.newcomer_line_ids)

        entry.action_submit()

        items = entry.newcomer_line_ids.item_id.mapped("code")
        self.assertEqual(items[:3], ["training", "exam", "secrecy"])
        self.assertEqual(len(items), 7)

    def test_tick_keeps_day_and_person(self):
        line = self.entered().newcomer_line_ids[0].with_user(self.site_officer)

        line.action_done()

        self.assertRecordValues(
            line,
            [
                {
                    "is_done": True,
                    "done_date": TODAY,
                    "done_user_id": self.site_officer.id,
                }
            ],
        )

    def test_tick_is_not_written_by_hand(self):
        line = self.entered().newcomer_line_ids[0]

        with self.assertRaises(DocumentLocked):
            line.write({"is_done": True})
        line.write({"note": "工号牌待制作"})

    def test_progress_counts_every_item(self):
        entry = self.entered()

        entry.newcomer_line_ids[:3].action_done()

        self.assertAlmostEqual(entry.newcomer_progress, 300 / 7, 2)

    def test_duty_without_a_required_item_is_warned_of(self):
        entry = self.entered()
        required = entry.newcomer_line_ids.filtered("is_required")
        person = entry.sudo().employee_id

        self.assertIn("Uniform issued", entry.newcomer_warning)
        self.assertIn("newcomer", dict(person._gov_missing()[person.id]))
        self.assertIn(person.id, person.search(person._gov_incomplete_domain()).ids)
        required.action_done()
        self.env.invalidate_all()

        self.assertFalse(entry.newcomer_warning)
        self.assertNotIn("newcomer", dict(person._gov_missing().get(person.id, [])))

    def test_newcomer_before_the_first_day_is_not_warned_of(self):
        entry = self.approve(self.new_entry(day=date(2026, 4, 1)))

        self.assertEqual(entry.state, "approved")
        self.assertFalse(entry.newcomer_warning)

    def test_duty_is_allowed_once_until_a_day(self):
        entry = self.entered()

        entry._allow_duty(date(2026, 3, 20), "窗口急需")

        self.assertIn("2026-03-20", entry.newcomer_warning)
        with freeze_time("2026-03-21"):
            self.env.invalidate_all()
            self.assertIn("On duty without", entry.newcomer_warning)
            with self.assertRaises(DocumentLocked):
                entry._allow_duty(date(2026, 3, 30), "再宽限")

    def test_duty_is_not_allowed_for_longer_than_the_rules_say(self):
        entry = self.entered()

        with self.assertRaises(UserError):
            entry._allow_duty(date(2026, 4, 9), "窗口急需")
        entry._allow_duty(date(2026, 4, 8), "窗口急需")

    def test_entry_of_an_applicant_whose_result_fell_is_not_submitted(self):
        applicant = self.through()
        applicant.action_gov_create_entry()
        entry = applicant.gov_movement_ids
        entry.write({"effective_date": TODAY, "to_contract_type_id": self.staffing.id})
        self.vet(entry)
        step = applicant.sudo().gov_step_ids[-1]
        step._unprotected().write({"result": "pending"})

        with self.assertRaises(MovementNotReady):
            entry.action_submit()
