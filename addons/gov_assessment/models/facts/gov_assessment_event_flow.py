"""The way of a record: drafted, verified by somebody else, confirmed (A68, X13)."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.models.base.gov_protected_mixin import UNLOCK

OFFICER = "gov_window_staff.group_hr_officer"
# set by the buttons only: who stands for the fact
SEALED = {"verified_by_id", "verified_on", "confirmed_by_id", "confirmed_on"}
# where a record came from: set by what makes it, never by hand
ORIGIN = {"attendance_id", "attendance_kind", "incident_id", "finding_id"}
ORIGIN |= {"is_imported"}
# what was verified: changed in draft only
SUBSTANCE = {"employee_id", "date", "item_id", "quantity", "points", "source"}
SUBSTANCE |= {"reason", "matter", "duplicate_reason"}


class GovAssessmentEvent(models.Model):
    """Nobody verifies what he recorded, and nobody decides about himself."""

    _inherit = "gov.assessment.event"

    verified_by_id = fields.Many2one(
        "res.users", readonly=True, copy=False, ondelete="restrict"
    )
    verified_on = fields.Datetime(readonly=True, copy=False)
    confirmed_by_id = fields.Many2one(
        "res.users", readonly=True, copy=False, ondelete="restrict"
    )
    confirmed_on = fields.Datetime(readonly=True, copy=False)

    def _step(self):
        """The same records, for a button that has checked what it does."""
        return self.with_context(gov_event_step=UNLOCK)

    def _is_stepping(self):
        return self.env.context.get("gov_event_step") is UNLOCK

    @api.model_create_multi
    def create(self, vals_list):
        # given in any case, so that no default_... key of a caller fills them
        empty = dict.fromkeys(SEALED | ORIGIN, False)
        if self.env.su or self._is_stepping():
            fresh = {**empty, "state": "draft"}
            return super().create([{**fresh, **vals} for vals in vals_list])
        events = super().create([{**vals, **empty} for vals in vals_list])
        events._refuse_unless_draft()
        return events

    def write(self, vals):
        if not (self.env.su or self._is_stepping() or self._is_settling()):
            sealed = SEALED | ORIGIN
            vals = {name: v for name, v in vals.items() if name not in sealed}
            if "state" in vals:
                self._check_decision({vals["state"], *self.mapped("state")})
                self._refuse_unless_draft(vals["state"])
            if SUBSTANCE & set(vals):
                self.check_access("write")
                self._refuse_unless_draft()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_drafts_only(self):
        if not self.env.su:
            self._refuse_unless_draft()

    def _refuse_unless_draft(self, state="draft"):
        if state != "draft" or any(event.state != "draft" for event in self):
            raise DocumentLocked(
                self.env._(
                    "A record that was verified or confirmed is not changed by hand. "
                    "Use the buttons, or send it back to draft first."
                )
            )

    # -- buttons ---------------------------------------------------------------

    def action_verify(self):
        """The fact was looked into and is true (经核实); not by who recorded it."""
        drafts = self.filtered(lambda event: event.state == "draft")
        drafts._check_officer()
        for event in drafts:
            event._check_other_person()
            if event.create_uid == self.env.user:
                raise UserError(
                    self.env._(
                        "You recorded %s yourself; somebody else has to verify it.",
                        event.display_name,
                    )
                )
        drafts._step().write(
            {
                "state": "verified",
                "verified_by_id": self.env.uid,
                "verified_on": fields.Datetime.now(),
            }
        )

    def action_confirm(self):
        """The fact stands: it counts from now on."""
        ready = self.filtered(lambda event: event.state in ("draft", "verified"))
        ready._check_officer()
        for event in ready:
            event._check_other_person()
            event._check_verified()
        ready._check_confirmable()
        ready._step().write(
            {
                "state": "confirmed",
                "confirmed_by_id": self.env.uid,
                "confirmed_on": fields.Datetime.now(),
            }
        )
        ready._after_confirmation()

    def action_withdraw(self):
        self._check_officer()
        self.employee_id._gov_refuse_own()
        return super(GovAssessmentEvent, self._step()).action_withdraw()

    def action_back_to_draft(self):
        """Undo; what was verified has to be verified again."""
        self._check_officer()
        self.employee_id._gov_refuse_own()
        result = super(GovAssessmentEvent, self._step()).action_back_to_draft()
        self._step().write(dict.fromkeys(SEALED, False))
        return result

    def _after_confirmation(self):
        """Hook: what follows from a record that counts now."""

    # -- checks ----------------------------------------------------------------

    def _check_officer(self):
        if not (self.env.su or self.env.user.has_group(OFFICER)):
            raise AccessError(
                self.env._(
                    "Only the county's HR officers verify, confirm or withdraw records."
                )
            )
        self.check_access("write")

    def _check_other_person(self):
        # sudo: the login of a person is not shown to everybody
        if self.sudo().employee_id.user_id == self.env.user and not self.env.su:
            raise UserError(
                self.env._("%s is about yourself: ask a colleague.", self.display_name)
            )

    def _check_verified(self):
        if self.needs_verification and self.state != "verified":
            raise UserError(
                self.env._(
                    "%(record)s: item %(code)s needs verification. Somebody else than "
                    "the recorder presses Verify first.",
                    record=self.display_name,
                    code=self.item_id.code,
                )
            )
