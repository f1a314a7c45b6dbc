"""Supervision item (督办): 一件一件督办、一项一项跟进 (A86)."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from .gov_follow_mixin import OFFICER

STATES = [
    ("draft", "Draft"),
    ("open", "Being Supervised"),
    ("reported", "Reported Back"),
    ("closed", "Closed"),
    ("cancelled", "Cancelled"),
]
SOURCES = [
    ("patrol", "On-Site Patrol"),
    ("review", "Citizen Review"),
    ("opinion", "Opinion or Suggestion"),
    ("month", "Monthly Appraisal"),
    ("inspection", "Inspection from Above"),
    ("other", "Other"),
]


class GovSupervision(models.Model):
    """One matter, one site or unit, one deadline; closed by the office only."""

    _name = "gov.supervision"
    _description = "Supervision Item"
    _inherit = ["gov.follow.mixin", "gov.due.mixin"]
    _order = "deadline desc, id desc"
    _waiting_states = ("open",)
    _sealed_fields = frozenset(
        {"state", "name", "issue_date", "close_date", "closed_by_id", "step_ids"}
    )
    _sealed_fields |= {"urge_count", "is_late", "answer"}

    name = fields.Char(string="Supervision No.", readonly=True, copy=False)
    state = fields.Selection(
        STATES, default="draft", required=True, copy=False, tracking=True, index=True
    )
    title = fields.Char(string="Matter", required=True, tracking=True)
    source = fields.Selection(SOURCES, default="patrol", required=True, tracking=True)
    department_id = fields.Many2one(
        "hr.department",
        string="Responsible Site",
        required=True,
        index=True,
        ondelete="restrict",
        tracking=True,
    )
    county_id = fields.Many2one(
        related="department_id.gov_county_id", store=True, index=True
    )
    unit_id = fields.Many2one(
        "res.partner",
        string="Responsible Unit",
        index="btree_not_null",
        ondelete="restrict",
        domain=[("is_gov_unit", "=", True)],
        tracking=True,
    )
    demand = fields.Text(string="What Is Demanded", required=True)
    letter_body = fields.Text(string="Text of the Letter", readonly=True, copy=False)
    attachment_ids = fields.Many2many("ir.attachment", string="Files", copy=False)
    issue_date = fields.Date(string="Sent On", readonly=True, copy=False)
    answer = fields.Text(string="Report of the Site", readonly=True, copy=False)
    is_late = fields.Boolean(string="Reported Back Late", readonly=True, copy=False)
    urge_count = fields.Integer(string="Times Urged", readonly=True, copy=False)
    close_date = fields.Date(string="Finished On", readonly=True, copy=False)
    closed_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    step_ids = fields.One2many(
        "gov.supervision.step", "supervision_id", string="Steps", readonly=True
    )

    _name_uniq = models.UniqueIndex(
        "(county_id, name) WHERE name IS NOT NULL", "This number is already given."
    )

    @api.depends("name", "title")
    def _compute_display_name(self):
        for item in self:
            item.display_name = " ".join(filter(None, [item.name, item.title]))

    def action_send(self):
        """Number, deadline and letter; the site sees it from now on."""
        today = fields.Date.context_today(self)
        for item in self._begin(OFFICER, ["draft"]):
            letter = self.env["gov.follow.letter"]._for_county(
                "supervision", item.county_id
            )
            if item.deadline and item.deadline < today:
                raise UserError(
                    self.env._("The deadline has passed: choose a later day.")
                )
            item.write(
                {
                    "state": "open",
                    "issue_date": today,
                    "deadline": item.deadline
                    or item._workday_after(today, letter.days),
                    "name": item._next_number(letter, item.county_id, today),
                }
            )
            item.letter_body = letter._text(item._letter_values())
            item._note("send", item.demand)

    def action_urge(self):
        """Remind the site (催办); the count shows how often that was needed."""
        for item in self._begin(OFFICER, ["open"]):
            item.urge_count += 1
            item._note("urge", False)

    def action_report(self):
        """Ask what was done."""
        return self._ask_reason("report", self.env._("Report Back"))

    def action_return(self):
        """Ask what is still missing."""
        return self._ask_reason("return", self.env._("Not Yet Settled"))

    def action_close(self):
        """Ask what the office found."""
        return self._ask_reason("close", self.env._("Close the Matter"))

    def action_cancel(self):
        """Ask why nobody follows it any more."""
        return self._ask_reason("cancel", self.env._("Cancel"))

    def action_extend(self):
        """Open the dialog for a later deadline."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.supervision.extend",
            "view_mode": "form",
            "target": "new",
            "context": {"default_supervision_id": self.id},
            "name": self.env._("Later Deadline"),
        }

    def action_print(self):
        """The letter as PDF."""
        return self.env.ref("gov_assessment.supervision_report").report_action(self)
