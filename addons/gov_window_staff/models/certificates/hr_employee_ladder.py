"""The next step of a person on the ladder (下一级申报条件, 可晋级, T22, T24)."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ...rules import ladder as rules
from ..people.hr_employee import CERTIFICATES
from ..people.hr_version import OFFICER
from .eligibility_text import describe


class HrEmployee(models.Model):
    """Next level, who may apply for it, and who has outgrown the post's level."""

    _inherit = "hr.employee"

    gov_occupation_date = fields.Date(
        string="In the Occupation Since",
        groups=OFFICER,
        tracking=True,
        help="从事本职业起始日期, service elsewhere included; blank: the entry.",
    )
    gov_next_level_id = fields.Many2one(
        "gov.skill.level",
        string="Next Level",
        compute="_compute_gov_eligibility",
        groups=CERTIFICATES,
    )
    gov_is_eligible = fields.Boolean(
        string="May Apply for the Next Level",
        compute="_compute_gov_eligibility",
        search="_search_gov_is_eligible",
        groups=CERTIFICATES,
    )
    gov_eligible_from = fields.Date(
        string="May Apply From",
        compute="_compute_gov_eligibility",
        groups=CERTIFICATES,
        help="As far as dates go; what else is asked for is shown on the profile.",
    )
    gov_eligibility_html = fields.Html(
        string="Conditions for the Next Level",
        compute="_compute_gov_eligibility_html",
        sanitize=False,
        groups=CERTIFICATES,
    )
    gov_can_level_up = fields.Boolean(
        string="Level Above the Post",
        compute="_compute_gov_can_level_up",
        search="_search_gov_can_level_up",
        groups=CERTIFICATES,
        help="The verified certificate is of a higher level than the post (可晋级).",
    )

    @api.depends(
        "gov_entry_date",
        "gov_posted_date",
        "gov_occupation_date",
        "gov_education_id",
        "gov_certificate_ids.state",
        "gov_certificate_ids.level_id",
        "gov_certificate_ids.issue_date",
    )
    def _compute_gov_eligibility(self):
        results = self._gov_eligibility()
        for person in self:
            result = results.get(person._origin.id)
            row = self.env["gov.ladder.level"].browse(result and result.level.source)
            person.gov_next_level_id = row.level_id
            person.gov_is_eligible = bool(result and result.met)
            due = result and result.due
            person.gov_eligible_from = due if due and due > rules.NOW else False

    def _compute_gov_eligibility_html(self):
        day = fields.Date.context_today(self)
        version = self.env["gov.ladder.version"]._current(day)
        results = self._gov_eligibility(day)
        for person in self:
            result = results.get(person._origin.id)
            person.gov_eligibility_html = self.env["ir.qweb"]._render(
                "gov_window_staff.eligibility",
                {
                    "version": version,
                    "result": describe(self.env, result, day) if result else None,
                    "held": person.gov_skill_level_id,
                },
            )

    def _gov_eligibility(self, day=None):
        """Eligibility for the next level.

        :param day: date of the application, today by default
        :return: {employee id: rules.ladder.Eligibility}; a person at the top of the
            ladder, or without an edition in force, is absent
        """
        day = day or fields.Date.context_today(self)
        people = self._origin
        ladder = self.env["gov.ladder.version"]._current(day)._to_rules()
        certificates = self.env["gov.certificate"]._to_rules(people)
        found = {}
        for person in people:
            candidate = person._gov_candidate(certificates.get(person.id, ()))
            level = rules.next_level(ladder, rules.held_rank(candidate))
            if level:
                found[person.id] = rules.eligibility(level, candidate, day)
        return found

    def _gov_candidate(self, certificates):
        """The person as the ladder's rules read it."""
        self.ensure_one()
        starts = (self.gov_occupation_date, self.gov_posted_date, self.gov_entry_date)
        return rules.Candidate(
            start=min(filter(None, starts), default=None),
            education_rank=self.gov_education_id.rank or None,
            certificates=certificates,
        )

    def _search_gov_is_eligible(self, operator, value):
        if operator not in ("in", "not in"):
            return NotImplemented
        people = self._gov_in_service()
        results = people._gov_eligibility()
        found = [id_ for id_, result in results.items() if result.met]
        return self._gov_flag_domain(found, operator, value)

    @api.depends("gov_skill_level_id", "gov_post_level_id")
    def _compute_gov_can_level_up(self):
        for person in self:
            held = person.gov_skill_level_id.rank
            person.gov_can_level_up = held > person.gov_post_level_id.rank

    def _search_gov_can_level_up(self, operator, value):
        if operator not in ("in", "not in"):
            return NotImplemented
        levels = self.env["gov.skill.level"].search([])
        # by the level of the post, as few searches in the certificates
        outgrown = Domain.OR(
            Domain("gov_post_level_id", "=", post.id)
            & Domain("id", "in", self._gov_holders([("level_id.rank", ">", post.rank)]))
            for post in (levels.browse(), *levels)
        )
        serving = self._gov_serving(fields.Date.context_today(self))
        found = self.search(serving & outgrown)
        return self._gov_flag_domain(found.ids, operator, value)

    @api.model
    def _gov_in_service(self):
        """Window staff of today, whatever the list behind the search shows."""
        return self.search(self._gov_serving(fields.Date.context_today(self)))

    @api.model
    def _gov_flag_domain(self, ids, operator, value):
        """Domain of a boolean whose true records are `ids`."""
        values = set(value)
        if len(values) == 2:
            return [(1, "=", 1 if operator == "in" else 0)]
        wanted = (True in values) == (operator == "in")
        return [("id", "in" if wanted else "not in", list(ids))]

    def action_propose_gov_level_up(self):
        """Draft proposals for the selected people, from the list of 可晋级人员."""
        ready = self.filtered("gov_can_level_up")
        if not ready:
            raise UserError(
                self.env._(
                    "Nobody in the selection holds a certificate above the level of "
                    "the post."
                )
            )
        ready._gov_propose_level_ups()

    def _gov_propose_level_ups(self):
        """Draft proposals for people whose level has grown above their post's (T24)."""
        if "gov.staff.movement" not in self.env:
            return
        for person in self.filtered("gov_can_level_up"):
            self.env["gov.staff.movement"]._propose_level_up(
                person, person.gov_skill_level_id
            )
