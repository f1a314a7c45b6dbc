"""Import of certificates (证书.xlsx)."""

from odoo import fields, models

from ..rules.sheets import Column, Sheet


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
        ),
    )

    staff_no = fields.Char(string="Staff No.")
    level = fields.Char()
    number = fields.Char(string="Certificate No.")
    issue_date = fields.Char(string="Issued On")
    issuer = fields.Char(string="Issued By")
    verify_date = fields.Char(string="Verified On")

    def _check_rows(self, rows):
        problems = self._duplicate_problems(rows, "number")
        problems += self._unknown_problems(
            rows, "staff_no", self._employees_by_staff_no(rows)
        )
        problems += self._unknown_problems(
            rows, "level", self.env["gov.skill.level"]._by_alias()
        )
        return problems + self._taken(rows) + self._verified_early(rows)

    def _certificates(self, rows):
        numbers = [row.values["number"] for row in rows]
        found = self.env["gov.certificate"].search([("number", "in", numbers)])
        return {certificate.number: certificate for certificate in found}

    def _taken(self, rows):
        column = self._sheet.column("number")
        known = self._certificates(rows)
        return [
            row.problem(column, "taken", owner=known[number].employee_id.name)
            for row in rows
            if (number := row.values["number"]) in known
            and known[number].employee_id.gov_staff_no != row.values["staff_no"]
        ]

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

    def _import_rows(self, rows):
        employees = self._employees_by_staff_no(rows)
        levels = self.env["gov.skill.level"]._by_alias()
        known = self._certificates(rows)
        new = []
        for row in rows:
            vals = {
                "employee_id": employees[row.values["staff_no"]].id,
                "level_id": levels[row.values["level"]].id,
                "number": row.values["number"],
                "issue_date": row.values["issue_date"],
                "issuer": row.values["issuer"],
                "verify_date": row.values["verify_date"],
            }
            if row.values["number"] in known:
                if not row.values["verify_date"]:
                    # an empty cell does not take back what an officer has verified
                    del vals["verify_date"]
                known[row.values["number"]].write(vals)
            else:
                new.append(vals)
        created = self.env["gov.certificate"].create(new)
        return created.union(*known.values())
