"""The files of the finance pack: register workbook, list of the unpaid, manifest."""

import hashlib
import json
from decimal import Decimal

from odoo.exceptions import UserError

from odoo.addons.gov_window_staff.rules.month import Month

from ..rules.capital_amount import capital_amount
from ..rules.pay import to_cent
from ..rules.pay_sheet import ADD, SUBTRACT, SUM, Block, MoneyColumn, blocks, sum_of
from .pack_workbook import SHORT_LEFT, PackBook

# The form is an official one: its words are Chinese whatever the user's language.
TITLE = "工资发放表"
UNPAID = "未发放名单"
SHORT = (
    MoneyColumn("GROSS", "应发合计", ADD),
    MoneyColumn("DEDUCTED", "代扣合计", SUBTRACT),
    MoneyColumn("NET", "实发合计", SUM),
    MoneyColumn("EMPLOYER_COST", "单位缴费合计", ADD),
)
CHANGE_HEADER = ("工号", "姓名", "单位/窗口", "变动", "上月", "本月", "差额", "原因")


def workbook(run, data, unpaid):
    """Bytes of 工资发放表.xlsx.

    :param run: the run, with the rights and the language of the form
    :param data: `pack_data.PackData`
    :param unpaid: [(Person, reason in words)] of those whom no bank file pays
    """
    check_sums(run, data)
    month = Month.of(run.date_start)
    title = f"{TITLE} {month.year}年{month.month}月 {run.gov_county_id.name}"
    pack = PackBook(title, run.date_end, signatures(run))
    totals = {TITLE: pack.table(TITLE, data.columns, [Block("合计", data.rows)])}
    for name, key in (("按单位", "unit"), ("按层级", "level")):
        totals[name] = pack.table(
            name,
            SHORT,
            blocks(data.rows, lambda row, key=key: row.texts[key]),
            left=SHORT_LEFT,
            right=(),
            has_subtotals=True,
        )
    payers = blocks(data.rows, payer_title)
    for block in payers:
        totals[block.title] = pack.table(block.title, data.columns, [block])
    _write_changes(pack, run)
    _write_unpaid(pack, unpaid)
    _write_control(pack, data, totals, len(payers), unpaid)
    return pack.close()


def payer_title(row):
    """Who pays a row and out of which money: one table for each to sign."""
    return f"{row.texts['payer']} {row.texts['funding']}"


def signatures(run):
    """{label: name} of the signature block: who checked, who approved last."""
    names = [run.gov_approver_id.name or ""]
    if hasattr(run, "_gov_signatures"):
        names = [user.name for _step, user, _time in run._gov_signatures()] or names
    return {
        "制表": run.gov_preparer_id.name or "",
        "复核": "、".join(names[:-1]),
        "审批": names[-1],
        "日期": "",
    }


def check_sums(run, data):
    """What the columns add up to must be what the slips pay, person by person."""
    for person in data.people:
        for column in data.columns:
            if column.role != SUM:
                continue
            printed = sum_of(data.columns, column.key, person.row)
            paid = person.row.amounts[column.key]
            if printed != paid:
                raise UserError(
                    run.env._(
                        "The columns of %(person)s add up to %(printed)s, the pay slip "
                        "says %(paid)s. Compute the run again.",
                        person=person.slip.gov_person_name,
                        printed=printed,
                        paid=paid,
                    )
                )


def _write_changes(pack, run):
    """变动表: who joined, left or is paid another amount than last month."""
    if "gov.payslip.change" not in run.env:
        return
    changes = run.env["gov.payslip.change"].search([("run_id", "=", run.id)])
    # in the order of the register
    changes = changes.sorted(lambda c: (c.kind, c.staff_no or ""))
    kinds = dict(changes._fields["kind"]._description_selection(run.env))
    rows = [
        (
            change.staff_no or "",
            change.person_name or "",
            change.department_id.name or "",
            kinds.get(change.kind, ""),
            to_cent(change.before),
            to_cent(change.after),
            to_cent(change.difference),
            change.explanation or "",
        )
        for change in changes
    ]
    pack.listing("变动表", CHANGE_HEADER, rows, (11, 10, 24, 10, 12, 12, 12, 50))


def _write_unpaid(pack, unpaid):
    rows = [
        (p.row.texts["staff_no"], p.row.texts["name"], p.row.texts["site"], p.net, why)
        for p, why in unpaid
    ]
    header = ("工号", "姓名", "单位/窗口", "实发合计", "未发放原因")
    pack.listing(UNPAID, header, rows, (11, 10, 24, 14, 40))


def _write_control(pack, data, totals, payer_count, unpaid):
    """核对: the tables against each other, with formulas that must give 0."""
    sheet = pack.add_sheet("核对", (30, 12, 18, 18, 18, 60), frozen=0)
    header = ("表", "人数", "应发合计", "实发合计", "与总表差额", "大写(实发)")
    sheet.write_row(0, 0, header, pack.formats["head"])
    net, main = float(data.total("NET")), totals[TITLE]["NET"]
    sums = {TITLE: data.rows, "按单位": data.rows, "按层级": data.rows}
    for row, (name, rows) in enumerate(sums.items(), start=1):
        pack.put(sheet, row, 0, name)
        pack.put(sheet, row, 1, len(rows))
        for column, key in enumerate(("GROSS", "NET"), start=2):
            value = float(data.total(key))
            cell = f"={totals[name][key]}"
            sheet.write_formula(row, column, cell, pack.formats["money"], value)
        formula = f"={totals[name]['NET']}-{main}"
        sheet.write_formula(row, 4, formula, pack.formats["money"], 0)
        pack.put(sheet, row, 5, capital_amount(data.total("NET")))
    _control_of_payers(pack, sheet, totals, payer_count, data, (main, net))
    row = len(sums) + 2
    missing = sum((person.net for person, _why in unpaid), Decimal(0))
    pack.put(sheet, row, 0, UNPAID)
    pack.put(sheet, row, 1, len(unpaid))
    pack.put(sheet, row, 3, missing)


def _control_of_payers(pack, sheet, totals, payer_count, data, main):
    """One line for all tables by payer and funding source."""
    names = list(totals)[-payer_count:] if payer_count else []
    row = len(totals) - payer_count + 1
    pack.put(sheet, row, 0, f"按付款单位和经费来源（{payer_count} 张表）")
    pack.put(sheet, row, 1, len(data.rows))
    for column, key in enumerate(("GROSS", "NET"), start=2):
        formula = "=" + "+".join(totals[name][key] for name in names)
        value = float(data.total(key))
        sheet.write_formula(row, column, formula, pack.formats["money"], value)
    formula = f"=D{row + 1}-{main[0]}"
    sheet.write_formula(row, 4, formula, pack.formats["money"], 0)


def sha256(content):
    """Hash of a file as manifests and logs carry it."""
    return hashlib.sha256(content).hexdigest()


def manifest_head(run, data, made):
    """What manifest.json says of the export as a whole.

    :param made: {key: text} of who made it and when
    """
    return {
        "run": run.name,
        "county": run.gov_county_id.name,
        "period": run.gov_period,
        "state": run.state,
        **made,
        "people": len(data.people),
        "totals": {
            key.lower(): f"{data.total(key):.2f}"
            for key in ("GROSS", "DEDUCTED", "NET", "EMPLOYER_COST")
        },
    }


def manifest(head, files):
    """Bytes of manifest.json: what was exported, how much, the hash of each file.

    :param head: of `manifest_head`
    :param files: gov.pay.export.file
    """
    listed = [
        {
            "name": file.name,
            "kind": file.kind,
            "bytes": file.size,
            "sha256": file.sha256,
            "people": file.people_count,
            "amount": f"{file.amount:.2f}",
        }
        for file in files
    ]
    figures = {**head, "files": listed}
    return json.dumps(figures, ensure_ascii=False, indent=2).encode()
