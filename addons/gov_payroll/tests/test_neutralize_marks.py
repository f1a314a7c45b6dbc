"""A second look at neutralised copies: real papers and logs, not filled columns."""

from odoo.addons.gov_assessment.tests.common import OCTOBER

from .common_neutral_marks import NeutralCommon, marked_columns


class TestNeutralizeMarks(NeutralCommon):
    def test_no_mark_of_a_person_remains_in_any_column_of_any_table(self):
        # the search is worth something: it saw the person in many places before
        self.assertGreater(len(self.before), 60)

        self.assertEqual(marked_columns(self.env.cr), [])

    def test_the_next_month_is_settled_and_paid_with_the_new_people(self):
        run = self.computed_run(OCTOBER.next())

        self.assertEqual(len(run.slip_ids), 4)
        self.assert_paid(run, self.marked, basic=3456)

    def test_neutralising_twice_does_no_harm(self):
        name = self.marked.name

        self.neutralize()

        self.assertEqual(self.marked.name, name)
