"""我的培训: open sessions, own sessions, enrolling and leaving, feedback, hours."""

from odoo import fields, http
from odoo.http import request

from odoo.addons.gov_window_staff.controllers.portal_own import OwnPortal

from ..models.sessions.gov_training_enrollment_feedback import QUESTIONS

HOME = "/my/training"
MOST = 100  # sessions on a page; nobody has more open at a time
EXPECTED = ("enrolled", "waiting", "attended")


class TrainingPortal(OwnPortal):
    """The model decides who may enroll, leave and judge; the pages show and ask."""

    def _prepare_home_portal_values(self, counters):
        values = super()._prepare_home_portal_values(counters)
        person = self._own()
        if not counters:
            return values | {"gov_training_coming": len(self._coming(person))}
        if "gov_training_feedback_count" in counters:
            lines = self._lines_to_judge(person) if person else ()
            values["gov_training_feedback_count"] = len(lines)
        return values

    @http.route(HOME, auth="user", website=True, readonly=True)
    def portal_my_training(self, **_kw):
        """What is on, what I am enrolled in, what I may enroll in."""
        person, sessions = self._own(), self._sessions()
        coming, offered = self._coming(person), sessions.browse()
        if person:
            offered = sessions.search(
                sessions._open_domain(person), order="date_start, id", limit=MOST
            )
        return self._page(
            "gov_training.portal_my_training",
            "gov_training",
            coming=coming,
            offered=offered - coming.session_id,
            to_judge=self._lines_to_judge(person) if person else (),
        )

    @http.route(f"{HOME}/<int:session_id>", auth="user", website=True, readonly=True)
    def portal_my_session(self, session_id, **_kw):
        """One session."""
        session = self._session(session_id)
        return self._session_page(session) if session else request.redirect(HOME)

    @http.route(
        f"{HOME}/<int:session_id>/<any(enroll, leave):verb>",
        auth="user",
        website=True,
        methods=["POST"],
    )
    def portal_enroll(self, session_id, verb, **_kw):
        """Take a place (or wait for one), or give it back."""
        session, person = self._session(session_id), self._own()
        if not session:
            return request.redirect(HOME)
        line = session._line_of(person)
        if verb == "enroll":
            done, problem = self._attempt(lambda: session._enroll_from_portal(person))
        elif not line:
            return request.redirect(HOME)
        else:
            done, problem = self._attempt(line._leave_from_portal)
        if problem:
            return self._session_page(session, problem=problem)
        result = done.state if verb == "enroll" else "left"
        return request.redirect(f"{HOME}/{session_id}?done={result}", code=303)

    @http.route(
        f"{HOME}/<int:session_id>/file/<int:file_id>", auth="user", readonly=True
    )
    def portal_session_file(self, session_id, file_id, **_kw):
        """A material of a session that the person has a place in."""
        session = self._session(session_id)
        found = session.material_ids.filtered(lambda a: a.id == file_id)
        if not found or session._line_of(self._own()).state not in EXPECTED:
            return request.redirect(HOME)
        return self._download(found, "raw", found.name)

    @http.route(
        f"{HOME}/<int:session_id>/feedback",
        auth="user",
        website=True,
        methods=["GET", "POST"],
    )
    def portal_feedback(self, session_id, **form):
        """Three questions and a word; what was chosen stays when one is missing."""
        session, problem = self._session(session_id), None
        line = session._line_of(self._own()) if session else None
        if not line or not line._may_give_feedback():
            return request.redirect(f"{HOME}/{session_id}" if session else HOME)
        if request.httprequest.method == "POST":
            _done, problem = self._attempt(
                lambda: line._give_feedback(form, form.get("comment"))
            )
            if not problem:
                return request.redirect(f"{HOME}/{session_id}?done=judged", code=303)
        return self._page(
            "gov_training.portal_feedback",
            "gov_training",
            session=session,
            step="feedback",
            questions=[(name, line._fields[name]) for name in QUESTIONS],
            line=line,
            form=form,
            problem=problem,
        )

    @http.route(f"{HOME}/hours", auth="user", website=True, readonly=True)
    def portal_my_hours(self, year=None, **_kw):
        """Hours by year and kind, with the sessions of one year."""
        person = self._own()
        years = person._gov_training_years() if person else {}
        chosen = int(year) if (year or "").isdecimal() else None
        if chosen not in years:
            chosen = next(iter(years), fields.Date.context_today(person).year)
        lines = years.get(chosen, self._enrollments().browse())
        return self._page(
            "gov_training.portal_my_hours",
            "gov_training",
            step="hours",
            years={key: sum(group.mapped("hours")) for key, group in years.items()},
            chosen=chosen,
            kinds=person._gov_training_kinds(lines),
            lines=lines,
        )

    # === HELPERS === #

    def _session_page(self, session, **values):
        person = self._own()
        line = session._line_of(person)
        return self._page(
            "gov_training.portal_my_session",
            "gov_training",
            session=session,
            line=line,
            has_place=line.state in EXPECTED,
            why_not=session._why_not_enroll(person),
            may_leave=line and not line._why_not_leave(),
            **{"problem": None, **values},
        )

    def _session(self, session_id):
        """One of the sessions that concern the person; empty for any other id."""
        person, sessions = self._own(), self._sessions()
        if not person:
            return sessions.browse()
        found = sessions.search(
            [*sessions._own_domain(person), ("id", "=", session_id)]
        )
        return found or sessions.search(
            [*sessions._open_domain(person), ("id", "=", session_id)]
        )

    def _coming(self, person):
        """Own lines of sessions that are not over, those being held first."""
        return self._enrollments().search(
            [
                ("employee_id", "in", person.ids),
                ("session_state", "in", ("planned", "ongoing")),
                ("state", "!=", "withdrawn"),
            ],
            order="session_state, date_start, id",
            limit=MOST,
        )

    def _lines_to_judge(self, person):
        """Lines of closed sessions that wait for the person's feedback."""
        return self._enrollments().search(
            [
                ("employee_id", "=", person.id),
                ("state", "=", "attended"),
                ("session_state", "=", "done"),
                ("feedback_time", "=", False),
                ("date_end", ">", "today -30d"),
            ],
            order="date_start desc, id desc",
        )

    def _sessions(self):
        # sudo: portal users have no rights on sessions; `_own_domain` and
        # `_open_domain` limit every search here to the person behind the login
        return request.env["gov.training.session"].sudo()

    def _enrollments(self):
        # sudo: as above; every search names the person
        return request.env["gov.training.enrollment"].sudo()
