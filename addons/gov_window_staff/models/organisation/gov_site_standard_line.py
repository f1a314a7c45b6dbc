"""What the building standard asks of one level of sites."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import LazyTranslate

from ...rules.signboard import pattern_problem
from ...rules.site_check import SiteStandard
from .hr_department import LEVELS

_lt = LazyTranslate(__name__)

PATTERN_PROBLEMS = {
    "no_name": _lt("The signboard needs the place {name}."),
    "unknown_place": _lt(
        "A signboard has the places {county}, {town} and {name} only."
    ),
    "braces": _lt("A brace of the signboard is missing or stands alone."),
}


class GovSiteStandardLine(models.Model):
    """Demands of a level: signboard, windows, people."""

    _name = "gov.site.standard.line"
    _description = "Site Standard of a Level"
    _inherit = ["gov.policy.row.mixin"]
    _order = "version_id, sequence, id"

    version_id = fields.Many2one(
        "gov.site.standard.version", required=True, ondelete="cascade", index=True
    )
    sequence = fields.Integer(default=10)
    level = fields.Selection(LEVELS, string="Site Level", required=True)
    signboard = fields.Char(
        string="Signboard Pattern",
        help="{county}, {town}: short names of the sites above; {name}: of the site. "
        "Empty: the recorded name.",
    )
    windows_min = fields.Integer(
        string="Fewest Comprehensive Windows", help="0: no demand."
    )
    windows_max = fields.Integer(
        string="Most Comprehensive Windows", help="0: no demand."
    )
    needs_dedicated = fields.Boolean(
        string="Dedicated Person", help="At least one person posted full-time (专职)."
    )
    needs_head = fields.Boolean(string="Head")
    needs_evaluators = fields.Boolean(
        string="All Evaluators", help="Evaluator or QR code at every open window."
    )
    article = fields.Char(help="Article of the policy text.")

    _level_uniq = models.Constraint(
        "UNIQUE(version_id, level)", "Each level stands once in a version."
    )
    _windows_order = models.Constraint(
        "CHECK(windows_min >= 0 AND windows_max >= 0"
        " AND (windows_max = 0 OR windows_max >= windows_min))",
        "The most windows cannot be fewer than the fewest.",
    )

    @api.constrains("signboard")
    def _check_signboard(self):
        for line in self:
            problem = line.signboard and pattern_problem(line.signboard)
            if problem:
                raise ValidationError(self.env._(PATTERN_PROBLEMS[problem]))

    def _to_rules(self):
        """The line as a frozen dataclass; no line asks for nothing."""
        return SiteStandard(
            windows_min=self.windows_min,
            windows_max=self.windows_max,
            needs_dedicated=self.needs_dedicated,
            needs_head=self.needs_head,
            needs_evaluators=self.needs_evaluators,
        )
