"""What becomes of a planned duty: served, missed, called off; a bonus is proposed."""

from odoo import api, models
from odoo.exceptions import UserError

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.models.base.gov_protected_mixin import UNLOCK

FLOW_FIELDS = frozenset({"state", "event_id"})
PLAN_FIELDS = frozenset({"date", "employee_id", "kind_id", "hour_from", "hour_to"})


class GovExtraDuty(models.Model):
    """Buttons of the roster, and its guards."""

    _inherit = "gov.extra.duty"

    @api.model_create_multi
    def create(self, vals_list):
        context = {
            key: value
            for key, value in self.env.context.items()
            if key.removeprefix("default_") not in FLOW_FIELDS
        }
        duties = super(GovExtraDuty, self.with_env(self.env(context=context))).create(
            [
                {name: vals[name] for name in vals if name not in FLOW_FIELDS}
                for vals in vals_list
            ]
        )
        return duties.with_env(self.env)

    def write(self, vals):
        if self.env.context.get("gov_unlock") is not UNLOCK and not self.env.su:
            done = self.filtered(lambda duty: duty.state != "planned")
            if FLOW_FIELDS & set(vals) or (done and PLAN_FIELDS & set(vals)):
                raise DocumentLocked(
                    self.env._(
                        "A duty is marked by its buttons, and its plan does not change "
                        "afterwards. Plan it again first."
                    )
                )
        result = super().write(vals)
        if {"employee_id", "date"} & set(vals):
            # record rules are asked before the write: ask again for the new site
            self.check_access("write")
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_planned_only(self):
        if self.filtered(lambda duty: duty.state in ("served", "absent")):
            raise DocumentLocked(
                self.env._("A duty that was served or missed stays in the roster.")
            )

    def _set_state(self, state, before):
        self.check_access("write")
        wrong = self.filtered(lambda duty: duty.state not in before)
        if wrong:
            raise UserError(
                self.env._(
                    "%s is marked already. Reload the page.", wrong[0].display_name
                )
            )
        self.with_context(gov_unlock=UNLOCK).write({"state": state})

    def action_served(self):
        """The person came; only for days that have come."""
        today = self.env["gov.service.review"]._today()
        early = self.filtered(lambda duty: duty.date > today)
        if early:
            raise UserError(
                self.env._("%s has not come yet.", early[0].display_name),
            )
        self._set_state("served", ["planned", "absent"])

    def action_absent(self):
        """The person did not come."""
        self._set_state("absent", ["planned", "served"])

    def action_cancel(self):
        """The duty was called off."""
        self._set_state("cancelled", ["planned"])

    def action_plan_again(self):
        """Undo a mark; a bonus that was proposed has to go first."""
        if self.event_id:
            raise UserError(
                self.env._("Delete or withdraw the bonus that was proposed first.")
            )
        self._set_state("planned", ["served", "absent", "cancelled"])

    def action_propose_bonus(self):
        """Draft the records that served duties earn (6.4: once a person and day)."""
        duties = self.filtered(
            lambda duty: duty.state == "served" and not duty.event_id
        )
        events = self.env["gov.assessment.event"]
        for (person, day), same in duties.grouped(
            lambda duty: (duty.employee_id, duty.date)
        ).items():
            item = same._bonus_item()
            if item:
                event = events.create(same._prepare_event_vals(person, day, item))
                same.with_context(gov_unlock=UNLOCK).write({"event_id": event.id})
                events |= event
        if not events:
            raise UserError(
                self.env._(
                    "Nothing to propose: no served duty without a bonus whose kind "
                    "names an item of the text in force."
                )
            )
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.assessment.event",
            "view_mode": "list,form",
            "domain": [("id", "in", events.ids)],
            "name": self.env._("Proposed Bonuses"),
        }

    def _bonus_item(self):
        """The item of the first kind that has one, in the text of the county."""
        county = self.department_id[:1].gov_county_id
        version = self.env["gov.import.item.mixin"]._version_on(
            county, self[:1].date.replace(day=1)
        )
        codes = [code for code in self.kind_id.mapped("item_code") if code]
        return version.item_ids.filtered(lambda item: item.code in codes[:1])

    def _prepare_event_vals(self, person, day, item):
        kinds = "、".join(self.kind_id.mapped("name"))
        return {
            "employee_id": person.id,
            "date": day,
            "item_id": item.id,
            "source": "attendance",
            "reason": self.env._(
                "%(kinds)s, %(hours)s hours",
                kinds=kinds,
                hours=f"{sum(self.mapped('hours')):g}",
            ),
        }
