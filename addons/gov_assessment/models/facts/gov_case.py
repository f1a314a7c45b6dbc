"""Investigation case (立案): it suspends the monthly appraisal until it is closed."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..rounds.gov_appraisal_round import COMPUTED_STATES


class GovCase(models.Model):
    """涉嫌违法违纪违规被立案调查尚未结案的,暂停月度考核 (D9)."""

    _name = "gov.case"
    _description = "Investigation Case"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "date_open desc, id desc"

    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        required=True,
        index=True,
        ondelete="restrict",
        tracking=True,
    )
    date_open = fields.Date(string="Opened On", required=True, tracking=True)
    date_close = fields.Date(string="Closed On", tracking=True)
    is_open = fields.Boolean(compute="_compute_is_open", search="_search_is_open")
    note = fields.Text()

    _open_uniq = models.Constraint(
        "UNIQUE(employee_id, date_open)",
        "This person already has a case that was opened on that day.",
    )

    @api.depends("date_open", "date_close")
    def _compute_is_open(self):
        today = fields.Date.context_today(self)
        for case in self:
            case.is_open = case._is_open_on(today)

    def _search_is_open(self, operator, value):
        if operator != "in":
            return NotImplemented
        domain = self._open_domain(fields.Date.context_today(self))
        return domain if True in value else ["!", *domain]

    @api.depends("employee_id", "date_open")
    def _compute_display_name(self):
        for case in self:
            case.display_name = f"{case.employee_id.name or ''} {case.date_open or ''}"

    @api.constrains("date_open", "date_close")
    def _check_dates(self):
        for case in self:
            if case.date_close and case.date_close < case.date_open:
                raise ValidationError(
                    self.env._("A case cannot be closed before it was opened.")
                )

    @api.model_create_multi
    def create(self, vals_list):
        cases = super().create(vals_list)
        cases.employee_id._gov_refuse_own()
        cases._touch_months()
        return cases

    def write(self, vals):
        if not {"employee_id", "date_open", "date_close"} & set(vals):
            return super().write(vals)
        self.employee_id._gov_refuse_own()
        self._touch_months()
        result = super().write(vals)
        if "employee_id" in vals:
            # record rules are asked before the write: ask again for the new person
            self.check_access("write")
        self._touch_months()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_and_score_again(self):
        self.employee_id._gov_refuse_own()
        self._touch_months()

    def _touch_months(self):
        """Months that were worked out with these people must be scored again.

        A confirmed month keeps its suspension: it is settled when the case is closed.
        """
        # sudo: the month must follow, whoever keeps the cases
        rounds = self.env["gov.appraisal.round"].sudo()
        rounds.search(
            [
                "|",
                ("state", "in", COMPUTED_STATES),
                ("work_step", "!=", False),
                ("appraisal_ids.employee_id", "in", self.employee_id.ids),
            ]
        )._facts_changed()

    def _is_open_on(self, day):
        """Open at the end of a day: one closed on that day is closed."""
        self.ensure_one()
        if not self.date_open or self.date_open > day:
            return False
        return not self.date_close or self.date_close > day

    @api.model
    def _open_domain(self, day):
        """Cases that are open at the end of a day."""
        return [
            "&",
            ("date_open", "<=", day),
            "|",
            ("date_close", "=", False),
            ("date_close", ">", day),
        ]
