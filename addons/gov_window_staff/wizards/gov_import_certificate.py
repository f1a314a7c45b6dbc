"""Import of certificates (证书.xlsx)."""

from odoo import api, fields, models
from odoo.tools import LazyTranslate

from ..rules.scan import certificate_number
from ..rules.sheets import Column, Sheet

_lt = LazyTranslate(__name__)

FACTS = ("level_id", "issue_date", "issuer", "theory_score", "practice_score")
MESSAGES = {
    "own_certificate": _lt(
        "this is your own certificate, which another HR officer has to verify; leave "
        "the cell blank"
    ),
    "certificate_verified": _lt(
        "this certificate is verified and the row says something else; send it back "
        "to verification first, or fill in the date of the new look-up"
    ),
    "certificate_used": _lt(
        "a closed month was paid with this certificate; its facts stay as they are"
    ),
    "certificate_closed": _lt(
        "this certificate was declared void or not confirmed, the row is left out"
    ),
}


class GovImportCertificate(models.TransientModel):
    """One row is a certificate of a person, found by its number."""

    _name = "gov.import.certificate"
    _description = "Import Certificates"
    _inherit = ["gov.import.mixin"]

    _target = "gov.certificate"
    _sheet = Sheet(
        "证书.xlsx",
        (
            Column("staff_no", "工号", required=True),
            Column("level", "等级", required=True),
            Column("number", "证书编号", required=True),
            Column("issue_date", "发证日期", "date", required=True),
            Column("issuer", "发证机构"),
            Column("verify_date", "核验日期", "date"),
            Column("verify_result", "核验结果", optional=True),
            Column("verify_url", "核验网址", optional=True),
            Column("theory_score", "理论知识成绩", "number", optional=True),
            Column("practice_score", "专业技能成绩", "number", optional=True),
        ),
    )

    staff_no = fields.Char(string="Staff No.")
    level = fields.Char()
    number = fields.Char(string="Certificate No.")
    issue_date = fields.Char(string="Issued On")
    issuer = fields.Char(string="Issued By")
    verify_date = fields.Char(string="Verified On")
    verify_result = fields.Char(string="Registry Result")
    verify_url = fields.Char(string="Registry Address")
    theory_score = fields.Char()
    practice_score = fields.Char()

    def _messages(self):
        return {**super()._messages(), **MESSAGES}

    # -- checks ------------------------------------------------------------------------

    def _check_rows(self, rows):
        for row in rows:
            row.values["number"] = certificate_number(row.values["number"])
        employees = self._employees_by_staff_no(rows)
        levels = self.env["gov.skill.level"]._by_alias()
        problems = self._duplicate_problems(rows, "number")
        problems += self._unknown_problems(rows, "staff_no", employees)
        problems += self._unknown_problems(rows, "level", levels)
        known = self._certificates(rows)
        problems += self._verified_early(rows) + self._own(rows, employees, known)
        used = self.env["gov.certificate"].union(*known.values())._filter_used()
        for row in rows:
            certificate = known.get(row.values["number"])
            if certificate and row.values["level"] in levels:
                facts = self._facts(row, levels)
                problems += self._known_problems(row, certificate, facts, used)
        return problems

    def _certificates(self, rows):
        numbers = [row.values["number"] for row in rows]
        found = self.env["gov.certificate"].search([("number", "in", numbers)])
        return {certificate.number: certificate for certificate in found}

    def _known_problems(self, row, certificate, facts, used):
        """Problems of a row whose number is recorded already."""
        column = self._sheet.column("number")
        if certificate.employee_id.gov_staff_no != row.values["staff_no"]:
            return [row.problem(column, "taken", owner=certificate.employee_id.name)]
        if certificate.state in ("void", "rejected"):
            return [row.problem(column, "certificate_closed", is_warning=True)]
        if certificate.state == "draft" or not self._differs(certificate, facts):
            return []
        if certificate in used:
            return [row.problem(column, "certificate_used")]
        verified = row.values["verify_date"]
        return [] if verified else [row.problem(column, "certificate_verified")]

    @api.model
    def _differs(self, certificate, facts):
        held = certificate._convert_to_write(
            {name: certificate[name] for name in facts}
        )
        return any(held[name] != value for name, value in facts.items())

    def _verified_early(self, rows):
        column = self._sheet.column("verify_date")
        return [
            row.problem(
                column,
                "before",
                is_warning=True,
                other=self._sheet.column("issue_date").header,
                value=row.values["issue_date"],
            )
            for row in rows
            if row.values["verify_date"]
            and row.values["verify_date"] < row.values["issue_date"]
        ]

    def _own(self, rows, employees, known):
        """Nobody verifies the own certificate, not by a workbook either."""
        column = self._sheet.column("verify_date")
        none = self.env["gov.certificate"]
        return [
            row.problem(column, "own_certificate")
            for row in rows
            if row.values["verify_date"]
            and row.values["staff_no"] in employees
            and employees[row.values["staff_no"]].user_id == self.env.user
            and known.get(row.values["number"], none).state != "verified"
        ]

    # -- writing -----------------------------------------------------------------------

    @api.model
    def _facts(self, row, levels):
        """What the row says of the paper itself; a blank optional cell says nothing."""
        facts = {
            "level_id": levels[row.values["level"]].id,
            "issue_date": row.values["issue_date"],
            "issuer": row.values["issuer"],
            "theory_score": float(row.values["theory_score"] or 0),
            "practice_score": float(row.values["practice_score"] or 0),
        }
        return {name: value for name, value in facts.items() if value}

    def _verification(self, row):
        """What the row says of the look-up; empty without its date."""
        if not row.values["verify_date"]:
            # an empty cell does not take back what an officer has verified
            return {}
        return {
            "verify_date": row.values["verify_date"],
            "verifier_id": self.env.user.id,
            "verify_result": row.values["verify_result"],
            "verify_url": row.values["verify_url"],
        }

    def _import_rows(self, rows):
        employees = self._employees_by_staff_no(rows)
        levels = self.env["gov.skill.level"]._by_alias()
        known = self._certificates(rows)
        new = []
        for row in rows:
            vals = {**self._facts(row, levels), **self._verification(row)}
            certificate = known.get(row.values["number"])
            if not certificate:
                person = employees[row.values["staff_no"]]
                number = row.values["number"]
                new.append(
                    {
                        **vals,
                        "employee_id": person.id,
                        "number": number,
                        "origin": "import",
                    }
                )
            elif certificate.state in ("draft", "verified"):
                self._update(certificate, vals)
        certificates = self.env["gov.certificate"]
        created = certificates._unprotected().create(new).with_env(certificates.env)
        imported = created.union(*known.values())
        imported.filtered(lambda c: c.state == "verified")._after_verification()
        return imported

    def _update(self, certificate, vals):
        if certificate.state == "verified" and not self._differs(
            certificate, {name: vals[name] for name in FACTS if name in vals}
        ):
            # an old file once more: who verified it, and when, stays
            vals = {
                name: value
                for name, value in vals.items()
                if name != "verifier_id" and value
            }
        certificate._unprotected().write(vals)
