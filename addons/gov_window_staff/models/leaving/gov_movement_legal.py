"""Answer to a legal question on a proposal of dismissal."""

from odoo import api, fields, models

from .gov_legal_check import FORBIDS

ANSWERS = [("yes", "Yes"), ("no", "No"), ("na", "Not Applicable")]
BY_HAND = frozenset({"answer", "note"})


class GovMovementLegal(models.Model):
    """Question and article are copied: a later text does not change the file."""

    _name = "gov.movement.legal"
    _description = "Legal Check of a Proposal"
    _inherit = ["gov.protected.mixin"]
    _order = "movement_id, sequence, id"
    _rec_name = "question"
    _hand_fields = BY_HAND

    movement_id = fields.Many2one(
        "gov.staff.movement", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(readonly=True)
    question = fields.Char(required=True, readonly=True)
    article = fields.Char(readonly=True)
    forbids = fields.Selection(FORBIDS, readonly=True)
    needs = fields.Boolean(readonly=True)
    answer = fields.Selection(ANSWERS)
    note = fields.Char()

    def write(self, vals):
        if BY_HAND & set(vals):
            self.movement_id._refuse_closed()
        return super().write(vals)

    @api.model
    def _add_questions(self, movements):
        """The questions in use, one line a movement."""
        checks = self.env["gov.legal.check"].search([("active", "=", True)])
        # sudo: lines are made by the system with the proposal
        self.sudo()._unprotected().create(
            [
                {
                    "movement_id": movement.id,
                    "sequence": check.sequence,
                    "question": check.name,
                    "article": check.article,
                    "forbids": check.forbids,
                    "needs": check.needs == "yes",
                }
                for movement in movements
                for check in checks
            ]
        )

    def _forbids(self, basis):
        """Lines whose answer rules a dismissal out.

        :param basis: `art36`, `art39` or `art40`, the article it rests on
        """
        return self.filtered(
            lambda line: (
                (line.answer == "yes" and line.forbids == "all")
                or (line.answer == "yes" and line.forbids == basis)
                or (line.answer == "no" and line.needs)
            )
        )
