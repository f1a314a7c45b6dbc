"""Downloads of finance packs in the one log of personal data (审计日志)."""

from odoo import api, models
from odoo.tools import SQL

MONTHS = (
    36  # 网络数据安全管理条例 art. 12: records of data given to others, three years
)


class GovAuditEntry(models.Model):
    """A pay file holds the cards and pay of all people of a run."""

    _inherit = "gov.audit.entry"

    @api.model
    def _sources(self):
        return [
            *super()._sources(),
            SQL(
                """
                SELECT id::bigint * 8 + 2, date, user_id, NULL, NULL, 'download',
                       NULL, file_name, address
                FROM gov_pay_download
                """
            ),
        ]
