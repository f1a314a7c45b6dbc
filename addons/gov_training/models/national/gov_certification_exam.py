"""National exam of skill levels (等级认定考试): registration to result (T22)."""

from odoo import api, fields, models

from ...exceptions import ExamLocked, ExamNotReady

STATES = [
    ("draft", "Planned Exam"),
    ("open", "Registration Open"),
    ("sent", "List Handed In"),
    ("done", "Results Recorded"),
    ("cancelled", "Called Off"),
]


class GovCertificationExam(models.Model):
    """One date of an organiser outside (评价机构); levels by the ladder in force."""

    _name = "gov.certification.exam"
    _description = "National Level Exam"
    _inherit = ["mail.thread", "mail.activity.mixin", "gov.training.guard.mixin"]
    _order = "date desc, id desc"

    name = fields.Char(required=True, tracking=True)
    organiser = fields.Char(
        string="Assessing Body", required=True, help="评价机构, such as 省人才学会."
    )
    date = fields.Date(string="Exam Date", required=True, tracking=True)
    date_close = fields.Date(string="Registration Until", required=True, tracking=True)
    place = fields.Char()
    level_ids = fields.Many2many(
        "gov.skill.level",
        string="Levels",
        help="Levels that can be applied for; blank: all that the standard examines.",
    )
    ladder_version_id = fields.Many2one(
        "gov.ladder.version",
        string="Edition of the Standard",
        compute="_compute_ladder_version_id",
        help="In force on the day of the exam.",
    )
    note = fields.Text(string="Notes for the People")
    state = fields.Selection(
        STATES, default="draft", required=True, copy=False, tracking=True, index=True
    )
    sent_date = fields.Date(string="Handed In On", readonly=True, copy=False)
    registration_ids = fields.One2many(
        "gov.certification.registration", "exam_id", string="Registrations"
    )
    registration_count = fields.Integer(string="Registered", compute="_compute_counts")
    doubtful_count = fields.Integer(string="To Be Decided", compute="_compute_counts")
    passed_count = fields.Integer(string="Passed", compute="_compute_counts")
    certificate_count = fields.Integer(string="Certificates", compute="_compute_counts")

    _sealed_fields = frozenset({"state", "sent_date"})

    _dates_ordered = models.Constraint(
        "CHECK(date_close <= date)", "Registration ends before the exam."
    )

    @api.depends("date")
    def _compute_ladder_version_id(self):
        edition_of = self.env["gov.ladder.version"]._by_day()
        for exam in self:
            exam.ladder_version_id = edition_of(exam.date)

    @api.depends("registration_ids.state", "registration_ids.admission")
    def _compute_counts(self):
        for exam in self:
            lines = exam.registration_ids.filtered(lambda r: r.state != "withdrawn")
            exam.registration_count = len(lines)
            exam.doubtful_count = len(
                lines.filtered(lambda r: r.admission == "undecided")
            )
            exam.passed_count = len(lines.filtered(lambda r: r.state == "passed"))
            exam.certificate_count = len(lines.certificate_id)

    # -- only the buttons move it ----------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        exams = super().create(vals_list)
        if any(e.state != "draft" or e.sent_date for e in exams):
            raise ExamLocked(self.env._("A new exam begins as a draft."))
        return exams

    def write(self, vals):
        if not self._is_unlocked():
            own = {n for n in vals if not n.startswith(("message_", "activity_"))}
            if self._sealed_fields & own:
                raise ExamLocked(
                    self.env._("Use the buttons to open, hand in or close an exam.")
                )
            over = self.filtered(lambda e: e.state in ("done", "cancelled"))
            if own and over:
                raise ExamLocked(
                    self.env._("“%s” is over and stays as it is.", over[0].name)
                )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_only_empty(self):
        for exam in self.filtered("registration_ids"):
            raise ExamLocked(
                self.env._("“%s” has registrations: call it off instead.", exam.name)
            )

    def _check_in(self, *states):
        labels = dict(self._fields["state"]._description_selection(self.env))
        for exam in self.filtered(lambda e: e.state not in states):
            raise ExamNotReady(
                self.env._(
                    "“%(exam)s” is “%(state)s”: reload the page.",
                    exam=exam.name,
                    state=labels[exam.state],
                )
            )

    def _move(self, target, *states, **vals):
        self.check_access("write")
        self._check_in(*states)
        self._unlocked().write({"state": target, **vals})

    def action_open(self):
        """Registration begins; the standard has to be known."""
        for exam in self:
            if not exam.ladder_version_id:
                raise ExamNotReady(
                    self.env._(
                        "No edition of the standard is in force on %s: eligibility "
                        "cannot be told. Put one in force first.",
                        exam.date,
                    )
                )
        self._move("open", "draft")

    def action_send(self):
        """The list went to the organiser; nobody else is added (上报名单)."""
        for exam in self:
            lines = exam.registration_ids.filtered(lambda r: r.state == "registered")
            doubtful = lines.filtered(lambda r: r.admission != "admitted")
            if not lines:
                raise ExamNotReady(self.env._("Nobody is registered."))
            if doubtful:
                raise ExamNotReady(
                    self.env._(
                        "Decide about these first, admit or withdraw them: %s",
                        ", ".join(doubtful.mapped("employee_id.name")),
                    )
                )
            lines._unprotected().write({"state": "sent"})
        self._move("sent", "open", sent_date=fields.Date.context_today(self))

    def action_reopen(self):
        """Registration goes on: the organiser gave more time."""
        self._check_in("sent")
        lines = self.registration_ids.filtered(lambda r: r.state == "sent")
        self._move("open", "sent", sent_date=False)
        lines._unprotected().write({"state": "registered"})

    def action_done(self):
        """Results are complete."""
        for exam in self:
            waiting = exam.registration_ids.filtered(lambda r: r.state == "sent")
            if waiting:
                raise ExamNotReady(
                    self.env._(
                        "%(count)s people have no result yet, first %(person)s. Import "
                        "the results.",
                        count=len(waiting),
                        person=waiting[0].employee_id.name,
                    )
                )
        self._move("done", "sent")

    def action_cancel(self):
        """The exam does not take place."""
        self._move("cancelled", "draft", "open", "sent")

    # -- dialogs and lists -----------------------------------------------------------

    def action_register(self):
        """Choose people, those who may apply first."""
        self.ensure_one()
        self._check_in("open")
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.certification.register",
            "view_mode": "form",
            "target": "new",
            "context": {"default_exam_id": self.id},
            "name": self.env._("Register People"),
        }

    def action_open_registrations(self):
        """The list of registrations."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.certification.registration",
            "view_mode": "list,pivot,form",
            "domain": [("exam_id", "=", self.id)],
            "context": {"gov_one_exam": True},
            "name": self.env._("Registrations of %s", self.name),
        }

    def action_export(self):
        """Download the list for the organiser (报名表)."""
        self.ensure_one()
        self._check_list()
        return {
            "type": "ir.actions.act_url",
            "target": "download",
            "url": f"/gov_training/national_exam/{self.id}/list.xlsx",
        }

    def action_import_results(self):
        """Import what the organiser sent back (成绩)."""
        self.ensure_one()
        self._check_in("sent")
        return {
            "type": "ir.actions.client",
            "tag": "import",
            "params": {
                "model": "gov.import.exam.result",
                "context": {"gov_certification_exam_id": self.id},
            },
            "name": self.env._("Import Exam Results"),
        }
