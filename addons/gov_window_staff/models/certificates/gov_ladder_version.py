"""A dated version of the occupational standard (标准版本)."""

from odoo import api, fields, models
from odoo.exceptions import UserError


class GovLadderVersion(models.Model):
    """One edition of the standard with its levels."""

    _name = "gov.ladder.version"
    _description = "Edition of the Occupational Standard"
    _inherit = ["gov.policy.version.mixin", "mail.thread"]
    _policy_field = "ladder_id"
    _rec_names_search = ["edition", "ladder_id.name"]

    ladder_id = fields.Many2one(
        "gov.ladder",
        string="Occupational Standard",
        required=True,
        ondelete="restrict",
        index=True,
    )
    edition = fields.Char(required=True, help="As printed, such as 2020年版.")
    registry_url = fields.Char(
        string="Registry Address",
        help="Where certificates of this standard are looked up.",
    )
    is_provisional = fields.Boolean(
        string="To Be Checked",
        default=True,
        help="The figures were not compared with the printed standard yet (待核实).",
    )
    note = fields.Text(string="What to Check")
    level_ids = fields.One2many(
        "gov.ladder.level", "version_id", string="Levels", copy=True
    )

    _date_from_uniq = models.UniqueIndex(
        "(ladder_id, date_from)", "A version with this start date already exists."
    )

    @api.depends("ladder_id", "edition")
    def _compute_name(self):
        for version in self:
            policy = version.ladder_id.name or ""
            version.name = (
                f"{policy}（{version.edition}）" if version.edition else policy
            )

    def _check_complete(self):
        empty = self.filtered(lambda version: not version.level_ids)
        if empty:
            raise UserError(
                self.env._("%(name)s has no levels yet.", name=empty[0].name)
            )

    @api.model
    def _current(self, day):
        """The edition that binds on a day; empty when none does.

        :return: gov.ladder.version of the first standard by sequence, or no record
        """
        return self._by_day()(day)

    @api.model
    def _by_day(self):
        """A function {date -> version in force}, for many dates in one query."""
        ladder = self.env["gov.ladder"].search([], limit=1)
        versions = self.search(
            [("ladder_id", "=", ladder.id), ("state", "=", "in_force")],
            order="date_from desc",
        )

        def find(day):
            return versions.filtered(lambda v: day and v.date_from <= day)[:1]

        return find

    def _to_rules(self):
        """The levels as frozen dataclasses, lowest first."""
        return tuple(row._to_rule() for row in self.level_ids.sorted("rank"))
