"""Who pays whom from which money (发放渠道, P11, P16, P22, P23)."""

from odoo import fields, models

from odoo.addons.gov_window_staff.models.organisation.hr_department import LEVELS
from odoo.addons.gov_window_staff.models.people.hr_version import SOURCES

PAYER_KINDS = [
    ("office", "County Office"),
    ("employer", "Employer"),
    ("unit", "Dispatching Unit"),
    ("agency", "Labour Dispatch Agency"),
    ("territory", "Territorial Government"),
]
PAID = [("all", "All Elements"), ("rewards", "Rewards and Bonuses Only")]


class GovPayChannel(models.Model):
    """Payer, funding and elements of people of a level of site and a source."""

    _name = "gov.pay.channel"
    _description = "Payer and Funding"
    _inherit = ["gov.policy.row.mixin"]
    _order = "version_id, sequence, id"

    version_id = fields.Many2one(
        "gov.pay.policy.version", required=True, ondelete="cascade", index=True
    )
    sequence = fields.Integer(default=10, help="The first line that fits counts.")
    site_level = fields.Selection(
        LEVELS, string="Level of the Site", help="Empty: every level."
    )
    source = fields.Selection(
        SOURCES, string="Provided By", help="Empty: whoever provides the person."
    )
    payer_kind = fields.Selection(
        PAYER_KINDS, string="Paid By", required=True, default="employer"
    )
    funding_id = fields.Many2one(
        "gov.funding.source",
        string="Funding Source",
        required=True,
        ondelete="restrict",
    )
    paid = fields.Selection(
        PAID,
        string="Paid Here",
        required=True,
        default="all",
        help="Whoever gets the wage from the home unit is paid rewards and bonuses "
        "here, nothing else.",
    )
    article = fields.Char(help="Article of the policy text.")

    def _line_for(self, site, source):
        """The first line that fits a site and a person's source, or an empty set."""
        for line in self.sorted(lambda line: (line.sequence, line.id)):
            level_fits = line.site_level in (False, site.gov_level)
            if level_fits and line.source in (False, source):
                return line
        return self.browse()

    def _payer(self, facts, site, company):
        """res.partner that pays a person of this line, empty when none is entered.

        :param facts: hr.version of the person
        :param company: of the run; it stands for the county office
        """
        return getattr(self, f"_payer_{self.payer_kind}")(facts, site, company)

    def _payer_office(self, _facts, site, company):
        return site.gov_county_id.gov_managing_unit_id or company.partner_id

    def _payer_employer(self, facts, site, company):
        return (
            facts.gov_employer_id
            or facts.gov_dispatch_unit_id
            or site.gov_managing_unit_id
            or self._payer_territory(facts, site, company)
        )

    def _payer_unit(self, facts, _site, _company):
        return facts.gov_dispatch_unit_id

    def _payer_agency(self, facts, _site, _company):
        return facts.gov_employer_id

    def _payer_territory(self, _facts, site, _company):
        return site.gov_territory_unit_id or site.parent_id.gov_territory_unit_id
