"""An objection to a person on a public notice (公示异议), and how it was handled."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...exceptions import DocumentLocked
from ..base.gov_protected_mixin import UNLOCK

CONCLUSIONS = [("unfounded", "Unfounded"), ("upheld", "Upheld")]
CLOSING = {"state", "closed_on", "closed_by_id"}


class GovPublicNoticeObjection(models.Model):
    """Open until a conclusion is recorded; an open one blocks the notice."""

    _name = "gov.public.notice.objection"
    _description = "Objection to a Public Notice"
    _order = "date desc, id desc"
    _rec_name = "applicant_id"

    notice_id = fields.Many2one(
        "gov.public.notice", required=True, index=True, ondelete="restrict"
    )
    applicant_id = fields.Many2one(
        "hr.applicant",
        string="Person",
        required=True,
        ondelete="restrict",
        context={"active_test": False},
    )
    date = fields.Date(required=True, default=fields.Date.context_today)
    raised_by = fields.Char(
        help="Name or “anonymous”; who objects is protected and never printed."
    )
    text = fields.Text(string="What Is Objected", required=True)
    handling = fields.Text(help="What was looked into, by whom, with which finding.")
    conclusion = fields.Selection(CONCLUSIONS)
    state = fields.Selection(
        [("open", "Open"), ("closed", "Closed")],
        compute="_compute_state",
        store=True,
    )
    closed_on = fields.Date(readonly=True, copy=False)
    closed_by_id = fields.Many2one("res.users", readonly=True, copy=False)

    @api.depends("conclusion")
    def _compute_state(self):
        for objection in self:
            objection.state = "closed" if objection.conclusion else "open"

    @api.constrains("applicant_id", "notice_id")
    def _check_person(self):
        for objection in self:
            if objection.applicant_id not in objection.notice_id.applicant_ids:
                raise ValidationError(self.env._("This person is not on the notice."))

    @api.constrains("conclusion", "handling")
    def _check_handling(self):
        for objection in self:
            if objection.conclusion and not (objection.handling or "").strip():
                raise ValidationError(
                    self.env._("Enter how the objection was handled.")
                )

    def _check_open_notice(self):
        if any(objection.notice_id.state != "published" for objection in self):
            raise DocumentLocked(
                self.env._("Objections are recorded while a notice is published.")
            )

    @api.model_create_multi
    def create(self, vals_list):
        fresh = {"closed_on": False, "closed_by_id": False}
        objections = super().create([{**vals, **fresh} for vals in vals_list])
        objections._check_open_notice()
        objections._stamp()
        return objections

    def write(self, vals):
        if CLOSING & set(vals) and self.env.context.get("gov_unlock") is not UNLOCK:
            raise UserError(
                self.env._("Enter the conclusion; day and person are kept by itself.")
            )
        self._check_open_notice()
        result = super().write(vals)
        self._check_open_notice()
        if "conclusion" in vals:
            self._stamp()
        return result

    def _stamp(self):
        """Who closed it, and when; a conclusion taken back takes both back."""
        closed = self.filtered("conclusion").with_context(gov_unlock=UNLOCK)
        closed.write(
            {
                "closed_on": fields.Date.context_today(self),
                "closed_by_id": self.env.uid,
            }
        )
        reopened = (self - closed).filtered("closed_on")
        reopened.with_context(gov_unlock=UNLOCK).write(
            {"closed_on": False, "closed_by_id": False}
        )

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise DocumentLocked(
            self.env._("An objection is kept. Conclude it as unfounded instead.")
        )
