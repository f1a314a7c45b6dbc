"""A vote of a person for a nominee: secret, changed until the last day."""

from odoo import api, fields, models
from odoo.exceptions import UserError


class GovHonourVote(models.Model):
    """Written by `_vote` only; nobody has a right to read single votes."""

    _name = "gov.honour.vote"
    _description = "Vote for an Honour"
    _inherit = ["gov.protected.mixin"]
    _order = "id"

    campaign_id = fields.Many2one(
        "gov.honour.campaign", required=True, ondelete="cascade", index=True
    )
    nomination_id = fields.Many2one(
        "gov.honour.nomination", required=True, ondelete="cascade", index=True
    )
    employee_id = fields.Many2one(
        "hr.employee", string="Voter", required=True, ondelete="restrict", index=True
    )

    place = fields.Integer(
        string="Vote No.", help="From 1 to the votes a person has in the campaign."
    )

    _once = models.Constraint(
        "UNIQUE(nomination_id, employee_id)", "This vote has been given already."
    )
    # two ballots handed in at once do not see each other: the database counts them
    _place_once = models.UniqueIndex(
        "(campaign_id, employee_id, place) WHERE place > 0",
        "Your votes came in twice at the same moment. Reload the page and look.",
    )

    @api.model
    def _vote(self, campaign, person, nomination_ids):
        """Replace the votes of a person in a campaign.

        :param campaign: gov.honour.campaign that takes votes today
        :param person: hr.employee in service in its county
        :param nomination_ids: ids of nominees, at most `votes_each`, not the voter
        """
        # sudo: voters have no rights on campaigns; it is read only, and checked below
        campaign = campaign.sudo()
        today = fields.Date.context_today(self)
        if not campaign._takes_votes(today):
            raise UserError(self.env._("Votes are not taken any more."))
        if person not in campaign._voters(person):
            raise UserError(self.env._("You have no vote in this campaign."))
        chosen = campaign._eligible().filtered(lambda n: n.id in nomination_ids)
        if len(chosen) != len(set(nomination_ids)):
            raise UserError(self.env._("Choose among the nominees of this page."))
        if not chosen or len(chosen) > campaign.votes_each:
            raise UserError(
                self.env._("Choose from 1 to %s nominees.", campaign.votes_each)
            )
        if person in chosen.employee_id:
            raise UserError(self.env._("Nobody votes for himself."))
        # sudo: votes belong to nobody's rights; what may be done was checked above
        votes = self.sudo()._unprotected()
        votes.search(
            [("campaign_id", "=", campaign.id), ("employee_id", "=", person.id)]
        ).unlink()
        votes.create(
            [
                {
                    "campaign_id": campaign.id,
                    "nomination_id": one.id,
                    "employee_id": person.id,
                    "place": place,
                }
                for place, one in enumerate(chosen, 1)
            ]
        )
