"""Every line says what its amount rests on."""

from datetime import date

from .common import PayrollCommon


class TestExplanation(PayrollCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.paid = cls.new_person(education="doctor")
        cls.paper = cls.new_certificate(cls.paid, 3)
        cls.novice = cls.new_person(trial_end=date(2026, 12, 31), education="bachelor")
        cls.run_ = cls.computed_run()

    def line(self, person, code):
        lines = self.slip(self.run_, person).line_ids
        return lines.filtered(lambda line: line.code == code)

    def test_an_allowance_names_table_line_document_and_fact(self):
        line = self.line(self.paid, "SKILL")

        rate = self.env.ref("gov_window_staff.lianshui_2025_skill_3")
        self.assertEqual((line.gov_rate_id, line.gov_basis), (rate, self.paper.number))
        for words in (self.paper.number, rate.version_id.name, rate.article, "200.00"):
            self.assertIn(words, line.gov_explanation)

    def test_seniority_names_the_day_from_which_the_years_count(self):
        self.assertIn("2020-05-06", self.line(self.paid, "SENIORITY").gov_explanation)

    def test_education_names_the_line_that_was_reached(self):
        line = self.line(self.paid, "EDUCATION")

        master = self.env.ref("gov_window_staff.education_master")
        self.assertEqual(line.gov_rate_id.education_id, master)
        self.assertIn(master.name, line.gov_explanation)

    def test_the_wage_names_the_version_of_the_profile(self):
        self.assertIn("2015-03-02", self.line(self.paid, "BASIC").gov_explanation)

    def test_the_reward_names_month_points_and_grade(self):
        line = self.line(self.paid, "PERF")

        self.assertEqual(line.gov_appraisal_id.employee_id, self.paid)
        for words in ("2026-10", "100.00"):
            self.assertIn(words, line.gov_explanation)

    def test_zero_says_why(self):
        reasons = {
            code: self.line(self.novice, code).gov_reason
            for code in ("SKILL", "SENIORITY", "EDUCATION", "PERF")
        }
        self.assertEqual(
            reasons,
            {
                "SKILL": "not_reached",
                "SENIORITY": "not_reached",
                "EDUCATION": "probation",
                "PERF": "probation",
            },
        )

    def test_no_line_stays_without_an_explanation(self):
        for line in self.run_.slip_ids.line_ids:
            with self.subTest(code=line.code):
                self.assertTrue(line.gov_explanation)

    def test_every_reason_has_its_words(self):
        lines = self.env["hr.payslip.line"]
        for reason, _label in lines._fields["gov_reason"].selection:
            with self.subTest(reason=reason):
                self.assertTrue(hasattr(lines, f"_explain_{reason}"))

    def test_finance_reads_the_explanation_without_the_appraisal(self):
        line = self.line(self.paid, "PERF").with_user(self.finance)

        self.assertIn("100.00", line.gov_explanation)
