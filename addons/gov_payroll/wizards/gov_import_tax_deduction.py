"""Import of declared deductions (专项附加扣除.xlsx)."""

from dataclasses import replace
from decimal import Decimal

from odoo import fields, models
from odoo.tools import LazyTranslate

from odoo.addons.gov_window_staff.rules import identity
from odoo.addons.gov_window_staff.rules.sheets import Column, Sheet
from odoo.addons.gov_window_staff.tools import import_template

from ..rules.declared import Declared, legal_maximum, overlap

_lt = LazyTranslate(__name__)

# 专项附加扣除项目 as the tax bureau words them; where the law has several amounts the
# word says which one
KIND_WORDS = {
    "子女教育": "child_education",
    "3岁以下婴幼儿照护": "infant_care",
    "赡养老人-独生子女": "elderly_only_child",
    "赡养老人-非独生子女": "elderly_shared",
    "继续教育-学历": "own_education",
    "继续教育-职业资格": "own_certificate",
    "住房贷款利息": "mortgage",
    "住房租金-直辖市、省会等": "rent_large_city",
    "住房租金-市区户籍人口超过100万": "rent_middle_city",
    "住房租金-其他城市": "rent_small_city",
}
import_template.NOTES.update(
    {
        ("专项附加扣除.xlsx", "工号"): "须已在花名册中",
        ("专项附加扣除.xlsx", "姓名"): "填写时须与工号对应的人员一致",
        ("专项附加扣除.xlsx", "证件号码"): "填写时须与人员档案一致；导入后不保存",
        (
            "专项附加扣除.xlsx",
            "有效期起",
        ): "开始月份的任意一天；职业资格为取得证书的月份",
        ("专项附加扣除.xlsx", "有效期止"): "最后月份的任意一天；未结束时留空",
        ("专项附加扣除.xlsx", "月扣除额"): "不得超过法定标准；职业资格填写全年 3600",
        ("专项附加扣除.xlsx", "子女数"): "子女教育、婴幼儿照护；留空为 1",
        ("专项附加扣除.xlsx", "扣除比例"): "百分数，如 50；留空为 100",
    }
)
FACTS = ("child_count", "share_percent", "amount", "date_to", "note")
MESSAGES = {
    "other_person": _lt("is not the person with this staff number"),
    "above_law": _lt("the law gives at most %(maximum)s yuan for this kind"),
    "not_in_table": _lt("the income-tax table has no amount for this kind"),
    "not_together": _lt(
        "may not be declared for the same months as %(other)s; end one of them first"
    ),
    "share_odd": _lt("a share lies above 0 and at most at 100"),
    "children_odd": _lt("between 1 and 20 children"),
}


class GovImportTaxDeduction(models.TransientModel):
    """One row is a declaration; the same person, kind and start again replaces it."""

    _name = "gov.import.tax.deduction"
    _description = "Import Declared Tax Deductions"
    _inherit = ["gov.import.mixin"]

    _target = "gov.tax.deduction"
    _sheet = Sheet(
        "专项附加扣除.xlsx",
        (
            Column("staff_no", "工号", required=True),
            Column("person_name", "姓名", optional=True),
            Column("identification", "证件号码", "digits", optional=True),
            Column(
                "kind", "专项附加扣除项目", "choice", required=True, choices=KIND_WORDS
            ),
            Column("date_from", "有效期起", "date", required=True),
            Column("date_to", "有效期止", "date"),
            Column("amount", "月扣除额", "number", required=True),
            Column("child_count", "子女数", "whole", optional=True, default=1),
            Column("share_percent", "扣除比例", "number", optional=True, default=100),
            Column("note", "备注", optional=True),
        ),
    )

    staff_no = fields.Char(string="Staff No.")
    person_name = fields.Char(string="Name")
    identification = fields.Char(string="Document Number")
    kind = fields.Char(string="Kind of Declared Deduction")
    date_from = fields.Char(string="Declared From")
    date_to = fields.Char(string="Declared Until")
    amount = fields.Char(string="Deducted a Month")
    child_count = fields.Char(string="Number of Children")
    share_percent = fields.Char(string="Share Deducted")
    note = fields.Char()

    def _messages(self):
        return {**super()._messages(), **MESSAGES}

    # -- checks ------------------------------------------------------------------------

    def _check_rows(self, rows):
        people = self._employees_by_staff_no(rows)
        problems = self._unknown_problems(rows, "staff_no", people)
        problems += self._negative_problems(rows, "amount")
        known = [row for row in rows if row.values["staff_no"] in people]
        limits = self._limits(rows)
        for row in known:
            problems += self._person_problems(row, people[row.values["staff_no"]])
            problems += self._figure_problems(row, limits)
        return problems + self._doubles(rows) + self._clashes(known, people, limits)

    def _person_problems(self, row, person):
        """Name and ID number, where the file has them, are those of the profile."""
        problems = []
        if row.values.get("person_name") not in (None, "", person.name):
            column = self._sheet.column("person_name")
            problems.append(row.problem(column, "other_person"))
        number = (row.values.get("identification") or "").upper()
        # sudo: compared with what the user typed; nothing of the profile is shown
        stored = (person.sudo().identification_id or "").upper()
        if number and number != stored:
            column = self._sheet.column("identification")
            problem = row.problem(column, "other_person")
            problems.append(replace(problem, value=identity.mask_number(number)))
        return problems

    def _figure_problems(self, row, limits):
        """What the law does not give, before anything is written."""
        begin, end = row.values["date_from"], row.values["date_to"]
        if end and end < begin:
            other = self._sheet.column("date_from").header
            column = self._sheet.column("date_to")
            return [row.problem(column, "before", other=other, value=begin)]
        count, share = self._count(row), self._share(row)
        if not 1 <= count <= 20:
            return [row.problem(self._sheet.column("child_count"), "children_odd")]
        if not 0 < share <= 100:
            return [row.problem(self._sheet.column("share_percent"), "share_odd")]
        limit = limits[_kind_and_day(row)]
        if not limit:
            return [row.problem(self._sheet.column("kind"), "not_in_table")]
        children = count if limit.is_per_child else 1
        most = legal_maximum(Decimal(str(limit.amount)), children, share)
        if Decimal(str(row.values["amount"])) > most:
            column = self._sheet.column("amount")
            return [row.problem(column, "above_law", maximum=most)]
        return []

    def _count(self, row):
        return 1 if row.values["child_count"] is None else row.values["child_count"]

    def _share(self, row):
        share = row.values["share_percent"]
        return Decimal(100 if share is None else str(share))

    def _limits(self, rows):
        """{(kind, first day): legal row} of the declarations."""
        wanted = {_kind_and_day(row) for row in rows}
        return {key: self.env["gov.tax.deduction"]._legal_for(*key) for key in wanted}

    def _key(self, row):
        return tuple(row.values[name] for name in ("staff_no", "kind", "date_from"))

    def _doubles(self, rows):
        column = self._sheet.column("kind")
        first, problems = {}, []
        for row in rows:
            found = first.setdefault(self._key(row), row)
            if found is not row:
                problems.append(row.problem(column, "duplicate", first=found.number))
        return problems

    def _clashes(self, rows, people, limits):
        """Rent beside a housing loan, in the file or with what is recorded."""
        employees = self.env["hr.employee"].union(*people.values())
        keys = {self._key(row) for row in rows}
        stated = {}
        for key, one in self._recorded(employees).items():
            if key not in keys:
                stated.setdefault(key[0], []).append((one.kind, one._to_rule(False)))
        problems = []
        for row in rows:
            own = stated.setdefault(row.values["staff_no"], [])
            mine = self._rule(row)
            for kind in _not_together(limits[_kind_and_day(row)]):
                if any(kind == other and overlap(mine, rule) for other, rule in own):
                    column = self._sheet.column("kind")
                    problems.append(
                        row.problem(column, "not_together", other=_word(kind))
                    )
            own.append((row.values["kind"], mine))
        return problems

    def _rule(self, row):
        values = row.values
        return Declared(Decimal(0), values["date_from"], values["date_to"])

    # -- writing -----------------------------------------------------------------------

    def _recorded(self, employees):
        """{(staff number, kind, first day): declaration} of these people."""
        found = self.env["gov.tax.deduction"].search(
            [("employee_id", "in", employees.ids)]
        )
        return {(d.employee_id.gov_staff_no, d.kind, d.date_from): d for d in found}

    def _import_rows(self, rows):
        people = self._employees_by_staff_no(rows)
        known = self._recorded(self.env["hr.employee"].union(*people.values()))
        declared, new = self.env["gov.tax.deduction"], []
        # ends first: a loan that ends makes room for the rent that follows
        for row in sorted(rows, key=lambda row: row.values["date_from"]):
            vals = {name: row.values[name] for name in FACTS if row.has(name)}
            vals |= {"date_to": vals.get("date_to") or False}
            if self._key(row) in known:
                known[self._key(row)].write(vals)
                declared |= known[self._key(row)]
                continue
            vals |= {name: row.values[name] for name in ("kind", "date_from")}
            vals["employee_id"] = people[row.values["staff_no"]].id
            new.append(vals)
        declared |= declared.create(new)
        declared._log_import(self._sheet.file_name)
        return declared


def _kind_and_day(row):
    return row.values["kind"], row.values["date_from"]


def _not_together(limit):
    """Kinds that may not be declared beside this one."""
    if not limit.exclusive_group:
        return []
    return [
        line.kind
        for line in limit.version_id.limit_ids
        if line.exclusive_group == limit.exclusive_group
    ]


def _word(kind):
    return next(word for word, code in KIND_WORDS.items() if code == kind)
