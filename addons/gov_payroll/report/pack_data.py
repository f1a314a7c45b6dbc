"""Collects what the finance pack of a run prints, in a constant number of queries."""

from dataclasses import dataclass
from decimal import Decimal

from odoo.addons.gov_window_staff.rules import identity

from ..rules import bank_file
from ..rules.pay import to_cent
from ..rules.pay_sheet import ADD, INFO, SUBTRACT, SUM, MoneyColumn, SheetRow, parts_of

# The form is an official one: its words are Chinese whatever the user's language.
NOT_STATED = "未注明"
TITLES = {
    "BASIC": "基本工资",
    "SKILL": "技能补贴",
    "SENIORITY": "年限补贴",
    "EDUCATION": "学历补贴",
    "PERF": "月度考核奖",
    "STAR": "星级奖",
    "MEAL": "餐补",
    "ANNUAL_BONUS": "年度绩效奖",
    "ARREARS": "补发",
    "LEAVE": "请假扣",
    "ABSENT": "旷工扣",
    "PENSION": "养老保险",
    "MEDICAL": "医疗保险",
    "UNEMPLOYMENT": "失业保险",
    "HOUSING": "住房公积金",
    "IIT": "本月个税",
    "LOSS": "扣款赔偿",
    "PENSION_ER": "单位养老",
    "MEDICAL_ER": "单位医疗",
    "UNEMPLOYMENT_ER": "单位失业",
    "INJURY_ER": "单位工伤",
    "MATERNITY_ER": "单位生育",
    "HOUSING_ER": "单位公积金",
}
# stand on the form although nobody may have them this month
ALWAYS = ("BASIC", "SKILL", "SENIORITY", "EDUCATION", "PERF")
# (category, role of its columns, the sum that ends the section)
SECTIONS = (
    ("earning", ADD, None),
    ("absence", SUBTRACT, MoneyColumn("GROSS", "应发合计", SUM)),
    ("deduction", SUBTRACT, MoneyColumn("NET", "实发合计", SUM, "GROSS")),
    ("employer", ADD, MoneyColumn("EMPLOYER_COST", "单位缴费合计", SUM)),
)
TAX_COLUMNS = (
    MoneyColumn("TAX_ADDITIONAL", "专项附加扣除", INFO),
    MoneyColumn("TAX_TAXABLE", "累计应税", INFO),
)
# what `_person` reads
SLIP_FIELDS = (
    *("employee_id", "contract_id", "gov_staff_no", "gov_person_name"),
    *("gov_department_id", "gov_site_level", "gov_contract_type_id"),
    *("gov_payer_id", "gov_funding_id", "state"),
)
VERSION_FIELDS = ("identification_id", "gov_employer_id", "gov_dispatch_unit_id")
TAX_FIELDS = {"TAX_ADDITIONAL": "additional", "TAX_TAXABLE": "taxable"}


@dataclass(frozen=True)
class Person:
    """What is paid to whom: the slip with the raw numbers that the bank needs."""

    slip: object  # hr.payslip, one record
    row: SheetRow
    card: str | None
    identity: str
    bank: str
    place: str
    account: object  # res.partner.bank, may be empty

    @property
    def net(self) -> Decimal:
        """实发, what the bank is told to pay."""
        return self.row.amounts["NET"]


@dataclass(frozen=True)
class PackData:
    """All people of a run in the order of their numbers, and the columns they need."""

    columns: tuple[MoneyColumn, ...]
    people: tuple[Person, ...]
    is_masked: bool = False

    @property
    def rows(self):
        """Rows of the register."""
        return tuple(person.row for person in self.people)

    def total(self, key) -> Decimal:
        """Sum of one column over all people."""
        return sum((row.amounts.get(key, Decimal(0)) for row in self.rows), Decimal(0))


def collect(run, is_masked):
    """The pack of a run; the run comes with the rights and the language of the form.

    :param is_masked: ID numbers and bank cards with stars
    """
    slips = run.slip_ids
    _read_ahead(slips)
    columns = _columns(slips)
    totals = slips._gov_totals([column.key for column in columns])
    tax = _tax_figures(slips)
    levels = _skill_levels(slips)
    people = []
    for slip in slips.sorted(lambda slip: (slip.gov_staff_no or "", slip.id)):
        amounts = _amounts(slip, columns, totals)
        amounts |= tax.get(slip.id, {})
        amounts["DEDUCTED"] = amounts["GROSS"] - amounts["NET"]
        people.append(_person(slip, amounts, levels.get(slip.id, ""), is_masked))
    return PackData(columns, tuple(people), is_masked)


def _read_ahead(slips):
    """What is printed of everybody, and nothing else.

    The first field that is read brings all the others of its record along: of 20,000
    slips and profiles that is several hundred MB.
    """
    slips.fetch([name for name in SLIP_FIELDS if name in slips._fields])
    slips.contract_id.fetch(VERSION_FIELDS)
    slips.employee_id.fetch(["bank_account_ids"])


def _columns(slips):
    """Columns of the elements that somebody has, those of the form first."""
    used = _rules_by_section(slips)
    columns = []
    for section, role, total in SECTIONS:
        rules = used.get(section, {})
        codes = [code for code in TITLES if code in rules]
        if section == "earning":
            codes = [code for code in TITLES if code in rules or code in ALWAYS]
        codes += [code for code in rules if code not in TITLES]
        if section == "deduction" and "gov.payslip.tax" in slips.env and "IIT" in codes:
            columns += TAX_COLUMNS
        columns += [MoneyColumn(c, TITLES.get(c) or rules[c], role) for c in codes]
        if total and parts_of((*columns, total), total.key):
            columns.append(total)
    return tuple(columns)


def _rules_by_section(slips):
    """{section: {code: name}} of the rules with lines on these slips."""
    groups = slips.env["hr.payslip.line"]._read_group(
        [("slip_id", "in", slips.ids), ("gov_reason", "!=", "total")],
        ["salary_rule_id"],
    )
    rules = slips.env["hr.salary.rule"].union(*(rule for (rule,) in groups))
    sections = {
        slips.env.ref(f"gov_payroll.category_{section}"): section
        for section, _role, _total in SECTIONS
    }
    found = {}
    for rule in rules.sorted("sequence"):
        category = rule.category_id
        while category and category not in sections:
            category = category.parent_id
        if category:
            found.setdefault(sections[category], {})[rule.code] = rule.name
    return found


def _amounts(slip, columns, totals):
    """{key: yuan} as printed: what is subtracted stands as a positive number."""
    signs = {column.key: -1 if column.role == SUBTRACT else 1 for column in columns}
    return {
        key: to_cent(totals.get((slip.id, key), 0)) * sign
        for key, sign in signs.items()
    }


def _tax_figures(slips):
    """{slip id: {key: yuan}} of the cumulative figures behind the income tax."""
    if "gov.payslip.tax" not in slips.env:
        return {}
    taxes = slips.env["gov.payslip.tax"]
    names = {key: name for key, name in TAX_FIELDS.items() if name in taxes._fields}
    figures = taxes.search_fetch(
        [("slip_id", "in", slips.ids)], ["slip_id", *names.values()]
    )
    return {
        tax.slip_id.id: {key: to_cent(tax[name]) for key, name in names.items()}
        for tax in figures
    }


def _skill_levels(slips):
    """{slip id: name of the skill level that was paid}."""
    lines = slips.env["hr.payslip.line"].search_fetch(
        [("slip_id", "in", slips.ids), ("code", "=", "SKILL")],
        ["slip_id", "gov_rate_id"],
    )
    return {line.slip_id.id: line.gov_rate_id.skill_level_id.name for line in lines}


def _person(slip, amounts, level, is_masked):
    person, version = slip.employee_id, slip.contract_id
    account = person.bank_account_ids[:1]
    number = version.identification_id or person.identification_id or ""
    card = account.acc_number or ""
    levels = dict(slip._fields["gov_site_level"]._description_selection(slip.env))
    texts = {
        "staff_no": slip.gov_staff_no or "",
        "name": slip.gov_person_name or "",
        "identity": identity.mask_number(number) if is_masked else number,
        "site": slip.gov_department_id.name or NOT_STATED,
        "unit": _unit_name(slip),
        "level": levels.get(slip.gov_site_level, NOT_STATED),
        "staffing": slip.gov_contract_type_id.name or "",
        "skill": level or "",
        "payer": _linked_name(slip, "gov_payer_id"),
        "funding": _linked_name(slip, "gov_funding_id"),
        "bank": account.bank_id.name or "",
        "card": identity.last_four(card) if is_masked and card else card,
        "signed": "",
        "note": "" if bank_file.clean_card(card) else "无有效银行卡",
    }
    return Person(
        slip=slip,
        row=SheetRow(texts, amounts),
        card=bank_file.clean_card(card),
        identity=number,
        bank=account.bank_id.name or "",
        place=account.bank_id.city or "",
        account=account,
    )


def _unit_name(slip):
    """用人单位, who employs the person; else the sending unit, else the site.

    The version of the profile is the one that the slip was computed by.
    """
    version = slip.contract_id
    unit = version.gov_employer_id or version.gov_dispatch_unit_id
    return unit.name or slip.gov_department_id.name or NOT_STATED


def _linked_name(slip, field):
    """Name of a record that the slip may point to; the field may not be installed."""
    return (field in slip._fields and slip[field].display_name) or NOT_STATED
