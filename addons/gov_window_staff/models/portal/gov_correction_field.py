"""What people may ask to have corrected in their profile (可申请更正的信息项)."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...rules import corrections

KINDS = [
    ("text", "Free Text"),
    ("name", "Name of a Person"),
    ("phone", "Mobile Phone"),
    ("identity", "ID Number"),
    ("email", "Email"),
    ("date", "Date"),
    ("choice", "One of a List"),
    ("bank", "Bank Card"),
]
# lists that anybody may see in full: never partners, users or other people
CHOICE_MODELS = {"gov.education", "gov.skill.level", "res.country"}
BANK_FIELD = "bank_account_ids"
MOST_CHOICES = 500


class GovCorrectionField(models.Model):
    """One field of the profile, with the proof that a change of it needs."""

    _name = "gov.correction.field"
    _description = "Correctable Field"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    field_id = fields.Many2one(
        "ir.model.fields",
        string="Field of the Profile",
        required=True,
        ondelete="cascade",
        domain=[("model", "=", "hr.employee")],
    )
    kind = fields.Selection(KINDS, default="text", required=True)
    hint = fields.Char(translate=True, help="Shown under the entry.")
    needs_evidence = fields.Boolean(string="Proof Needed")
    keeps_evidence = fields.Boolean(
        string="Keep the Proof",
        default=True,
        help="Off: the proof is deleted once the request is decided (个人信息保护法 "
        "art. 19: no longer than needed).",
    )
    is_personal = fields.Boolean(
        string="Shown Masked", help="Phone, ID number, card, address."
    )
    is_dated = fields.Boolean(
        string="Holds from a Day On",
        help="The person says from which day; the days before keep the old value.",
    )

    _field_uniq = models.Constraint(
        "UNIQUE(field_id)", "This field can be corrected already."
    )

    @api.constrains("field_id", "kind", "is_personal")
    def _check_masked(self):
        """Officers who may not read a number do not get it from a request."""
        numbers = {*self.env["hr.employee"]._gov_sensitive, BANK_FIELD}
        for entry in self:
            # sudo: names of fields are no secret
            if not entry.is_personal and entry.field_id.sudo().name in numbers:
                raise ValidationError(
                    self.env._("“%s” is always shown masked.", entry.name)
                )

    @api.constrains("field_id", "kind", "is_dated")
    def _check_kind(self):
        for entry in self:
            if not entry._kind_fits():
                raise ValidationError(
                    self.env._(
                        "“%(name)s” cannot be corrected as “%(kind)s”. Choose the kind "
                        "that the field has.",
                        name=entry.name,
                        kind=dict(
                            self._fields["kind"]._description_selection(self.env)
                        )[entry.kind],
                    )
                )

    def _kind_fits(self):
        field = self._profile_field()
        if field is None or (self.is_dated and not field.inherited):
            return False
        if self.kind == "choice":
            return field.type == "selection" or (
                field.type == "many2one" and field.comodel_name in CHOICE_MODELS
            )
        if self.kind == "bank":
            return field.name == BANK_FIELD
        return field.type == ("date" if self.kind == "date" else "char")

    def _profile_field(self):
        """The field of hr.employee, None when the catalogue names another model's."""
        # sudo: names of fields are no secret; portal pages read the catalogue
        record = self.field_id.sudo()
        if record.model != "hr.employee":
            return None
        return self.env["hr.employee"]._fields.get(record.name)

    def _choices(self):
        """[(key as text, label)] of a list, in the reader's language."""
        self.ensure_one()
        field = self._profile_field()
        if field.type == "many2one":
            found = self.env[field.comodel_name].search([], limit=MOST_CHOICES)
            return [(str(record.id), record.display_name) for record in found]
        return field._description_selection(self.env)

    def _current(self, employee):
        """The present value as text, unmasked: what a reader would say it is."""
        field = self._profile_field()
        value = employee[field.name]
        if self.kind == "bank":
            return value[:1].acc_number or ""
        if field.type == "many2one":
            return value.display_name or ""
        if field.type == "selection":
            return dict(self._choices()).get(value, "")
        return fields.Date.to_string(value) if field.type == "date" else value or ""

    def _masked(self, text):
        """The text as far as it may be shown."""
        return corrections.masked(self.kind, text) if self.is_personal else text

    def _label(self, stored):
        """Words for a stored value: the label of a choice, the text of all else."""
        if self.kind == "choice":
            return dict(self._choices()).get(stored, stored)
        return stored

    def _parse(self, raw):
        """The value as it is stored, checked.

        :param raw: what the person typed
        :raises ValidationError: a sentence that says what to type instead
        """
        self.ensure_one()
        value = corrections.clean(self.kind, raw or "")
        today = fields.Date.context_today(self)
        problem = corrections.value_problem(self.kind, value, today)
        if not problem and self.kind == "choice" and value not in dict(self._choices()):
            problem = "choice"
        if problem:
            raise ValidationError(self._problem_text(problem))
        return value

    def _problem_text(self, problem):
        return {
            "missing": self.env._("Enter the new value of “%s”.", self.name),
            "long": self.env._("Enter at most %s characters.", corrections.LONGEST),
            "name": self.env._(
                "A name consists of Chinese characters, with · between parts."
            ),
            "phone": self.env._(
                "A mobile phone number has 11 digits and begins with 13 to 19."
            ),
            "identity": self.env._(
                "This is no valid ID number: check the 18 characters once more."
            ),
            "email": self.env._("An email address looks like name@example.cn."),
            "date": self.env._("Choose a date that is not in the future."),
            "choice": self.env._("Choose one of the list."),
            "bank": self.env._("A bank card number has 16 to 19 digits."),
        }[problem]

    def _write_vals(self, employee, stored):
        """What a decided request writes on the person."""
        field = self._profile_field()
        if field.type == "many2one":
            return {field.name: int(stored)}
        return {field.name: stored}
