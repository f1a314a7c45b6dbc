"""The finance pack of a pay run (财务导出): files, hashes, what the bank was told."""

import base64
import io
import zipfile

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...report import finance_pack

FINANCE = "gov_payroll.group_finance"
ZIP_TIME = (2000, 1, 1, 0, 0, 0)  # the same files give the same zip


class GovPayExport(models.Model):
    """One export; made by `hr.payslip.run.action_gov_export`, never changed after."""

    _name = "gov.pay.export"
    _description = "Finance Pack"
    _inherit = ["gov.protected.mixin"]
    _order = "date desc, id desc"

    name = fields.Char(required=True)
    run_id = fields.Many2one(
        "hr.payslip.run",
        string="Pay Run",
        required=True,
        ondelete="restrict",
        index=True,
    )
    county_id = fields.Many2one(related="run_id.gov_county_id", store=True, index=True)
    period = fields.Char(related="run_id.gov_period", store=True)
    user_id = fields.Many2one(
        "res.users", string="Made By", required=True, ondelete="restrict"
    )
    date = fields.Datetime(string="Made On", required=True)
    is_masked = fields.Boolean(
        string="Numbers with Stars", help="ID numbers and bank cards are not in clear."
    )
    has_bank = fields.Boolean(string="With Bank Files")
    template_id = fields.Many2one(
        "gov.bank.template", string="Bank File Template", ondelete="restrict"
    )
    state = fields.Selection(
        [("made", "Made"), ("withdrawn", "Bank Files Withdrawn")],
        required=True,
        default="made",
    )
    people_count = fields.Integer(string="Number of People")
    gross = fields.Float(string="Gross Pay", digits=(14, 2))
    net = fields.Float(string="Net Pay", digits=(14, 2))
    bank_total = fields.Float(string="In Bank Files", digits=(14, 2))
    unpaid_total = fields.Float(string="Not in the Files", digits=(14, 2))
    before_total = fields.Float(
        string="With the Bank Before",
        digits=(14, 2),
        help="Sent or paid by earlier exports of the same run; not sent again.",
    )
    file_ids = fields.One2many("gov.pay.export.file", "export_id", string="Files")
    payment_ids = fields.One2many(
        "gov.bank.payment", "export_id", string="Payments", groups=FINANCE
    )
    download_ids = fields.One2many("gov.pay.download", "export_id", string="Downloads")
    payment_count = fields.Integer(compute="_compute_counts", groups=FINANCE)
    unpaid_count = fields.Integer(compute="_compute_counts", groups=FINANCE)

    @api.depends("payment_ids.state")
    def _compute_counts(self):
        groups = self.env["gov.bank.payment"]._read_group(
            [("export_id", "in", self.ids)], ["export_id", "state"], ["__count"]
        )
        counts = {(export.id, state): count for export, state, count in groups}
        for export in self:
            mine = {s: n for (record, s), n in counts.items() if record == export.id}
            export.unpaid_count = mine.pop("unpaid", 0)
            export.payment_count = sum(mine.values())

    def _gov_open(self):
        """The screen of these exports."""
        action = self.env["ir.actions.actions"]._for_xml_id(
            "gov_payroll.gov_pay_export_action"
        )
        if len(self) == 1:
            return dict(action, res_id=self.id, views=[(False, "form")])
        return dict(action, domain=[("id", "in", self.ids)])

    # -- handing out -------------------------------------------------------------------

    def action_download(self):
        """All files of the pack as one zip."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_url",
            "url": f"/gov/pay/pack/{self.id}",
            "target": "self",
        }

    @api.private
    def _gov_hand_out(self, files):
        """Contents of files that this user may have, on record: {name: bytes}."""
        self.ensure_one()
        self.check_access("read")
        files.check_access("read")
        self._gov_note_numbers(files)
        # sudo: the content is closed to everybody; right and record are above
        return {file.name: base64.b64decode(file.content) for file in files.sudo()}

    @api.private
    def gov_file(self, file):
        """One file: (name, bytes); the download is on record."""
        content = self._gov_hand_out(file)[file.name]
        self.env["gov.pay.download"]._note(self, file.name, file.sha256)
        return file.name, content

    @api.private
    def gov_zip(self):
        """The whole pack: (name, bytes); the download is on record."""
        contents = self._gov_hand_out(self.file_ids)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in contents.items():
                archive.writestr(zipfile.ZipInfo(name, ZIP_TIME), content)
        name, content = f"{self.name}.zip", packed.getvalue()
        self.env["gov.pay.download"]._note(self, name, finance_pack.sha256(content))
        return name, content

    def _gov_note_numbers(self, files):
        """Whose numbers the user gets to see stands in the log of disclosures."""
        if self.is_masked:
            return
        kinds = {
            kind for file in files for kind in (file.shown or "").split(",") if kind
        }
        if kinds:
            # sudo: finance has no right to the profiles; only the log needs them
            people = self.sudo().run_id.slip_ids.employee_id
            log = self.env["gov.disclosure"]
            log._note(people.with_env(self.env), sorted(kinds), "export", self.name)

    # -- bank files --------------------------------------------------------------------

    def action_withdraw(self):
        """撤回银行文件: they never went to the bank; its people can be sent anew."""
        self.env["hr.payslip.run"]._gov_need(FINANCE)
        self.check_access("read")
        # sudo: exports and payments are written by the system alone
        for export in self.sudo()._unprotected():
            export._take()
            payments = export.payment_ids
            if payments.filtered(lambda p: p.state in ("paid", "refused")):
                raise UserError(
                    self.env._(
                        "The bank has answered to %s already; its files cannot be "
                        "withdrawn.",
                        export.name,
                    )
                )
            payments.filtered(lambda p: p.state == "sent").state = "cancelled"
            export.state = "withdrawn"

    def action_read_answer(self):
        """Ask for the bank's file and match it with these payments."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.bank.return.import",
            "view_mode": "form",
            "target": "new",
            "context": {"default_export_id": self.id},
            "name": self.env._("Read the Bank's Answer"),
        }

    def action_open_payments(self):
        """The payments of these files."""
        self.ensure_one()
        action = self.env["ir.actions.actions"]._for_xml_id(
            "gov_payroll.gov_bank_payment_action"
        )
        return dict(action, domain=[("export_id", "=", self.id)], context={})
