"""Public notice of people proposed for recruitment (拟录用人员公示, S4)."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...exceptions import DocumentLocked
from ..base.gov_protected_mixin import UNLOCK

STATES = [
    ("draft", "Draft"),
    ("published", "Shown to the Public"),
    ("concluded", "Concluded"),
    ("cancelled", "Cancelled"),
]
BY_METHOD = {"state", "published_on", "published_by_id", "date_end", "days"}
WHILE_PUBLISHED = {"contact", "reference"}


class GovPublicNotice(models.Model):
    """List of proposed people, shown for working days; objections are handled."""

    _name = "gov.public.notice"
    _description = "Public Notice"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "published_on desc, id desc"

    name = fields.Char(required=True, tracking=True)
    reference = fields.Char(string="Document No.")
    department_id = fields.Many2one(
        "hr.department",
        string="County",
        required=True,
        domain=[("gov_level", "=", "county")],
        default=lambda self: self.env["hr.department"].search(
            [("gov_level", "=", "county")], limit=1
        ),
    )
    state = fields.Selection(
        STATES, default="draft", required=True, copy=False, tracking=True
    )
    applicant_ids = fields.Many2many(
        "hr.applicant",
        "gov_public_notice_hr_applicant_rel",
        string="Proposed People",
        domain="[('gov_is_window', '=', True), ('stage_id.gov_step', '=', 'publicity'),"
        " ('gov_is_through', '=', False)]",
        context={"active_test": False},
        copy=False,
    )
    applicant_count = fields.Integer(
        compute="_compute_counts", string="Number of People"
    )
    days = fields.Integer(string="Working Days Shown", copy=False, readonly=True)
    published_on = fields.Date(copy=False, readonly=True, tracking=True)
    published_by_id = fields.Many2one("res.users", copy=False, readonly=True)
    date_end = fields.Date(
        string="Shown Until", copy=False, readonly=True, tracking=True
    )
    calendar_warning = fields.Char(compute="_compute_calendar_warning")
    contact = fields.Char(
        string="Objections To", help="Office, telephone and place, as printed."
    )
    objection_ids = fields.One2many(
        "gov.public.notice.objection", "notice_id", string="Objections"
    )
    open_objection_count = fields.Integer(
        string="Open Objections", compute="_compute_counts"
    )

    @api.depends("applicant_ids", "objection_ids.state")
    def _compute_counts(self):
        for notice in self:
            open_ones = notice.objection_ids.filtered(lambda o: o.state == "open")
            notice.applicant_count = len(notice.applicant_ids)
            notice.open_objection_count = len(open_ones)

    @api.depends("published_on", "date_end")
    def _compute_calendar_warning(self):
        for notice in self:
            first, last = notice.published_on, notice.date_end
            notice.calendar_warning = (
                first
                and last
                and self.env["gov.calendar.year"]._unknown_warning(first, last)
            )

    @api.model_create_multi
    def create(self, vals_list):
        # a notice begins as a draft, whatever a client or its context says
        fresh = {**dict.fromkeys(BY_METHOD, False), "state": "draft"}
        return super().create([{**vals, **fresh} for vals in vals_list])

    def write(self, vals):
        if self.env.context.get("gov_unlock") is not UNLOCK:
            if BY_METHOD & set(vals):
                raise DocumentLocked(
                    self.env._("Use the buttons to publish or conclude a notice.")
                )
            locked = set(vals) - WHILE_PUBLISHED - {"objection_ids"}
            content = {name for name in locked if name in self._content_fields()}
            if content and any(notice.state != "draft" for notice in self):
                raise DocumentLocked(
                    self.env._(
                        "%(name)s is published and stays as it is. Cancel it and "
                        "publish another one.",
                        name=self[:1].name,
                    )
                )
        return super().write(vals)

    @api.model
    def _content_fields(self):
        return {"name", "department_id", "applicant_ids"}

    @api.ondelete(at_uninstall=False)
    def _unlink_only_drafts(self):
        if any(notice.state != "draft" for notice in self):
            raise DocumentLocked(
                self.env._("A published notice is kept. Cancel it instead.")
            )

    # === ACTIONS === #

    def action_publish(self):
        """Published today; the period is that of the rules in force."""
        today = fields.Date.context_today(self)
        calendar = self.env["gov.calendar.year"]._calendar()
        for notice in self.filtered(lambda n: n.state == "draft"):
            notice._check_people()
            days = (
                self.env["gov.entry.policy"]
                ._version_for(notice.department_id, today)
                .notice_days
            )
            notice.with_context(gov_unlock=UNLOCK).write(
                {
                    "state": "published",
                    "published_on": today,
                    "published_by_id": self.env.uid,
                    "days": days,
                    "date_end": calendar.add(today, days),
                }
            )

    def _check_people(self):
        if not self.applicant_ids:
            raise UserError(
                self.env._(
                    "%(name)s lists nobody yet. Add the proposed people.",
                    name=self.name,
                )
            )
        for applicant in self.applicant_ids:
            if (
                not applicant.active
                or applicant._gov_current_step().step != "publicity"
            ):
                raise UserError(
                    self.env._(
                        "%(name)s has not passed all steps before the public notice.",
                        name=applicant.partner_name,
                    )
                )
        other = self.search(
            [
                ("id", "not in", self.ids),
                ("state", "=", "published"),
                ("applicant_ids", "in", self.applicant_ids.ids),
            ],
            limit=1,
        )
        if other:
            raise UserError(
                self.env._(
                    "Somebody of this list is already in “%(name)s”.", name=other.name
                )
            )

    def action_conclude(self):
        """Passed, but for people against whom an objection was upheld."""
        today = fields.Date.context_today(self)
        for notice in self:
            notice._check_conclusion(today)
            upheld = notice.objection_ids.filtered(
                lambda o: o.conclusion == "upheld"
            ).applicant_id
            steps = notice.applicant_ids.filtered("active").gov_step_ids.filtered(
                lambda s: s.step == "publicity" and s.result == "pending"
            )
            failed = steps.filtered_domain([("applicant_id", "in", upheld.ids)])
            note = notice.display_name
            (steps - failed)._unprotected()._decide("pass", today, note=note)
            failed._unprotected()._decide("fail", today, note=note)
        self.with_context(gov_unlock=UNLOCK).write({"state": "concluded"})

    def _check_conclusion(self, today):
        if self.state != "published":
            raise UserError(self.env._("%(name)s is not published.", name=self.name))
        if self.open_objection_count:
            raise UserError(
                self.env._(
                    "%(name)s has %(count)d open objections. Enter how each was "
                    "handled before you conclude.",
                    name=self.name,
                    count=self.open_objection_count,
                )
            )
        if today <= self.date_end:
            raise UserError(
                self.env._(
                    "%(name)s is shown until %(date)s; conclude it on a later day.",
                    name=self.name,
                    date=self.date_end,
                )
            )

    def action_cancel(self):
        """Withdrawn; the people can be listed in another notice."""
        if any(notice.state == "concluded" for notice in self):
            raise UserError(self.env._("A concluded notice cannot be cancelled."))
        self.with_context(gov_unlock=UNLOCK).write({"state": "cancelled"})

    def action_print(self):
        """The notice as a PDF: names and units only."""
        return self.env.ref("gov_window_staff.report_public_notice").report_action(self)
