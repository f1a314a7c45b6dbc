"""我的荣誉、投票、光荣榜: own honours, votes, the honour board and its screen."""

from odoo import fields, http
from odoo.http import content_disposition, request

from odoo.addons.gov_window_staff.controllers.portal_own import OwnPortal

PATH = "/my/honours"
REPORT = "gov_assessment.report_honour_certificate"


class HonourPortal(OwnPortal):
    """The model decides who may vote and what is public."""

    def _prepare_home_portal_values(self, counters):
        values = super()._prepare_home_portal_values(counters)
        if "gov_honour_vote_count" in counters:
            person = self._own()
            open_ones = self._open(person) - self._voted(person)
            values["gov_honour_vote_count"] = len(open_ones)
        return values

    @http.route(PATH, auth="user", website=True, readonly=True)
    def portal_my_honours(self, **_kw):
        """Own honours, campaigns that wait for a vote, winners in publicity."""
        person = self._own()
        return self._page(
            "gov_assessment.portal_my_honours",
            "gov_honours",
            honours=self._own_honours(person),
            campaigns=self._open(person),
            voted=self._voted(person),
            published=self._published_honours(person),
        )

    @http.route(f"{PATH}/<int:campaign_id>", auth="user", website=True, readonly=True)
    def portal_honour_campaign(self, campaign_id, **_kw):
        """Nominees with their merits, and the ballot."""
        return self._ballot(campaign_id)

    @http.route(
        f"{PATH}/<int:campaign_id>/vote", auth="user", website=True, methods=["POST"]
    )
    def portal_honour_vote(self, campaign_id, **_form):
        """Give or change the votes."""
        campaign = self._open(self._own()).filtered(lambda c: c.id == campaign_id)
        if not campaign:
            return request.redirect(PATH)
        sent = request.httprequest.form.getlist("nomination")
        ids = [int(text) for text in sent if text.isdecimal() and len(text) < 10]
        votes = request.env["gov.honour.vote"]
        _result, problem = self._attempt(
            lambda: votes._vote(campaign, self._own(), ids)
        )
        if problem:
            return self._ballot(campaign_id, problem=problem)
        return request.redirect(f"{PATH}?done=voted", code=303)

    @http.route(f"{PATH}/certificate/<int:nomination_id>", auth="user", readonly=True)
    def portal_honour_certificate(self, nomination_id, **_kw):
        """The own certificate as PDF."""
        own = self._own_honours(self._own()).filtered(lambda n: n.id == nomination_id)
        if not own:
            return request.redirect(PATH)
        # sudo: portal users have no rights on reports; the certificate is their own
        report = request.env["ir.actions.report"].sudo()
        content = report._render_qweb_pdf(REPORT, own.ids)[0]
        name = f"{own.campaign_id.name}.pdf"
        return request.make_response(
            content,
            headers=[
                ("Content-Type", "application/pdf"),
                ("Content-Disposition", content_disposition(name)),
            ],
        )

    @http.route("/my/board", auth="user", website=True, readonly=True)
    def portal_honour_board(self, **_kw):
        """光荣榜 for staff and internal users."""
        person = self._own()
        if not person and not request.env.user._is_internal():
            return self._page("gov_window_staff.portal_no_profile", "gov_board")
        return request.render(
            "gov_assessment.portal_honour_board",
            {
                **self._prepare_portal_layout_values(),
                "winners": self._board(person),
                "page_name": "gov_board",
            },
        )

    @http.route("/honours/screen", auth="user", readonly=True)
    def honour_screen(self, **_kw):
        """The board for the screen of a hall, one winner after the other (X5)."""
        person = self._own()
        if not person and not request.env.user._is_internal():
            raise request.not_found()
        return request.render(
            "gov_assessment.honour_screen", {"winners": self._board(person)}
        )

    @http.route("/honours/photo/<int:nomination_id>", auth="user", readonly=True)
    def honour_photo(self, nomination_id, **_kw):
        """Photo of a person on the board; no other photo comes out here."""
        person = self._own()
        winner = self._board(person).filtered(lambda n: n.id == nomination_id)
        is_known = person or request.env.user._is_internal()
        if not is_known or not winner.employee_id.image_256:
            raise request.not_found()
        # sudo: `winner` is on the board
        stream = (
            request.env["ir.binary"]
            .sudo()
            ._get_image_stream_from(winner.employee_id, "image_256")
        )
        return stream.get_response()

    def _ballot(self, campaign_id, problem=None):
        person = self._own()
        campaign = self._open(person).filtered(lambda c: c.id == campaign_id)
        if not campaign:
            return request.redirect(PATH)
        # sudo: the own votes only, so that they can be changed
        votes = request.env["gov.honour.vote"].sudo()
        own = votes.search(
            [("campaign_id", "=", campaign.id), ("employee_id", "=", person.id)]
        )
        return self._page(
            "gov_assessment.portal_honour_campaign",
            "gov_honours",
            campaign=campaign,
            nominees=campaign._eligible(),
            own=own.nomination_id,
            problem=problem,
        )

    def _open(self, person):
        """Campaigns in which the person may vote today."""
        # sudo: portal users have no rights on campaigns; `_voters` tells who votes
        campaigns = request.env["gov.honour.campaign"].sudo()
        if not person:
            return campaigns
        today = fields.Date.context_today(campaigns)
        return campaigns.search([("state", "=", "voting")]).filtered(
            lambda c: c._takes_votes(today) and c._voters(person)
        )

    def _voted(self, person):
        # sudo: the own votes only
        votes = request.env["gov.honour.vote"].sudo()
        return votes.search([("employee_id", "=", person.id)]).campaign_id

    def _published_honours(self, person):
        # sudo: winners in publicity are shown to all staff of the county
        winners = request.env["gov.honour.nomination"].sudo()
        county = person.department_id.gov_county_id
        return winners.search(
            [
                ("is_winner", "=", True),
                ("campaign_id.state", "=", "published"),
                ("campaign_id.county_id", "=", county.id),
            ]
        )

    def _own_honours(self, person):
        # sudo: the own ones only
        winners = request.env["gov.honour.nomination"].sudo()
        return winners.search(person._gov_honour_domain(), order="awarded_on desc")

    def _board(self, person):
        winners = request.env["gov.honour.nomination"]
        return winners._board(winners._board_counties(person))
