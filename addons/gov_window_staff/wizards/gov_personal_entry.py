"""Entering ID number, phone and bank card without seeing the old ones."""

from odoo import fields, models
from odoo.exceptions import ValidationError
from odoo.tools import LazyTranslate

from ..models.people.hr_version import DOCUMENT_TYPES
from ..rules import identity

_lt = LazyTranslate(__name__)

PROBLEMS = {
    "shape": _lt("This is not an ID number of 18 characters. Please check it."),
    "birthday": _lt("The birth date inside the ID number does not exist."),
    "checksum": _lt("The check digit of the ID number is wrong. Please check it."),
    "blank": _lt("A document number has no blanks inside. Please check it."),
}


class GovPersonalEntry(models.TransientModel):
    """What is typed replaces the old value; what stays blank leaves it alone."""

    _name = "gov.personal.entry"
    _description = "Enter ID Number, Phone, Bank Card"

    employee_id = fields.Many2one(
        "hr.employee", string="Person", required=True, readonly=True
    )
    identification_masked = fields.Char(
        related="employee_id.gov_identification_masked", string="ID Number Now"
    )
    phone_masked = fields.Char(
        related="employee_id.gov_phone_masked", string="Phone Now"
    )
    card_masked = fields.Char(
        related="employee_id.gov_card_masked", string="Bank Card Now"
    )
    document_type = fields.Selection(DOCUMENT_TYPES, required=True, default="identity")
    number = fields.Char(string="ID Number")
    take_facts = fields.Boolean(
        string="Birth Date and Sex from the Number",
        default=True,
        help="Off: a number that contradicts the recorded facts is refused.",
    )
    phone = fields.Char(string="Mobile Phone")
    bank_id = fields.Many2one("res.bank", string="Bank Branch")
    card = fields.Char(string="Bank Card No.")

    def action_apply(self):
        """Check and write; nothing typed stays behind."""
        self.ensure_one()
        person = self.employee_id
        person.check_access("write")
        if self.number:
            self._write_number(person)
        if self.phone:
            self._write_phone(person)
        if self.card:
            self._write_card(person)
        self.write({"number": False, "phone": False, "card": False})
        return {"type": "ir.actions.act_window_close"}

    def _write_number(self, person):
        kind, number = self.document_type, "".join(self.number.split()).upper()
        today = fields.Date.context_today(self)
        if problem := identity.document_problem(kind, number, today):
            raise ValidationError(self.env._(PROBLEMS[problem]))
        self._check_free(person, number)
        facts = {"gov_document_type": kind, "identification_id": number}
        if kind in identity.NATIONAL_FORM:
            facts["sex"] = self._sex(person, kind, number)
            person.birthday = identity.birthday_of(number)
        # sudo: right to write the person is checked; the number may be written by
        # officers who may not read it. It is no dated fact: all versions get it.
        person.sudo().version_ids.write(facts)
        person._message_log(body=self.env._("ID number entered"))

    def _sex(self, person, kind, number):
        against = identity.disagreements(kind, number, person.birthday, person.sex)
        if against and not self.take_facts:
            raise ValidationError(
                self.env._(
                    "The number says %(birthday)s, %(sex)s; the profile of %(name)s "
                    "says otherwise. Correct the number or take the facts from it.",
                    birthday=identity.birthday_of(number),
                    sex=self._sex_word(identity.sex_of(number)),
                    name=person.name,
                )
            )
        return identity.sex_of(number)

    def _sex_word(self, sex):
        field = self.env["hr.version"]._fields["sex"]
        return dict(field._description_selection(self.env))[sex]

    def _check_free(self, person, number):
        # sudo: whether a number is taken is found out without showing it
        taken = (
            self.env["hr.version"]
            .sudo()
            .search(
                [
                    ("identification_id", "=", number),
                    ("employee_id", "not in", [False, person.id]),
                ],
                limit=1,
            )
        )
        if taken:
            raise ValidationError(
                self.env._(
                    "This number already belongs to %s.", taken.employee_id.display_name
                )
            )

    def _write_phone(self, person):
        phone = "".join(self.phone.split())
        if not identity.is_mobile_phone(phone):
            raise ValidationError(
                self.env._("This is not a mainland mobile number of 11 digits.")
            )
        # sudo: as for the number
        person.sudo().private_phone = phone
        person._message_log(body=self.env._("Mobile phone entered"))

    def _write_card(self, person):
        number = "".join(self.card.split())
        if not number.isdigit() or not 12 <= len(number) <= 19:
            raise ValidationError(
                self.env._("A bank card number has 12 to 19 digits. Please check it.")
            )
        person._gov_set_card(number, self.bank_id)
        person._message_log(body=self.env._("Bank card entered"))
