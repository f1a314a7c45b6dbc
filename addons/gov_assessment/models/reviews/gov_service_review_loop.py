"""What was done about a bad review (差评处置), and until when it has to be done."""

from odoo import api, fields, models
from odoo.fields import Domain

from ...rules.reviews import Loop
from ..rubrics.gov_rubric_version import RATINGS
from .gov_service_review import VERDICTS

STATES = [
    ("none", "No Handling Needed"),
    ("to_verify", "To Verify"),
    ("rectifying", "Being Put Right"),
    ("rectified", "Has Been Put Right"),
    ("fed_back", "Citizen Told"),
    ("visited", "Called Back"),
    ("checked", "Verified, No Fault"),
    ("closed", "Settled"),
]
RECTIFY_KINDS = [
    ("at_once", "At Once"),
    ("in_time", "Within a Time Limit"),
    ("explain", "Explain, No Legal Basis"),
]
WAYS = [
    ("phone", "Phone Call"),
    ("sms", "Text Message"),
    ("visit", "Face to Face"),
    ("online", "On the Platform"),
]
VISIT_RESULTS = [
    ("satisfied", "Content with the Handling"),
    ("unsatisfied", "Not Content"),
    ("unreachable", "Not Reached"),
]
# the deadline that a state waits for
DUE_FIELDS = {
    "to_verify": "verify_due",
    "rectifying": "rectify_due",
    "rectified": "feedback_due",
    "fed_back": "visit_due",
}


class GovServiceReview(models.Model):
    """Each step has a day, a person and a deadline in working days."""

    _inherit = "gov.service.review"

    county_id = fields.Many2one(
        related="department_id.gov_county_id", string="County", store=True, index=True
    )
    state = fields.Selection(
        STATES, compute="_compute_state", store=True, index=True, tracking=True
    )
    owner_id = fields.Many2one(
        "res.users",
        string="Handled By",
        domain=[("share", "=", False)],
        tracking=True,
        copy=False,
        help="责任主体: is reminded when a step is overdue.",
    )
    received_on = fields.Date(
        default=lambda self: self._today(), required=True, copy=False
    )

    verify_due = fields.Date(
        string="Verify Until", compute="_compute_verify_due", store=True
    )
    verified_on = fields.Date(copy=False, tracking=True)
    verifier_id = fields.Many2one("res.users", string="Verified By", copy=False)
    verify_note = fields.Text(string="What Was Found", copy=False)

    rectify_kind = fields.Selection(
        RECTIFY_KINDS, string="Way of Putting Right", copy=False
    )
    rectify_due = fields.Date(
        string="Put Right Until", compute="_compute_rectify_due", store=True
    )
    rectifier_id = fields.Many2one(
        "hr.employee", string="Responsible Person", copy=False, ondelete="restrict"
    )
    rectify_measure = fields.Text(string="Measures Taken", copy=False)
    rectified_on = fields.Date(string="Put Right On", copy=False, tracking=True)

    feedback_due = fields.Date(
        string="Tell Citizen Until", compute="_compute_feedback_due", store=True
    )
    fed_back_on = fields.Date(string="Citizen Told On", copy=False, tracking=True)
    feedback_way = fields.Selection(WAYS, string="Told By Way Of", copy=False)
    feedback_note = fields.Text(string="What Was Told", copy=False)

    visit_due = fields.Date(
        string="Call Back Until", compute="_compute_visit_due", store=True
    )
    visited_on = fields.Date(string="Called Back On", copy=False, tracking=True)
    visitor_id = fields.Many2one("res.users", string="Called Back By", copy=False)
    visit_way = fields.Selection(WAYS, string="Call Back By Way Of", copy=False)
    visit_result = fields.Selection(VISIT_RESULTS, copy=False, tracking=True)
    visit_note = fields.Text(string="Words of the Citizen", copy=False)
    rerating = fields.Selection(
        RATINGS,
        string="New Rating",
        copy=False,
        tracking=True,
        help="The citizen's rating after the handling; the first one stays recorded.",
    )

    closed_on = fields.Date(string="Settled On", copy=False, tracking=True)
    closer_id = fields.Many2one("res.users", string="Settled By", copy=False)

    appeal_note = fields.Text(
        string="Objection of the Person", copy=False, help="申诉: why it is not true."
    )
    recheck_verdict = fields.Selection(
        VERDICTS, string="Verdict of the Second Check", copy=False, tracking=True
    )
    recheck_note = fields.Text(string="Reason of the Second Check", copy=False)
    rechecked_on = fields.Date(copy=False)
    rechecker_id = fields.Many2one("res.users", string="Checked Again By", copy=False)
    is_verdict_pending = fields.Boolean(
        string="Waits for the Correction",
        compute="_compute_is_verdict_pending",
        help="The month is closed: the new verdict counts once its correction is "
        "applied.",
    )

    next_due = fields.Date(
        string="Next Deadline", compute="_compute_next_due", store=True, index=True
    )
    is_overdue = fields.Boolean(
        string="Overdue", compute="_compute_is_overdue", search="_search_is_overdue"
    )
    due_warning = fields.Char(compute="_compute_is_overdue")

    @api.depends(
        "is_bad",
        "is_default",
        "verdict",
        "rectified_on",
        "fed_back_on",
        "visited_on",
        "closed_on",
    )
    def _compute_state(self):
        for review in self:
            review.state = review._loop().state

    def _loop(self):
        """The review as the rules read it."""
        self.ensure_one()
        return Loop(
            is_bad=self.is_bad,
            is_default=self.is_default,
            verdict=self.verdict or "",
            is_rectified=bool(self.rectified_on),
            is_fed_back=bool(self.fed_back_on),
            is_visited=bool(self.visited_on),
            is_closed=bool(self.closed_on),
        )

    # -- deadlines ---------------------------------------------------------------

    @api.depends("is_bad", "is_default", "received_on")
    def _compute_verify_due(self):
        waiting = self.filtered(lambda r: r.is_bad and not r.is_default)
        (self - waiting).verify_due = False
        waiting._set_due("verify_due", "received_on", "verify_days")

    @api.depends("verdict", "verified_on", "received_on", "rectify_kind", "is_bad")
    def _compute_rectify_due(self):
        bad = self.filtered(lambda r: r.is_bad and r.verdict == "true")
        (self - bad).rectify_due = False
        long = bad.filtered(lambda r: r.rectify_kind == "in_time")
        long._set_due("rectify_due", "verified_on", "rectify_long_days")
        (bad - long)._set_due("rectify_due", "verified_on", "rectify_days")

    @api.depends("rectified_on")
    def _compute_feedback_due(self):
        self._set_due("feedback_due", "rectified_on", "feedback_days")

    @api.depends("fed_back_on")
    def _compute_visit_due(self):
        self._set_due("visit_due", "fed_back_on", "visit_days")

    def _set_due(self, due, begin, days):
        """Write a deadline: working days of the text that bound on the first day.

        An imported verdict has no day of its own: then the day of arrival counts.
        """
        policy = self.env["gov.review.policy"]

        def first_day(review):
            if begin == "verified_on":
                return review.verified_on or review.received_on
            return review[begin]

        for day, reviews in self.grouped(first_day).items():
            # sudo: sites and deadlines of people whom the reader may not open
            counties = reviews.sudo().county_id.sudo(False)
            dues = policy._due_in(counties, day, days) if day else {}
            for review in reviews:
                review[due] = dues.get(review.sudo().county_id.sudo(False), False)

    @api.depends("state", *DUE_FIELDS.values())
    def _compute_next_due(self):
        for review in self:
            field = DUE_FIELDS.get(review.state)
            review.next_due = field and review[field]

    @api.depends("next_due")
    def _compute_is_overdue(self):
        today = self._today()
        years = self.env["gov.calendar.year"]
        for review in self:
            due = review.next_due
            review.is_overdue = bool(due) and due < today
            review.due_warning = due and years._unknown_warning(today, max(due, today))

    @api.model
    def _search_is_overdue(self, operator, value):
        if operator != "in":
            return NotImplemented
        overdue = Domain("next_due", "<", self._today())
        return overdue if True in value else ~overdue

    @api.depends("recheck_verdict", "verdict")
    def _compute_is_verdict_pending(self):
        for review in self:
            wanted = review.recheck_verdict
            review.is_verdict_pending = bool(wanted) and wanted != review.verdict
