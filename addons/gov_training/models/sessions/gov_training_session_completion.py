"""What follows from closing a session: resume lines, absences reported."""

from odoo import api, fields, models

from ...rules.schedule import local_day


class GovTrainingSession(models.Model):
    """Completion of a session (结班), and taking it back."""

    _inherit = "gov.training.session"

    incident_ids = fields.One2many(
        "gov.training.incident", "session_id", string="Incidents"
    )
    award_ids = fields.One2many(
        "gov.training.incident",
        "session_id",
        string="Awards",
        domain=[("nature", "=", "award")],
    )
    incident_count = fields.Integer(
        string="Number of Incidents", compute="_compute_incident_count"
    )
    kind_nature = fields.Selection(related="kind_id.nature", string="Nature")

    @api.depends("incident_ids.state")
    def _compute_incident_count(self):
        counts = dict(
            self.env["gov.training.incident"]._read_group(
                [("session_id", "in", self.ids), ("state", "!=", "dismissed")],
                ["session_id"],
                ["__count"],
            )
        )
        for session in self:
            session.incident_count = counts.get(session._origin, 0)

    def action_open_incidents(self):
        """Absences, misconduct and awards of this session."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.incident",
            "view_mode": "list,form",
            "domain": [("session_id", "=", self.id)],
            "context": {"default_session_id": self.id, "gov_one_session": True},
            "name": self.env._("Incidents of %s", self.name),
        }

    # === TRANSITIONS === #

    def _move(self, allowed, target):
        result = super()._move(allowed, target)
        if target == "done":
            self._note_absences()
            self._write_resumes()
        return result

    def _reopen(self, reason):
        result = super()._reopen(reason)
        self._take_back()
        return result

    def _take_back(self):
        """Undo what closing did; what people have confirmed since stays.

        sudo: lines of the resume and absences of all sites belong to the session.
        """
        drafts = self.sudo().incident_ids.filtered(
            lambda i: i.is_automatic and i.state == "draft"
        )
        drafts.unlink()
        lines = self.env["hr.resume.line"].sudo().with_context(active_test=False)
        lines.search([("gov_session_id", "in", self.ids)])._gov_unlocked().unlink()

    # === BUSINESS METHODS === #

    def _note_absences(self):
        """T26, 无故不参加政务服务例会或活动: a draft for each who had to come.

        sudo: noting what the closed list says, for people of every site.
        """
        kind = self.env["gov.training.incident.kind"].search(
            [("nature", "=", "absence")], limit=1
        )
        reporting = self.filtered(lambda s: s.kind_id.reports_absence)
        if not kind or not reporting:
            return
        incidents = self.env["gov.training.incident"].sudo()
        noted = {
            (i.session_id.id, i.session_date_id.id, i.employee_id.id)
            for i in incidents.search(
                [("session_id", "in", reporting.ids), ("is_automatic", "=", True)]
            )
        }
        # sudo: people of every site; the user has just closed these sessions
        incidents._unlocked().create(
            [
                {**vals, "kind_id": kind.id, "is_automatic": True}
                for session in reporting
                for vals in session.sudo()._absence_vals()
                if (session.id, vals["session_date_id"], vals["employee_id"])
                not in noted
            ]
        )

    def _absence_vals(self):
        """One dict for each absence of a person who had to attend, of each date."""
        self.ensure_one()
        required = self.enrollment_ids.filtered(
            lambda e: e.is_required and e.state not in ("withdrawn", "waiting")
        )
        if self.date_ids:
            lines = required.attendance_ids.filtered(lambda a: a.state == "absent")
            found = [(line.employee_id, line.date_id.id, line.reason) for line in lines]
        else:
            lines = required.filtered(lambda e: e.state == "absent")
            found = [(line.employee_id, False, line.reason) for line in lines]
        return [
            {
                "session_id": self.id,
                "session_date_id": date,
                "employee_id": person.id,
                "description": reason,
                "user_id": self.env.uid,
            }
            for person, date, reason in found
        ]

    def _write_resumes(self):
        """The training in the resume of everybody who came (hr_skills).

        sudo: a site officer closes the session and may not write resumes.
        """
        line_type = self.env.ref(
            "hr_skills.resume_type_training", raise_if_not_found=False
        )
        lines = self.env["hr.resume.line"].sudo()._gov_unlocked()
        lines.create(
            [
                {
                    "name": session.name,
                    "employee_id": person,
                    "date_start": local_day(session.date_start),
                    "date_end": local_day(session.date_end),
                    "duration": round(session.hours),
                    "line_type_id": line_type and line_type.id,
                    "course_type": "gov_training",
                    "gov_session_id": session.id,
                }
                for session in self
                if session.kind_id.nature != "meeting"
                # sudo: people of every site; the user has just closed these sessions
                for person in session.sudo()._people_who_came().ids
            ]
        )

    def _people_who_came(self):
        return self.enrollment_ids.filtered(lambda e: e.state == "attended").employee_id
