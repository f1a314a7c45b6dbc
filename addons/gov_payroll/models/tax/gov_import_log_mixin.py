"""A record that says in its own history which import wrote it."""

from odoo import models


class GovImportLogMixin(models.AbstractModel):
    """Imports write without tracking; each record names the file and its user."""

    _name = "gov.import.log.mixin"
    _description = "Record That May Be Imported"

    def _log_import(self, file_name):
        """One line in the history of each record, in a constant number of queries."""
        words = self.env._("Imported from %s.", file_name)
        self._message_log_batch(bodies={record.id: words for record in self})
