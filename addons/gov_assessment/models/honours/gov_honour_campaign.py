"""A round of an honour (评选活动): nominees, votes, publicity, winners."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools.misc import clean_context

STATES = [
    ("draft", "Draft"),
    ("nominating", "Nominating"),
    ("voting", "Voting"),
    ("counted", "Counted"),
    ("published", "In Publicity"),
    ("awarded", "Awarded"),
    ("cancelled", "Cancelled"),
]
TERMS = frozenset({"name", "kind_id", "county_id", "date_from", "date_to", "note"})
TERMS |= {"places", "vote_percent", "votes_each", "vote_until", "publicity_days"}


class GovHonourCampaign(models.Model):
    """The terms are free in a draft; the steps are buttons (see the flow)."""

    _name = "gov.honour.campaign"
    _description = "Honour Campaign"
    _inherit = ["gov.step.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "date_to desc, id desc"
    _hand_fields = frozenset(
        {"activity_ids", "message_follower_ids", "message_ids", "note"}
    )

    name = fields.Char(
        string="Campaign", compute="_compute_name", store=True, readonly=False
    )
    kind_id = fields.Many2one(
        "gov.honour.kind", string="Kind of Honour", required=True, ondelete="restrict"
    )
    target = fields.Selection(related="kind_id.target")
    county_id = fields.Many2one(
        "hr.department",
        required=True,
        index=True,
        ondelete="restrict",
        domain=[("gov_level", "=", "county")],
        default=lambda self: self.env["gov.appraisal.round"]._default_county_id(),
    )
    date_from = fields.Date(string="Honoured Period From", required=True)
    date_to = fields.Date(string="Honoured Period Until", required=True)
    places = fields.Integer(
        compute="_compute_terms", store=True, readonly=False, precompute=True
    )
    vote_percent = fields.Float(
        string="Weight of the Votes in %",
        digits=(5, 2),
        compute="_compute_terms",
        store=True,
        readonly=False,
        precompute=True,
    )
    votes_each = fields.Integer(
        string="Votes a Person",
        compute="_compute_terms",
        store=True,
        readonly=False,
        precompute=True,
    )
    publicity_days = fields.Integer(
        string="Working Days of Publicity",
        compute="_compute_terms",
        store=True,
        readonly=False,
        precompute=True,
    )
    vote_until = fields.Date(string="Votes Until")
    publish_until = fields.Date(string="Publicity Until", readonly=True)
    awarded_on = fields.Date(readonly=True)
    state = fields.Selection(STATES, default="draft", readonly=True, tracking=True)
    published_by_id = fields.Many2one("res.users", readonly=True)
    awarded_by_id = fields.Many2one("res.users", readonly=True)
    note = fields.Text()
    nomination_ids = fields.One2many(
        "gov.honour.nomination", "campaign_id", string="Nominations", readonly=True
    )
    nomination_count = fields.Integer(
        string="Nominees", compute="_compute_counts", compute_sudo=True
    )
    winner_count = fields.Integer(
        string="Winners", compute="_compute_counts", compute_sudo=True
    )
    tied_count = fields.Integer(
        string="Tied at the Last Place", compute="_compute_counts", compute_sudo=True
    )
    voter_count = fields.Integer(
        string="People Who Voted", compute="_compute_voter_count", compute_sudo=True
    )

    _dates_check = models.Constraint(
        "CHECK(date_from <= date_to)", "The period ends before it begins."
    )

    @api.depends("kind_id", "date_to")
    def _compute_name(self):
        for campaign in self:
            if campaign.kind_id and campaign.date_to and not campaign.name:
                year = campaign.date_to.year
                campaign.name = f"{year} {campaign.kind_id.name}"

    @api.depends("kind_id")
    def _compute_terms(self):
        for campaign in self:
            for name in ("places", "vote_percent", "votes_each", "publicity_days"):
                campaign[name] = campaign.kind_id[name]

    def _compute_counts(self):
        groups = self.env["gov.honour.nomination"]._read_group(
            [("campaign_id", "in", self.ids)],
            ["campaign_id", "is_winner", "is_tied"],
            ["__count"],
        )
        for campaign in self:
            own = [group[1:] for group in groups if group[0] == campaign]
            campaign.nomination_count = sum(count for *_flags, count in own)
            campaign.winner_count = sum(count for won, _tied, count in own if won)
            campaign.tied_count = sum(count for _won, tied, count in own if tied)

    def _compute_voter_count(self):
        counts = dict(
            self.env["gov.honour.vote"]._read_group(
                [("campaign_id", "in", self.ids)],
                ["campaign_id"],
                ["employee_id:count_distinct"],
            )
        )
        for campaign in self:
            campaign.voter_count = counts.get(campaign, 0)

    @api.constrains("places", "vote_percent", "votes_each")
    def _check_terms(self):
        for campaign in self:
            weight = campaign.vote_percent
            if campaign.places < 1 or campaign.votes_each < 1 or not 0 <= weight <= 100:
                raise ValidationError(
                    self.env._(
                        "Places and votes are above 0, a weight lies between 0 and "
                        "100 %."
                    )
                )

    # -- protection --------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        # a new campaign has terms only: an officer's right, no result yet
        vals_list = [
            {name: vals[name] for name in TERMS & set(vals)} for vals in vals_list
        ]
        clean = self.with_context(clean_context(self.env.context))  # pylint: disable=context-overridden
        campaigns = super(GovHonourCampaign, clean._unprotected()).create(vals_list)
        return campaigns.with_env(self.env)

    def _check_protection(self):
        """Drafts may be corrected and deleted by hand."""
        if not self or set(self.mapped("state")) != {"draft"}:
            return super()._check_protection()
        return None

    def write(self, vals):
        if set(vals) - self._hand_fields - TERMS:
            super()._check_protection()
        return super().write(vals)

    def action_open_nominations(self):
        """The nominees."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.honour.nomination",
            "view_mode": "list,kanban,form",
            "domain": [("campaign_id", "=", self.id)],
            "context": {"default_campaign_id": self.id},
            "name": self.name,
        }
