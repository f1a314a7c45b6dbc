"""师徒结对: the own agreements, as mentor and as apprentice."""

from odoo import http
from odoo.http import content_disposition, request

from odoo.addons.gov_window_staff.controllers.portal_own import OwnPortal

PATH = "/my/training/mentoring"
REPORT = "gov_training.report_mentorship"


class MentoringPortal(OwnPortal):
    """Both sides read; the mentor says how goals and milestones stand."""

    @http.route(PATH, auth="user", website=True, readonly=True)
    def portal_my_mentoring(self, **_kw):
        """Own agreements, the latest first."""
        pairs = self._pairs()
        return self._page(
            "gov_training.portal_my_mentoring",
            "gov_mentoring",
            pairs=pairs.search(pairs._own_domain(self._own())),
        )

    @http.route(f"{PATH}/<int:pair_id>", auth="user", website=True, readonly=True)
    def portal_my_mentorship(self, pair_id, **_kw):
        """Term, goals, milestones, duties."""
        pair = self._own_pair(pair_id)
        return self._pair_page(pair) if pair else request.redirect(PATH)

    @http.route(
        f"{PATH}/<int:pair_id>/judge/<int:step_id>",
        auth="user",
        website=True,
        methods=["POST"],
    )
    def portal_judge_step(self, pair_id, step_id, **form):
        """The mentor judges a goal or milestone."""
        pair = self._own_pair(pair_id)
        if not pair:
            return request.redirect(PATH)
        _result, problem = self._attempt(
            lambda: pair._judge_from_portal(
                self._own(), step_id, form.get("state"), form.get("note")
            )
        )
        if problem:
            return self._pair_page(pair, problem=problem)
        return request.redirect(f"{PATH}/{pair.id}?done=judged", code=303)

    @http.route(f"{PATH}/<int:pair_id>/agreement", auth="user")
    def portal_mentorship_paper(self, pair_id, **_kw):
        """The agreement as PDF."""
        pair = self._own_pair(pair_id)
        if not pair:
            return request.redirect(PATH)
        # sudo: portal users have no rights on reports; the agreement is their own
        report = request.env["ir.actions.report"].sudo()
        content = report._render_qweb_pdf(REPORT, pair.ids)[0]
        name = f"{request.env._('Mentoring Agreement (Paper)')}.pdf"
        return request.make_response(
            content,
            headers=[
                ("Content-Type", "application/pdf"),
                ("Content-Disposition", content_disposition(name)),
            ],
        )

    def _pair_page(self, pair, **values):
        person = self._own()
        return self._page(
            "gov_training.portal_my_mentorship",
            "gov_mentoring",
            pair=pair,
            is_mentor=pair.mentor_id == person,
            results=pair._results() if pair.apprentice_id == person else [],
            **{"problem": None, **values},
        )

    def _own_pair(self, pair_id):
        pairs, person = self._pairs(), self._own()
        if not person:
            return pairs
        return pairs.search([*pairs._own_domain(person), ("id", "=", pair_id)])

    def _pairs(self):
        # sudo: portal users have no rights on agreements; see `_own_domain`
        return request.env["gov.mentorship"].sudo()
