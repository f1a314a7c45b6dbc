"""我的通报与书面检查: notices to acknowledge, self-examinations to hand in."""

from odoo import http
from odoo.http import content_disposition, request

from odoo.addons.gov_window_staff.controllers.portal_own import ACCEPT, OwnPortal

NOTICES = "/my/notices"
EXAMS = "/my/examinations"
REPORT = "gov_assessment.criticism_notice_form"


class FollowPortal(OwnPortal):
    """The model says what may still be done; a person sees the own papers only."""

    def _prepare_home_portal_values(self, counters):
        values = super()._prepare_home_portal_values(counters)
        person = self._own()
        if "gov_notice_waiting_count" in counters:
            values["gov_notice_waiting_count"] = self._waiting_notices(person)
        if "gov_exam_waiting_count" in counters:
            values["gov_exam_waiting_count"] = self._waiting_exams(person)
        return values

    def _waiting_notices(self, person):
        notices = self._notices()
        domain = [*notices._own_domain(person), ("acknowledged_on", "=", False)]
        return notices.search_count(domain) if person else 0

    def _waiting_exams(self, person):
        exams = self._exams()
        domain = [*exams._own_domain(person), ("state", "in", exams._waiting_states)]
        return exams.search_count(domain) if person else 0

    # -- notices -------------------------------------------------------------------

    @http.route(NOTICES, auth="user", website=True, readonly=True)
    def portal_my_notices(self, **_kw):
        """Own notices and talks, and what is published to all staff."""
        notices, person = self._notices(), self._own()
        return self._page(
            "gov_assessment.portal_my_notices",
            "gov_notice",
            notices=notices.search(notices._own_domain(person)),
            talks=self._talks(person),
            published=notices.search(notices._public_domain(person), limit=50),
        )

    @http.route(f"{NOTICES}/<int:notice_id>", auth="user", website=True, readonly=True)
    def portal_my_notice(self, notice_id, **_kw):
        """The text, and the button to acknowledge the own one."""
        notice = self._readable_notice(notice_id)
        if not notice:
            return request.redirect(NOTICES)
        return self._notice_page(notice)

    @http.route(
        f"{NOTICES}/<int:notice_id>/acknowledge",
        auth="user",
        website=True,
        methods=["POST"],
    )
    def portal_acknowledge_notice(self, notice_id, **_kw):
        """The person has read the own notice."""
        notice = self._own_paper(self._notices(), notice_id)
        if not notice:
            return request.redirect(NOTICES)
        _result, problem = self._attempt(notice._acknowledge)
        if problem:
            return self._notice_page(notice, problem=problem)
        return request.redirect(f"{NOTICES}/{notice.id}?done=acknowledged", code=303)

    @http.route(f"{NOTICES}/<int:notice_id>/paper", auth="user")
    def portal_notice_paper(self, notice_id, **_kw):
        """The notice as PDF, of the person only."""
        notice = self._own_paper(self._notices(), notice_id)
        if not notice:
            return request.redirect(NOTICES)
        # sudo: portal users have no rights on reports; the notice is their own
        report = request.env["ir.actions.report"].sudo()
        content = report._render_qweb_pdf(REPORT, notice.ids)[0]
        return request.make_response(
            content,
            headers=[
                ("Content-Type", "application/pdf"),
                ("Content-Disposition", content_disposition(f"{notice.name}.pdf")),
            ],
        )

    def _notice_page(self, notice, **values):
        return self._page(
            "gov_assessment.portal_my_notice",
            "gov_notice",
            notice=notice,
            is_own=notice.employee_id == self._own(),
            exam=notice.exam_ids[:1],
            **{"problem": None, **values},
        )

    def _readable_notice(self, notice_id):
        """An own notice, or one that is published to all staff today."""
        own = self._own_paper(self._notices(), notice_id)
        person, notices = self._own(), self._notices()
        if own or not person:
            return own
        domain = notices._public_domain(person)
        return notices.search([*domain, ("id", "=", notice_id)])

    # -- self-examinations ------------------------------------------------------------

    @http.route(EXAMS, auth="user", website=True, readonly=True)
    def portal_my_examinations(self, **_kw):
        """What has to be written, the latest first."""
        exams = self._exams()
        return self._page(
            "gov_assessment.portal_my_examinations",
            "gov_examination",
            exams=exams.search(exams._own_domain(self._own())),
        )

    @http.route(f"{EXAMS}/<int:exam_id>", auth="user", website=True, readonly=True)
    def portal_my_examination(self, exam_id, **_kw):
        """The form, or what was handed in."""
        exam = self._own_paper(self._exams(), exam_id)
        return self._examination_page(exam) if exam else request.redirect(EXAMS)

    @http.route(
        f"{EXAMS}/<int:exam_id>/submit", auth="user", website=True, methods=["POST"]
    )
    def portal_submit_examination(self, exam_id, **form):
        """Hand it in; a problem is shown with what was typed."""
        exam = self._own_paper(self._exams(), exam_id)
        if not exam:
            return request.redirect(EXAMS)
        content, name = self._upload("paper")
        _result, problem = self._attempt(
            lambda: exam._submit(form.get("text"), content, name)
        )
        if problem:
            return self._examination_page(exam, form=form, problem=problem)
        return request.redirect(f"{EXAMS}/{exam.id}?done=submitted", code=303)

    @http.route(f"{EXAMS}/<int:exam_id>/paper", auth="user", readonly=True)
    def portal_examination_paper(self, exam_id, **_kw):
        """The own signed paper."""
        exam = self._own_paper(self._exams(), exam_id)
        if not exam.paper:
            return request.redirect(EXAMS)
        return self._download(exam, "paper", exam.paper_name)

    def _examination_page(self, exam, **values):
        return self._page(
            "gov_assessment.portal_my_examination",
            "gov_examination",
            exam=exam,
            can_submit=exam._can_submit(),
            accept=ACCEPT,
            **{"form": {}, "problem": None, **values},
        )

    # -- records -------------------------------------------------------------------

    def _own_paper(self, papers, paper_id):
        """One of the papers about the person, empty for everybody else's id."""
        person = self._own()
        if not person:
            return papers.browse()
        return papers.search([*papers._own_domain(person), ("id", "=", paper_id)])

    def _talks(self, person):
        # sudo: portal users have no rights on talks; the own ones they were told of
        talks = request.env["gov.interview"].sudo()
        if not person:
            return talks
        return talks.search(
            [("employee_id", "=", person.id), ("state", "in", ("notified", "held"))]
        )

    def _notices(self):
        # sudo: portal users have no rights on notices; see `_own_paper`
        return request.env["gov.criticism.notice"].sudo()

    def _exams(self):
        # sudo: as above
        return request.env["gov.self.examination"].sudo()
