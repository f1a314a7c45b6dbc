"""ID number, phone and bank card of a person: masked, disclosed on record, entered."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError

from ...rules import identity
from .hr_version import OFFICER, PERSONAL


class HrEmployee(models.Model):
    """Employee whose raw numbers only `group_personal_data` reads."""

    _name = "hr.employee"
    _inherit = ["hr.employee", "gov.sensitive.mixin"]

    _gov_sensitive = {
        "identification_id": "identification",
        "passport_id": "passport",
        "ssnid": "social",
        "private_phone": "phone",
    }

    private_phone = fields.Char(groups=PERSONAL)
    gov_identification_masked = fields.Char(
        string="ID Number",
        compute="_compute_gov_masked",
        compute_sudo=True,
        groups=OFFICER,
    )
    gov_phone_masked = fields.Char(
        string="Mobile Phone",
        compute="_compute_gov_masked",
        compute_sudo=True,
        groups=OFFICER,
    )
    gov_card_masked = fields.Char(
        string="Bank Card",
        compute="_compute_gov_card_masked",
        compute_sudo=True,
        groups=OFFICER,
    )

    # compute_sudo: the stars are for those who may not read the numbers
    @api.depends("identification_id", "private_phone")
    def _compute_gov_masked(self):
        for person in self:
            number, phone = person.identification_id, person.private_phone
            person.gov_identification_masked = identity.mask_number(number or "")
            person.gov_phone_masked = identity.mask(phone or "", 3, 4)

    @api.depends("bank_account_ids")
    def _compute_gov_card_masked(self):
        for person in self:
            cards = person.bank_account_ids.mapped("display_name")
            person.gov_card_masked = "、".join(cards)

    def _gov_subjects(self):
        return self

    def _gov_disclose(self, kind, reason, way="view"):
        """The raw value of one person, once it is on record who asked and why.

        :param kind: key of gov.disclosure KINDS
        :param reason: why the user needs it, a sentence
        :return: str, empty when none is recorded; bank cards joined by a space
        """
        self.ensure_one()
        self.check_access("read")
        if not self.env.su and not self.env.user.has_group(PERSONAL):
            raise AccessError(
                self.env._(
                    "You may not see full ID numbers, phones and bank cards. Ask the "
                    "administrator for that right."
                )
            )
        if not (reason or "").strip():
            raise ValidationError(self.env._("Say why you need to see the full value."))
        self.env["gov.disclosure"]._note(self, [kind], way, reason.strip())
        # sudo: right and reason are checked above; not noted a second time
        return self.sudo()._gov_raw(kind)

    def _gov_raw(self, kind):
        if kind == "card":
            return " ".join(self.bank_account_ids.mapped("acc_number"))
        fields_by_kind = {k: name for name, k in self._gov_sensitive.items()}
        return self[fields_by_kind[kind]] or ""

    def action_gov_look_up(self):
        """Ask for the reason, then show one raw value."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.personal.view",
            "view_mode": "form",
            "target": "new",
            "context": {"default_employee_id": self.id},
            "name": self.env._("Show Full Value"),
        }

    def action_gov_enter_personal(self):
        """Enter or correct ID number, phone, bank card without seeing the old ones."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.personal.entry",
            "view_mode": "form",
            "target": "new",
            "context": {"default_employee_id": self.id},
            "name": self.env._("Enter ID Number, Phone, Bank Card"),
        }

    def _gov_set_card(self, number, bank):
        """Make one bank card the person's only one.

        :param number: digits
        :param bank: res.bank record, may be empty
        """
        self.ensure_one()
        self.check_access("write")
        # sudo: accounts of persons are hidden from officers without the group, who
        # may enter them all the same
        person = self.sudo()
        owner = person.work_contact_id
        account = (
            self.env["res.partner.bank"]
            .sudo()
            .search(
                [("partner_id", "=", owner.id), ("acc_number", "=", number)], limit=1
            )
        )
        if not account:
            account = account.create(
                {"partner_id": owner.id, "acc_number": number, "bank_id": bank.id}
            )
        elif bank:
            account.bank_id = bank
        person.bank_account_ids = account
