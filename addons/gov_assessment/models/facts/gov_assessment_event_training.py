"""Incidents of trainings (无故缺席, 会场违纪, 获奖) as leads (A13, A14, A40)."""

from decimal import Decimal

from odoo import api, fields, models


class GovAssessmentEvent(models.Model):
    """Record with the incident of a training behind it."""

    _inherit = "gov.assessment.event"

    incident_id = fields.Many2one(
        "gov.training.incident",
        string="Training Incident",
        readonly=True,
        copy=False,
        ondelete="set null",
        index="btree_not_null",
    )

    @api.model
    def _take_up_incidents(self, first, last):
        """Drafts of the confirmed incidents of a period.

        An incident whose item the text of its month does not have is left for later.

        :return: the new drafts
        """
        incidents = self.env["gov.training.incident"]._for_assessment(first, last)
        taken, vals_list = incidents.browse(), []
        for incident in incidents:
            item = self._item_of_incident(incident)
            if item:
                taken += incident
                vals_list.append(self._prepare_incident_vals(incident, item))
        events = self._step().create(vals_list).with_env(self.env)
        for incident, event in zip(taken, events, strict=True):
            event._copy_evidence(incident.evidence_ids)
            incident._mark_taken(event.display_name)
        return events

    @api.model
    def _item_of_incident(self, incident):
        # sudo: the county of the person's site is known to everybody
        county = incident.sudo().department_id.gov_county_id
        month = incident.date.replace(day=1)
        version = self.env["gov.import.item.mixin"]._version_on(county, month)
        code = (incident.item_code or "").strip()
        return version.item_ids.filtered(lambda item: item.code == code)[:1]

    @api.model
    def _prepare_incident_vals(self, incident, item):
        points = Decimal(str(abs(incident.points)))
        words = [incident.display_name, incident.rank, incident.description]
        return {
            "employee_id": incident.employee_id.id,
            "date": incident.date,
            "item_id": item.id,
            "points": float(points) if item._takes(points) else item._lowest(),
            "source": "commendation" if item.is_bonus else "attendance",
            "reason": "；".join(filter(None, words)),
            "matter": incident.session_id.display_name if item.is_bonus else False,
            "is_imported": True,
            "incident_id": incident.id,
        }

    def _copy_evidence(self, attachments):
        """The files stay with the incident; the record gets its own copies."""
        copies = self.env["ir.attachment"]
        for file in attachments:
            copies += file.copy({"res_model": self._name, "res_id": self.id})
        self.evidence_ids = [(6, 0, copies.ids)]
