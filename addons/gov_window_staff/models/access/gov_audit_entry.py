"""One log of all that concerns personal data (个人信息处理日志), searchable."""

from odoo import api, fields, models
from odoo.tools import SQL

from ..base.gov_disclosure import KINDS

ACTIONS = [
    ("view", "Looked Up"),
    ("export", "Exported"),
    ("rpc", "Read by a Program"),
    ("download", "Pay File Downloaded"),
    ("log", "Log Exported"),
    ("success", "Login"),
    ("failed", "Failed Login"),
    ("locked", "Account Locked"),
    ("refused", "Access Refused"),
    ("unlocked", "Account Unlocked"),
]
EXPORTS = ("export", "download", "log")


class GovAuditEntry(models.Model):
    """A view over the logs: there is nothing to change, only to read.

    Other addons add their log by `_sources`.
    """

    _name = "gov.audit.entry"
    _description = "Audit Entry"
    _auto = False
    _order = "date desc, id desc"
    _rec_name = "person"

    date = fields.Datetime(string="At", readonly=True)
    user_id = fields.Many2one("res.users", string="By", readonly=True)
    employee_id = fields.Many2one("hr.employee", string="Profile", readonly=True)
    person = fields.Char(readonly=True)
    action = fields.Selection(ACTIONS, readonly=True)
    kind = fields.Selection(KINDS, string="Value", readonly=True)
    detail = fields.Char(readonly=True)
    address = fields.Char(string="Network Address", readonly=True)
    is_unusual = fields.Boolean(string="Unusual Hour", readonly=True)

    @api.model
    def _sources(self):
        """Statements of one shape; the id of a line is its id * 8 + a digit."""
        return [
            SQL(
                """
                SELECT id::bigint * 8 AS id, date, user_id, employee_id, person,
                       way AS action, kind, reason AS detail, address
                FROM gov_disclosure
                """
            ),
            SQL(
                """
                SELECT e.id::bigint * 8 + 1, e.date, u.id, p.id, p.name,
                       CASE e.way WHEN 'log' THEN 'log' ELSE e.result END,
                       CASE e.way WHEN 'personal' THEN e.detail END,
                       CASE e.way WHEN 'personal' THEN NULL
                            ELSE concat_ws(' ', e.way, e.detail) END, e.address
                FROM gov_access_event e
                LEFT JOIN res_users u ON u.id = e.account_id
                LEFT JOIN hr_employee p ON p.id = e.subject_id
                """
            ),
        ]

    @property
    def _table_query(self):
        policy = self.env["gov.access.policy"]._current()
        local = SQL("(l.date AT TIME ZONE 'UTC') AT TIME ZONE 'Asia/Shanghai'")
        return SQL(
            """
            SELECT l.*,
                   EXTRACT(isodow FROM %(local)s) > 5
                   OR EXTRACT(hour FROM %(local)s) < %(start)s
                   OR EXTRACT(hour FROM %(local)s) >= %(end)s AS is_unusual
            FROM (%(lines)s) l
            """,
            local=local,
            start=policy.hour_from,
            end=policy.hour_to,
            lines=SQL(" UNION ALL ").join(self._sources()),
        )

    def _export_rows(self, fields, *, _is_toplevel_call=True):
        rows = super()._export_rows(fields, _is_toplevel_call=_is_toplevel_call)
        if _is_toplevel_call and not self.env.su:
            self._note_export(len(self))
        return rows

    @api.model
    def _note_export(self, count):
        # sudo: the log is written by the system only; the user stands in the line
        self.env["gov.access.event"].sudo()._note(
            self.env.user, "log", "success", str(count)
        )
