"""发放条件: to which staffing types a pay element is paid (S29)."""

from odoo.exceptions import UserError, ValidationError

from .common import WindowStaffCommon


class TestEligibility(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.version = cls.env.ref("gov_window_staff.lianshui_2025").copy(
            {"date_from": "2030-01-01"}
        )
        cls.civil = cls.env.ref("gov_window_staff.contract_type_civil_servant")
        cls.institution = cls.env.ref("gov_window_staff.contract_type_institution")

    def add(self, element="education", types=None, version=None):
        types = self.civil + self.institution if types is None else types
        return self.env["gov.allowance.eligibility"].create(
            {
                "version_id": (version or self.version).id,
                "element": element,
                "contract_type_ids": types.ids,
                "article": "答复二",
            }
        )

    def test_shipped_table_pays_everybody(self):
        shipped = self.env.ref("gov_window_staff.lianshui_2025")

        self.assertEqual(shipped._to_eligibility(), {})

    def test_line_names_the_types_by_element(self):
        self.add("education")
        self.add("skill", self.civil)

        self.assertEqual(
            self.version._to_eligibility(),
            {
                "education": frozenset((self.civil + self.institution).ids),
                "skill": frozenset(self.civil.ids),
            },
        )

    def test_line_without_a_type_is_refused(self):
        with self.assertRaisesRegex(ValidationError, "delete the line"):
            self.add(types=self.civil.browse())

    def test_copied_version_keeps_its_lines(self):
        self.add()

        copied = self.version.copy({"date_from": "2031-01-01"})

        self.assertEqual(copied._to_eligibility(), self.version._to_eligibility())

    def test_version_in_force_refuses_a_new_line(self):
        shipped = self.env.ref("gov_window_staff.lianshui_2025")

        with self.assertRaises(UserError):
            self.add(version=shipped)
