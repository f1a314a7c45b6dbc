"""Leave, absence and meals by the rules of pay (P15, P27)."""

from datetime import date

from odoo.addons.gov_assessment.tests.common_attendance import AttendanceMixin

from .test_pay_policy import PayPolicyCommon


class PayAwayCommon(AttendanceMixin, PayPolicyCommon):
    @classmethod
    def kind(cls, name):
        return cls.env.ref(f"gov_window_staff.leave_type_{name}")

    def deducted(self, run, person, code):
        """Yuan of a line, 0 without one."""
        return self.line(run, person, code).total or 0


class TestLeaveDeduction(PayAwayCommon):
    def test_a_day_of_personal_leave_costs_the_day_rate(self):
        person = self.new_person(wage=2175)
        self.new_leave(person)

        run = self.computed_run()

        line = self.line(run, person, "LEAVE")
        self.assertEqual((line.total, line.gov_reason), (-100, "leave"))
        for words in (self.kind("personal").name, "1", "100.00"):
            self.assertIn(words, line.gov_explanation)
        self.assertEqual(line.category_id.code, "ABSENCE")
        self.assertEqual(self.slip(run, person).gov_gross, 2175 - 100 + 300)

    def test_half_a_day_costs_half(self):
        person = self.new_person(wage=2175)
        self.new_leave(
            person, request_date_from_period="am", request_date_to_period="am"
        )

        self.assertEqual(self.deducted(self.computed_run(), person, "LEAVE"), -50)

    def test_only_working_days_of_the_month_in_service_cost(self):
        # Wednesday 30 September to Friday 9 October: 8 and 9 are worked
        person = self.new_person(wage=2175)
        self.new_leave(person, first=date(2026, 9, 30), last=date(2026, 10, 9))
        newcomer = self.new_person(wage=2175, entry=date(2026, 10, 9))
        self.new_leave(newcomer, first=date(2026, 10, 9), last=date(2026, 10, 10))

        run = self.computed_run()

        self.assertEqual(self.deducted(run, person, "LEAVE"), -200)
        self.assertEqual(self.deducted(run, newcomer, "LEAVE"), -200)

    def test_a_kind_without_a_line_costs_nothing(self):
        person = self.new_person()
        self.new_leave(person, "sick")

        self.assertFalse(self.line(self.computed_run(), person, "LEAVE"))

    def test_leave_that_nobody_approved_costs_nothing(self):
        person = self.new_person()
        leave = self.new_leave(person)
        leave.action_refuse()

        self.assertFalse(self.line(self.computed_run(), person, "LEAVE"))

    def test_several_kinds_are_one_line_that_names_each(self):
        self.new_rules(
            leave_ids=[
                (0, 0, {"leave_type_id": self.kind("personal").id, "percent": 100}),
                (0, 0, {"leave_type_id": self.kind("sick").id, "percent": 40}),
            ]
        )
        person = self.new_person(wage=2175)
        self.new_leave(person)
        self.new_leave(person, "sick", date(2026, 10, 12), date(2026, 10, 13))

        line = self.line(self.computed_run(), person, "LEAVE")

        self.assertEqual(line.total, -180)
        for words in (self.kind("personal").name, self.kind("sick").name, "80.00"):
            self.assertIn(words, line.gov_explanation)

    def test_sick_pay_keeps_its_floor(self):
        sick = {"leave_type_id": self.kind("sick").id, "percent": 100}
        self.new_rules(
            minimum_wage=2175, leave_ids=[(0, 0, {**sick, "has_floor": True})]
        )
        person = self.new_person(wage=2175)
        self.new_leave(person, "sick")

        # 2175 less 80 % of it, by 21.75
        self.assertEqual(self.deducted(self.computed_run(), person, "LEAVE"), -20)

    def test_an_own_divisor_gives_its_own_day_rate(self):
        row = {"leave_type_id": self.kind("personal").id, "divisor": 30}
        self.new_rules(leave_ids=[(0, 0, row)])
        person = self.new_person(wage=3000)
        self.new_leave(person)

        self.assertEqual(self.deducted(self.computed_run(), person, "LEAVE"), -100)

    def test_a_month_away_costs_no_more_than_the_basic_wage(self):
        person = self.new_person(wage=2175, entry=date(2026, 10, 30))
        self.new_leave(person, first=date(2026, 10, 30))

        run = self.computed_run()

        self.assert_paid(run, person, basic=100, leave=-100, gross=0)

    def test_the_home_unit_deducts_where_it_pays_the_wage(self):
        rules = self.new_rules(in_force=False)
        rules.channel_ids.paid = "rewards"
        rules.action_put_in_force()
        person = self.new_person()
        self.new_leave(person)

        self.assertFalse(self.line(self.computed_run(), person, "LEAVE"))


class TestAbsenceDeduction(PayAwayCommon):
    def test_the_shipped_rules_deduct_nothing_for_absence(self):
        person = self.new_person()
        self.new_event(person, "1.3")

        self.assertFalse(self.line(self.computed_run(), person, "ABSENT"))

    def test_each_day_of_confirmed_absence_costs_its_share(self):
        self.new_rules(absent_percent=100)
        person = self.new_person(wage=2175)
        self.new_event(person, "1.3", quantity=0.5)
        self.new_event(person, "1.2", date(2026, 10, 12))
        self.new_event(person, "1.3", date(2026, 10, 12))
        self.new_event(person, "1.3", date(2026, 10, 13), state="draft")

        line = self.line(self.computed_run(), person, "ABSENT")

        self.assertEqual((line.total, line.gov_reason), (-150, "absent"))
        for words in ("2026-10-08", "2026-10-12", "100%"):
            self.assertIn(words, line.gov_explanation)


class TestMeal(PayAwayCommon):
    def test_the_shipped_rules_pay_no_meals(self):
        person = self.new_person()

        self.assertFalse(self.line(self.computed_run(), person, "MEAL"))

    def test_meals_by_attended_day_follow_leave(self):
        self.new_rules(meal_kind="day", meal_amount=15)
        stays, away = self.new_person(), self.new_person()
        self.new_leave(away, "sick")

        run = self.computed_run()

        self.assert_paid(run, stays, meal=270)
        self.assert_paid(run, away, meal=255)
        self.assertIn("15.0 × 17", self.line(run, away, "MEAL").gov_explanation)

    def test_meals_a_month_are_whole_or_none(self):
        self.new_rules(meal_kind="month", meal_amount=300)
        whole = self.new_person()
        enough = self.new_person(entry=date(2026, 10, 17))
        short = self.new_person(entry=date(2026, 10, 18))

        run = self.computed_run()

        self.assert_paid(run, whole, meal=300)
        self.assert_paid(run, enough, meal=300)
        self.assert_paid(run, short, meal=0)

    def test_meals_may_be_kept_to_staffing_types(self):
        self.new_rules(meal_kind="month", meal_amount=300)
        other = self.env["hr.contract.type"].create({"name": "其他(测试)"})
        text = self.env.ref("gov_window_staff.lianshui_2025").copy(
            {"date_from": "2026-10-01"}
        )
        row = {"element": "meal", "contract_type_ids": other.ids}
        text.write({"eligibility_ids": [(0, 0, row)]})
        text.action_put_in_force()
        inside = self.new_person(contract_type_id=other.id)
        outside = self.new_person()

        run = self.computed_run()

        self.assert_paid(run, inside, meal=300)
        self.assert_paid(run, outside, meal=0)
        self.assertEqual(self.line(run, outside, "MEAL").gov_reason, "ineligible")
