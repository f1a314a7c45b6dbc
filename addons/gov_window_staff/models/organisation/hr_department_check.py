"""A site against the building standard in force: signboard and warnings (O5, O18)."""

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import LazyTranslate

from ...rules import signboard
from ...rules.site_check import SiteFacts, shortcomings

_lt = LazyTranslate(__name__)

CHECK_STATES = [
    ("none", "No Standard"),
    ("ok", "In Order"),
    ("warning", "To Look At"),
]
LABELS = {
    "few_windows": _lt("Too Few Windows"),
    "many_windows": _lt("Too Many Windows"),
    "no_dedicated": _lt("No Dedicated Person"),
    "no_head": _lt("No Head"),
    "no_evaluator": _lt("Evaluators Missing"),
}
EXPLANATIONS = {
    "few_windows": _lt(
        "%(windows)s comprehensive windows are open, the standard asks for at least "
        "%(fewest)s. Open more, or change the kind of a window."
    ),
    "many_windows": _lt(
        "%(windows)s comprehensive windows are open, the standard allows %(most)s. "
        "Close some, or change the kind of a window."
    ),
    "no_dedicated": _lt(
        "Nobody is posted here full-time. Mark the person as dedicated on the profile, "
        "or file a transfer."
    ),
    "no_head": _lt(
        "No head is registered. Enter the head here once; later changes need an "
        "approved appointment."
    ),
    "no_evaluator": _lt(
        "%(unrated)s open windows have neither an evaluator nor a QR code."
    ),
}


class HrDepartment(models.Model):
    """Site with its signboard and what it lacks."""

    _inherit = "hr.department"

    gov_standard_id = fields.Many2one(
        "gov.site.standard",
        string="Site Standard",
        ondelete="restrict",
        tracking=True,
        help="Document of this county; empty: the one for all other counties.",
    )
    gov_place_name = fields.Char(
        string="Short Name on Signboards",
        help="Only where the name of the site does not yield it, such as 高沟镇.",
    )
    gov_signboard = fields.Char(
        string="Signboard",
        compute="_compute_gov_signboard",
        help="By the pattern of the standard in force today.",
    )
    gov_check_state = fields.Selection(
        CHECK_STATES,
        string="Check",
        compute="_compute_gov_check",
        search="_search_gov_check_state",
    )
    gov_check_codes = fields.Char(
        string="Shortcoming",
        compute="_compute_gov_check",
        search="_search_gov_check_codes",
    )
    gov_check_labels = fields.Char(string="Warnings", compute="_compute_gov_check")
    gov_check_text = fields.Text(string="Explanation", compute="_compute_gov_check")

    @api.depends("name", "gov_level", "parent_id", "gov_place_name")
    @api.depends_context("lang")
    def _compute_gov_signboard(self):
        versions = self._gov_standard_versions()
        for site in self:
            if not site.gov_level:
                site.gov_signboard = False
                continue
            lines = versions[site].line_ids if site in versions else ()
            patterns = {line.level: line.signboard for line in lines}
            above = self.browse(site.parent_id._gov_path())
            site.gov_signboard = signboard.signboard(
                patterns,
                [
                    (s.gov_level or "", s.gov_place_name or s.name or "")
                    for s in [*above, site]
                ],
            )

    @api.depends("gov_level", "manager_id", "gov_is_pilot")
    @api.depends_context("lang")
    def _compute_gov_check(self):
        versions = self._gov_standard_versions()
        facts = self._gov_facts()
        for site in self:
            line = versions[site]._line_for(site) if site in versions else None
            found = shortcomings(line._to_rules(), facts[site]) if line else ()
            site.gov_check_codes = " ".join(found) or False
            site.gov_check_labels = (
                self.env._(", ").join(self.env._(LABELS[code]) for code in found)
                or False
            )
            site.gov_check_text = (
                "\n".join(site._gov_explain(code, line, facts[site]) for code in found)
                or False
            )
            site.gov_check_state = "warning" if found else "ok" if line else "none"

    def _gov_explain(self, code, line, facts):
        words = self.env._(EXPLANATIONS[code])
        return words % {
            "windows": facts.windows,
            "unrated": facts.unrated,
            "fewest": line.windows_min,
            "most": line.windows_max,
        }

    def _gov_standard_versions(self):
        """The version of the standard that binds each site today: {site: version}."""
        standards = self.env["gov.site.standard"]._for_counties(self.gov_county_id)
        wanted = self.env["gov.site.standard"].union(*standards.values())
        versions = self.env["gov.site.standard.version"]._on_day(
            wanted, fields.Date.context_today(self)
        )
        by_county = {
            county: versions[standard]
            for county, standard in standards.items()
            if standard in versions
        }
        return {
            site: by_county[site.gov_county_id]
            for site in self
            if site.gov_level and site.gov_county_id in by_county
        }

    def _gov_comprehensive_minimum(self):
        """Fewest comprehensive windows (综窗) that the standard asks of this site."""
        self.ensure_one()
        version = self._gov_standard_versions().get(self)
        return version._line_for(self).windows_min if version else 0

    def _gov_facts(self):
        """What each site itself has, for the check: {site: SiteFacts}."""
        own = self._gov_own_figures()
        # sudo: whether somebody is there is no personal data
        dedicated = dict(
            self.env["hr.employee"]
            .sudo()
            ._read_group(
                [("department_id", "in", self.ids), ("gov_is_dedicated", "=", True)],
                ["department_id"],
                ["__count"],
            )
        )
        return {
            site: SiteFacts(
                windows=own["general"].get(site._origin.id, 0),
                unrated=own["unrated"].get(site._origin.id, 0),
                dedicated=dedicated.get(site._origin, 0),
                has_head=bool(site.manager_id),
            )
            for site in self
        }

    def _search_gov_check_state(self, operator, value):
        if operator not in ("in", "not in"):
            return NotImplemented
        sites = self._gov_checked_sites()
        found = sites.filtered(lambda site: site.gov_check_state in value)
        return Domain("id", operator, found.ids)

    def _search_gov_check_codes(self, operator, value):
        """Sites with any of the shortcomings, whatever else they lack."""
        if operator not in ("in", "not in"):
            return NotImplemented
        wanted = set(value)
        sites = self._gov_checked_sites().filtered(
            lambda site: wanted & set((site.gov_check_codes or "").split())
        )
        return Domain("id", operator, sites.ids)

    def _gov_checked_sites(self):
        return self.search([("gov_level", "!=", False)])
