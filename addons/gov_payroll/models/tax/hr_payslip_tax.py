"""Income tax on pay slips (代扣个人所得税), by the cumulative method."""

from odoo import fields, models

from . import tax_facts
from .tax_facts import TaxFacts, TaxNotes


class HrPayslip(models.Model):
    """Pay slip with its tax and what the tax was worked out from."""

    _inherit = "hr.payslip"

    gov_tax_ids = fields.One2many(
        "gov.payslip.tax", "slip_id", string="Income Tax", readonly=True, copy=False
    )

    def compute_sheet(self):
        """The working of the tax is stored with the lines that came of it."""
        notes = TaxNotes()
        result = super(
            HrPayslip, self.with_context(gov_tax_notes=notes)
        ).compute_sheet()
        own = self.filtered("gov_staff_no")
        if own:
            vals_list = [notes[slip.id] for slip in own if slip.id in notes]
            self.env["gov.payslip.tax"]._store(own, vals_list)
        return result

    def _gov_store_results(self):
        result = super()._gov_store_results()
        self.env["gov.payslip.gap"]._note_negative(self)
        return result

    def _gov_run_elements(self, run):
        elements = super()._gov_run_elements(run)
        version, month = run._gov_tax_version()
        if version:
            people = self.employee_id
            facts = TaxFacts.collect(people, run.gov_county_id, version, month)
            notes = self.env.context.get("gov_tax_notes")
            notes = notes if isinstance(notes, TaxNotes) else TaxNotes()
            for slip in self:
                elements[slip.id]["IIT"] = tax_facts.element(slip, facts, notes)
        return elements
