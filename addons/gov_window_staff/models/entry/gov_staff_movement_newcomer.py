"""Checklist of a newcomer, and duty before it is done (新人上岗, S40, D36)."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...exceptions import DocumentLocked

DUTY_FIELDS = {"duty_until", "duty_reason", "duty_user_id"}


class GovStaffMovement(models.Model):
    """What an entry needs before the first day of duty."""

    _inherit = "gov.staff.movement"

    newcomer_line_ids = fields.One2many(
        "gov.newcomer.line", "movement_id", string="Newcomer Checklist", copy=False
    )
    newcomer_progress = fields.Float(
        string="Checklist", compute="_compute_newcomer", compute_sudo=True
    )
    newcomer_warning = fields.Char(compute="_compute_newcomer", compute_sudo=True)
    duty_until = fields.Date(
        string="To Be Made Up By",
        readonly=True,
        copy=False,
        help="Until this day the newcomer may serve before the checklist is done.",
    )
    duty_reason = fields.Char(string="Duty Allowed Because", readonly=True, copy=False)
    duty_user_id = fields.Many2one(
        "res.users", string="Duty Allowed By", readonly=True, copy=False
    )

    @api.model
    def _is_system(self, name):
        return name in DUTY_FIELDS or super()._is_system(name)

    @api.depends(
        "newcomer_line_ids.is_done",
        "newcomer_line_ids.is_required",
        "state",
        "effective_date",
        "duty_until",
    )
    def _compute_newcomer(self):
        today = self._today()
        for movement in self:
            lines = movement.newcomer_line_ids
            done = lines.filtered("is_done")
            movement.newcomer_progress = 100 * len(done) / len(lines) if lines else 0
            movement.newcomer_warning = movement._duty_warning(today)

    def _newcomer_open(self):
        """Items of the checklist that a newcomer needs before duty and lacks."""
        return self.newcomer_line_ids.filtered(
            lambda line: line.is_required and not line.is_done
        )

    def _duty_warning(self, today):
        """D36: on duty before the checklist is done; a sentence, or False."""
        missing = self._newcomer_open()
        on_duty = self.state == "done" and self.effective_date <= today
        if not (missing and on_duty):
            return False
        items = "、".join(missing.item_id.mapped("name"))
        if self.duty_until and today <= self.duty_until:
            return self.env._(
                "May serve until %(day)s; still to be made up: %(items)s",
                day=self.duty_until,
                items=items,
            )
        return self.env._("On duty without: %(items)s", items=items)

    def action_submit(self):
        """A submitted entry has its checklist: the site prepares meanwhile."""
        result = super().action_submit()
        self.filtered(lambda m: m.kind == "entry")._add_newcomer_lines()
        return result

    def _add_newcomer_lines(self):
        items = self.env["gov.newcomer.item"].search([("active", "=", True)])
        # sudo: made by the system with the entry
        lines = self.env["gov.newcomer.line"].sudo()._unprotected()
        lines.create(
            [
                {
                    "movement_id": movement.id,
                    "item_id": item.id,
                    "is_required": item.is_required,
                }
                for movement in self
                for item in items - movement.newcomer_line_ids.item_id
            ]
        )

    def action_allow_duty(self):
        """Dialog: the newcomer serves although something is missing, until a day."""
        return self._open_dialog("gov.duty.allow", self.env._("Allow Duty"))

    def _allow_duty(self, until, reason):
        """Once, by the county office, with a day until which it is made up (D36)."""
        self.ensure_one()
        self._expect_office()
        self._take()
        if self.duty_until:
            raise DocumentLocked(
                self.env._(
                    "Duty of %(name)s was allowed once, until %(day)s. What is missing "
                    "has to be made up.",
                    name=self.person_name,
                    day=self.duty_until,
                )
            )
        policy = self.env["gov.entry.policy"]._version_for(
            self.county_id, self._today()
        )
        latest = fields.Date.add(
            max(self._today(), self.effective_date), days=policy.duty_days
        )
        if not self._today() <= until <= latest:
            raise UserError(
                self.env._(
                    "Choose a day from today to %(latest)s, as the rules allow.",
                    latest=latest,
                )
            )
        self._system().write(
            {"duty_until": until, "duty_reason": reason, "duty_user_id": self.env.uid}
        )
        self._log("note", self.env._("Duty allowed until %s: ", until) + reason)
