"""再次入职: the new file knows the former one; years and certificates go on (D19)."""

from datetime import date, timedelta

from odoo.exceptions import ValidationError
from odoo.tests import tagged

from .common import identity_number
from .common_movement import TODAY, MovementCommon

ENTRY = date(2020, 1, 6)


@tagged("post_install", "-at_install")
class TestFormerFile(MovementCommon):
    def left(self, days, serial=2):
        """The file of the candidate, who has been away for some days on TODAY."""
        person = self.new_person(
            entry=ENTRY,
            leave=TODAY - timedelta(days + 1),
            identification_id=identity_number(serial, date(1995, 6, 7)),
        )
        self.new_certificate(person, rank=2, issued=date(2020, 5, 6))
        return person

    def since(self, person):
        return person._gov_service_since(date(2026, 12, 31), 30)[person]

    def test_an_entry_finds_the_former_file_by_the_id_number(self):
        former = self.left(10)
        self.left(10, serial=4)
        former.action_archive()

        person = self.approved("entry").employee_id

        self.assertEqual(person.gov_former_id, former)

    def test_a_newcomer_has_none(self):
        self.left(10, serial=4)

        self.assertFalse(self.approved("entry").employee_id.gov_former_id)

    def test_thirty_days_away_keep_the_years(self):
        self.left(30)

        self.assertEqual(self.since(self.approved("entry").employee_id), ENTRY)

    def test_thirty_one_days_away_count_the_years_anew(self):
        self.left(31)

        self.assertEqual(self.since(self.approved("entry").employee_id), TODAY)

    def test_certificates_of_the_former_file_count_after_any_break(self):
        former = self.left(400)
        person = self.approved("entry").employee_id
        own = self.new_certificate(person, rank=3, issued=date(2026, 11, 22))

        held = self.env["gov.certificate"]._to_rules(person)[person.id]

        self.assertEqual([paper.rank for paper in held], [2, 3])
        self.assertEqual(held[1].number, own.number)
        self.assertTrue(former)

    def test_years_go_on_over_several_files(self):
        first = self.left(100)
        second = self.new_person(
            entry=first.gov_leave_date + timedelta(31),
            leave=TODAY - timedelta(20),
            gov_former_id=first.id,
        )
        third = self.new_person(entry=TODAY, gov_former_id=second.id)

        self.assertEqual(self.since(third), ENTRY)

    def test_the_former_file_was_left_before_the_entry(self):
        serving, later = self.new_person(), self.left(1)
        for former in (serving, later):
            with self.subTest(left=former.gov_leave_date):
                with self.assertRaises(ValidationError):
                    self.new_person(entry=later.gov_leave_date, gov_former_id=former.id)

    def test_whose_files_are_linked_is_for_officers(self):
        person = self.new_person(entry=TODAY, gov_former_id=self.left(10).id)
        for user in (self.site_officer, self.liaison, self.leader):
            with self.subTest(user=user.login):
                names = person.with_user(user).fields_get(["gov_former_id"])
                self.assertEqual(
                    bool(names), user.has_group("gov_window_staff.group_hr_officer")
                )
