"""Reads the bank's answer and settles the payments of an export (银行回盘核对)."""

import csv
import io
from decimal import Decimal

from odoo import fields, models
from odoo.tools import LazyTranslate

from odoo.addons.gov_window_staff.rules import identity, scan
from odoo.addons.gov_window_staff.rules.cells import CellProblem
from odoo.addons.gov_window_staff.tools.workbook import read_first_sheet

from ..exceptions import BankFileRefused
from ..models.pack.gov_bank_template import SIGNS
from ..models.pack.gov_pay_export import FINANCE
from ..report.finance_pack import sha256
from ..rules import bank_return
from ..rules.pay import to_cent

_lt = LazyTranslate(__name__)

MESSAGES = {
    "empty": _lt("%(file)s holds no rows."),
    "no_column": _lt(
        "%(file)s has no column “%(column)s”. Correct the bank file template, tab “The "
        "Bank's Answer”."
    ),
    "no_result": _lt("%(file)s, line %(line)s: the bank's result is missing."),
    "no_amount": _lt("%(file)s, line %(line)s: “%(text)s” is no amount."),
    "encoding": _lt("%(file)s is not written in %(encoding)s; see the template."),
    "text": _lt("%(file)s is no text that can be read; ask the bank for it again."),
    "workbook": _lt("%(file)s is not an Excel workbook (.xlsx) that can be read."),
    "before": _lt("%(file)s was read before; nothing has changed."),
    "all_strange": _lt(
        "No row of %(file)s fits a payment of %(export)s. Choose the pack whose bank "
        "file it answers."
    ),
}
# a row settles its payment; anything else is shown and changes nothing
SETTLED = ("paid", "refused")


class GovBankReturnImport(models.TransientModel):
    """The file that the bank gave back for one export."""

    _name = "gov.bank.return.import"
    _description = "Read the Bank's Answer"

    export_id = fields.Many2one("gov.pay.export", string="Finance Pack", required=True)
    content = fields.Binary(string="The Bank's File", required=True, attachment=False)
    file_name = fields.Char(string="File")

    def action_import(self):
        """Match the rows with the payments; all of the file or nothing."""
        self.ensure_one()
        self.env["hr.payslip.run"]._gov_need(FINANCE)
        self.export_id.check_access("read")
        # sudo: payments and answers are written by the system alone
        export = self.export_id.sudo()._unprotected()
        export._take()
        content = scan.decoded(self.content)
        self._refuse_known(export, content)
        rows = self._rows(export.template_id, content)
        matches = bank_return.reconcile(self._sent(export), rows)
        if not any(match.row and match.sent for match in matches):
            self._refuse("all_strange", export=export.name)
        answer = self._store(export, content, matches)
        self._settle(export, matches)
        return answer.with_env(self.env)._gov_open()

    def _refuse(self, code, **details):
        details["file"] = self.file_name or ""
        # pylint: disable=translation-not-lazy
        raise BankFileRefused(self.env._(MESSAGES[code]) % details)

    def _refuse_known(self, export, content):
        answers = self.env["gov.bank.return"].sudo()  # sudo: only whether it exists
        if answers.search_count(
            [("export_id", "=", export.id), ("sha256", "=", sha256(content))], limit=1
        ):
            self._refuse("before")

    # -- reading -----------------------------------------------------------------------

    def _rows(self, template, content):
        cells = [(n, c) for n, c in self._cells(template, content) if any(c)]
        if not cells:
            self._refuse("empty")
        titles = []
        if template.return_has_header:
            titles = [bank_return.plain(cell) for cell in cells.pop(0)[1]]
        unit = 100 if template.amount_unit == "fen" else 1
        paid = bank_return.words(template.return_paid)
        try:
            return bank_return.read_rows(
                cells, self._header(template, titles), paid, unit
            )
        except bank_return.Unreadable as error:
            self._refuse(error.code, **error.details)

    def _cells(self, template, content):
        """(line, cells) of a workbook or of a text in the template's encoding."""
        if (self.file_name or "").lower().endswith((".xlsx", ".xls")):
            try:
                return read_first_sheet(content)
            except CellProblem:
                self._refuse("workbook")
        try:
            text = content.decode(template.encoding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            self._refuse("encoding", encoding=template.encoding.upper())
        sign = SIGNS[template.delimiter]
        try:
            return list(enumerate(csv.reader(io.StringIO(text), delimiter=sign), 1))
        except csv.Error:
            self._refuse("text")

    def _header(self, template, titles):
        """Positions of the columns; result and card or number must be there."""
        places = {
            name: bank_return.position(template[f"return_{name}"] or "", titles)
            for name in ("result", "card", "name", "number", "amount", "reason")
        }
        if places["result"] is None:
            self._refuse("no_column", column=template.return_result)
        if places["card"] is None and places["number"] is None:
            self._refuse("no_column", column=template.return_card or "")
        return bank_return.Header(**places)

    # -- settling ----------------------------------------------------------------------

    def _sent(self, export):
        return [
            bank_return.Sent(
                key=payment.id,
                number=payment.number,
                name=payment.person_name,
                card=payment.card,
                amount=to_cent(payment.amount),
                state=payment.state,
            )
            for payment in export.payment_ids
            if payment.state in ("sent", "paid", "refused")
        ]

    def _store(self, export, content, matches):
        answers = self.env["gov.bank.return"].sudo()._unprotected()
        # sudo: as in `action_import`
        return answers.create(
            {
                "export_id": export.id,
                "file_name": self.file_name or export.name,
                "sha256": sha256(content),
                "user_id": self.env.uid,
                "date": fields.Datetime.now(),
                "line_ids": [(0, 0, self._prepare_line_vals(m)) for m in matches],
            }
        )

    def _prepare_line_vals(self, match):
        row, sent = match.row, match.sent
        card = row.card if row and row.card else sent.card if sent else ""
        amount = row.amount if row and row.amount is not None else None
        if amount is None:
            amount = sent.amount if sent else Decimal(0)
        return {
            "result": match.result,
            "line_number": row.line if row else 0,
            "payment_id": sent.key if sent else False,
            "person_name": (sent.name if sent else row.name) or "",
            "card_masked": identity.last_four(card) if card else "",
            "amount": amount,
            "bank_reason": "" if not row or row.is_paid else row.reason,
        }

    def _settle(self, export, matches):
        """Write what the bank says, in one call for each state and reason."""
        by_values = {}
        for match in matches:
            if match.result in SETTLED:
                reason = "" if match.row.is_paid else match.row.reason
                key = match.result, reason
                by_values.setdefault(key, []).append(match.sent.key)
        payments = export.payment_ids
        for (state, reason), ids in by_values.items():
            payments.browse(ids).write({"state": state, "bank_reason": reason})
