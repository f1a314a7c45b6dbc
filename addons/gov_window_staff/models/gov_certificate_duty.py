"""The duty to hold a certificate (持证上岗规定), a dated policy document of a place."""

from odoo import api, fields, models


class GovCertificateDuty(models.Model):
    """Policy: which level newcomers must reach by when, and the 持证率 to aim at."""

    _name = "gov.certificate.duty"
    _description = "Duty to Hold a Certificate"
    _order = "code"

    name = fields.Char(required=True)
    code = fields.Char(required=True, copy=False)
    active = fields.Boolean(default=True)
    department_id = fields.Many2one(
        "hr.department",
        string="County",
        domain=[("gov_level", "=", "county")],
        help="County in which it applies; empty: wherever no other does.",
    )
    user_id = fields.Many2one(
        "res.users",
        string="Officer to Warn",
        help="Gets the reminders; empty: the HR responsible of each person.",
    )
    version_ids = fields.One2many(
        "gov.certificate.duty.version", "duty_id", string="Versions"
    )

    _code_uniq = models.Constraint("UNIQUE(code)", "This code is already in use.")

    @api.ondelete(at_uninstall=False)
    def _unlink_only_without_binding_text(self):
        # in words, before the database refuses
        self.version_ids._check_editable()

    @api.model
    def _by_county(self, day):
        """A function {county -> version in force on the day, or none}.

        Two queries for any number of people; a county's own document goes before the
        one for all.
        """
        # a handful of documents, each of which may be meant
        duties = self.search([])  # pylint: disable=no-search-all
        versions = self.env["gov.certificate.duty.version"].search(
            [
                ("duty_id", "in", duties.ids),
                ("state", "=", "in_force"),
                ("date_from", "<=", day),
            ],
            order="date_from desc",
        )

        def find(county):
            own = duties.filtered(lambda duty: duty.department_id == county)
            duty = own or duties.filtered(lambda duty: not duty.department_id)
            return versions.filtered(lambda v: v.duty_id == duty[:1])[:1]

        return find
