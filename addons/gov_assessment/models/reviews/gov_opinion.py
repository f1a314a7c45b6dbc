"""The book of opinions and suggestions in the hall (意见建议反馈记录本, A84)."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError
from odoo.fields import Domain

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.models.base.gov_protected_mixin import UNLOCK

ACTIVITY = "mail.mail_activity_data_todo"
KINDS = [
    ("opinion", "Opinion"),
    ("suggestion", "Suggestion"),
    ("complaint", "Complaint of a Visitor"),
    ("praise", "Praise"),
]
SOURCES = [
    ("book", "Book in the Hall"),
    ("box", "Opinion Box"),
    ("hotline", "Hotline"),
    ("online", "Online"),
    ("other", "Other"),
]
STATES = [("new", "To Answer"), ("answered", "Visitor Answered"), ("closed", "Filed")]
# written by the buttons only
FLOW_FIELDS = frozenset({"name", "state", "answer", "answered_on", "answered_by_id"})


class GovOpinion(models.Model):
    """One entry; the site answers it, the county files it."""

    _name = "gov.opinion"
    _description = "Opinion of a Visitor"
    _inherit = ["gov.citizen.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "date desc, id desc"

    name = fields.Char(string="No.", readonly=True, copy=False, index=True)
    date = fields.Date(
        required=True,
        index=True,
        default=lambda self: self.env["gov.service.review"]._today(),
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Site",
        required=True,
        index=True,
        ondelete="restrict",
        tracking=True,
    )
    county_id = fields.Many2one(
        related="department_id.gov_county_id", string="County", store=True, index=True
    )
    window_id = fields.Many2one("gov.window", ondelete="restrict")
    kind = fields.Selection(
        KINDS, string="Kind of Entry", default="opinion", required=True, tracking=True
    )
    source = fields.Selection(
        SOURCES, string="Came By Way Of", default="book", required=True
    )
    employee_id = fields.Many2one(
        "hr.employee",
        string="Person Named",
        ondelete="restrict",
        index="btree_not_null",
        help="Whom the visitor praises or complains about, if anybody.",
    )
    text = fields.Text(string="Words of the Visitor", required=True)
    owner_id = fields.Many2one(
        "res.users",
        string="In Charge of the Answer",
        domain=[("share", "=", False)],
        tracking=True,
        copy=False,
    )
    due_date = fields.Date(
        string="Answer Until", compute="_compute_due_date", store=True
    )
    state = fields.Selection(
        STATES, default="new", required=True, copy=False, tracking=True, index=True
    )
    answer = fields.Text(string="Answer Given", copy=False)
    answered_on = fields.Date(string="Visitor Answered On", copy=False, tracking=True)
    answered_by_id = fields.Many2one("res.users", string="Answer By", copy=False)
    is_overdue = fields.Boolean(
        string="Overdue", compute="_compute_is_overdue", search="_search_is_overdue"
    )

    @api.depends("date", "department_id")
    def _compute_due_date(self):
        policy = self.env["gov.review.policy"]
        for day, opinions in self.grouped("date").items():
            counties = opinions.county_id
            dues = policy._due_in(counties, day, "opinion_days") if day else {}
            for opinion in opinions:
                opinion.due_date = dues.get(opinion.county_id, False)

    @api.depends("due_date", "state")
    def _compute_is_overdue(self):
        today = self.env["gov.service.review"]._today()
        for opinion in self:
            due = opinion.due_date
            opinion.is_overdue = opinion.state == "new" and bool(due) and due < today

    @api.model
    def _search_is_overdue(self, operator, value):
        if operator != "in":
            return NotImplemented
        today = self.env["gov.service.review"]._today()
        overdue = Domain("state", "=", "new") & Domain("due_date", "<", today)
        return overdue if True in value else ~overdue

    # -- the book ------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        """Entries are numbered by county and year, without gaps (YJ2026-0001)."""
        clean = {
            key: value
            for key, value in self.env.context.items()
            if key.removeprefix("default_") not in FLOW_FIELDS
        }
        unlocked = self._is_unlocked()
        opinions = super(GovOpinion, self.with_env(self.env(context=clean))).create(
            [
                {k: v for k, v in vals.items() if unlocked or k not in FLOW_FIELDS}
                for vals in vals_list
            ]
        )
        # sudo: the counter belongs to the system
        counter = self.env["gov.number.counter"].sudo()
        for opinion in opinions:
            year = opinion.date.year
            number = counter._next(f"opinion/{opinion.county_id.id or 0}/{year}")
            opinion._system().name = f"YJ{year}-{number:04d}"
        return opinions.with_env(self.env)

    def write(self, vals):
        if not self._is_unlocked():
            self._check_by_hand(vals)
        result = super().write(vals)
        if "department_id" in vals:
            # rules are asked before the write: ask again for the new site
            self.check_access("write")
        return result

    def _is_unlocked(self):
        return self.env.su or self.env.context.get("gov_unlock") is UNLOCK

    def _check_by_hand(self, vals):
        entry = {"date", "department_id", "kind", "text", "window_id", "source"}
        closed = self.filtered(lambda opinion: opinion.state != "new")
        if FLOW_FIELDS & set(vals) or (closed and entry & set(vals)):
            raise DocumentLocked(
                self.env._(
                    "An entry of the book is answered and filed by its buttons, and "
                    "stays as it is once it is answered."
                )
            )

    def _system(self):
        # sudo: numbering and answering are this model's own methods
        return self.sudo().with_context(gov_unlock=UNLOCK)

    def action_take(self):
        """I answer these entries."""
        self.check_access("write")
        self.write({"owner_id": self.env.uid})

    def action_answer(self):
        """Open the dialog for the answer."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.opinion.answer",
            "view_mode": "form",
            "target": "new",
            "context": {"default_opinion_ids": self.ids},
            "name": self.env._("Answer the Visitor"),
        }

    def _answer(self, text, day=None):
        """Record what the visitor was answered."""
        self.check_access("write")
        today = self.env["gov.service.review"]._today()
        day = day or today
        for opinion in self:
            if opinion.state != "new" or not opinion.date <= day <= today:
                raise ValidationError(
                    self.env._(
                        "%s is answered already, or the day does not lie between the "
                        "entry and today.",
                        opinion.name,
                    )
                )
        self._system().write(
            {
                "state": "answered",
                "answer": text,
                "answered_on": day,
                "answered_by_id": self.env.uid,
            }
        )
        # sudo: the reminder may be somebody else's
        self.sudo().activity_unlink([ACTIVITY])

    def action_close(self):
        """The county files what was answered (归档)."""
        if not self.env.user.has_group("gov_window_staff.group_hr_officer"):
            raise AccessError(self.env._("Only HR officers file entries of the book."))
        answered = self.filtered(lambda opinion: opinion.state == "answered")
        answered._system().write({"state": "closed"})

    def action_reopen(self):
        """The answer was not enough: the entry is answered anew."""
        if not self.env.user.has_group("gov_window_staff.group_hr_officer"):
            raise AccessError(self.env._("Only HR officers file entries of the book."))
        self._system().write({"state": "new"})

    def action_draft_record(self):
        """Begin an assessment record with the facts of this entry (A19, A39)."""
        self.ensure_one()
        praise = self.kind == "praise"
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.assessment.event",
            "view_mode": "form",
            "context": {
                "default_employee_id": self.employee_id.id,
                "default_date": self.date,
                "default_source": "commendation" if praise else "complaint",
                "default_reason": f"{self.name} {self.text}",
            },
            "name": self.env._("Assessment Record"),
        }

    # -- reminder ------------------------------------------------------------------

    @api.model
    def _cron_remind(self):
        """Every morning: a to-do for who answers an overdue entry, else for HR."""
        overdue = self.search([("is_overdue", "=", True)])
        officers = self.env["gov.staff.movement"]._users_of("group_hr_officer")
        for opinion in overdue.filtered(lambda opinion: not opinion.activity_ids):
            own = officers._gov_of_county(opinion.county_id)
            users = opinion.owner_id.filtered("active") or own
            for user in users.filtered(lambda user: user.id != 1):
                told = opinion.with_context(lang=user.lang or "zh_CN")
                told.activity_schedule(
                    ACTIVITY,
                    date_deadline=opinion.due_date,
                    summary=told.env._(
                        "Book of opinions: %(name)s waits for an answer until %(due)s",
                        name=opinion.name,
                        due=opinion.due_date,
                    ),
                    user_id=user.id,
                )
