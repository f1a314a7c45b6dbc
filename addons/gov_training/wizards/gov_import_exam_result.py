"""Import of the results of a national exam (等级考试成绩.xlsx)."""

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import LazyTranslate

from odoo.addons.gov_window_staff.rules.scan import certificate_number
from odoo.addons.gov_window_staff.rules.sheets import Column, Sheet

from ..rules.national_exam import ABSENT, FAILED, PASSED, outcome

_lt = LazyTranslate(__name__)

RESULT_WORDS = {"合格": PASSED, "不合格": FAILED, "缺考": ABSENT}
SCORES = ("theory_score", "practice_score", "review_score")
MESSAGES = {
    "not_registered": _lt("nobody with this ID number is on the list of this exam"),
    "other_name": _lt("on the list under this ID number: %(name)s"),
    "over_full": _lt("more than the full mark of %(full)s"),
    "no_result": _lt("the scores are not complete; fill in the result"),
    "score_says": _lt("the scores say: %(result)s"),
    "number_without_day": _lt("a certificate needs its date of issue too"),
    "not_passed": _lt("a certificate is given to those who passed only"),
    "issued_early": _lt("is before the exam"),
}


class GovImportExamResult(models.TransientModel):
    """One row is a person on the list, found by the ID number.

    Numbers and dates of certificates may come later: the file is imported again.
    """

    _name = "gov.import.exam.result"
    _description = "Import Exam Results"
    _inherit = ["gov.import.mixin"]

    _target = "gov.certification.registration"
    _sheet = Sheet(
        "等级考试成绩.xlsx",
        (
            Column("identification", "身份证号", "digits", required=True),
            Column("name", "姓名", required=True),
            Column("ticket_no", "准考证号", optional=True),
            Column("theory_score", "理论成绩", "number"),
            Column("practice_score", "技能成绩", "number"),
            Column("review_score", "综合评审成绩", "number", optional=True),
            Column("result", "考试结果", "choice", choices=RESULT_WORDS),
            Column("certificate_no", "证书编号", optional=True),
            Column("issue_date", "发证日期", "date", optional=True),
            Column("issuer", "发证机构", optional=True),
        ),
    )

    identification = fields.Char(string="ID Card No.")
    name = fields.Char(string="Name on the List")
    ticket_no = fields.Char(string="Admission Ticket No.")
    theory_score = fields.Char(string="Theory Result")
    practice_score = fields.Char(string="Practice Result")
    review_score = fields.Char(string="Review Result")
    result = fields.Char(string="Exam Result")
    certificate_no = fields.Char(string="Certificate No.")
    issue_date = fields.Char(string="Issued On")
    issuer = fields.Char(string="Issued By")

    def _exam(self):
        exam = self.env["gov.certification.exam"].browse(
            self.env.context.get("gov_certification_exam_id", [])
        )
        if not exam.exists():
            raise UserError(
                self.env._("Open the national exam and import its results from there.")
            )
        exam.check_access("write")
        exam._check_in("sent")
        return exam

    def _messages(self):
        return {**super()._messages(), **MESSAGES}

    def _registrations(self):
        """{ID number: registration on the list}."""
        lines = self._exam().registration_ids.filtered(
            lambda r: r.state not in ("registered", "withdrawn")
        )
        # sudo: the numbers of the file are compared with those on record
        return {
            line.sudo().employee_id.identification_id: line
            for line in lines
            if line.sudo().employee_id.identification_id
        }

    # -- checks ----------------------------------------------------------------------

    def _check_rows(self, rows):
        for row in rows:
            row.values["identification"] = row.values["identification"].upper()
            number = row.values["certificate_no"]
            row.values["certificate_no"] = number and certificate_number(number)
        known = self._registrations()
        column = self._sheet.column("identification")
        problems = self._duplicate_problems(rows, "identification")
        problems += self._negative_problems(rows, *SCORES)
        problems += self._number_problems(rows, known)
        for row in rows:
            line = known.get(row.values["identification"])
            if not line:
                problems.append(row.problem(column, "not_registered"))
                continue
            problems += self._row_problems(row, line)
        return problems

    def _row_problems(self, row, line):
        problems = []
        if row.values["name"] != line.employee_id.name:
            problems.append(
                row.problem(
                    self._sheet.column("name"),
                    "other_name",
                    name=line.employee_id.name,
                )
            )
        for name, full, _least in self._subjects(line):
            if (row.values[name] or 0) > full:
                column = self._sheet.column(name)
                problems.append(row.problem(column, "over_full", full=f"{full:g}"))
        return problems + self._result_problems(row, line)

    def _result_problems(self, row, line):
        said, found = row.values["result"], self._outcome(row, line)
        column = self._sheet.column("result")
        if not said and not found:
            return [row.problem(column, "no_result")]
        scored = any(row.values[name] is not None for name in SCORES)
        if said and found and scored and said != found:
            words = {value: word for word, value in RESULT_WORDS.items()}
            return [row.problem(column, "score_says", result=words[found])]
        return self._paper_problems(row, line, said or found)

    def _paper_problems(self, row, line, result):
        number, day = row.values["certificate_no"], row.values["issue_date"]
        column = self._sheet.column("certificate_no")
        if number and not day:
            return [row.problem(column, "number_without_day")]
        if number and result != PASSED:
            return [row.problem(column, "not_passed")]
        if number and day < line.exam_id.date:
            return [row.problem(self._sheet.column("issue_date"), "issued_early")]
        return []

    def _number_problems(self, rows, known):
        """Numbers that are somebody else's already."""
        numbers = {row.values["certificate_no"] for row in rows} - {None, ""}
        owners = {
            paper.number: paper.employee_id
            for paper in self.env["gov.certificate"].search(
                [("number", "in", list(numbers))]
            )
        }
        column, problems = self._sheet.column("certificate_no"), []
        for row in rows:
            owner = owners.get(row.values["certificate_no"])
            line = known.get(row.values["identification"])
            if owner and line and owner != line.employee_id:
                problems.append(row.problem(column, "taken", owner=owner.name))
        filled = [row for row in rows if row.values["certificate_no"]]
        return problems + self._duplicate_problems(filled, "certificate_no")

    def _subjects(self, line):
        """(column, full mark, pass mark) of the subjects of the level."""
        rows = line.exam_id.ladder_version_id.level_ids
        row = rows.filtered(lambda r: r.level_id == line.level_id)
        subjects = [
            (name, subject.full_mark, subject.pass_mark)
            for name, subject in zip(SCORES, row.subject_ids, strict=False)
        ]
        if row.needs_review:
            subjects.append(("review_score", 100, row.pass_mark))
        return subjects

    def _outcome(self, row, line):
        return outcome(
            (None if row.values[name] is None else float(row.values[name]), least)
            for name, _full, least in self._subjects(line)
        )

    # -- writing ---------------------------------------------------------------------

    def _import_rows(self, rows):
        known = self._registrations()
        imported = self.env[self._target]
        for row in rows:
            line = known[row.values["identification"]]
            line._take_result(self._result_vals(row, line), self._paper_vals(row))
            imported += line
        return imported

    def _result_vals(self, row, line):
        vals = {
            name: float(row.values[name])
            for name in SCORES
            if row.values[name] is not None
        }
        if row.values["ticket_no"]:
            vals["ticket_no"] = row.values["ticket_no"]
        return {**vals, "state": row.values["result"] or self._outcome(row, line)}

    def _paper_vals(self, row):
        if not row.values["certificate_no"]:
            return None
        return {
            "number": row.values["certificate_no"],
            "issue_date": row.values["issue_date"],
            "issuer": row.values["issuer"] or False,
        }
