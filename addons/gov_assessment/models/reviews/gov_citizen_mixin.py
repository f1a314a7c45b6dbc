"""A citizen who gave a name (实名): stored whole, shown with stars.

Who has to call back asks for the phone number by a button, and the record notes it.
"""

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import NO_ACCESS

from ...rules.citizens import mask_name, mask_phone


class GovCitizenMixin(models.AbstractModel):
    """Name and phone of a citizen; the ID number is kept with stars only."""

    _name = "gov.citizen.mixin"
    _description = "Citizen Behind a Record"

    citizen_name_full = fields.Char(
        string="Citizen (Full)", groups=NO_ACCESS, copy=False
    )
    citizen_phone_full = fields.Char(
        string="Citizen's Phone (Full)", groups=NO_ACCESS, copy=False
    )
    citizen_name = fields.Char(
        string="Citizen",
        compute="_compute_citizen",
        inverse="_inverse_citizen",
        compute_sudo=True,
        copy=False,
    )
    citizen_phone = fields.Char(
        string="Citizen's Phone",
        compute="_compute_citizen",
        inverse="_inverse_citizen",
        compute_sudo=True,
        copy=False,
    )
    is_named = fields.Boolean(
        string="Real Name", compute="_compute_citizen", compute_sudo=True
    )

    @api.depends("citizen_name_full", "citizen_phone_full")
    def _compute_citizen(self):
        for record in self:
            name, phone = record.citizen_name_full, record.citizen_phone_full
            record.citizen_name = mask_name(name or "")
            record.citizen_phone = mask_phone(phone or "")
            record.is_named = bool(name)

    def _inverse_citizen(self):
        """What was typed over the stars replaces what is stored."""
        typed = {r: (r.citizen_name or "", r.citizen_phone or "") for r in self}
        for record, (name, phone) in typed.items():
            # sudo: who writes a record down types the name but reads only its mask
            stored = record.sudo()
            vals = {}
            if name != mask_name(stored.citizen_name_full or ""):
                vals["citizen_name_full"] = name.strip() or False
            if phone != mask_phone(stored.citizen_phone_full or ""):
                vals["citizen_phone_full"] = phone.strip() or False
            if vals:
                stored.write(vals)
        # what was typed would be shown once more in the same call
        self.invalidate_recordset(["citizen_name", "citizen_phone"], flush=False)

    def action_show_contact(self):
        """Name and phone for a call; the record notes who looked at them."""
        self.ensure_one()
        self.check_access("read")
        self._check_may_call()
        # sudo: nobody reads the stored values except by this noted way
        stored = self.sudo()
        contact = " ".join(
            filter(None, [stored.citizen_name_full, stored.citizen_phone_full])
        )
        if not contact:
            raise UserError(self.env._("The citizen left neither a name nor a phone."))
        stored.message_post(
            body=self.env._("%s looked at the citizen's contact.", self.env.user.name)
        )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "title": self.env._("Citizen's Contact"),
                "message": contact,
                "sticky": True,
            },
        }

    def _check_may_call(self):
        """Only who works on the record has a reason to call the citizen."""
        if not self.env.user.has_group("gov_window_staff.group_site_officer"):
            raise AccessError(
                self.env._("Only who handles the record sees the citizen's contact.")
            )
