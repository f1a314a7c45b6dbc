"""The way of a finding: investigated, put right, made an assessment record."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools.misc import clean_context

from odoo.addons.gov_window_staff.models.base.gov_protected_mixin import UNLOCK

from .gov_patrol_finding import SIGNED

SEALED = {"state", "signed_on", "event_id", "rechecked_by_id"}
# the person found signs, and writes nothing else of the own sheet
JUDGED = SIGNED | {"investigation", "is_refused", "rectified_on", "rectify_by"}
JUDGED |= {"rectify_result"}


class GovPatrolFinding(models.Model):
    """Only what was investigated and is true has consequences (A68)."""

    _inherit = "gov.patrol.finding"

    @api.model_create_multi
    def create(self, vals_list):
        # given as they begin, so that no default_... key of a caller sets them
        fresh = {**dict.fromkeys(SEALED, False), "state": "new"}
        findings = super().create([{**vals, **fresh} for vals in vals_list])
        findings.filtered("signature")._note_signature()
        return findings

    def write(self, vals):
        if not self._is_stepping():
            vals = {name: v for name, v in vals.items() if name not in SEALED}
            self._check_signed(vals)
            if JUDGED & set(vals):
                self.employee_id._gov_refuse_own()
        result = super().write(vals)
        if "employee_id" in vals:
            self.employee_id._gov_refuse_own()
        if "signature" in vals:
            self._note_signature()
        if {"department_id", "patrol_id"} & set(vals):
            # record rules are asked before the write: ask again for the new hall
            self.check_access("write")
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_new_only(self):
        self.employee_id._gov_refuse_own()
        for finding in self:
            if finding.state != "new" or finding.signature or finding.event_id:
                raise UserError(
                    self.env._(
                        "%s is signed or was investigated already and stays.",
                        finding.display_name,
                    )
                )

    def _note_signature(self):
        """The time of the signature is that of the system."""
        for finding in self:
            moment = fields.Datetime.now() if finding.signature else False
            finding._step().write({"signed_on": moment})

    def _step(self):
        return self.with_context(gov_finding_step=UNLOCK)

    def _is_stepping(self):
        return self.env.context.get("gov_finding_step") is UNLOCK

    # -- buttons ---------------------------------------------------------------

    def action_confirm(self):
        """Investigated: it is true (经查证属实)."""
        self._check_state("new")
        self._step().write({"state": "confirmed"})

    def action_reject(self):
        """Investigated: it is not true; the investigation says why."""
        self._check_state("new", "confirmed")
        for finding in self:
            if not (finding.investigation or "").strip():
                raise UserError(self.env._("Write down what the investigation found."))
            if finding.event_id and finding.event_id.state != "withdrawn":
                raise UserError(
                    self.env._(
                        "%s has an assessment record: have it withdrawn first.",
                        finding.display_name,
                    )
                )
        self._step().write({"state": "rejected"})

    def action_close(self):
        """Put right and rechecked, or nothing was to be put right."""
        self._check_state("confirmed")
        for finding in self:
            finding._check_closable()
        self._step().write({"state": "closed", "rechecked_by_id": self.env.uid})

    def action_reopen(self):
        """Look into it again."""
        self._check_state("rejected", "closed")
        self._step().write({"state": "new", "rechecked_by_id": False})

    def action_make_record(self):
        """One press: a draft of an assessment record with everything in it."""
        self.ensure_one()
        self._check_state("new", "confirmed")
        if not self.event_id:
            self._check_recordable()
            # sudo: a leader on patrol may not write records, but what he found
            # becomes a draft, which an officer verifies and confirms; create_uid
            # stays the one who pressed the button
            events = self.env["gov.assessment.event"].sudo()
            # no default_... key of a caller may decide anything of the draft
            events = events.with_context(clean_context(self.env.context))  # pylint: disable=context-overridden
            event = events.create(self._prepare_event_vals())
            event = event.with_env(self.env)
            event.check_access("read")
            event.sudo()._copy_evidence(self.photo_ids)
            self._step().write({"event_id": event.id})
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.assessment.event",
            "res_id": self.event_id.id,
            "view_mode": "form",
        }

    def _prepare_event_vals(self):
        return {
            "employee_id": self.employee_id.id,
            "date": self.date,
            "item_id": self.item_id.id,
            "source": self.source,
            "reason": self.description,
            "clip_reference": self.clip_reference,
            "state": "draft",
            "finding_id": self.id,
        }

    # -- checks ----------------------------------------------------------------

    def _check_state(self, *allowed):
        self.check_access("write")
        self.employee_id._gov_refuse_own()
        labels = dict(self._fields["state"]._description_selection(self.env))
        for finding in self.filtered(lambda f: f.state not in allowed):
            raise UserError(
                self.env._(
                    "%(finding)s is “%(state)s”: this step is not possible now.",
                    finding=finding.display_name,
                    state=labels[finding.state],
                )
            )

    def _check_recordable(self):
        if not (self.employee_id and self.item_id):
            raise UserError(
                self.env._("Choose the person and the item of the rubric first.")
            )

    def _check_closable(self):
        if self.rectify_by and not self.rectified_on:
            raise UserError(
                self.env._(
                    "%s has to be put right: enter when that was done.",
                    self.display_name,
                )
            )
        if self.measure_id.needs_record and not self.event_id:
            raise UserError(
                self.env._(
                    "“%s” takes an assessment record: make it first.",
                    self.measure_id.name,
                )
            )
