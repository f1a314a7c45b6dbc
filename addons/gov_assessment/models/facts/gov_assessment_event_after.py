"""What follows from a record: evidence in time, reports, a decision of the leader."""

from odoo import api, fields, models

LEADER = "gov_window_staff.group_leader"
TODO = "mail.mail_activity_data_todo"


class GovAssessmentEvent(models.Model):
    """Video is kept for some days only; severe facts go to others as well."""

    _inherit = "gov.assessment.event"

    clip_reference = fields.Char(
        string="Video Clip",
        help="Camera and time of the clip, or where it was saved.",
    )
    evidence_deadline = fields.Date(
        string="Save Video Until",
        compute="_compute_evidence_deadline",
        store=True,
        help="Recordings are kept for some days only (10天存储回放): the clip has to "
        "be saved, or its reference written down, before they are overwritten.",
    )
    is_evidence_missing = fields.Boolean(
        string="Video Not Saved",
        compute="_compute_is_evidence_missing",
        search="_search_is_evidence_missing",
    )
    reports_discipline = fields.Boolean(related="item_id.reports_discipline")
    reported_on = fields.Date(
        string="Reported to Discipline On", copy=False, tracking=True
    )

    @api.depends("source", "date", "department_id")
    def _compute_evidence_deadline(self):
        policies = self.env["gov.patrol.policy"]
        video = self.filtered(lambda e: e.source == "video" and e.date)
        (self - video).evidence_deadline = False
        for day, events in video.grouped("date").items():
            # sudo: the county of a site is known to everybody who records there
            counties = events.sudo().department_id.gov_county_id
            versions = policies._versions_for(counties, day)
            for event in events:
                version = versions.get(event.sudo().department_id.gov_county_id)
                event.evidence_deadline = version and fields.Date.add(
                    day, days=version.video_days
                )

    @api.depends("source", "evidence_ids", "clip_reference", "state")
    def _compute_is_evidence_missing(self):
        for event in self:
            event.is_evidence_missing = (
                event.source == "video"
                and event.state != "withdrawn"
                and not (event.evidence_ids or event.clip_reference)
            )

    def _search_is_evidence_missing(self, operator, value):
        if operator != "in":
            return NotImplemented
        domain = [
            ("source", "=", "video"),
            ("state", "!=", "withdrawn"),
            ("evidence_ids", "=", False),
            ("clip_reference", "in", [False, ""]),
        ]
        return domain if True in value else ["!", *domain]

    def _after_confirmation(self):
        result = super()._after_confirmation()
        for event in self:
            if event.reports_discipline and not event.reported_on:
                event._ask_to_report()
            if event.is_late and event.item_id.is_severe:
                event._ask_leaders_to_reopen()
        return result

    def _ask_to_report(self):
        """Violations of discipline are passed on (A8)."""
        self.activity_schedule(
            TODO,
            summary=self.env._("Report to the discipline body"),
            note=self.env._(
                "Item %s has to be passed on. Enter the day on the record afterwards.",
                self.item_id.display_name,
            ),
            user_id=self.env.uid,
        )

    def _ask_leaders_to_reopen(self):
        """A severe late record may reopen its month: the leader decides (D39)."""
        # sudo: who the leaders are is no secret of the officer's own
        leaders = self.env.ref(LEADER).sudo().all_user_ids
        leaders = leaders._gov_of_county(self.department_id.gov_county_id)
        for user in leaders.filtered(lambda u: u.active and u.id != 1):
            self.activity_schedule(
                TODO,
                summary=self.with_context(lang=user.lang).env._(
                    "Severe late record: reopen its month or leave it?"
                ),
                user_id=user.id,
            )
