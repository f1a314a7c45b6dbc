"""我的考试: own exams on the phone, and registration for the national exam."""

from odoo import http
from odoo.http import request

from odoo.addons.gov_window_staff.controllers.portal_own import PAGE_SIZE, OwnPortal
from odoo.addons.portal.controllers.portal import pager

LIST = "/my/training/exams"
NATIONAL = f"{LIST}/national"


class ExamPortal(OwnPortal):
    """The survey's own pages ask the questions; these lead there and back."""

    def _counts(self, person):
        candidates = self._candidates()
        domain = candidates._own_domain(person)
        return super()._counts(person) | {"exams": candidates.search_count(domain)}

    @http.route(
        [LIST, f"{LIST}/page/<int:page>"], auth="user", website=True, methods=["GET"]
    )
    def portal_my_exams(self, page=1, **_kw):
        """Open exams first, then what was reached."""
        candidates, person = self._candidates(), self._own()
        domain = candidates._own_domain(person)
        pages = pager(LIST, candidates.search_count(domain), page, PAGE_SIZE)
        return self._page(
            "gov_training.portal_my_exams",
            "gov_exam",
            results=candidates.search(
                domain, limit=PAGE_SIZE, offset=pages["offset"], order="id desc"
            ),
            national=self._registrations()._own_exams(person) if person else [],
            pager=pages,
        )

    @http.route(
        f"{LIST}/<int:candidate_id>", auth="user", website=True, methods=["GET"]
    )
    def portal_my_exam(self, candidate_id, **_kw):
        """One exam: what it asks, attempts, result, answers where they are shown."""
        return self._exam_page(candidate_id)

    def _exam_page(self, candidate_id, problem=None):
        """The page; a problem is ours to tell, never one that a link brings along."""
        result = self._own_record(self._candidates(), candidate_id)
        if not result or result.exam_id.state not in ("open", "closed"):
            return request.redirect(LIST)
        return self._page(
            "gov_training.portal_my_exam", "gov_exam", result=result, problem=problem
        )

    @http.route(
        f"{LIST}/<int:candidate_id>/start",
        auth="user",
        website=True,
        methods=["POST"],
    )
    def portal_start_exam(self, candidate_id, **_kw):
        """Draw a paper, or go on with the one that is running."""
        result = self._own_record(self._candidates(), candidate_id)
        if not result:
            return request.redirect(LIST)
        address, problem = self._attempt(result._start)
        if problem:
            return self._exam_page(candidate_id, problem=problem)
        return request.redirect(address, code=303)

    @http.route(
        f"{NATIONAL}/<int:exam_id>/register",
        auth="user",
        website=True,
        methods=["POST"],
    )
    def portal_register(self, exam_id, **_kw):
        """Register for the next level; the office decides what is open."""
        person, lines = self._own(), self._registrations()
        if not person:
            return request.redirect(LIST)
        _line, problem = self._attempt(lambda: lines._register_own(exam_id, person))
        return self._national_done("refused" if problem else "registered")

    @http.route(
        f"{NATIONAL}/<int:registration_id>/withdraw",
        auth="user",
        website=True,
        methods=["POST"],
    )
    def portal_withdraw_registration(self, registration_id, **_kw):
        """Take an own registration back before the list is handed in."""
        line = self._own_record(self._registrations(), registration_id)
        if not line:
            return request.redirect(LIST)
        _result, problem = self._attempt(line._withdraw_own)
        return self._national_done("stays" if problem else "withdrawn")

    def _national_done(self, word):
        return request.redirect(f"{LIST}?done={word}", code=303)

    def _candidates(self):
        # sudo: portal users have no rights on exams; see `_own_record`
        return request.env["gov.exam.candidate"].sudo()

    def _registrations(self):
        # sudo: as above
        return request.env["gov.certification.registration"].sudo()
