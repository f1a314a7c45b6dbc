"""Signing in: how and when, and the dates of a session of several days."""

from odoo import api, fields, models

from ...rules.attendance import combined, credited_hours
from ..base.gov_training_guard_mixin import SIGN_WAYS

MARKED = ("attended", "excused", "absent")


class GovTrainingEnrollment(models.Model):
    """The line of a person sums up the dates of the session."""

    _inherit = "gov.training.enrollment"

    sign_time = fields.Datetime(string="Signed In At", readonly=True, copy=False)
    sign_way = fields.Selection(
        SIGN_WAYS, string="Signed In By", readonly=True, copy=False
    )
    attendance_ids = fields.One2many(
        "gov.training.attendance", "enrollment_id", string="Dates"
    )
    lieu_hours = fields.Float(
        string="Hours in Lieu",
        compute="_compute_lieu_hours",
        store=True,
        digits=(8, 1),
        help="补休: hours outside working time that this person may take off.",
    )

    @api.depends(
        "state", "session_id.state", "session_id.hours", "attendance_ids.state"
    )
    def _compute_hours(self):
        whole = self.filtered(lambda e: not e.session_id.date_ids)
        result = super(GovTrainingEnrollment, whole)._compute_hours()
        for enrollment in self - whole:
            session = enrollment.session_id
            came = enrollment.attendance_ids.filtered(lambda a: a.state == "attended")
            counts = enrollment.state == "attended" and session.state == "done"
            enrollment.hours = counts and credited_hours(
                session.hours,
                sum(came.date_id.mapped("hours")),
                sum(session.date_ids.mapped("hours")),
            )
        return result

    @api.depends("hours", "session_id.has_lieu", "session_id.off_hours")
    def _compute_lieu_hours(self):
        for enrollment in self:
            session = enrollment.session_id
            owed = session.has_lieu and session.off_hours
            enrollment.lieu_hours = owed and credited_hours(
                owed, enrollment.hours, session.hours
            )

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        enrollments = super().create(vals_list)
        # sudo: whoever may put somebody on the list puts the person on all its dates
        held = enrollments.sudo().filtered(lambda e: e.session_state == "ongoing")
        held.session_id.date_ids._list_people()
        for state in MARKED:
            marked = held.filtered(lambda e, state=state: e.state == state)
            marked._spread_over_dates({"state": state})
        return enrollments

    def write(self, vals):
        result = super().write(vals)
        if "state" in vals and not self._is_unlocked():
            self.filtered("attendance_ids")._spread_over_dates(vals)
        return result

    # === BUSINESS METHODS === #

    def _spread_over_dates(self, vals):
        """What is said of the whole session goes for each date not marked yet."""
        lines = self.attendance_ids
        if not lines or vals["state"] not in (*MARKED, "enrolled"):
            return
        open_lines = lines.filtered(lambda line: line.state == "enrolled")
        if vals["state"] in MARKED:
            lines = open_lines or lines
        reasons = {"reason": vals["reason"]} if "reason" in vals else {}
        lines.write({"state": vals["state"], **reasons})

    def _corrected_by(self, vals):
        """Lines that sum up their dates are not signed themselves."""
        return super()._corrected_by(vals).filtered(lambda e: not e.attendance_ids)

    def _combine_dates(self):
        """The state of the line from those of its dates."""
        for enrollment in self.filtered(
            lambda e: e.attendance_ids and e.state not in ("withdrawn", "waiting")
        ):
            dates = enrollment.attendance_ids
            state = combined(dates.mapped("state"))
            reason = next((d.reason for d in dates if d.state == state), False)
            vals = {"state": state, "reason": reason, **self._signed_vals(state)}
            signed = dates.filtered("sign_time").sorted("sign_time")[:1]
            if state == "attended" and signed:
                vals |= {"sign_time": signed.sign_time, "sign_way": signed.sign_way}
            # the right to sign in was asked for the dates
            enrollment._unlocked().write(vals)

    def _sign_in(self, way, moment=None, date=None):
        """Sign people in, once a person; the lines that were not signed in before.

        The caller has checked who they are. In a session of several dates `date` is
        signed, or all those on the day of `moment`.

        :param way: key of `SIGN_WAYS`
        :param moment: UTC without zone, now by default
        :param date: gov.training.session.date
        :raises UserError: the session is not being held
        """
        moment = moment or fields.Datetime.now()
        single = self.filtered(lambda e: not e.session_id.date_ids)
        new = single.filtered(lambda e: e.state != "attended")
        new._by_way(way).write({"state": "attended", "reason": False})
        several = self - single
        lines = several.attendance_ids.filtered(
            lambda a: a.state != "attended"
            and (a.date_id == date if date else a.date_id._is_on(moment))
        )
        lines._by_way(way).write({"state": "attended", "reason": False})
        return new | lines.enrollment_id
