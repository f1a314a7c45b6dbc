"""Lists of months are read in the order of an index, however many people there are."""

from odoo.tests import TransactionCase, tagged


@tagged("post_install", "-at_install")
class TestMonthListIndex(TransactionCase):
    def test_the_order_of_months_is_that_of_an_index(self):
        self.env.cr.execute(
            "SELECT indexdef FROM pg_indexes WHERE tablename = 'gov_appraisal'"
        )
        indexes = [definition for (definition,) in self.env.cr.fetchall()]
        order = "date_from DESC, staff_no)"

        self.assertEqual(self.env["gov.appraisal"]._order, "date_from desc, staff_no")
        self.assertTrue(any(f"({order}" in index for index in indexes))
        self.assertTrue(any(f"(round_id, {order}" in index for index in indexes))
