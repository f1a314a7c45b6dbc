"""Training needs (培训需求): what a person wants or ought to learn (菜单式培训)."""

from odoo import api, fields, models
from odoo.exceptions import UserError

SOURCES = [
    ("wish", "Own Choice"),
    ("officer", "Named by the Site"),
    ("missed", "Missed a Session"),
    ("exam", "Exam Not Passed"),
]
STATES = [
    ("open", "To Be Arranged"),
    ("planned", "Session Arranged"),
    ("met", "Trained"),
    ("declined", "Not Arranged"),
    ("withdrawn", "Taken Back"),
]
LIVE = ("open", "planned")
LONGEST = 500  # characters of a text


class GovTrainingNeed(models.Model):
    """One person, one topic; 五华 2017 and 攀枝花: 菜单式培训, 对盲点进行重点培训."""

    _name = "gov.training.need"
    _description = "Training Need"
    _inherit = ["gov.training.guard.mixin", "mail.thread"]
    _order = "date desc, id desc"
    # a need keeps its person and where it came from; the rest moves by methods
    _sealed_fields = frozenset(
        {"employee_id", "source", "date", "state", "session_id", "answer", "facts"}
    )

    employee_id = fields.Many2one(
        "hr.employee", string="Person", required=True, index=True, ondelete="restrict"
    )
    staff_no = fields.Char(related="employee_id.gov_staff_no", store=True)
    department_id = fields.Many2one(
        "hr.department",
        string="Site",
        compute="_compute_department_id",
        store=True,
        index=True,
    )
    county_id = fields.Many2one(
        related="department_id.gov_county_id",
        string="County",
        store=True,
        index=True,
    )
    topic_id = fields.Many2one(
        "gov.training.topic",
        required=True,
        index=True,
        ondelete="restrict",
        tracking=True,
    )
    source = fields.Selection(SOURCES, default="officer", required=True, index=True)
    date = fields.Date(
        string="Stated On", default=fields.Date.context_today, required=True
    )
    wish = fields.Char(string="What to Learn", size=LONGEST)
    reason = fields.Char(string="Why", size=LONGEST)
    facts = fields.Text(string="Facts Behind It", readonly=True)
    form_id = fields.Many2one(
        "gov.training.form", string="Preferred Form", ondelete="set null"
    )
    state = fields.Selection(
        STATES, default="open", required=True, copy=False, tracking=True, index=True
    )
    session_id = fields.Many2one(
        "gov.training.session",
        string="Arranged Session",
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
        tracking=True,
    )
    session_date = fields.Datetime(related="session_id.date_start", string="Held On")
    answer = fields.Char(string="Answer to the Person", copy=False, tracking=True)

    # the same person, topic and source once as long as nothing has come of it
    _live_uniq = models.UniqueIndex(
        "(employee_id, topic_id, source) WHERE state IN ('open', 'planned')",
        "This need is on record already and waits for a session.",
    )

    # === COMPUTE METHODS === #

    @api.depends("employee_id", "topic_id")
    def _compute_display_name(self):
        for need in self:
            # sudo: who may read the need may know whose it is
            person = need.sudo().employee_id.name or ""
            need.display_name = f"{person} / {need.topic_id.name or ''}"

    @api.depends("employee_id")
    def _compute_department_id(self):
        for need in self:
            # sudo: where somebody works is public, the profile is not
            need.department_id = need.employee_id.sudo().department_id

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        if not self._is_unlocked():
            today = fields.Date.context_today(self)
            fixed = {
                "source": "officer",
                "state": "open",
                "date": today,
                "session_id": False,
                "answer": False,
                "facts": False,
            }
            vals_list = [{**vals, **fixed} for vals in vals_list]
        # what has just been met must not stand in the way of a new one
        self.flush_model(["state"])
        return super().create(vals_list)

    def write(self, vals):
        if not self._is_unlocked():
            self._check_written(set(vals))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_only_own_entries(self):
        if any(need.state != "open" or need.source != "officer" for need in self):
            raise UserError(
                self.env._(
                    "Only a need that the site named itself, and that waits for a "
                    "session, can be deleted. Decline it instead, with an answer."
                )
            )

    def _check_written(self, names):
        if names & self._sealed_fields:
            raise UserError(
                self.env._(
                    "A training need keeps its person and source; use the buttons to "
                    "arrange or decline it."
                )
            )
        if {"wish", "reason"} & names and "wish" in self.mapped("source"):
            raise UserError(
                self.env._("The words of the person stay as they were written.")
            )
        if names & {"topic_id", "wish", "reason", "form_id"}:
            self._check_state(("open",))

    def _check_state(self, allowed):
        labels = dict(self._fields["state"]._description_selection(self.env))
        for need in self.filtered(lambda need: need.state not in allowed):
            # sudo: the title has the name of a profile; the need itself may be read
            raise UserError(
                self.env._(
                    "“%(need)s” is “%(state)s”; this step is not possible from there.",
                    need=need.sudo().display_name,
                    state=labels[need.state],
                )
            )
