"""The profile at a glance: state, countdowns, and what is missing."""

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import LazyTranslate

from ...rules import service
from ...rules.movement_dates import stay_until
from .hr_version import OFFICER

_lt = LazyTranslate(__name__)

PARTY = ("01", "02")  # 中共党员, 预备党员
NEAR = 30  # days from which a countdown is shown as urgent

MISSING = {
    "window": _lt("Window"),
    "identification": _lt("ID Number"),
    "phone": _lt("Mobile Phone"),
    "card": _lt("Bank Card"),
    "certificate": _lt("Skill Certificate"),
    "licence": _lt("Enforcement Licence"),
}


class HrEmployee(models.Model):
    """Employee whose card says what an officer must know."""

    _inherit = "hr.employee"

    gov_badges = fields.Json(
        string="State",
        compute="_compute_gov_badges",
        groups=OFFICER,
        exportable=False,
    )
    gov_headline = fields.Char(
        string="Post at a Glance", compute="_compute_gov_headline", groups=OFFICER
    )
    gov_missing = fields.Json(
        string="Missing",
        compute="_compute_gov_missing",
        groups=OFFICER,
        exportable=False,
    )
    gov_is_incomplete = fields.Boolean(
        string="Profile Incomplete",
        compute="_compute_gov_missing",
        search="_search_gov_is_incomplete",
        groups=OFFICER,
    )
    gov_probation_days = fields.Integer(
        string="Days of Probation Left",
        compute="_compute_gov_countdowns",
        groups=OFFICER,
    )
    gov_stay_until = fields.Date(
        string="Minimum Stay Until", compute="_compute_gov_countdowns", groups=OFFICER
    )
    gov_stay_days = fields.Integer(
        string="Days of Minimum Stay Left",
        compute="_compute_gov_countdowns",
        groups=OFFICER,
    )

    # sudo: HR users may know the end of a probation, while Odoo keeps the contract's
    # dates to HR managers
    @api.depends("trial_date_end", "gov_posted_date", "gov_entry_date")
    def _compute_gov_countdowns(self):
        today = fields.Date.context_today(self)
        # 原则上2年 (S25, D32): what a resignation is checked by
        months = self.env["gov.movement.kind"]._of("resign").stay_months
        for person in self.sudo():
            posted = person.gov_posted_date or person.gov_entry_date
            until = posted and months and stay_until(posted, months)
            trial = service.days_left(person.trial_date_end or None, today)
            person.gov_probation_days = trial or 0
            person.gov_stay_until = until or False
            person.gov_stay_days = max((until - today).days, 0) if until else 0

    @api.depends(
        "department_id",
        "gov_window_id",
        "job_id",
        "gov_dispatch_unit_id",
        "contract_type_id",
    )
    @api.depends_context("lang")
    def _compute_gov_headline(self):
        for person in self:
            # sudo: the staffing type is no secret to HR users, while Odoo keeps it to
            # HR managers
            facts = (
                person.department_id,
                person.gov_window_id,
                person.job_id,
                person.gov_dispatch_unit_id,
                person.sudo().contract_type_id,
            )
            person.gov_headline = " · ".join(fact.name for fact in facts if fact)

    # -- badges ----------------------------------------------------------------

    @api.depends_context("lang")
    @api.depends(
        "gov_skill_level_id",
        "gov_political_status",
        "gov_is_vanguard",
        "gov_is_backbone",
        "gov_is_reserve",
        "gov_leave_date",
        "gov_probation_days",
        "gov_stay_days",
    )
    def _compute_gov_badges(self):
        for person in self:
            badges = person._gov_state_badges() + person._gov_countdown_badges()
            person.gov_badges = [{"text": text, "kind": kind} for text, kind in badges]

    def _gov_state_badges(self):
        """(text, bootstrap colour) of what the person is; empty texts left out."""
        # sudo: the level stands on the wall of the hall; certificates themselves have
        # rights of their own, which an HR user without our role lacks
        level = self.sudo().gov_skill_level_id
        wanted = [
            (self._gov_is_gone(), self.env._("Left"), "danger"),
            (level, level.with_env(self.env).name, "primary"),
            (
                self.gov_political_status in PARTY,
                self.env._("Party Member"),
                "danger",
            ),
            (self.gov_is_vanguard, self.env._("Vanguard Post"), "danger"),
            (self.gov_is_backbone, self.env._("Backbone"), "info"),
            (self.gov_is_reserve, self.env._("Reserve Cadre"), "info"),
        ]
        return [(text, kind) for holds, text, kind in wanted if holds]

    def _gov_is_gone(self):
        leave = self.gov_leave_date
        return bool(leave and leave < fields.Date.context_today(self))

    def _gov_countdown_badges(self):
        if self._gov_is_gone():
            return []
        badges = []
        if days := self.gov_probation_days:
            text = self.env._("Probation: %s days left", days)
            badges.append((text, "warning" if days <= NEAR else "secondary"))
        if days := self.gov_stay_days:
            text = self.env._("Minimum stay: %s days left", days)
            badges.append((text, "secondary"))
        return badges

    # -- what is missing ---------------------------------------------------------

    @api.depends_context("lang")
    @api.depends(
        "gov_window_id",
        "gov_position",
        "identification_id",
        "private_phone",
        "bank_account_ids",
        "gov_certificate_ids.state",
        "gov_enforcement_no",
        "job_id.gov_needs_enforcement",
    )
    def _compute_gov_missing(self):
        missing = self._gov_missing()
        for person in self:
            found = missing.get(person.id, [])
            person.gov_missing = [
                {"text": text, "kind": "warning"} for _code, text in found
            ]
            person.gov_is_incomplete = bool(found)

    def _gov_missing(self):
        """What the profiles of window staff in service still lack.

        An addon or another file adds its own by super(): one search for all people,
        never one a person.

        :return: {hr.employee id: [(code, text in the user's language)]}; people who
            lack nothing, who have left or who are no window staff are absent
        """
        missing = {}
        # sudo: that a number is there is no personal data
        served = self.sudo().filtered(lambda p: p._gov_is_served())
        unlicensed = served._gov_unlicensed()
        for person in served:
            codes = person._gov_missing_codes()
            codes += ["licence"] if person in unlicensed else []
            if codes:
                missing[person.id] = [(c, self.env._(MISSING[c])) for c in codes]
        return missing

    def _gov_unlicensed(self):
        """Chief representatives and approvers without a valid licence (S38)."""
        return self.filtered(
            lambda p: p.gov_enforcement_state in ("missing", "expired")
        )

    def _gov_is_served(self):
        return bool(self.gov_staff_no) and not self._gov_is_gone()

    def _gov_missing_codes(self):
        verified = any(c.state == "verified" for c in self.gov_certificate_ids)
        has = {
            "window": self.gov_window_id or self.gov_position != "window",
            "identification": self.identification_id,
            "phone": self.private_phone,
            "card": self.bank_account_ids,
            "certificate": verified,
        }
        return [code for code, there in has.items() if not there]

    @api.model
    def _gov_incomplete_domain(self):
        """Domain of the people in `_gov_missing`: nobody is loaded to be found.

        Who extends the one extends the other; a test compares them.
        """
        lacks = Domain.OR(
            [
                Domain("gov_window_id", "=", False)
                & Domain("gov_position", "=", "window"),
                Domain("identification_id", "=", False),
                Domain("private_phone", "=", False),
                Domain("bank_account_ids", "=", False),
                Domain("gov_certificate_ids", "not any", [("state", "=", "verified")]),
                Domain("gov_enforcement_state", "in", ("missing", "expired")),
            ]
        )
        return self._gov_serving(fields.Date.context_today(self)) & lacks

    def _search_gov_is_incomplete(self, operator, value):
        if operator not in ("in", "not in"):
            return NotImplemented
        # sudo: that a number is there is no personal data; the search around this one
        # keeps to the user's rights
        people = self.sudo()
        incomplete = Domain("id", "in", people._search(people._gov_incomplete_domain()))
        wanted = Domain.FALSE
        if True in value:
            wanted |= incomplete
        if False in value:
            wanted |= Domain("gov_staff_no", "!=", False) & ~incomplete
        return wanted if operator == "in" else ~wanted
