"""我的变动: own movements, and the notice of resignation (离职申请)."""

from odoo import http
from odoo.http import request

from odoo.addons.portal.controllers.portal import pager

from ..rules import corrections
from ..tools.scans import check_scan
from .portal_own import ACCEPT, PAGE_SIZE, OwnPortal

LIST = "/my/movements"


class MovementPortal(OwnPortal):
    """The model decides what the person may see and when a notice is complete."""

    @http.route(
        [LIST, f"{LIST}/page/<int:page>"], auth="user", website=True, readonly=True
    )
    def portal_my_movements(self, page=1, **_kw):
        """Own movements, the latest first."""
        movements, person = self._movements(), self._own()
        domain = movements._own_domain(person)
        pages = pager(LIST, movements.search_count(domain), page, PAGE_SIZE)
        return self._page(
            "gov_window_staff.portal_my_movements",
            "gov_movement",
            movements=movements.search(domain, limit=PAGE_SIZE, offset=pages["offset"]),
            notice=movements._own_notice(person),
            pager=pages,
        )

    @http.route(f"{LIST}/<int:movement_id>", auth="user", website=True, readonly=True)
    def portal_my_movement(self, movement_id, **_kw):
        """One movement with its steps."""
        movement = self._own_movement(movement_id)
        return self._movement_page(movement) if movement else request.redirect(LIST)

    @http.route(f"{LIST}/resign", auth="user", website=True, methods=["GET", "POST"])
    def portal_resign(self, **form):
        """The form; a problem is shown above it with what was typed."""
        movements, person, problem = self._movements(), self._own(), None
        if person and movements._own_notice(person):
            return request.redirect(LIST)
        if person and request.httprequest.method == "POST":
            _sent, problem = self._attempt(lambda: self._give_notice(person, form))
            if not problem:
                return request.redirect(f"{LIST}?done=sent", code=303)
        earliest, stay_until = movements._notice_dates(person)
        return self._page(
            "gov_window_staff.portal_resign",
            "gov_movement",
            step="resign",
            earliest=earliest,
            stay_until=stay_until,
            accept=ACCEPT,
            form=form,
            problem=problem,
        )

    def _give_notice(self, person, form):
        content, name = self._upload("letter")
        if content or name:
            check_scan(request.env, content)
        return self._movements()._give_notice_from_portal(
            person,
            {
                "effective_date": corrections.as_date(form.get("effective_date") or ""),
                "reason": form.get("reason"),
                "consent_note": form.get("consent_note"),
                "content": content,
                "file_name": name,
            },
        )

    @http.route(
        f"{LIST}/<int:movement_id>/withdraw",
        auth="user",
        website=True,
        methods=["POST"],
    )
    def portal_take_notice_back(self, movement_id, **_kw):
        """Take the own notice back."""
        movement = self._own_movement(movement_id)
        if not movement:
            return request.redirect(LIST)
        _result, problem = self._attempt(movement._take_back)
        if problem:
            return self._movement_page(movement, problem=problem)
        return request.redirect(f"{LIST}?done=withdrawn", code=303)

    def _movement_page(self, movement, problem=None):
        return self._page(
            "gov_window_staff.portal_my_movement",
            "gov_movement",
            movement=movement,
            problem=problem,
        )

    def _own_movement(self, movement_id):
        movements = self._movements()
        return movements.search(
            [*movements._own_domain(self._own()), ("id", "=", movement_id)]
        )

    def _movements(self):
        # sudo: portal users have no rights on movements; `_own_domain` limits every
        # search here to the person behind the login
        return request.env["gov.staff.movement"].sudo()
