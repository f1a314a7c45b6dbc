"""What the apprentice has achieved in the term, and the agreement as a paper."""

from odoo import fields, models


class GovMentorship(models.Model):
    """Results come from `hr.employee._gov_mentorship_results`."""

    _inherit = "gov.mentorship"

    results_html = fields.Html(
        string="Results of the Apprentice",
        compute="_compute_results_html",
        sanitize=False,
    )

    def _compute_results_html(self):
        # of the agreement as it is saved: on a form that is being filled in, anybody
        # could be named as apprentice, and the results are read with full rights
        for pair in self:
            pair.results_html = self.env["ir.qweb"]._render(
                "gov_training.mentorship_results",
                {"rows": pair._origin._saved_results()},
            )

    def _saved_results(self):
        return self._results() if self else []

    def _results(self):
        """Trainings, exams, grades of the term: list of dicts, the earliest first.

        sudo: whoever may read the agreement may see how the apprentice gets on.
        """
        self.ensure_one()
        last = self.end_date or self.date_to
        if not (self.apprentice_id and self.date_from and last):
            return []
        apprentice = self.apprentice_id.sudo()
        found = apprentice._gov_mentorship_results(self.date_from, last)
        return sorted(found.get(apprentice.id, []), key=lambda row: row["date"])

    def _parties(self):
        """Both sides as the paper names them: list of (role, {label: value}).

        sudo: post and site of both are public.
        """
        self.ensure_one()
        pair = self.sudo()
        return [
            (self.env._("Mentor"), pair.mentor_id),
            (self.env._("Apprentice"), pair.apprentice_id),
        ]

    # === SELF-SERVICE, with full rights for the person behind the login === #

    def _own_domain(self, person):
        """Agreements that a person sees: signed ones, on either side."""
        return [
            ("state", "!=", "draft"),
            "|",
            ("mentor_id", "=", person.id),
            ("apprentice_id", "=", person.id),
        ]

    def _judge_from_portal(self, person, step_id, state, note):
        """The mentor says how a goal or milestone stands."""
        self.ensure_one()
        steps = (self.goal_ids | self.milestone_ids).filtered(lambda s: s.id == step_id)
        if person != self.mentor_id or state not in ("open", "reached", "missed"):
            return
        steps.write({"state": state, "note": (note or "").strip()[:200]})
