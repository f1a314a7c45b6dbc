"""变更档案(按日期): facts of a person that change on a day."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.people.hr_version import POLITICAL_STATUSES, POSITIONS, SOURCES
from ..models.people.hr_version_history import DATED_FACTS


class GovProfileChange(models.TransientModel):
    """Shows the facts of the chosen day; what the officer changes holds from then."""

    _name = "gov.profile.change"
    _description = "Change of the Profile by Date"

    employee_id = fields.Many2one(
        "hr.employee", string="Person", required=True, readonly=True
    )
    date = fields.Date(
        string="Effective From", required=True, default=fields.Date.context_today
    )
    reason = fields.Char(help="Shown in the history beside the change.")
    department_id = fields.Many2one("hr.department", string="Site")
    gov_window_id = fields.Many2one("gov.window", string="Window")
    job_id = fields.Many2one("hr.job", string="Post")
    gov_position = fields.Selection(POSITIONS, string="Position")
    gov_dispatch_unit_id = fields.Many2one(
        "res.partner", string="Dispatching Unit", domain=[("is_gov_unit", "=", True)]
    )
    gov_employer_id = fields.Many2one("res.partner", string="Employer")
    gov_source = fields.Selection(SOURCES, string="Provided By")
    contract_type_id = fields.Many2one("hr.contract.type", string="Staffing Type")
    gov_post_level_id = fields.Many2one("gov.skill.level", string="Post Level")
    gov_education_id = fields.Many2one("gov.education", string="Education")
    gov_political_status = fields.Selection(
        POLITICAL_STATUSES, string="Political Status"
    )
    gov_is_dedicated = fields.Boolean(string="Dedicated")
    gov_is_vanguard = fields.Boolean(string="Vanguard Post")
    gov_is_backbone = fields.Boolean(string="Backbone")
    gov_is_reserve = fields.Boolean(string="Reserve Cadre")
    trial_date_end = fields.Date(string="Probation Until")
    currency_id = fields.Many2one(related="employee_id.currency_id")
    wage = fields.Monetary(string="Base Wage")
    gov_duty = fields.Text(string="Duties")
    preview = fields.Text(string="What Will Change", compute="_compute_preview")

    @api.onchange("date", "employee_id")
    def _onchange_date(self):
        """Begin with the facts as they are on that day."""
        version = self._version()
        for name in DATED_FACTS:
            self[name] = version[name]

    def _version(self):
        if not self.employee_id or not self.date:
            return self.env["hr.version"]
        valid = self.env["hr.version"]._gov_as_of(self.employee_id._origin, self.date)
        return valid.get(self.employee_id._origin.id, self.env["hr.version"])

    def _values(self):
        """{field: value as for write()} of all facts of the form."""
        return {
            name: field.convert_to_write(self[name], self)
            for name, field in self._fields.items()
            if name in DATED_FACTS
        }

    @api.depends("date", "employee_id", *DATED_FACTS)
    def _compute_preview(self):
        for wizard in self:
            version = wizard._version()
            changed = version._gov_changed(wizard._values()) if version else {}
            lines = version._gov_change_lines(changed) if changed else []
            lines += wizard._kept_lines(version, changed)
            wizard.preview = "\n".join(lines)

    def _kept_lines(self, version, changed):
        """Later versions that keep what they say themselves."""
        later = self.employee_id._origin.version_ids.filtered(
            lambda v: self.date and v.date_version > self.date
        ).sorted("date_version")
        takers = version._gov_takers(later, changed) if changed else {}
        lines = []
        for after in later:
            taken = takers.get(after.date_version, [])
            kept = [name for name in changed if name not in taken]
            if kept:
                words = "、".join(version._gov_label(name) for name in kept)
                lines.append(
                    self.env._(
                        "From %(day)s on, %(facts)s stay as recorded there.",
                        day=after.date_version,
                        facts=words,
                    )
                )
        return lines

    def action_apply(self):
        """Write what differs from the facts of that day."""
        self.ensure_one()
        version = self._version()
        changed = version._gov_changed(self._values()) if version else self._values()
        if not changed:
            raise UserError(
                self.env._("Nothing differs from the facts of %s.", self.date)
            )
        # wages are for HR managers; the note is read by every HR user
        told = {name: v for name, v in changed.items() if name != "wage"}
        lines = version._gov_change_lines(told)
        self.employee_id._gov_write_dated(self.date, changed)
        self.employee_id._gov_log_change(self.date, lines, self.reason)
        return {"type": "ir.actions.client", "tag": "soft_reload"}
