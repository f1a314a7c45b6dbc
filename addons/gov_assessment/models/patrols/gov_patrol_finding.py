"""A record sheet of a patrol (巡查记录): what was found at whom, and what was done."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules.patrol import next_measure

STATES = [
    ("new", "To Investigate"),
    ("confirmed", "Found True"),
    ("rejected", "Not True"),
    ("closed", "Closed"),
]
SOURCES = [
    ("patrol", "On-Site Patrol"),
    ("covert", "Covert Inspection"),
    ("video", "Video Monitoring"),
    ("media", "Media Exposure"),
]
# what the person signs for: unchanged once it is signed
SIGNED = {"employee_id", "date", "class_id", "item_id", "description", "measure_id"}


class GovPatrolFinding(models.Model):
    """Found on a patrol, or reported by an inspection, a camera or the media (A67)."""

    _name = "gov.patrol.finding"
    _description = "Finding of a Patrol"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "date desc, id desc"

    patrol_id = fields.Many2one(
        "gov.patrol", index=True, ondelete="restrict", help="Empty: found otherwise."
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Hall",
        compute="_compute_from_patrol",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        index=True,
        ondelete="restrict",
    )
    date = fields.Date(
        compute="_compute_from_patrol",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        index=True,
        tracking=True,
    )
    source = fields.Selection(SOURCES, default="patrol", required=True, tracking=True)
    area_id = fields.Many2one("gov.window.area")
    window_id = fields.Many2one("gov.window")
    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        index=True,
        ondelete="restrict",
        tracking=True,
        help="Empty: about the hall, not about a person.",
    )
    class_id = fields.Many2one(
        "gov.violation.class", string="Class of Violations", tracking=True
    )
    rule_id = fields.Many2one("gov.service.rule", string="Rule of Service")
    item_id = fields.Many2one(
        "gov.rubric.item",
        domain="[('version_id.state', '=', 'in_force')]",
        tracking=True,
        ondelete="restrict",
    )
    description = fields.Text(string="What Was Found", required=True, tracking=True)
    photo_ids = fields.Many2many("ir.attachment", string="Photos")
    clip_reference = fields.Char(string="Video Clip")
    measure_id = fields.Many2one(
        "gov.patrol.measure", string="Measure Taken", tracking=True
    )
    proposed_measure_id = fields.Many2one(
        "gov.patrol.measure",
        compute="_compute_proposed_measure_id",
        help="Each earlier finding of the person within the span of the rules raises "
        "it by a step.",
    )
    previous_count = fields.Integer(
        string="Earlier Findings", compute="_compute_proposed_measure_id"
    )
    state = fields.Selection(
        STATES,
        default="new",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
        index=True,
    )
    signature = fields.Image(copy=False, max_width=1024, max_height=1024)
    signed_on = fields.Datetime(readonly=True, copy=False)
    is_refused = fields.Boolean(
        string="Signature Refused", help="The person did not want to sign.", copy=False
    )
    rectify_by = fields.Date(string="Put Right Until", tracking=True)
    rectified_on = fields.Date(string="Put Right On", tracking=True, copy=False)
    rectify_result = fields.Char(string="Result", copy=False)
    rechecked_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    investigation = fields.Text(copy=False)
    event_id = fields.Many2one(
        "gov.assessment.event",
        string="Assessment Record",
        readonly=True,
        copy=False,
        ondelete="set null",
    )

    @api.depends("patrol_id")
    def _compute_from_patrol(self):
        today = fields.Date.context_today(self)
        own = self.env.user.gov_department_ids
        own = own if len(own) == 1 else own.browse()
        for finding in self:
            patrol = finding.patrol_id
            hall = patrol.department_id or finding.department_id or own
            finding.department_id = hall
            finding.date = patrol.date or finding.date or today

    @api.depends("employee_id", "date", "department_id")
    def _compute_proposed_measure_id(self):
        measures = self.env["gov.patrol.measure"].search([("active", "=", True)])
        counts = self._previous_counts()
        for finding in self:
            previous = counts.get(finding, 0)
            place = next_measure(previous, len(measures))
            finding.previous_count = previous
            finding.proposed_measure_id = (
                measures[place] if finding.employee_id and place is not None else False
            )

    def _previous_counts(self):
        """{finding: earlier findings of the person that were not rejected}."""
        policies, counts = self.env["gov.patrol.policy"], {}
        for finding in self.filtered("employee_id"):
            # sudo: which rules bind must not depend on the user's companies
            county = finding.department_id.sudo().gov_county_id
            version = policies._versions_for(county, finding.date).get(county)
            months = version.escalation_months if version else 12
            # sudo: findings at other halls count as well, only their number is shown
            counts[finding] = self.sudo().search_count(
                [
                    ("employee_id", "=", finding.employee_id._origin.id),
                    ("state", "!=", "rejected"),
                    ("id", "!=", finding._origin.id),
                    ("date", "<=", finding.date),
                    ("date", ">", fields.Date.subtract(finding.date, months=months)),
                ]
            )
        return counts

    @api.depends("employee_id", "class_id", "date", "department_id")
    def _compute_display_name(self):
        for finding in self:
            who = finding.employee_id.name or finding.department_id.name
            words = [fields.Date.to_string(finding.date), who, finding.class_id.name]
            finding.display_name = " ".join(filter(None, words))

    @api.onchange("class_id", "employee_id")
    def _onchange_class_id(self):
        """Propose the usual item of the class, of the text that binds here."""
        first = (self.class_id.item_codes or "").replace("，", ",").split(",")[0]
        # sudo: which rules bind must not depend on the user's companies
        county = self.department_id.sudo().gov_county_id
        if first.strip() and county and self.date:
            version = self.env["gov.import.item.mixin"]._version_on(county, self.date)
            item = version.item_ids.filtered(lambda i: i.code == first.strip())
            self.item_id = item[:1] or self.item_id

    @api.onchange("measure_id")
    def _onchange_measure_id(self):
        """Propose the deadline of the rules, in working days."""
        if self.measure_id and self.date and not self.rectify_by:
            # sudo: which rules bind must not depend on the user's companies
            county = self.department_id.sudo().gov_county_id
            policies = self.env["gov.patrol.policy"]
            version = policies._versions_for(county, self.date).get(county)
            if version:
                calendar = self.env["gov.calendar.year"]._calendar()
                self.rectify_by = calendar.add(self.date, version.rectify_days)

    @api.onchange("patrol_id")
    def _onchange_patrol_id(self):
        """A patrol by video finds by video, an unannounced visit covertly."""
        method = self.patrol_id.method
        self.source = method if method in ("video", "covert") else self.source

    def _check_signed(self, vals):
        """What somebody has signed stays as it was signed."""
        signed = self.filtered("signature")
        fixed = SIGNED
        if not self.env.user.has_group("gov_window_staff.group_hr_officer"):
            fixed = SIGNED | {"signature"}  # an officer may take a wrong one away
        if signed and fixed & set(vals):
            raise UserError(
                self.env._(
                    "%s is signed and stays as it is. Write a new sheet instead.",
                    signed[0].display_name,
                )
            )
