"""Registration of a person for a national exam (报名)."""

from odoo import api, fields, models

from ...exceptions import ExamLocked, ExamNotReady
from .gov_certification_check import RESULTS

STATES = [
    ("registered", "Registered"),
    ("sent", "Handed In"),
    ("passed", "Exam Passed"),
    ("failed", "Exam Failed"),
    ("absent", "Did Not Come"),
    ("withdrawn", "Taken Back"),
]
ORIGINS = [("office", "By the Office"), ("portal", "By the Person")]
ADMISSIONS = [("undecided", "Undecided"), ("admitted", "Admitted")]


class GovCertificationRegistration(models.Model):
    """Eligibility as it was when registered, the decision, the result."""

    _name = "gov.certification.registration"
    _description = "Registration for a National Exam"
    _inherit = ["gov.protected.mixin"]
    _order = "exam_id desc, level_id, employee_id"
    _rec_name = "employee_id"
    _hand_fields = frozenset({"ticket_no"})

    exam_id = fields.Many2one(
        "gov.certification.exam",
        string="National Exam",
        required=True,
        ondelete="restrict",
        index=True,
        readonly=True,
    )
    exam_state = fields.Selection(related="exam_id.state", string="Exam State")
    exam_date = fields.Date(related="exam_id.date", store=True)
    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        required=True,
        ondelete="restrict",
        index=True,
        readonly=True,
    )
    staff_no = fields.Char(
        related="employee_id.gov_staff_no", store=True, compute_sudo=True
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Site",
        readonly=True,
        index=True,
        ondelete="restrict",
        help="On the day of the registration.",
    )
    level_id = fields.Many2one(
        "gov.skill.level",
        string="Level Applied For",
        required=True,
        ondelete="restrict",
        readonly=True,
    )
    origin = fields.Selection(
        ORIGINS, string="Registered Through", default="office", readonly=True
    )
    check_ids = fields.One2many(
        "gov.certification.check",
        "registration_id",
        string="Conditions to Apply",
        readonly=True,
    )
    check_date = fields.Date(string="Checked For", readonly=True)
    eligible = fields.Selection(RESULTS, string="May Apply", readonly=True)
    admit_reason = fields.Char(string="Admitted Because", readonly=True)
    admit_user_id = fields.Many2one("res.users", string="Admitted By", readonly=True)
    admission = fields.Selection(ADMISSIONS, compute="_compute_admission", store=True)
    ticket_no = fields.Char(string="Admission Ticket No.")
    theory_score = fields.Float(readonly=True, digits=(5, 2), aggregator="avg")
    practice_score = fields.Float(readonly=True, digits=(5, 2), aggregator="avg")
    review_score = fields.Float(
        string="Score of the Review", readonly=True, digits=(5, 2), aggregator="avg"
    )
    certificate_id = fields.Many2one(
        "gov.certificate", readonly=True, ondelete="set null", index="btree_not_null"
    )
    state = fields.Selection(
        STATES, default="registered", required=True, readonly=True, index=True
    )

    _person_uniq = models.UniqueIndex(
        "(exam_id, employee_id) WHERE state != 'withdrawn'",
        "This person is registered already.",
    )

    @api.depends("eligible", "admit_reason")
    def _compute_admission(self):
        for line in self:
            admitted = line.eligible == "yes" or line.admit_reason
            line.admission = "admitted" if admitted else "undecided"

    def write(self, vals):
        if "ticket_no" in vals:
            self._expect("registered", "sent")
        return super().write(vals)

    # -- registering -----------------------------------------------------------------

    @api.model
    def _enter(self, exam, people, level=None, origin="office"):
        """New registrations with their eligibility, line by line.

        :param people: hr.employee
        :param level: gov.skill.level; the next one of each person when not given
        :raises ExamNotReady: closed, over, registered already, no level to apply for
        """
        exam._check_in("open")
        if fields.Date.context_today(self) > exam.date_close:
            raise ExamNotReady(
                self.env._(
                    "Registration ended on %s. Move that date first, if the organiser "
                    "agrees.",
                    exam.date_close,
                )
            )
        # sudo: the certificates of the person decide, whoever registers
        people = people.sudo()
        results = people._gov_ladder_results(exam.date, level)
        self._check_new(exam, people, results)
        self.flush_model(["state"])  # who withdrew a moment ago may come back
        lines = (
            self.sudo()
            ._unprotected()
            .create(
                [
                    {
                        "exam_id": exam.id,
                        "employee_id": person.id,
                        "department_id": person.department_id.id,
                        "level_id": results[person.id].level_id.id,
                        "origin": origin,
                    }
                    for person in people
                ]
            )
        )
        lines._keep_checks(results)
        return lines.with_env(self.env)

    @api.model
    def _check_new(self, exam, people, results):
        # sudo: registrations of all sites count; only names one of those to register
        known = exam.sudo().registration_ids.filtered(lambda r: r.state != "withdrawn")
        twice = people & known.employee_id
        if twice:
            raise ExamNotReady(self.env._("%s is registered already.", twice[0].name))
        allowed = exam.level_ids
        for person in people:
            result = results.get(person.id)
            if not result or (allowed and result.level_id not in allowed):
                raise ExamNotReady(
                    self.env._(
                        "%s has no level to apply for in this exam. Choose another "
                        "level, or another exam.",
                        person.name,
                    )
                )

    def _keep_checks(self, results):
        # sudo: checks are written by the system only; the callers hold these lines as
        # superuser already
        checks = self.env["gov.certification.check"].sudo()._unprotected()
        for line in self:
            result = results[line.employee_id.id]
            line.write({"eligible": result.eligible, "check_date": line.exam_id.date})
            line.sudo().check_ids._unprotected().unlink()
            checks.create(
                [{**vals, "registration_id": line.id} for vals in result.lines]
            )

    # -- decisions -------------------------------------------------------------------

    def action_check_again(self):
        """After a correction of the profile: eligibility of today's facts."""
        self.check_access("write")
        for line in self:
            line._expect("registered")
            # sudo: the certificates decide, as in registering; only the result is kept
            person = line.employee_id.sudo()
            results = person._gov_ladder_results(line.exam_id.date, line.level_id)
            # sudo: what is found is written by the system
            line.sudo()._unprotected()._keep_checks(results)

    def action_admit(self):
        """Dialog: admitted although a condition is open, with the reason."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.certification.admit",
            "view_mode": "form",
            "target": "new",
            "context": {"default_registration_id": self.id},
            "name": self.env._("Admit to the Exam"),
        }

    def _admit(self, reason):
        """The officer has judged what the system cannot."""
        self.ensure_one()
        self.check_access("write")
        self._expect("registered")
        self._unprotected().write(
            {"admit_reason": reason, "admit_user_id": self.env.uid}
        )
        self.exam_id.message_post(
            body=self.env._(
                "%(person)s admitted: %(reason)s",
                person=self.employee_id.name,
                reason=reason,
            )
        )

    def action_withdraw(self):
        """Not on the list; the person may be registered again."""
        self.check_access("write")
        self._expect("registered", "sent")
        self._unprotected().write({"state": "withdrawn"})

    def action_open_certificate(self):
        """The draft that waits for verification."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.certificate",
            "res_id": self.certificate_id.id,
            "view_mode": "form",
        }

    def _expect(self, *states):
        labels = dict(self._fields["state"]._description_selection(self.env))
        for line in self:
            over = line.exam_id.state in ("done", "cancelled")
            if over or line.state not in states:
                # sudo: the line may be read, the profile not; only the name is shown
                raise ExamLocked(
                    self.env._(
                        "The registration of %(person)s is “%(state)s” and stays.",
                        person=line.employee_id.sudo().name,
                        state=labels[line.state],
                    )
                )
