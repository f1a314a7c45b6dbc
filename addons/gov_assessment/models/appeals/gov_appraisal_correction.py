"""Correction of a published month (更正): who changes, shown before it is applied."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools.misc import clean_context

from ..rounds import month_settlement

CAUSES = [
    ("appeal", "Appeal Upheld"),
    ("case_closed", "Case Closed"),
    ("review_withdrawn", "Review Withdrawn"),
    ("late_event", "Late Record"),
]
STATES = [
    ("draft", "To Approve"),
    ("approved", "Approved"),
    ("applied", "Applied"),
    ("cancelled", "Cancelled"),
]
ORIGINS = [
    ("gov.appeal", "Appeal"),
    ("gov.case", "Case"),
    ("gov.service.review", "Citizen Review"),
    ("gov.assessment.event", "Assessment Record"),
]
# months whose results can be worked out again with the buttons of the round
NOT_SETTLED = ("draft", "open", "scored", "graded")


class GovAppraisalCorrection(models.Model):
    """Leaves facts out of a closed month and keeps both results of everybody it moves.

    One person's points move ranks and quota places of others: each of them gets a
    line. Nothing changes before a leader has approved the lines and an officer who did
    not grade the month has applied them.
    """

    _name = "gov.appraisal.correction"
    _description = "Correction of a Month"
    _inherit = [
        "gov.step.mixin",
        "mail.thread",
        "mail.activity.mixin",
        "gov.approval.steps.mixin",
    ]
    _order = "id desc"
    _hand_fields = frozenset(
        {"activity_ids", "message_follower_ids", "message_ids", "note"}
    )

    round_id = fields.Many2one(
        "gov.appraisal.round",
        string="Month",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    county_id = fields.Many2one(
        related="round_id.county_id", string="County", store=True, index=True
    )
    date_from = fields.Date(
        related="round_id.date_from", string="First Day of the Month", store=True
    )
    cause = fields.Selection(CAUSES, required=True, readonly=True, index=True)
    reason = fields.Char(required=True, readonly=True)
    origin_ref = fields.Reference(ORIGINS, string="Because Of", readonly=True)
    state = fields.Selection(
        STATES,
        default="draft",
        required=True,
        readonly=True,
        index=True,
        tracking=True,
    )
    event_ids = fields.Many2many(
        "gov.assessment.event", string="Records Left Out", readonly=True
    )
    service_review_ids = fields.Many2many(
        "gov.service.review", string="Reviews Left Out", readonly=True
    )
    case_ids = fields.Many2many("gov.case", string="Cases Left Out", readonly=True)
    added_event_ids = fields.Many2many(
        "gov.assessment.event",
        "gov_appraisal_correction_added_event_rel",
        string="Late Records Counted",
        readonly=True,
        help="Severe records that came late and count in their own month after all "
        "(D39).",
    )
    line_ids = fields.One2many(
        "gov.appraisal.correction.line", "correction_id", readonly=True
    )
    people_count = fields.Integer(
        string="People Changed", compute="_compute_figures", store=True
    )
    difference_total = fields.Float(
        string="Arrears (Yuan)",
        digits=(14, 2),
        compute="_compute_figures",
        store=True,
        help="To be paid in the next run; negative: to be taken back.",
    )
    proposed_by_id = fields.Many2one("res.users", readonly=True)
    approved_by_id = fields.Many2one("res.users", readonly=True, tracking=True)
    approved_on = fields.Datetime(readonly=True)
    applied_by_id = fields.Many2one("res.users", readonly=True, tracking=True)
    applied_on = fields.Datetime(readonly=True, index=True)
    cancel_reason = fields.Char(readonly=True, tracking=True)
    note = fields.Text(help="Remarks for the file.")

    @api.depends("line_ids", "line_ids.reward_difference")
    def _compute_figures(self):
        for correction in self:
            lines = correction.line_ids
            correction.people_count = len(lines)
            correction.difference_total = sum(lines.mapped("reward_difference"))

    @api.depends("round_id", "cause")
    def _compute_display_name(self):
        labels = dict(self._fields["cause"]._description_selection(self.env))
        for correction in self:
            cause = labels.get(correction.cause, "")
            correction.display_name = f"{correction.round_id.display_name} · {cause}"

    # -- proposing -----------------------------------------------------------------

    @api.model
    def _propose(self, batch, cause, reason, without=(), added=None, origin=None):
        """A draft that shows what would change; nothing of the month is written.

        :param batch: gov.appraisal.round that is published, confirmed or locked
        :param cause: key of `CAUSES`
        :param reason: sentence for the file
        :param without: recordset, or several, of gov.assessment.event,
            gov.service.review and gov.case that no longer count in this month
        :param added: gov.assessment.event that came late and count here after all
        :param origin: record that asked for it; its `_correction_applied(correction)`
            and `_correction_cancelled(correction)` are called when it has them
        :return: the correction
        :raises UserError: the month is not settled yet: it is simply scored again
        """
        if batch.state in NOT_SETTLED:
            raise UserError(
                self.env._(
                    "%s is not published yet. Change the facts and score it again.",
                    batch.display_name,
                )
            )
        vals = {
            "round_id": batch.id,
            "cause": cause,
            "reason": reason,
            "origin_ref": f"{origin._name},{origin.id}" if origin else False,
            "proposed_by_id": self.env.uid,
            "added_event_ids": [(4, event.id) for event in added or ()],
            **self._prepare_without_vals(without),
        }
        # no default_... key of a caller may put an approval into the new correction
        clean = self.with_context(clean_context(self.env.context))  # pylint: disable=context-overridden
        correction = clean._unprotected().create(vals)
        correction._compute_lines()
        correction._begin_steps()
        return correction.with_env(self.env)

    @api.model
    def _prepare_without_vals(self, without):
        sets = [without] if isinstance(without, models.BaseModel) else without
        names = {
            "gov.assessment.event": "event_ids",
            "gov.service.review": "service_review_ids",
            "gov.case": "case_ids",
        }
        vals = {name: [] for name in names.values()}
        for records in sets:
            vals[names[records._name]] += [(4, record.id) for record in records]
        return vals

    def _without(self):
        """Records that do not count in this month any more."""
        self.ensure_one()
        return [*self.event_ids, *self.service_review_ids, *self.case_ids]

    def _preview(self):
        """Results of the month as it would be, as `month_settlement` has them."""
        self.ensure_one()
        # sudo: a month has facts and people that not everybody in this flow may read
        system = self.sudo()
        batch = system.round_id._unprotected()
        if not system.added_event_ids:
            return month_settlement.preview(batch, without=system._without())
        # the settlement finds facts by their month: move them, look, and take it back
        with self.env.cr.savepoint() as look:
            system.added_event_ids._count_settled(batch.date_from)
            results = month_settlement.preview(batch, without=system._without())
            look.rollback()
        return results

    def _compute_lines(self):
        """Take the lines anew from the facts as they are now."""
        self.ensure_one()
        system = self.sudo()._unprotected()  # sudo: as in `_preview`
        system.line_ids.unlink()
        self.env["gov.appraisal.correction.line"].sudo()._unprotected().create(
            [{"correction_id": self.id, **vals} for vals in self._difference_vals()]
        )

    def _difference_vals(self, results=None):
        """Values of the lines, one a person whose result changes."""
        batch = self.sudo().round_id  # sudo: as in `_preview`
        results = self._preview() if results is None else results
        lines = self.env["gov.appraisal.correction.line"]
        return [
            lines._prepare_vals(difference)
            for difference in month_settlement.differences(batch, results)
        ]
