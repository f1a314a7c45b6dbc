"""Rules of entry and leaving of a place (准入与离岗规定), a dated policy document."""

from odoo import api, fields, models


class GovEntryPolicy(models.Model):
    """Policy: public notice, vetting, probation, replacement, repeated absence."""

    _name = "gov.entry.policy"
    _description = "Rules of Entry and Leaving"
    _order = "code"

    name = fields.Char(required=True)
    code = fields.Char(required=True, copy=False)
    active = fields.Boolean(default=True)
    department_id = fields.Many2one(
        "hr.department",
        string="County",
        domain=[("gov_level", "=", "county")],
        help="County in which the rules apply; empty: wherever no others do.",
    )
    version_ids = fields.One2many(
        "gov.entry.policy.version", "policy_id", string="Versions"
    )

    _code_uniq = models.Constraint("UNIQUE(code)", "This code is already in use.")

    @api.ondelete(at_uninstall=False)
    def _unlink_only_without_binding_text(self):
        self.version_ids._check_editable()

    @api.model
    def _version_for(self, county, day):
        """The version that binds in a county on a day.

        :param county: hr.department of a county centre, may be empty
        :raises NotInForce: when no text applies on that day
        """
        # sudo: everybody who meets a deadline depends on these public rules
        policies = self.sudo().search([("department_id", "in", [county.id, False])])
        policy = policies.sorted(lambda p: not p.department_id)[:1]
        return self.env["gov.entry.policy.version"].sudo()._in_force(policy, day)
