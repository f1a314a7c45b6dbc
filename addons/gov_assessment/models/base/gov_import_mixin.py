"""Messages of the assessment importers."""

from odoo import models
from odoo.tools import LazyTranslate

_lt = LazyTranslate(__name__)


class GovImportMixin(models.AbstractModel):
    """Importers know the words for problems with rubric items."""

    _inherit = "gov.import.mixin"

    def _messages(self):
        return super()._messages() | {
            "unknown_item": _lt("no such item in the rubric of that month"),
            "points_range": _lt("this item takes %(range)s points"),
            "points_wanted": _lt("this item is at discretion: enter %(range)s points"),
        }
