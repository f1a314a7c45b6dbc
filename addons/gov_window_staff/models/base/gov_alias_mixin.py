"""Records that a workbook may name in several ways (别名)."""

from odoo import api, fields, models


class GovAliasMixin(models.AbstractModel):
    """Name and aliases, one lookup for imports."""

    _name = "gov.alias.mixin"
    _description = "Record Known by Several Names"

    aliases = fields.Char(
        help="Other words for the same thing in imported workbooks, separated by ;"
    )

    @api.model
    def _by_alias(self):
        """All records by every word that means them: {word: record}."""
        found = {}
        # a reference list of a dozen rows, each of which may be meant
        for record in self.search([]):  # pylint: disable=no-search-all
            words = [record.name, *(record.aliases or "").replace("；", ";").split(";")]
            found.update({w.strip(): record for w in words if w and w.strip()})
        return found
