"""制度与承诺: texts to read, sign, or give an opinion on."""

from odoo import http
from odoo.http import request

from odoo.addons.portal.controllers.portal import pager

from ..tools.scans import check_scan
from .portal_own import ACCEPT, PAGE_SIZE, OwnPortal

LIST = "/my/rules"


class RulePortal(OwnPortal):
    """Own signatures; what may be answered until when is the model's business."""

    @http.route(
        [LIST, f"{LIST}/page/<int:page>"], auth="user", website=True, readonly=True
    )
    def portal_my_rules(self, page=1, **_kw):
        """Open ones first."""
        lines = self._lines()
        domain = lines._own_domain()
        pages = pager(LIST, lines.search_count(domain), page, PAGE_SIZE)
        return self._page(
            "gov_window_staff.portal_my_rules",
            "gov_rule",
            lines=lines.search(
                domain,
                order="state desc, id desc",
                limit=PAGE_SIZE,
                offset=pages["offset"],
            ),
            pager=pages,
        )

    @http.route(f"{LIST}/<int:line_id>", auth="user", website=True, readonly=True)
    def portal_my_rule(self, line_id, **_kw):
        """The text with its files and the form to answer."""
        line = self._own_line(line_id)
        return self._rule_page(line) if line else request.redirect(LIST)

    @http.route(
        f"{LIST}/<int:line_id>/answer", auth="user", website=True, methods=["POST"]
    )
    def portal_answer_rule(self, line_id, **form):
        """Sign, or object with a text."""
        line = self._own_line(line_id)
        if not line:
            return request.redirect(LIST)
        _result, problem = self._attempt(lambda: self._answer(line, form))
        if problem:
            return self._rule_page(line, form=form, problem=problem)
        return request.redirect(f"{LIST}?done=answered", code=303)

    def _answer(self, line, form):
        if form.get("answer") == "object":
            return line._object(form.get("text"))
        if form.get("answer") != "agree" or not form.get("read"):
            return line._refuse_unread()
        content, name = self._upload("signed")
        if content or name:
            check_scan(request.env, content)
        return line._acknowledge(content, name)

    @http.route(f"{LIST}/<int:line_id>/file/<int:file_id>", auth="user", readonly=True)
    def portal_rule_file(self, line_id, file_id, **_kw):
        """A file of the text."""
        line = self._own_line(line_id)
        found = line.document_id.attachment_ids.filtered(lambda a: a.id == file_id)
        if not found:
            return request.redirect(LIST)
        return self._download(found, "raw", found.name)

    @http.route(f"{LIST}/<int:line_id>/signed", auth="user", readonly=True)
    def portal_rule_signed(self, line_id, **_kw):
        """The own signed paper."""
        line = self._own_line(line_id)
        if not line.signed_file:
            return request.redirect(LIST)
        return self._download(line, "signed_file", line.signed_name)

    def _rule_page(self, line, **values):
        return self._page(
            "gov_window_staff.portal_my_rule",
            "gov_rule",
            line=line,
            document=line.document_id,
            can_answer=line._can_answer(),
            accept=ACCEPT,
            **{"form": {}, "problem": None, **values},
        )

    def _own_line(self, line_id):
        lines = self._lines()
        return lines.search([*lines._own_domain(), ("id", "=", line_id)])

    def _lines(self):
        # sudo: portal users have no rights on signatures; `_own_domain` limits every
        # search here to the person behind the login
        return request.env["gov.rule.acknowledgement"].sudo()
