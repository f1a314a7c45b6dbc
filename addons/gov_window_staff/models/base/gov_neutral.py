"""Copies for training (脱敏培训库): the functions that their scripts share."""

from odoo import models
from odoo.tools import file_open


class GovNeutral(models.AbstractModel):
    """Odoo runs the addons' data/neutralize.sql in no fixed order, so what they have in
    common has to be in the database before: this installs it.
    """

    _name = "gov.neutral"
    _description = "Neutralised Copies"

    def init(self):
        with file_open("gov_window_staff/data/neutral_functions.sql") as script:
            # shipped with the addon; takes no parameters
            self.env.cr.execute(script.read())
