"""The way of an exam: the paper is made, people are invited, it is closed."""

from odoo import api, fields, models
from odoo.tools import plaintext2html

from ...exceptions import ExamNotReady
from ...rules.office_hours import local

PATH = "/my/training/exams"


class GovExam(models.Model):
    """Transitions and the survey behind the exam."""

    _inherit = "gov.exam"

    def action_open(self):
        """Make the paper, fix it, and tell the people (开考)."""
        for exam in self:
            exam._check_ready()
            # sudo: sites read no surveys, and nobody writes one: the paper is made from
            # the bank
            survey = self.env["survey.survey"].sudo().create(exam._survey_values())
            exam.sudo()._unlocked().write({"state": "open", "survey_id": survey.id})
            exam._tell(exam.candidate_ids)

    def action_close(self):
        """Results are final; who never came is noted as absent (结束考试)."""
        for exam in self:
            exam._check_in("open")
            exam.check_access("write")
            exam._settle(everybody=True)
            exam._unlocked().write({"state": "closed"})
            # sudo: results are written by the system
            exam.sudo().candidate_ids._update_result()
            exam.message_post(body=exam._closing_words())

    def action_cancel(self):
        """The exam does not take place, or its results do not count."""
        for exam in self:
            exam._check_in("draft", "open")
            exam.check_access("write")
            exam._unlocked().write({"state": "cancelled"})
            # sudo: nobody goes on with a paper that was called off
            exam.sudo().survey_id.active = False
            exam.sudo().candidate_ids._update_result()

    def _check_in(self, *states):
        labels = dict(self._fields["state"]._description_selection(self.env))
        if self.state not in states:
            raise ExamNotReady(
                self.env._(
                    "“%(exam)s” is “%(state)s”: reload the page.",
                    exam=self.name,
                    state=labels[self.state],
                )
            )

    def _check_ready(self):
        """Everything that a paper needs; each sentence says what to do."""
        self._check_in("draft")
        self.check_access("write")
        problems = []
        if not self.part_ids:
            problems.append(self.env._("Say what the paper asks: add a topic."))
        if not self.candidate_ids:
            problems.append(self.env._("Invite the people first."))
        if self.date_to <= fields.Datetime.now():
            problems.append(self.env._("The closing time is over."))
        problems += self._short_parts()
        if problems:
            lines = "\n".join(f"· {problem}" for problem in problems)
            raise ExamNotReady(
                self.env._(
                    "%(exam)s cannot open yet:\n%(problems)s",
                    exam=self.name,
                    problems=lines,
                )
            )

    def _short_parts(self):
        return [
            self.env._(
                "“%(topic)s” asks %(count)s questions, the bank has %(found)s that no "
                "other part uses.",
                topic=part.topic_id.name,
                count=part.count,
                found=len(pool),
            )
            for part, pool in self._pools()
            if len(pool) < part.count
        ]

    def _pools(self):
        """(part, questions it draws from): a question belongs to one part only.

        The part that names a kind or the narrower topic chooses first.
        """
        # sudo: sites that hold an exam do not read the bank; it goes into the survey
        questions = self.env["gov.exam.question"].sudo()
        taken = questions
        pools = {}
        narrow_first = self.part_ids.sorted(
            lambda p: (not p.kind, -len(p.topic_id.parent_path or ""), p.sequence)
        )
        for part in narrow_first:
            pools[part] = questions.search(part._bank_domain()) - taken
            taken |= pools[part]
        return [(part, pools[part]) for part in self.part_ids]

    # -- the survey ------------------------------------------------------------------

    def _survey_values(self):
        """Odoo draws `random_questions_count` of each section for each attempt."""
        return {
            "title": self.name,
            "survey_type": "gov_exam",
            "user_id": False,
            "lang_ids": [fields.Command.clear()],
            "description": plaintext2html(self.note or "") if self.note else False,
            "access_mode": "token",
            "users_login_required": True,
            "users_can_go_back": True,
            "questions_layout": "page_per_question",
            "questions_selection": "random",
            "progression_mode": "number",
            "scoring_type": "scoring_without_answers",
            "scoring_success_min": self.pass_percent,
            "is_time_limited": True,
            "time_limit": self.minutes,
            "question_and_page_ids": [
                fields.Command.create(vals) for vals in self._question_values()
            ],
        }

    def _question_values(self):
        sequence = 0
        for part, pool in self._pools():
            pool._check_choices()
            sequence += 1
            yield {
                "title": part.topic_id.name,
                "is_page": True,
                "question_type": False,
                "sequence": sequence,
                "random_questions_count": part.count,
                "gov_part_id": part.id,
            }
            for question in pool:
                sequence += 1
                yield question._to_survey(part, sequence)

    def action_preview(self):
        """Sit the paper as a trial; it counts for nobody."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_url",
            "target": "new",
            "url": f"/survey/test/{self.survey_id.access_token}",
        }

    # -- time ------------------------------------------------------------------------

    def _settle(self, everybody=False):
        """Hand in papers whose time is over, as they are.

        :param everybody: also those whose time still runs, because the exam closes
        """
        # sudo: papers are kept by the system
        papers = self.env["survey.user_input"].sudo()
        now = fields.Datetime.now()
        running = papers.search(
            [
                ("gov_candidate_id.exam_id", "in", self.ids),
                ("state", "=", "in_progress"),
                ("test_entry", "=", False),
            ]
        )
        for paper in running:
            over = paper.survey_time_limit_reached or paper.deadline < now
            if everybody or over:
                paper._mark_done()

    @api.model
    def _cron_close(self):
        """Close what is over, and hand in papers that were left lying."""
        now = fields.Datetime.now()
        running = self.search([("state", "=", "open")])
        running.filtered(lambda exam: exam.date_to <= now).action_close()
        running.filtered(lambda exam: exam.state == "open")._settle()

    # -- words -----------------------------------------------------------------------

    def _tell(self, candidates):
        """A message to people who have a login."""
        # sudo: who has which login is no business of a site
        partners = candidates.sudo().employee_id.user_id.partner_id
        if not partners:
            return
        body = self.env._(
            "Exam “%(exam)s”: %(minutes)s minutes, from %(first)s to %(last)s, under "
            "My Account, Exams.",
            exam=self.name,
            minutes=self.minutes,
            first=f"{local(self.date_from):%Y-%m-%d %H:%M}",
            last=f"{local(self.date_to):%Y-%m-%d %H:%M}",
        )
        self.sudo().message_notify(
            partner_ids=partners.ids, subject=self.name, body=body
        )

    def _closing_words(self):
        return self.env._(
            "Closed: %(invited)s invited, %(sat)s sat it, %(passed)s passed.",
            invited=self.candidate_count,
            sat=self.sat_count,
            passed=self.passed_count,
        )
