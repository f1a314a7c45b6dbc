"""Who may do what in the whole product, against one table that people can read."""

from odoo.tests import tagged

from odoo.addons.gov_window_staff.tests.common import WindowStaffCommon

from .access_table import actual_rows, as_line, build_users, expected_rows

ADD = (
    "%(model)s has no row in tests/access_table.csv. Decide who may read, write, "
    "create and delete it, give it rights and rules, then write the table anew "
    "(access_table.py says how): %(line)s"
)
CHANGED = (
    "Rights of %(model)s differ from tests/access_table.csv. If the change is right, "
    "write the table anew (access_table.py says how)."
)
GONE = "%(model)s is in tests/access_table.csv and nowhere else: take the row out."


@tagged("post_install", "-at_install")
class TestAccessTable(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.expected = expected_rows()
        cls.actual = actual_rows(cls.env, build_users(cls.env))

    def test_every_model_has_a_row(self):
        for model in sorted(set(self.actual) - set(self.expected)):
            line = as_line(self.actual[model])
            with self.subTest(model=model):
                self.fail(ADD % {"model": model, "line": line})

    def test_every_row_is_of_a_model(self):
        for model in sorted(set(self.expected) - set(self.actual)):
            with self.subTest(model=model):
                self.fail(GONE % {"model": model})

    def test_each_role_may_do_what_the_table_says_and_no_more(self):
        for model in sorted(set(self.expected) & set(self.actual)):
            with self.subTest(model=model):
                self.assertEqual(
                    as_line(self.actual[model]),
                    as_line(self.expected[model]),
                    CHANGED % {"model": model},
                )

    def test_portal_and_public_users_reach_no_model_of_ours(self):
        for model, row in self.expected.items():
            with self.subTest(model=model):
                ours = model.startswith(("gov.", "hr."))
                self.assertFalse(ours and (row["portal"] or row["public"]))
