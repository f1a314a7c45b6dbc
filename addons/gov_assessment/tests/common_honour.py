"""Builders of honour campaigns."""

from datetime import date

from .common_year import YEAR, YearCommon


class HonourCommon(YearCommon):
    """Campaigns of the county over the year of the tests, taken through their steps."""

    @classmethod
    def new_campaign(cls, state="draft", people=(), kind="star", **vals):
        """A campaign with these people nominated, at a state."""
        campaign = cls.env["gov.honour.campaign"].create(
            {
                "kind_id": cls.env.ref(f"gov_assessment.honour_kind_{kind}").id,
                "county_id": cls.county.id,
                "date_from": date(YEAR, 1, 1),
                "date_to": date(YEAR, 12, 31),
                "vote_until": "2099-12-31",
                **vals,
            }
        )
        if state == "draft":
            return campaign
        campaign.with_user(cls.officer).action_start()
        for person in people:
            cls.nominate(campaign, person)
        cls.advance_campaign(campaign, state)
        return campaign

    @classmethod
    def nominate(cls, campaign, nominee, reason="群众满意"):
        field = "employee_id" if nominee._name == "hr.employee" else "window_id"
        return (
            cls.env["gov.honour.nomination"]
            .with_user(cls.officer)
            .create({"campaign_id": campaign.id, field: nominee.id, "reason": reason})
        )

    @classmethod
    def advance_campaign(cls, campaign, state):
        steps = {
            "nominating": ("action_start_voting", cls.officer),
            "voting": ("action_count", cls.officer),
            "counted": ("action_publish", cls.leader),
            "published": ("action_award", cls.officer),
        }
        while campaign.state != state:
            method, user = steps[campaign.state]
            if method == "action_count":
                campaign._unprotected().vote_until = date(2026, 1, 5)
            if method == "action_award":
                campaign._unprotected().publish_until = date(2026, 1, 5)
            getattr(campaign.with_user(user), method)()

    @classmethod
    def vote(cls, campaign, voter, *people):
        """Votes of a person for people."""
        ids = campaign.nomination_ids.filtered(lambda n: n.employee_id in people).ids
        nominees = cls.env["hr.employee"].union(*people)
        assert len(ids) == len(nominees)
        cls.env["gov.honour.vote"]._vote(campaign, voter, ids)

    @classmethod
    def nomination(cls, campaign, person):
        return campaign.nomination_ids.filtered(lambda n: n.employee_id == person)
