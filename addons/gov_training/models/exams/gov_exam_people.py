"""Who sits an exam, and how it went as a whole."""

from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain

from ...exceptions import ExamNotReady

INVITED = ("enrolled", "attended")


class GovExam(models.Model):
    """Candidates and figures of an exam."""

    _inherit = "gov.exam"

    candidate_ids = fields.One2many(
        "gov.exam.candidate", "exam_id", string="People", readonly=True
    )
    candidate_count = fields.Integer(string="Invited", compute="_compute_figures")
    sat_count = fields.Integer(string="Sat It", compute="_compute_figures")
    passed_count = fields.Integer(string="Passed", compute="_compute_figures")
    pass_rate = fields.Float(
        string="Pass Rate (%)",
        compute="_compute_figures",
        digits=(5, 1),
        help="Of those who sat it.",
    )
    average = fields.Float(
        string="Average Score (%)",
        compute="_compute_figures",
        digits=(5, 1),
        help="Best attempt of each person.",
    )

    @api.depends("candidate_ids.state", "candidate_ids.best_percent")
    def _compute_figures(self):
        # sudo: figures of the whole exam, for sites that see their own people only
        groups = (
            self.env["gov.exam.candidate"]
            .sudo()
            ._read_group(
                [("exam_id", "in", self.ids)],
                ["exam_id", "state"],
                ["__count", "best_percent:sum", "attempt_count:sum"],
            )
        )
        found = {exam.id: {} for exam in self._origin}
        for exam, state, *figures in groups:
            found[exam.id][state] = figures
        for exam in self:
            exam._fill_figures(found.get(exam._origin.id, {}))

    def _fill_figures(self, by_state):
        """:param by_state: {state: [people, sum of best scores, attempts]}"""
        marked = [by_state.get(state, (0, 0, 0)) for state in ("passed", "failed")]
        self.candidate_count = sum(people for people, *_rest in by_state.values())
        self.sat_count = sat = sum(people for people, *_rest in marked)
        self.passed_count = marked[0][0]
        self.pass_rate = 100 * self.passed_count / sat if sat else 0
        self.average = (
            sum(total for _people, total, _tries in marked) / sat if sat else 0
        )

    # -- inviting --------------------------------------------------------------------

    def action_invite_session(self):
        """Everybody with a place in the session (签到人员参加考试)."""
        self.ensure_one()
        if not self.session_id:
            raise ExamNotReady(
                self.env._("Choose the session whose people sit “%s”.", self.name)
            )
        lines = self.session_id.enrollment_ids.filtered(lambda e: e.state in INVITED)
        # sudo: people of lines the user may read; _invite checks exam and sites
        return self._invite(lines.sudo().employee_id)

    def action_invite(self):
        """Choose people by site."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.exam.invite",
            "view_mode": "form",
            "target": "new",
            "context": {"default_exam_id": self.id},
            "name": self.env._("Invite to the Exam"),
        }

    def _invite(self, people):
        """Put people on the list; who is on it already stays as he is.

        :param people: hr.employee; those outside the user's own sites are refused
        :return: the new gov.exam.candidate records
        """
        self.ensure_one()
        self.check_access("write")
        self._check_in("draft", "open")
        self._check_own(people)
        # sudo: results are written by the system, also the empty ones of the beginning
        candidates = self.env["gov.exam.candidate"].sudo()._unprotected()
        listed = self.sudo().candidate_ids.employee_id
        new = candidates.create(
            [
                {
                    "exam_id": self.id,
                    "employee_id": person.id,
                    "department_id": person.department_id.id,
                }
                for person in people.sudo() - listed
            ]
        )
        new = new.with_env(self.env)
        if self.state == "open":
            self._tell(new)
        return new

    def _check_own(self, people):
        """Site officers invite people of their sites, officers everybody."""
        user = self.env.user
        if self.env.su or user.has_group("gov_window_staff.group_hr_officer"):
            return
        # sudo: compares sites only
        domain = Domain("department_id", "child_of", user.gov_department_ids.ids)
        own = people.sudo().filtered_domain(domain)
        if len(own) < len(people):
            raise AccessError(
                self.env._("You may invite people of your own sites only.")
            )

    # -- buttons ---------------------------------------------------------------------

    def action_open_candidates(self):
        """The list of results."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.exam.candidate",
            "view_mode": "list,pivot,graph,form",
            "domain": [("exam_id", "=", self.id)],
            "context": {"gov_one_exam": True},
            "name": self.env._("Results of %s", self.name),
        }

    def action_open_passed(self):
        """Those who passed."""
        action = self.action_open_candidates()
        return action | {"domain": [*action["domain"], ("state", "=", "passed")]}
