"""Collects the pay register of a run as plain values."""

from decimal import Decimal

from odoo.exceptions import UserError

from odoo.addons.gov_window_staff.rules.month import Month

from ..rules.pay import to_cent
from ..rules.register import Register, RegisterRow, in_order

# The form is an official one: its words are Chinese whatever the user's language.
TITLE = "工资发放表"
PENDING = "(待审批)"
COLUMNS = {
    "BASIC": "基本工资",
    "SKILL": "技能补贴",
    "SENIORITY": "年限补贴",
    "EDUCATION": "学历补贴",
    "PERF": "考核奖励",
}
# what a row says beside the amounts
SLIP_FIELDS = (
    "gov_staff_no",
    "gov_person_name",
    "gov_department_id",
    "gov_contract_type_id",
)


def build(run):
    """The `Register` of a run that the caller may read.

    A salary rule that a county added under the earnings gets a column of its own after
    the five of the policy, so that the row's sum is what the slip pays.
    """
    slips = run.slip_ids
    if not slips:
        raise UserError(
            run.env._("%s has no pay slips yet: compute it first.", run.name)
        )
    # all columns of 20,000 slips would be brought along by the first one that is read
    slips.fetch(SLIP_FIELDS)
    columns = COLUMNS | _added_columns(slips)
    totals = slips._gov_totals([*columns, "GROSS"])
    register = Register(
        title=_title(run),
        period_end=run.date_end,
        columns=tuple(columns.values()),
        rows=in_order(_row(slip, columns, totals) for slip in slips),
        signatures={
            "制表": run.gov_preparer_id.name or "",
            "复核": "",
            "审批": run.gov_approver_id.name or "",
        },
    )
    _check_sum(run, register, totals)
    return register


def file_name(run):
    """工资发放表_2026-10, without the extension."""
    return f"{TITLE}_{run.gov_period}"


def _title(run):
    month = Month.of(run.date_start)
    pending = "" if run.state in ("approved", "locked") else PENDING
    county = run.gov_county_id.name
    return f"{TITLE} {month.year}年{month.month}月 {county}{pending}"


def _row(slip, columns, totals):
    return RegisterRow(
        staff_no=slip.gov_staff_no,
        name=slip.gov_person_name,
        site=slip.gov_department_id.name or "",
        staffing=slip.gov_contract_type_id.name or "",
        amounts=tuple(to_cent(totals.get((slip.id, code), 0)) for code in columns),
    )


def _added_columns(slips):
    """{code: name} of earnings beyond the five, in the order of their rules."""
    earning = slips.env.ref("gov_payroll.category_earning")
    groups = slips.env["hr.payslip.line"]._read_group(
        [
            ("slip_id", "in", slips.ids),
            ("category_id", "child_of", earning.id),
            ("code", "not in", list(COLUMNS)),
        ],
        ["salary_rule_id"],
    )
    rules = slips.env["hr.salary.rule"].union(*(rule for (rule,) in groups))
    return {rule.code: rule.name for rule in rules.sorted("sequence")}


def _check_sum(run, register, totals):
    """The columns must add up to what the slips pay."""
    paid = sum(
        (
            to_cent(amount)
            for (_slip, code), amount in totals.items()
            if code == "GROSS"
        ),
        Decimal(0),
    )
    if paid != register.gross:
        raise UserError(
            run.env._(
                "The register of %(run)s adds up to %(register)s, its pay slips to "
                "%(paid)s. Compute the run again.",
                run=run.name,
                register=register.gross,
                paid=paid,
            )
        )
