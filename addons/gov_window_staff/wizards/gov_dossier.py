"""现实表现材料: for which people and which period."""

from odoo import models


class GovDossier(models.TransientModel):
    """Prints the performance dossier of the selected people."""

    _name = "gov.dossier"
    _description = "Performance Dossier"
    _inherit = ["gov.period.paper.mixin"]
    _report = "gov_window_staff.report_dossier"
