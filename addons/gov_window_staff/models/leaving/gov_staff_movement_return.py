"""Return with an order to send somebody else (退回、更换, S24, S45): a clock runs."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ...exceptions import DocumentLocked

ORDER_STATES = [
    ("none", "No Order"),
    ("ordered", "Waiting for the Unit"),
    ("sent", "Replacement Sent"),
    ("refused", "Refused by the Unit"),
]
RETURN_SYSTEM_FIELDS = {
    "order_state",
    "order_date",
    "reply_date",
    "reply_note",
    "replacement_id",
    "overdue_remind_date",
}


class GovStaffMovement(models.Model):
    """An approved return orders the unit to send a replacement within working days."""

    _inherit = "gov.staff.movement"

    order_state = fields.Selection(
        ORDER_STATES,
        string="Replacement",
        default="none",
        required=True,
        readonly=True,
        copy=False,
        index=True,
        tracking=True,
    )
    order_date = fields.Date(string="Ordered On", readonly=True, copy=False)
    reply_date = fields.Date(string="Replied On", readonly=True, copy=False)
    reply_note = fields.Text(string="Reply of the Unit", readonly=True, copy=False)
    replaces_id = fields.Many2one(
        "gov.staff.movement",
        string="Person Replaced",
        copy=False,
        index="btree_not_null",
        domain="[('kind', '=', 'return'), ('unit_id', '=', unit_id)]",
        ondelete="restrict",
        help="The return that this entry answers.",
    )
    is_reply_late = fields.Boolean(
        string="Late", compute="_compute_is_reply_late", search="_search_is_reply_late"
    )
    reply_warning = fields.Char(compute="_compute_reply_warning")
    overdue_remind_date = fields.Date(readonly=True, copy=False)

    @api.model
    def _is_system(self, name):
        return name in RETURN_SYSTEM_FIELDS or super()._is_system(name)

    @api.depends("order_state", "replacement_due", "reply_date")
    def _compute_is_reply_late(self):
        today = self._today()
        for movement in self:
            due = movement.replacement_due
            movement.is_reply_late = bool(due and due < (movement.reply_date or today))

    @api.model
    def _search_is_reply_late(self, operator, value):
        if operator != "in":
            return NotImplemented
        waiting = Domain("order_state", "=", "ordered") & Domain(
            "replacement_due", "<", self._today()
        )
        # sudo: compares two dates of all returns; the search that uses the ids keeps
        # its own rules
        answered = self.sudo().search(
            [("reply_date", "!=", False), ("replacement_due", "!=", False)]
        )
        late = answered.filtered(lambda m: m.replacement_due < m.reply_date)
        return waiting | Domain("id", "in", late.ids)

    @api.depends("order_date", "replacement_due")
    def _compute_reply_warning(self):
        for movement in self:
            first, last = movement.order_date, movement.replacement_due
            movement.reply_warning = (
                first
                and last
                and self.env["gov.calendar.year"]._unknown_warning(first, last)
            )

    # -- the order ---------------------------------------------------------------

    @api.onchange("kind")
    def _onchange_kind(self):
        result = super()._onchange_kind()
        if self.kind == "return":
            self.replacement_needed = True
        return result

    def _approved(self):
        result = super()._approved()
        if self.kind == "return" and self.replacement_needed and self.unit_id:
            self._order_replacement()
        return result

    def _order_replacement(self):
        """The clock starts today: the working days of the rules, or a later day set."""
        today = self._today()
        policy = self.env["gov.entry.policy"]._version_for(self.county_id, today)
        due = self.env["gov.calendar.year"]._calendar().add(today, policy.reply_days)
        due = max(due, self.replacement_due or due)
        self._system().write(
            {"order_state": "ordered", "order_date": today, "replacement_due": due}
        )
        words = self.env._(
            "%(unit)s is ordered to send a replacement for %(person)s by %(due)s.",
            unit=self.unit_id.name,
            person=self.person_name,
            due=due,
        )
        self._log("note", words)
        # sudo: whom to notify and remind, whatever the last reviewer may see of users
        self._system().message_post(
            body=words,
            partner_ids=self.sudo().reviewer_unit_ids.partner_id.ids,
            subtype_xmlid="mail.mt_comment",
        )
        self._remind(
            self.sudo().reviewer_unit_ids, self.env._("Send a replacement"), due
        )

    def action_reply(self):
        """Dialog for the reply of the unit."""
        return self._open_dialog(
            "gov.replacement.reply", self.env._("Reply of the Unit")
        )

    def _reply(self, result, day, note=None, replacement=None):
        """Record what the unit answered; the county office or the unit's liaison.

        :param result: `sent` or `refused`
        :param day: date of the answer
        :param replacement: the entry of the person sent, if it is filed already
        """
        self.ensure_one()
        self._expect_order()
        if not self.order_date <= day <= self._today():
            raise UserError(
                self.env._("The reply is dated between the order and today.")
            )
        if result == "refused" and not (note or "").strip():
            raise UserError(self.env._("Enter why the unit refuses."))
        self._system().write(
            {
                "order_state": result,
                "reply_date": day,
                "reply_note": note,
                "replacement_id": replacement and replacement.id,
            }
        )
        labels = dict(self._fields["order_state"]._description_selection(self.env))
        self._log("note", " ".join(filter(None, (labels[result], note))))

    def _expect_order(self):
        self.check_access("read")
        user = self.env.user
        is_office = self.env.su or user.has_group("gov_window_staff.group_hr_officer")
        is_unit = self.unit_id in user.gov_unit_ids and user.has_group(
            "gov_window_staff.group_liaison"
        )
        if not (is_office or is_unit):
            raise DocumentLocked(
                self.env._("The county office or the unit's liaison records the reply.")
            )
        self._take()
        if self.order_state not in ("ordered", "refused"):
            raise DocumentLocked(
                self.env._(
                    "%(name)s does not wait for a reply.", name=self.display_name
                )
            )

    def action_new_replacement(self):
        """A new entry for the person whom the unit sends, filled in from here."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.staff.movement",
            "view_mode": "form",
            "context": {
                "default_kind": "entry",
                "default_replaces_id": self.id,
                "default_unit_id": self.unit_id.id,
                "default_to_department_id": self.department_id.id,
                "default_to_window_id": self.window_id.id,
                "default_to_job_id": self.job_id.id,
            },
            "name": self.env._("Entry of the Replacement"),
        }

    def action_submit(self):
        """A submitted entry that replaces somebody answers the order."""
        result = super().action_submit()
        for movement in self.filtered("replaces_id"):
            # sudo: the order belongs to the same unit, which the check below says
            order = movement.sudo().replaces_id
            if order.order_state in ("ordered", "refused"):
                order._reply("sent", self._today(), None, movement)
        return result

    @api.constrains("replaces_id", "unit_id", "kind")
    def _check_replaces(self):
        for movement in self.filtered("replaces_id"):
            order = movement.sudo().replaces_id
            if movement.kind != "entry" or order.kind != "return":
                raise UserError(
                    self.env._("Only an entry replaces somebody who was returned.")
                )
            if order.unit_id != movement.unit_id:
                raise UserError(
                    self.env._("The replacement comes from the unit that was ordered.")
                )

    @api.model
    def _cron_replacement_overdue(self):
        """Every morning: orders without a reply in time, told once."""
        late = self.search(
            [
                ("order_state", "=", "ordered"),
                ("replacement_due", "<", self._today()),
                ("overdue_remind_date", "=", False),
            ]
        )
        for movement in late:
            movement._remind(
                movement.reviewer_officer_ids,
                self.env._("No reply of %(unit)s", unit=movement.unit_id.name),
            )
        late._system().write({"overdue_remind_date": self._today()})

    def action_print_order(self):
        """The order to the unit as a PDF."""
        report = self.env.ref("gov_window_staff.report_replacement_order")
        return report.report_action(self)

    def _apply_regular(self):
        """Not suitable (S24): the return that follows asks for a replacement."""
        result = super()._apply_regular()
        if self.trial_result == "replace":
            follower = self.search(
                [("origin_id", "=", self.id), ("kind", "=", "return")], limit=1
            )
            if follower.state == "draft":
                follower.replacement_needed = True
        return result
