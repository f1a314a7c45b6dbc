"""An upgrade keeps what HR changed in the reference lists."""

from odoo.tests import tagged

from .common import TrainingCommon


@tagged("post_install", "-at_install")
class TestUpgrade(TrainingCommon):
    def test_reference_lists_are_not_overwritten(self):
        data = self.env["ir.model.data"].search(
            [
                ("module", "=", "gov_training"),
                (
                    "model",
                    "in",
                    ("gov.training.topic", "gov.training.kind", "gov.training.form"),
                ),
            ]
        )

        self.assertGreaterEqual(len(data), 20)
        self.assertTrue(all(data.mapped("noupdate")))
