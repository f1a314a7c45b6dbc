"""Forms of bank files (银行代发文件模板): what a bank wants to read."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...exceptions import BankFileRefused
from ...rules import bank_file

DELIMITERS = [
    ("pipe", "Vertical Bar |"),
    ("comma", "Comma ,"),
    ("tab", "Tab"),
    ("semicolon", "Semicolon ;"),
]
SIGNS = {"pipe": "|", "comma": ",", "tab": "\t", "semicolon": ";"}
SHOWN_PROBLEMS = 20


class GovBankTemplate(models.Model):
    """A bank's form: kind of file, columns, encoding, unit of amounts, rows a file."""

    _name = "gov.bank.template"
    _description = "Bank File Template"
    _order = "sequence, id"

    name = fields.Char(string="Bank Template", required=True, translate=True)
    code = fields.Char(required=True, copy=False, help="Stands in the file names.")
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    department_id = fields.Many2one(
        "hr.department",
        string="County",
        domain=[("gov_level", "=", "county")],
        help="County that uses it; empty: any county without one of its own.",
    )
    file_format = fields.Selection(
        [("txt", "Text"), ("csv", "CSV"), ("xlsx", "Excel")],
        string="Kind of File",
        required=True,
        default="txt",
    )
    delimiter = fields.Selection(DELIMITERS, required=True, default="pipe")
    encoding = fields.Selection(
        [(code, code.upper()) for code in bank_file.ENCODINGS],
        required=True,
        default="gbk",
    )
    has_header = fields.Boolean(string="Header Row")
    amount_unit = fields.Selection(
        [("yuan", "Yuan, 2 Decimals"), ("fen", "Fen")], required=True, default="yuan"
    )
    max_rows = fields.Integer(string="People in a File", help="0: no limit.")
    min_rows = fields.Integer(
        string="At Least in a File", help="Where the run has enough people."
    )
    numbering = fields.Selection(
        [("file", "Each File Begins at 1"), ("run", "On from File to File")],
        string="Row Numbers",
        required=True,
        default="file",
    )
    is_name_joined = fields.Boolean(string="Names without Spaces")
    has_control = fields.Boolean(
        string="Control File", help="Names, people and amounts of the files."
    )
    note = fields.Text(string="Source of the Form")
    column_ids = fields.One2many(
        "gov.bank.template.column", "template_id", string="Columns", copy=True
    )
    return_number = fields.Char(
        string="No. Column",
        help="Header of the column in the bank's answer, or its number; several "
        "headers are parted by commas.",
    )
    return_card = fields.Char(string="Card Column", default="卡号,帐号,账号")
    return_name = fields.Char(string="Name Column", default="姓名,户名")
    return_amount = fields.Char(string="Amount Column", default="金额")
    return_result = fields.Char(
        string="Result Column", default="处理结果,结果,状态", required=True
    )
    return_reason = fields.Char(string="Reason Column", default="失败原因,原因,备注")
    return_paid = fields.Char(
        string="Words for Paid", default="成功,已入账,0000", required=True
    )
    return_has_header = fields.Boolean(string="Answer Has a Header Row", default=True)

    _code_uniq = models.Constraint("UNIQUE(code)", "This code is already in use.")
    _rows_positive = models.Constraint(
        "CHECK(max_rows >= 0 AND min_rows >= 0 "
        "AND (max_rows = 0 OR 2 * min_rows <= max_rows))",
        "The most people of a file must be 0 or at least twice the fewest.",
    )

    # the kind of file is always there, so a template without columns is seen too
    @api.constrains("column_ids", "file_format")
    def _check_columns(self):
        for template in self:
            kinds = template.column_ids.mapped("kind")
            if not {"card", "name", "amount"} <= set(kinds):
                raise ValidationError(
                    self.env._(
                        "%s needs at least the columns card, name and amount.",
                        template.name,
                    )
                )

    @api.constrains("code")
    def _check_code(self):
        for template in self:
            if not template.code.replace("-", "").replace("_", "").isalnum():
                raise ValidationError(
                    self.env._(
                        "The code “%s” stands in file names: use letters and figures.",
                        template.code,
                    )
                )

    @api.model
    def _for_county(self, county):
        """The first template of the county, else the first for any; may be empty."""
        found = self.search([("department_id", "in", [county.id, False])])
        return (found.filtered("department_id") or found)[:1]

    def _layout(self):
        """The form as `rules.bank_file.Layout`."""
        self.ensure_one()
        return bank_file.Layout(
            columns=tuple(column._to_rules() for column in self.column_ids),
            delimiter=SIGNS[self.delimiter],
            # a workbook has no delimiter to trip over
            is_quoted=self.file_format != "txt",
            has_header=self.has_header,
            encoding="utf-8" if self.file_format == "xlsx" else self.encoding,
            in_cents=self.amount_unit == "fen",
            max_rows=self.max_rows,
            min_rows=self.min_rows,
            is_name_joined=self.is_name_joined,
            is_numbered_on=self.numbering == "run",
        )

    def _check_payees(self, payees):
        """Refuse, by name, every text that the bank's program would misread."""
        found = bank_file.problems(self._layout(), payees)
        if not found:
            return
        lines = [
            self.env._(
                "%(number)s %(name)s: %(reason)s",
                number=problem.payee.staff_no,
                name=problem.payee.name,
                reason=self._problem_text(problem),
            )
            for problem in found[:SHOWN_PROBLEMS]
        ]
        if len(found) > SHOWN_PROBLEMS:
            lines.append(self.env._("… and %s more.", len(found) - SHOWN_PROBLEMS))
        raise BankFileRefused(
            self.env._(
                "%(template)s cannot be written:\n%(lines)s",
                template=self.name,
                lines="\n".join(lines),
            )
        )

    def _problem_text(self, problem):
        texts = {
            "encoding": self.env._(
                "“%(text)s” cannot be written in %(encoding)s; choose GB18030 or UTF-8 "
                "or ask the bank how it writes the name."
            ),
            "delimiter": self.env._("“%(text)s” holds the sign that parts columns."),
            "formula": self.env._("“%(text)s” would be read as a formula."),
            "unprintable": self.env._("“%(text)s” holds an invisible character."),
        }
        return texts[problem.code] % {
            "text": problem.text,
            "encoding": self.encoding.upper(),
        }
