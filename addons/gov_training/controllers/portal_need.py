"""我的培训需求: the menu of topics, own needs and what became of them."""

from odoo import http
from odoo.http import request

from odoo.addons.gov_window_staff.controllers.portal_own import OwnPortal

PATH = "/my/training/needs"


class NeedPortal(OwnPortal):
    """The model says what is on offer and what may be taken back."""

    @http.route(PATH, auth="user", website=True, readonly=True)
    def portal_my_needs(self, **_kw):
        """Own needs, the latest first, and the menu below them."""
        return self._need_page()

    @http.route(f"{PATH}/pick", auth="user", website=True, methods=["POST"])
    def portal_pick_needs(self, **form):
        """Record what was picked; a problem is shown with what was typed."""
        person, problem = self._own(), None
        picked = [
            int(topic)
            for topic in request.httprequest.form.getlist("topic")
            if topic.isdecimal()
        ]
        if person:
            _needs, problem = self._attempt(lambda: self._pick(person, picked, form))
            if not problem:
                return request.redirect(f"{PATH}?done=picked", code=303)
        return self._need_page(form=form, picked=picked, problem=problem)

    @http.route(
        f"{PATH}/<int:need_id>/withdraw", auth="user", website=True, methods=["POST"]
    )
    def portal_withdraw_need(self, need_id, **_kw):
        """Take back an own choice that nobody has arranged yet."""
        need = self._own_record(self._needs(), need_id)
        if not need:
            return request.redirect(PATH)
        _result, problem = self._attempt(need._withdraw_from_portal)
        done = "refused" if problem else "withdrawn"
        return request.redirect(f"{PATH}?done={done}", code=303)

    def _pick(self, person, picked, form):
        wanted = form.get("form_id") or ""
        return self._needs()._state_from_portal(
            person,
            picked,
            wish=form.get("wish"),
            reason=form.get("reason"),
            form_id=int(wanted) if wanted.isdecimal() else 0,
        )

    def _need_page(self, **values):
        needs = self._needs()
        own = needs.search(needs._own_domain(self._own()), limit=50)
        waiting = own.filtered(lambda n: n.source == "wish" and n._is_live())
        return self._page(
            "gov_training.portal_my_needs",
            "gov_need",
            needs=own,
            menu=needs._menu(),
            taken=waiting.topic_id,
            # sudo: the forms of training are a list of labels
            forms=request.env["gov.training.form"].sudo().search([]),
            **{"form": {}, "picked": [], "problem": None, **values},
        )

    def _needs(self):
        # sudo: portal users have no rights on needs; see `_own_domain`
        return request.env["gov.training.need"].sudo()
