"""信息更正: ask for a correction of the own profile, follow it, take it back."""

from odoo import http
from odoo.http import request

from odoo.addons.portal.controllers.portal import pager

from ..rules import corrections
from ..tools.scans import check_scan
from .portal_own import ACCEPT, PAGE_SIZE, OwnPortal

LIST = "/my/corrections"
INPUT_TYPES = {"phone": "tel", "email": "email", "date": "date"}


class CorrectionPortal(OwnPortal):
    """The model decides what may be asked; the pages show and ask."""

    @http.route(
        [LIST, f"{LIST}/page/<int:page>"], auth="user", website=True, readonly=True
    )
    def portal_my_corrections(self, page=1, **_kw):
        """Own requests, newest first."""
        domain = [("employee_id", "in", self._own().ids)]
        records = self._corrections()
        pages = pager(LIST, records.search_count(domain), page, PAGE_SIZE)
        return self._page(
            "gov_window_staff.portal_my_corrections",
            "gov_correction",
            requests=records.search(domain, limit=PAGE_SIZE, offset=pages["offset"]),
            pager=pages,
        )

    @http.route(f"{LIST}/new", auth="user", website=True, readonly=True)
    def portal_choose_field(self, **_kw):
        """What may be corrected, each with its present value."""
        person = self._own()
        # sudo: the catalogue is a list of labels
        entries = request.env["gov.correction.field"].sudo().search([])
        waiting = self._corrections().search(
            [("employee_id", "in", person.ids), ("state", "=", "submitted")]
        )
        return self._page(
            "gov_window_staff.portal_choose_field",
            "gov_correction",
            step="choose",
            entries=[
                (
                    entry,
                    entry._masked(entry._current(person)),
                    entry in waiting.field_id,
                )
                for entry in entries
                if person
            ],
        )

    @http.route(
        f"{LIST}/new/<int:field_id>", auth="user", website=True, methods=["GET", "POST"]
    )
    def portal_ask_correction(self, field_id, **form):
        """The form of one field; a problem is shown above it with what was typed."""
        # sudo: as in `portal_choose_field`; archived entries are not offered
        entry = (
            request.env["gov.correction.field"].sudo().search([("id", "=", field_id)])
        )
        person = self._own()
        if not (entry and person):
            return request.redirect(f"{LIST}/new")
        problem = None
        if request.httprequest.method == "POST":
            _sent, problem = self._attempt(lambda: self._submit(person, entry, form))
            if not problem:
                return request.redirect(f"{LIST}?done=sent", code=303)
        else:
            form = self._draft_values(person, entry)
        return self._page(
            "gov_window_staff.portal_ask_correction",
            "gov_correction",
            step="ask",
            entry=entry,
            current=entry._masked(entry._current(person)),
            input_type=INPUT_TYPES.get(entry.kind, "text"),
            longest=corrections.LONGEST,
            accept=ACCEPT,
            form=form,
            problem=problem,
        )

    def _submit(self, person, entry, form):
        content, name = self._upload("evidence")
        if content or name:
            check_scan(request.env, content)
        keys = ("value", "reason", "date_from")
        values = {key: form.get(key) or "" for key in keys}
        return self._corrections()._submit_from_portal(
            person, entry, {**values, "content": content, "file_name": name}
        )

    def _draft_values(self, person, entry):
        """What the person had typed before taking the request back."""
        earlier = self._corrections()._open_request(person, entry)
        return {
            "value": earlier.new_value,
            "reason": earlier.reason,
            "date_from": earlier.date_from,
        }

    @http.route(f"{LIST}/<int:request_id>", auth="user", website=True, readonly=True)
    def portal_my_correction(self, request_id, **_kw):
        """One request with its answer."""
        correction = self._own_record(self._corrections(), request_id)
        if not correction:
            return request.redirect(LIST)
        return self._page(
            "gov_window_staff.portal_my_correction",
            "gov_correction",
            correction=correction,
        )

    @http.route(f"{LIST}/<int:request_id>/evidence", auth="user", readonly=True)
    def portal_correction_evidence(self, request_id, **_kw):
        """The proof that the person sent."""
        correction = self._own_record(self._corrections(), request_id)
        if not correction.evidence:
            return request.redirect(LIST)
        return self._download(correction, "evidence", correction.evidence_name)

    @http.route(
        f"{LIST}/<int:request_id>/<any(withdraw, discard):verb>",
        auth="user",
        website=True,
        methods=["POST"],
    )
    def portal_take_back(self, request_id, verb, **_kw):
        """Take a request back, or give it up for good."""
        correction = self._own_record(self._corrections(), request_id)
        if not correction:
            return request.redirect(LIST)
        action = correction._withdraw if verb == "withdraw" else correction._discard
        _result, problem = self._attempt(action)
        if problem:
            return self._page(
                "gov_window_staff.portal_my_correction",
                "gov_correction",
                correction=correction,
                problem=problem,
            )
        return request.redirect(f"{LIST}?done={verb}", code=303)

    def _corrections(self):
        # sudo: portal users have no rights on requests; see `_own_record`
        return request.env["gov.profile.correction"].sudo()
