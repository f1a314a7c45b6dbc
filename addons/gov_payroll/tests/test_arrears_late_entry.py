"""迟报入职: who joined a closed month is paid its days with the next run."""

from datetime import date

from odoo.addons.gov_assessment.tests.common import OCTOBER

from .common import PayrollCommon

NOVEMBER = OCTOBER.next()


class TestLateEntry(PayrollCommon):
    """October is locked; then joinings are reported, and November is computed."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.colleague = cls.new_person(wage=3000)
        cls.october = cls.locked_run()
        degree = cls.env["gov.education"].search([], order="rank desc", limit=1)
        graduate = {"gov_education_id": degree.id}
        cls.late = cls.newcomer(date(2026, 10, 22))
        cls.days_15 = cls.newcomer(date(2026, 10, 17), **graduate)
        cls.days_14 = cls.newcomer(date(2026, 10, 18), **graduate)
        cls.in_time = cls.newcomer(date(2026, 11, 1))
        cls.manager = cls.newcomer(date(2026, 10, 5), gov_position="management")
        cls.gone = cls.newcomer(date(2026, 10, 19), leave=date(2026, 10, 23))
        cls.colleague.create_version({"date_version": date(2026, 10, 1), "wage": 3100})
        cls.november = cls.computed_run(NOVEMBER)

    @classmethod
    def newcomer(cls, entry, **vals):
        return cls.new_person(entry=entry, wage=2175, **vals)

    def rows(self, run, person):
        return run.gov_arrears_ids.filtered(lambda row: row.employee_id == person)

    def test_the_days_of_the_closed_month_are_paid_with_the_cause(self):
        # 22, 23 and 26 to 30 October: 7 of 2175 / 21.75 yuan
        self.assertRecordValues(
            self.rows(self.november, self.late),
            [
                {
                    "code": "BASIC",
                    "paid": 0,
                    "due": 700,
                    "difference": 700,
                    "cause": "late_entry",
                    "basis": "2026-10-22",
                    "staff_no": self.late.gov_staff_no,
                }
            ],
        )
        self.assert_paid(self.november, self.late, basic=2175, arrears=700)

    def test_allowances_follow_the_days_of_d38_and_no_reward_is_paid(self):
        for person, codes in (
            (self.days_15, ["BASIC", "EDUCATION"]),
            (self.days_14, ["BASIC"]),
        ):
            with self.subTest(person=person.name):
                rows = self.rows(self.november, person)
                self.assertEqual(sorted(rows.mapped("code")), codes)

    def test_who_joins_on_the_first_day_of_the_open_month_is_owed_nothing(self):
        self.assertFalse(self.rows(self.november, self.in_time))

    def test_who_joined_and_left_inside_the_month_is_paid_as_well(self):
        [row] = self.rows(self.november, self.gone)

        self.assertEqual((row.difference, row.cause), (500, "late_entry"))
        self.assert_paid(self.november, self.gone, arrears=500, gross=500)

    def test_a_member_of_the_month_keeps_the_other_causes(self):
        [row] = self.rows(self.november, self.colleague)

        self.assertEqual((row.difference, row.cause), (100, "movement"))

    def test_people_out_of_scope_are_no_members_and_owed_nothing(self):
        self.assertFalse(self.rows(self.november, self.manager))

    def test_it_is_paid_once(self):
        self.lock(self.november)

        december = self.computed_run(NOVEMBER.next())

        self.assertFalse(self.rows(december, self.late))
