"""Something with a last day (期限): overdue, and told once to whoever keeps it."""

from odoo import api, fields, models
from odoo.fields import Domain

TODO = "mail.mail_activity_data_todo"
# models that the daily work looks through
FOLLOWED = ("gov.self.examination", "gov.interview", "gov.supervision")


class GovDueMixin(models.AbstractModel):
    """`_waiting_states` are those in which the deadline still runs."""

    _name = "gov.due.mixin"
    _description = "Paper with a Deadline"

    _waiting_states = ()

    deadline = fields.Date(tracking=True, index=True)
    user_id = fields.Many2one(
        "res.users",
        string="Responsible",
        default=lambda self: self.env.user,
        tracking=True,
        help="Is reminded once the deadline is over.",
    )
    is_overdue = fields.Boolean(
        string="Overdue", compute="_compute_is_overdue", search="_search_is_overdue"
    )
    deadline_warning = fields.Char(compute="_compute_deadline_warning")

    @api.model
    def _overdue_domain(self, day):
        """Papers that should have been settled before a day."""
        return Domain("state", "in", self._waiting_states) & Domain(
            "deadline", "<", day
        )

    @api.depends("state", "deadline")
    def _compute_is_overdue(self):
        today = fields.Date.context_today(self)
        late = self.filtered_domain(self._overdue_domain(today))
        for paper in self:
            paper.is_overdue = paper in late

    def _search_is_overdue(self, operator, value):
        if operator != "in":
            return NotImplemented
        domain = self._overdue_domain(fields.Date.context_today(self))
        return domain if True in value else ~domain

    @api.depends("deadline")
    def _compute_deadline_warning(self):
        today = fields.Date.context_today(self)
        years = self.env["gov.calendar.year"]
        for paper in self:
            due = paper.deadline
            paper.deadline_warning = due and years._unknown_warning(
                min(today, due), max(today, due)
            )

    @api.model
    def _workday_after(self, day, count):
        """The `count`-th working day after a day (date)."""
        return self.env["gov.calendar.year"]._calendar().add(day, count)

    @api.model
    def _cron_remind_overdue(self):
        """Daily: a to-do for the responsible person of each overdue paper, once."""
        today = fields.Date.context_today(self)
        for model in FOLLOWED:
            papers = self.env[model].search(self.env[model]._overdue_domain(today))
            for paper in papers.filtered("user_id"):
                if not paper.activity_ids:
                    paper._remind(today)

    def _remind(self, today):
        keeper = self.user_id
        self.activity_schedule(
            TODO,
            date_deadline=today,
            summary=self.with_context(lang=keeper.lang).env._(
                "Overdue since %(day)s: %(name)s",
                day=self.deadline,
                name=self.display_name,
            ),
            user_id=keeper.id,
        )

    def _forget_reminders(self):
        """The paper is settled: nobody needs to be reminded."""
        # sudo: the to-do may belong to a colleague
        self.sudo().activity_unlink([TODO])
