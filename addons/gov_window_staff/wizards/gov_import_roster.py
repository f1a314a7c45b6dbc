"""Import of the roster (花名册.xlsx)."""

from odoo import fields, models

from ..rules import identity
from . import roster_writer
from .roster_columns import ROSTER

# words in use beside the official ones of GB/T 4762
POLITICAL_WORDS = {"党员": "01", "预备党员": "02", "团员": "03", "群众": "13"}


class GovImportRoster(models.TransientModel):
    """One row is a person; known staff numbers are updated."""

    _name = "gov.import.roster"
    _description = "Import Roster"
    _inherit = ["gov.import.mixin"]

    _target = "hr.employee"
    _sheet = ROSTER

    staff_no = fields.Char(string="Staff No.")
    name = fields.Char(string="Person's Name")
    sex = fields.Char()
    identification = fields.Char(string="ID Number")
    phone = fields.Char(string="Mobile Phone")
    site_code = fields.Char()
    window = fields.Char()
    job = fields.Char(string="Post")
    contract_type = fields.Char(string="Staffing Type")
    unit = fields.Char(string="Dispatching Unit")
    education = fields.Char()
    political_status = fields.Char()
    entry_date = fields.Char()
    trial_end = fields.Char(string="Probation Until")
    leave_date = fields.Char()
    wage = fields.Char(string="Base Wage")
    bank = fields.Char(string="Bank Branch")
    bank_account = fields.Char(string="Bank Card No.")
    document_type = fields.Char()
    ethnic_group = fields.Char()
    party_date = fields.Char(string="Joined the Party On")
    source = fields.Char(string="Source of the Person")
    employer = fields.Char()
    position = fields.Char()
    post_level = fields.Char()
    is_dedicated = fields.Char(string="Dedicated")
    is_vanguard = fields.Char(string="Vanguard Post")
    is_backbone = fields.Char(string="Backbone to Keep")
    posted_date = fields.Char(string="Posted On")
    work_date = fields.Char(string="First Employed On")
    enforcement_no = fields.Char(string="No. of the Enforcement Licence")
    enforcement_expiry = fields.Char(string="Enforcement Licence Valid Until")
    badge_no = fields.Char(string="No. of the Badge")
    filing_number = fields.Char(string="Filing No.")
    filing_date = fields.Char(string="Date of Filing")
    duty = fields.Char(string="Duties of the Post")
    effective = fields.Char(string="Effective Date of the Change")

    # -- checks --------------------------------------------------------------

    def _check_rows(self, rows):
        problems = self._duplicate_problems(rows, "staff_no")
        problems += self._duplicate_problems(rows, "identification")
        problems += self._unknown_problems(rows, "site_code", self._sites())
        problems += self._unknown_problems(
            rows, "education", self.env["gov.education"]._by_alias()
        )
        problems += self._unknown_problems(
            rows, "post_level", self.env["gov.skill.level"]._by_alias()
        )
        problems += self._identity_problems(rows)
        problems += self._before_file(rows)
        problems += self._taken_identities(rows)
        for row in rows:
            problems += self._date_problems(row) + self._money_problems(row)
            problems += self._soft_problems(row)
        return problems

    def _sites(self):
        sites = self.env["hr.department"].search_fetch(
            [("gov_code", "!=", False)], ["gov_code"]
        )
        return {site.gov_code: site for site in sites}

    def _identity_problems(self, rows):
        column = self._sheet.column("identification")
        today = fields.Date.context_today(self)
        found = []
        for row in rows:
            number, kind = row.values["identification"], row.values["document_type"]
            if not number:
                continue
            if problem := identity.document_problem(kind, number, today):
                found.append(row.problem(column, f"identity_{problem}"))
            elif identity.disagreements(kind, number, None, row.values["sex"]):
                found.append(row.problem(column, "identity_sex", is_warning=True))
        return found

    def _taken_identities(self, rows):
        """ID numbers that the database holds for another staff number."""
        by_number = {r.values["identification"]: r for r in rows}
        # sudo: whether a number is taken is found out without showing it to officers
        # who may not read numbers
        versions = (
            self.env["hr.version"]
            .sudo()
            .search_fetch(
                [
                    ("identification_id", "in", [n for n in by_number if n]),
                    ("employee_id", "!=", False),
                ],
                ["identification_id", "employee_id"],
            )
        )
        column = self._sheet.column("identification")
        return [
            row.problem(column, "taken", owner=version.employee_id.gov_staff_no or "?")
            for version in versions
            if (row := by_number[version.identification_id]).values["staff_no"]
            != version.employee_id.gov_staff_no
        ]

    def _before_file(self, rows):
        """Changes dated before the file of a known person begins."""
        dated = [row for row in rows if row.values["effective"]]
        people = self._employees_by_staff_no(dated)
        first = dict(
            self.env["hr.version"]._read_group(
                [("employee_id", "in", [p.id for p in people.values()])],
                ["employee_id"],
                ["date_version:min"],
            )
        )
        column = self._sheet.column("effective")
        return [
            row.problem(column, "before_file", first=begin)
            for row in dated
            if (person := people.get(row.values["staff_no"]))
            and row.values["effective"] < (begin := first[person])
        ]

    def _date_problems(self, row):
        entry, leave = row.values["entry_date"], row.values["leave_date"]
        if not leave or leave >= entry:
            return []
        return [
            row.problem(
                self._sheet.column("leave_date"),
                "before",
                other=self._sheet.column("entry_date").header,
                value=entry,
            )
        ]

    def _money_problems(self, row):
        wage, column = row.values["wage"], self._sheet.column("wage")
        if wage is None:
            return [row.problem(column, "no_wage", is_warning=True)]
        return [row.problem(column, "negative")] if wage < 0 else []

    def _soft_problems(self, row):
        """What a person should look at, and what may still be right."""
        phone, card = row.values["phone"], row.values["bank_account"]
        soft = []
        if phone and not identity.is_mobile_phone(phone):
            soft.append(("phone", "odd_phone"))
        if card and not (card.isdigit() and identity.passes_luhn(card)):
            soft.append(("bank_account", "odd_card"))
        if self._political_status(row) == "99":
            soft.append(("political_status", "odd_status"))
        return [
            row.problem(self._sheet.column(name), code, is_warning=True)
            for name, code in soft
        ]

    def _political_status(self, row):
        """Code of GB/T 4762 for the word in the file; 99 when it is none of them."""
        word = row.values["political_status"]
        if not word:
            return None
        return self._political_codes().get(word, "99")

    def _political_codes(self):
        field = self.env["hr.version"]._fields["gov_political_status"]
        labels = field._description_selection(self.env)
        return {label: code for code, label in labels} | POLITICAL_WORDS

    # -- writing -------------------------------------------------------------

    def _import_rows(self, rows):
        return roster_writer.write_roster(self, rows)
