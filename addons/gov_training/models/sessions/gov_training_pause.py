"""Windows that pause for a training, with a public notice (窗口暂停办理公告).

五华 2017: 周五下午定期业务培训, 由政管局协调, 窗口暂停办理部分业务.
"""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...exceptions import WindowsBelowMinimum
from ...rules.office_hours import local

STATES = [
    ("draft", "Draft"),
    ("published", "Published"),
    ("withdrawn", "Taken Down"),
]


class GovTrainingPause(models.Model):
    """Which windows pause and when, what they do not do, where to go instead."""

    _name = "gov.training.pause"
    _description = "Notice of Paused Windows"
    _inherit = ["gov.training.guard.mixin", "mail.thread"]
    _order = "date_start desc, id desc"
    _sealed_fields = frozenset({"state", "published_on", "published_by_id"})

    session_id = fields.Many2one(
        "gov.training.session", required=True, index=True, ondelete="cascade"
    )
    department_id = fields.Many2one(related="session_id.department_id", store=True)
    date_start = fields.Datetime(
        string="From",
        compute="_compute_times",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        tracking=True,
    )
    date_end = fields.Datetime(
        string="To",
        compute="_compute_times",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        tracking=True,
    )
    window_ids = fields.Many2many("gov.window", string="Windows")
    window_count = fields.Integer(
        string="Number of Windows", compute="_compute_window_count"
    )
    services = fields.Text(
        string="Services Suspended",
        help="One service a line, as visitors know it.",
        tracking=True,
    )
    alternative = fields.Text(
        string="Where to Go Instead",
        help="Other windows, the website, a telephone number for urgent matters.",
    )
    state = fields.Selection(
        STATES, default="draft", required=True, copy=False, tracking=True, index=True
    )
    published_on = fields.Datetime(copy=False)
    published_by_id = fields.Many2one("res.users", copy=False)
    shortage = fields.Text(
        string="Too Few Windows",
        compute="_compute_shortage",
        help="Sites that would fall below their smallest number of open comprehensive "
        "windows.",
    )
    notice_url = fields.Char(string="Public Page", compute="_compute_notice_url")
    is_over = fields.Boolean(compute="_compute_is_over")

    _times_order = models.Constraint(
        "CHECK(date_end > date_start)", "A pause must end after it begins."
    )

    # === COMPUTE METHODS === #

    @api.depends("session_id", "date_start")
    def _compute_display_name(self):
        for pause in self:
            day = pause.date_start and local(pause.date_start).date()
            pause.display_name = self.env._(
                "Notice of %(day)s: %(session)s",
                day=day or "",
                session=pause.session_id.name or "",
            )

    @api.depends("session_id")
    def _compute_times(self):
        for pause in self:
            pause.date_start = pause.date_start or pause.session_id.date_start
            pause.date_end = pause.date_end or pause.session_id.date_end

    @api.depends("window_ids")
    def _compute_window_count(self):
        for pause in self:
            pause.window_count = len(pause.window_ids)

    @api.depends("window_ids", "date_start", "date_end", "state")
    def _compute_shortage(self):
        for pause in self:
            lacking = pause.state != "withdrawn" and pause._shortages()
            pause.shortage = "\n".join(lacking or ()) or False

    @api.depends("state")
    def _compute_notice_url(self):
        for pause in self:
            published = pause.state == "published" and pause._origin.id
            pause.notice_url = published and f"/training/notice/{pause._origin.id}"

    def _compute_is_over(self):
        now = fields.Datetime.now()
        for pause in self:
            pause.is_over = bool(pause.date_end and pause.date_end <= now)

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        sealed = [{**self._sealed(vals), "state": "draft"} for vals in vals_list]
        pauses = super().create(sealed)
        pauses.session_id._check_not_closed()
        pauses.session_id.check_access("write")
        return pauses

    def write(self, vals):
        if not self._is_unlocked():
            if "state" in vals:
                raise UserError(
                    self.env._(
                        "Use the buttons to publish a notice or to take it down."
                    )
                )
            vals = {k: v for k, v in vals.items() if k not in self._sealed_fields}
            if any(not name.startswith("message_") for name in vals):
                self._check_draft()
        result = super().write(vals)
        if "session_id" in vals:
            # the rules are checked before a write only
            self.session_id._check_not_closed()
            self.session_id.check_access("write")
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_only_drafts(self):
        self._check_draft()

    def _check_draft(self):
        if any(pause.state != "draft" for pause in self):
            raise UserError(
                self.env._(
                    "The public has read this notice. Take it down and write a new one."
                )
            )

    # === ACTIONS === #

    def action_publish(self):
        """Put the notice up, when enough comprehensive windows stay open."""
        for pause in self:
            pause._check_publishable()
        self._unlocked().write(
            {
                "state": "published",
                "published_on": fields.Datetime.now(),
                "published_by_id": self.env.uid,
            }
        )
        for pause in self:
            pause.session_id.message_post(
                body=self.env._("%s is published.", pause.display_name)
            )

    def action_withdraw(self):
        """Take the notice down; the windows stay open."""
        self.filtered(lambda pause: pause.state == "published")._unlocked().write(
            {"state": "withdrawn"}
        )

    def action_new_version(self):
        """A draft with the same words, after a withdrawal."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.pause",
            "res_id": self.copy().id,
            "view_mode": "form",
            "name": self.env._("Notice of Paused Windows"),
        }

    def action_print(self):
        """The notice as PDF, to hang up at the entrance."""
        report = self.env.ref("gov_training.gov_training_pause_report")
        return report.report_action(self)

    # === BUSINESS METHODS === #

    def _check_publishable(self):
        self.ensure_one()
        self.check_access("write")  # before sites are locked for a mere reader
        self._check_draft()
        self.session_id._check_state(("planned", "ongoing"))
        if not self.window_ids or not (self.services or "").strip():
            raise ValidationError(
                self.env._(
                    "A notice names the windows that pause and the services that are "
                    "suspended. Fill in both, then publish."
                )
            )
        # two notices for one site are published one after the other
        # sudo: locks the sites, changes nothing
        sites = self.sudo().window_ids.department_id
        sites.lock_for_update(allow_referencing=True)
        shortages = self._shortages()
        if shortages:
            raise WindowsBelowMinimum("\n".join(shortages))

    def _shortages(self):
        """A sentence for each site that would have too few comprehensive windows.

        sudo: notices are public, and windows of a site above count as well.
        """
        self.ensure_one()
        if not (self.date_start and self.date_end):
            return []
        others = self.sudo().search(
            [
                ("state", "=", "published"),
                ("id", "!=", self._origin.id),
                ("date_start", "<", self.date_end),
                ("date_end", ">", self.date_start),
            ]
        )
        windows = self.sudo().window_ids._origin
        paused = windows | others.window_ids
        sites = windows.filtered(lambda w: w.kind == "general").department_id
        left = sites._gov_open_general_windows(paused)
        return [
            self.env._(
                "%(site)s: %(left)s comprehensive windows would stay open, at least "
                "%(minimum)s have to. Let fewer windows pause, or move the session.",
                site=site.name,
                left=left[site.id],
                minimum=site._gov_fewest_general_windows(),
            )
            for site in sites
            if left[site.id] < site._gov_fewest_general_windows()
        ]

    def _period_text(self):
        """From when to when, in Chinese time, for the notice."""
        start, end = local(self.date_start), local(self.date_end)
        if start.date() == end.date():
            return f"{start:%Y-%m-%d %H:%M} – {end:%H:%M}"
        return f"{start:%Y-%m-%d %H:%M} – {end:%Y-%m-%d %H:%M}"

    def _service_lines(self):
        return [line.strip() for line in (self.services or "").splitlines() if line]

    def _notice_windows(self):
        """Windows in the order of the notice; sudo: the notice is public."""
        return self.sudo().window_ids.sorted(
            lambda w: (w.department_id.complete_name or "", w.number or "", w.name)
        )

    def _notice_day(self):
        """Day of publication, today for a draft."""
        return local(self.published_on or fields.Datetime.now()).date()
