"""One import of a kind at a time: an import looks for what is there, then adds."""

from odoo import models
from odoo.exceptions import LockError

from ...exceptions import ImportRefused
from .gov_protected_mixin import mark_taken


class GovImportMixin(models.AbstractModel):
    """Two imports at once would both find nothing and both add the same."""

    _inherit = "gov.import.mixin"

    def _check_and_import(self, rows, problems):
        self._take_turn()
        return super()._check_and_import(rows, problems)

    def _take_turn(self):
        """Hold the importer until the transaction ends, or say that another has it.

        Its row among the models stands for it; who has read the database before an
        earlier import ended reads it again (see `mark_taken`).
        """
        # sudo: users do not write models; the row is locked and stays as it is
        row = self.env["ir.model"]._get(self._name).sudo()
        try:
            row.lock_for_update(allow_referencing=True)
        except LockError as error:
            raise ImportRefused(
                self.env._(
                    "Somebody else is importing %(file)s at this moment; nothing of "
                    "yours was imported. Wait a minute and look at what is there.",
                    file=self._sheet.file_name,
                )
            ) from error
        mark_taken(row)
