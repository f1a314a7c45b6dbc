"""Pay elements by staffing type (人员身份, S29, P20): who gets them, and why not."""

from .common import PayrollCommon


class TestEligibility(PayrollCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.formal = cls.env.ref("gov_window_staff.contract_type_institution")
        cls.dispatched = cls.env.ref("gov_window_staff.contract_type_dispatched")
        version = cls.env.ref("gov_window_staff.lianshui_2025")
        cls.text = version.copy({"date_from": "2026-10-01"})
        cls.text.write(
            {
                "eligibility_ids": [
                    (0, 0, {"element": name, "contract_type_ids": cls.formal.ids})
                    for name in ("education", "basic", "perf")
                ]
            }
        )
        cls.text.action_put_in_force()
        cls.inside = cls.new_person(
            education="doctor", contract_type_id=cls.formal.id, wage=3000
        )
        cls.outside = cls.new_person(
            education="doctor", contract_type_id=cls.dispatched.id, wage=3000
        )
        cls.unknown = cls.new_person(
            education="doctor", contract_type_id=False, wage=3000
        )
        cls.new_certificate(cls.outside, 3)
        cls.run_ = cls.computed_run()

    def test_named_type_gets_the_elements(self):
        self.assert_paid(
            self.run_, self.inside, basic=3000, education=200, perf=300, gross=3500
        )

    def test_other_type_gets_what_has_no_line_and_nothing_else(self):
        self.assert_paid(
            self.run_, self.outside, basic=0, skill=200, education=0, perf=0
        )

    def test_person_without_a_type_gets_none_of_them(self):
        self.assert_paid(self.run_, self.unknown, basic=0, education=0, perf=0)

    def test_zero_names_the_types_and_the_own_one(self):
        line = self.slip(self.run_, self.outside).line_ids.filtered(
            lambda line: line.code == "EDUCATION"
        )

        self.assertEqual(line.gov_reason, "ineligible")
        for words in (self.formal.name, self.dispatched.name, self.text.name):
            self.assertIn(words, line.gov_explanation)
