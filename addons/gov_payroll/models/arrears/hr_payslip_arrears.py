"""Arrears on the slip that pays them."""

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal

from odoo import fields, models

from ...rules.pay import Element, to_cent

ARREARS = "arrears"
# in the context of slips that are worked out anew; no RPC client can send the object
KNOWN_NOW = object()


class HrPayslip(models.Model):
    """Slip whose run found arrears of closed months."""

    _inherit = "hr.payslip"

    def _gov_run_elements(self, run):
        elements = super()._gov_run_elements(run)
        totals = defaultdict(Decimal)
        for row in run._gov_arrears_to_pay():
            totals[row.employee_id] += to_cent(row.difference)
        for slip in self:
            if slip.employee_id in totals:
                elements[slip.id]["ARREARS"] = Element(
                    totals[slip.employee_id], ARREARS
                )
        return elements

    def _gov_certificates(self):
        """A certificate verified late counts from its own month on (D18, 补发)."""
        found = super()._gov_certificates()
        if self.env.context.get("gov_known_now") is not KNOWN_NOW:
            return found
        return {
            person: tuple(
                replace(c, verified=c.issued) if c.verified else c for c in held
            )
            for person, held in found.items()
        }


class HrPayslipLine(models.Model):
    """Line that names each month and cause."""

    _inherit = "hr.payslip.line"

    gov_reason = fields.Selection(
        selection_add=[(ARREARS, "Arrears of Closed Months")],
        ondelete={ARREARS: "set null"},
    )

    def _explain_arrears(self):
        rows = self.slip_id.payslip_run_id._gov_arrears_to_pay()
        own = rows.filtered(lambda row: row.employee_id == self.employee_id)
        return "; ".join(row._as_text() for row in own)
