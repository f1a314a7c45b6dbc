"""A dated version of the duty to hold a certificate."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...rules.deadline import Duty, read_days


class GovCertificateDutyVersion(models.Model):
    """One text: level, years, warnings, target rate."""

    _name = "gov.certificate.duty.version"
    _description = "Version of the Duty to Hold a Certificate"
    _inherit = ["gov.policy.version.mixin", "mail.thread"]
    _policy_field = "duty_id"
    _rec_names_search = ["duty_id.name"]

    duty_id = fields.Many2one(
        "gov.certificate.duty", required=True, ondelete="restrict", index=True
    )
    level_id = fields.Many2one(
        "gov.skill.level",
        string="Level to Reach",
        required=True,
        ondelete="restrict",
        help="A higher level counts as well.",
    )
    years = fields.Integer(
        string="Years After the Entry",
        default=2,
        required=True,
        help="The deadline is the anniversary of the entry (入职后N年内).",
    )
    rule_date = fields.Date(
        string="Counted From for Earlier Staff",
        help="People who were there before this day count from it; empty: from their "
        "own entry.",
    )
    warn_days = fields.Char(
        string="Warn Days Before",
        default="180, 90, 30",
        required=True,
        help="One reminder each, separated by commas.",
    )
    target_rate = fields.Float(
        string="Target Rate (%)",
        digits=(5, 2),
        default=100,
        help="持证率 to aim at: holders out of the active window staff.",
    )

    licence_warn_days = fields.Integer(
        string="Warn of Licences (Days)",
        default=90,
        help="An enforcement licence (执法资格证) counts as expiring from so many days "
        "before its last day.",
    )

    _date_from_uniq = models.UniqueIndex(
        "(duty_id, date_from)", "A version with this start date already exists."
    )
    _years_positive = models.Constraint(
        "CHECK(years > 0)", "The deadline lies at least one year after the entry."
    )
    _target_is_share = models.Constraint(
        "CHECK(target_rate >= 0 AND target_rate <= 100)",
        "The target lies between 0 and 100 per cent.",
    )

    @api.constrains("warn_days")
    def _check_warn_days(self):
        for version in self:
            try:
                days = read_days(version.warn_days)
            except ValueError:
                days = ()
            if not days:
                raise ValidationError(
                    self.env._(
                        "“%s” are no days of warning. Write whole numbers separated by "
                        "commas, such as 180, 90, 30.",
                        version.warn_days,
                    )
                )

    def _to_rule(self):
        """The duty as a frozen dataclass."""
        self.ensure_one()
        return Duty(
            rank=self.level_id.rank,
            years=self.years,
            rule_date=self.rule_date or None,
            warn_days=read_days(self.warn_days),
        )
