"""Steps of a campaign: nominate, vote, count, publish, award."""

from decimal import Decimal

from odoo import fields, models
from odoo.exceptions import UserError

from ...rules.honours import Nominee, mark, winners

OFFICER = "gov_window_staff.group_hr_officer"
LEADER = "gov_window_staff.group_leader"


class GovHonourCampaign(models.Model):
    """Officers run it, the leader publishes the winners, awards follow publicity."""

    _inherit = "gov.honour.campaign"

    def action_start(self):
        """Open the nomination."""
        for campaign in self._begin(OFFICER, ["draft"]):
            campaign.state = "nominating"

    def action_start_voting(self):
        """Close the nomination; staff vote in the portal."""
        for campaign in self._begin(OFFICER, ["nominating"]):
            campaign.nomination_ids._check_eligibility()
            if not campaign._eligible():
                raise UserError(self.env._("Nobody who may be honoured is nominated."))
            today = fields.Date.context_today(self)
            if campaign.vote_percent and not (
                campaign.vote_until and campaign.vote_until >= today
            ):
                raise UserError(self.env._("Enter until when votes are taken."))
            campaign.state = "voting"

    def action_extend_voting(self):
        """A week more for the votes."""
        for campaign in self._begin(OFFICER, ["voting"]):
            today = fields.Date.context_today(self)
            start = max(campaign.vote_until or today, today)
            campaign.vote_until = fields.Date.add(start, days=7)

    def action_count(self):
        """Count votes and averages; nobody learns who voted for whom."""
        for campaign in self._begin(OFFICER, ["voting", "counted"]):
            today = fields.Date.context_today(self)
            if campaign.state == "voting" and campaign._takes_votes(today):
                raise UserError(
                    self.env._(
                        "Votes are taken until %s; count them after that day.",
                        campaign.vote_until,
                    )
                )
            campaign.nomination_ids._check_eligibility()
            campaign.nomination_ids._measure()
            campaign._rank()
            campaign.state = "counted"

    def action_publish(self):
        """The leader lets the winners be shown (公示)."""
        for campaign in self._begin(LEADER, ["counted"]):
            campaign.nomination_ids.employee_id._gov_refuse_own()
            if campaign.tied_count:
                raise UserError(
                    self.env._(
                        "%s nominees are equal at the last place: HR chooses first.",
                        campaign.tied_count,
                    )
                )
            if not campaign.winner_count:
                raise UserError(self.env._("There is no winner to publish."))
            calendar = self.env["gov.calendar.year"]._calendar()
            today = fields.Date.context_today(self)
            days = campaign.publicity_days
            campaign.write(
                {
                    "state": "published",
                    "published_by_id": self.env.uid,
                    "publish_until": calendar.add(today, days) if days else today,
                }
            )

    def action_award(self):
        """After the publicity: certificates, staff records, the honour board."""
        for campaign in self._begin(OFFICER, ["published"]):
            today = fields.Date.context_today(self)
            if campaign.publicity_days and today <= campaign.publish_until:
                raise UserError(
                    self.env._(
                        "The publicity lasts until %s; award after that day.",
                        campaign.publish_until,
                    )
                )
            campaign.write(
                {"state": "awarded", "awarded_on": today, "awarded_by_id": self.env.uid}
            )
            campaign.nomination_ids.filtered("is_winner")._award()

    def action_back(self):
        """The leader sends a publicity with objections back to the officers."""
        for campaign in self._begin(LEADER, ["counted", "published"]):
            campaign.nomination_ids.employee_id._gov_refuse_own()
            campaign.write({"state": "counted", "publish_until": False})

    def action_cancel(self):
        """Give it up; nothing was awarded yet."""
        for campaign in self._begin(
            OFFICER, ["draft", "nominating", "voting", "counted", "published"]
        ):
            campaign.state = "cancelled"

    # -- votes -------------------------------------------------------------------------

    def _takes_votes(self, day):
        """Whether staff may vote on a day."""
        self.ensure_one()
        return bool(
            self.state == "voting"
            and self.vote_percent
            and self.vote_until
            and day <= self.vote_until
        )

    def _voters(self, people):
        """Those of `people` who are in service in the county of this campaign."""
        self.ensure_one()
        today = fields.Date.context_today(self)
        return people.filtered(
            lambda p: (
                p.gov_staff_no
                and (not p.gov_leave_date or p.gov_leave_date >= today)
                and p.department_id.gov_county_id == self.county_id
            )
        )

    def _eligible(self):
        return self.nomination_ids.filtered(lambda n: not n.bar_text)

    def _rank(self):
        """Marks, winners and ties of all nominees who may be honoured."""
        self.ensure_one()
        eligible = self._eligible()
        most = max(eligible.mapped("vote_count"), default=0)
        weight = Decimal(str(self.vote_percent))
        marks = {
            one: mark(one.vote_count, most, Decimal(str(one.average)), weight)
            for one in eligible
        }
        taken, tied = winners(
            [Nominee(one.id, marks[one], one.is_chosen) for one in eligible],
            self.places,
        )
        for one in self.nomination_ids:
            one.write(
                {
                    "mark": float(marks.get(one, 0)),
                    "is_winner": one.id in taken,
                    "is_tied": one.id in tied,
                }
            )
