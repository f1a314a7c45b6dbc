"""Makes the finance pack of a run: register, bank files, manifest (no model).

The functions take a run whose row is locked (see `hr.payslip.run._gov_begin`), so that
two exports at once come one after the other and nobody is sent to the bank twice.
"""

from decimal import Decimal

from odoo import fields
from odoo.exceptions import UserError

from ...report import bank_workbook, finance_pack, pack_data
from ...rules import bank_file
from .gov_pay_export_file import SHOWN

ZERO = Decimal(0)


def make(run, user, is_masked, has_bank):
    """One `gov.pay.export` with its files and payments.

    :param run: sudo, unprotected, in the language of the forms
    :param user: res.users who exports
    :param is_masked: numbers with stars
    :param has_bank: whether to write bank files and remember whom they pay
    """
    data = pack_data.collect(run, is_masked)
    if not data.people:
        raise UserError(
            run.env._("%s has no pay slips yet: compute it first.", run.name)
        )
    paid, unpaid, before = share_out(run, data)
    template = run.env["gov.bank.template"]
    if has_bank and paid:
        template = _template(run)
    shown = unpaid if has_bank else []
    payments = run.env["gov.bank.payment"]
    words = [(person, payments._unpaid_text(person.slip, why)) for person, why in shown]
    files = [_register(run, data, words)]
    parts = _payees(template, paid) if template else []
    files += _bank_files(run, template, parts)
    check_control(run, data, paid, unpaid, before)
    export = _create(run, user, data, template, is_masked, has_bank)
    figures = {"bank_total": _net(paid), "unpaid_total": _net(p for p, _w in unpaid)}
    if has_bank:
        export.write({**figures, "before_total": _net(before)})
        _create_payments(export, parts, unpaid)
    files += export._gov_plan_slips()
    export._gov_store_files(files)
    export._gov_close_pack()
    return export


def share_out(run, data):
    """Who is paid by the new files, who by none, and who by earlier ones.

    :return: (people, [(person, key of WHY_UNPAID)], people)
    """
    slips = run.env["hr.payslip"].union(*(person.slip for person in data.people))
    open_slips = run.env["gov.bank.payment"]._open_slips(slips)
    open_ids = set(open_slips.ids)
    held = run.env["gov.bank.payment"]._held_cards(slips)
    paid, unpaid, before = [], [], []
    for person in data.people:
        if person.slip.id in open_ids:
            before.append(person)
        elif person.net <= 0:
            unpaid.append((person, "not_positive"))
        elif not person.card:
            unpaid.append((person, "no_card"))
        elif held.get(person.slip.id) == person.card:
            unpaid.append((person, "refused"))
        else:
            paid.append(person)
    return paid, unpaid, before


def check_control(run, data, paid, unpaid, before):
    """The bank files and the lists beside them must add up to the register."""
    listed = _net(paid) + _net(p for p, _why in unpaid) + _net(before)
    if listed != data.total("NET"):
        raise UserError(
            run.env._(
                "Bank files and lists add up to %(listed)s, the register to %(net)s. "
                "Nothing was exported; compute the run again.",
                listed=listed,
                net=data.total("NET"),
            )
        )


def _net(people):
    return sum((person.net for person in people), ZERO)


def _template(run):
    template = run.env["gov.bank.template"]._for_county(run.gov_county_id)
    if not template:
        raise UserError(
            run.env._("No bank file template is active. Finance enters one first.")
        )
    return template


def _register(run, data, unpaid):
    shown = "" if data.is_masked else ",".join(SHOWN["register"])
    return {
        "name": f"{finance_pack.TITLE}_{run.gov_period}.xlsx",
        "kind": "register",
        "content": finance_pack.workbook(run, data, unpaid),
        "people": len(data.people),
        "amount": data.total("NET"),
        "shown": shown,
    }


def _payees(template, people):
    """[(person, payee)] of each part, with the numbers of their rows."""
    layout = template._layout()
    payees = [
        bank_file.Payee(
            number=0,
            staff_no=person.row.texts["staff_no"],
            name=person.row.texts["name"],
            card=person.card,
            amount=person.net,
            bank=person.bank,
            place=person.place,
            identity=person.identity,
        )
        for person in people
    ]
    template._check_payees(payees)
    sizes = [len(part) for part in bank_file.parts(payees, layout)]
    payees = bank_file.numbered(payees, layout, sizes)
    return bank_file.parts(list(zip(people, payees, strict=True)), layout)


def _bank_files(run, template, parts):
    """The bank's files with their control file."""
    if not parts:
        return []
    layout, suffix = template._layout(), template.file_format
    shown = list(SHOWN["bank"])
    if "identity" in template.column_ids.mapped("kind"):
        shown.append("identification")
    files = []
    for number, part in enumerate(parts, start=1):
        payees = [payee for _person, payee in part]
        is_book = suffix == "xlsx"
        write = bank_workbook.build if is_book else bank_file.text_file
        files.append(
            {
                "name": f"代发_{template.code}_{run.gov_period}_{number}.{suffix}",
                "kind": "bank",
                "content": write(layout, payees),
                "people": len(payees),
                "amount": sum((payee.amount for payee in payees), ZERO),
                "shown": ",".join(sorted(shown)),
            }
        )
    if template.has_control:
        files.append(_control_file(run, template, files))
    return files


def _control_file(run, template, files):
    sums = [(file["name"], file["people"], file["amount"]) for file in files]
    return {
        "name": f"代发_{template.code}_{run.gov_period}_控制.txt",
        "kind": "control",
        "content": bank_file.control_file(template._layout(), sums),
        "people": sum(people for _name, people, _amount in sums),
        "amount": sum((amount for _name, _people, amount in sums), ZERO),
        "shown": "",
    }


def _create(run, user, data, template, is_masked, has_bank):
    now = fields.Datetime.now()
    exports = run.env["gov.pay.export"]._unprotected()
    count = exports.search_count([("run_id", "=", run.id)])
    name = f"财务导出_{run.gov_period}_{count + 1:02d}"
    made = {
        "export": name,
        "made_by": user.name,
        "made_on": fields.Datetime.to_string(now) + "Z",
    }
    return exports.create(
        {
            "name": name,
            "run_id": run.id,
            "user_id": user.id,
            "date": now,
            "manifest_head": finance_pack.manifest_head(run, data, made),
            "is_masked": is_masked,
            "has_bank": has_bank,
            "template_id": template.id,
            "people_count": len(data.people),
            "gross": data.total("GROSS"),
            "net": data.total("NET"),
        }
    )


def _create_payments(export, parts, unpaid):
    vals_list = [
        {
            **_payment_vals(export, person),
            "number": payee.number,
            "part": number,
            "card": payee.card,
        }
        for number, part in enumerate(parts, start=1)
        for person, payee in part
    ]
    vals_list += [
        {**_payment_vals(export, person), "state": "unpaid", "unpaid_reason": why}
        for person, why in unpaid
    ]
    export.env["gov.bank.payment"].create(vals_list)


def _payment_vals(export, person):
    return {
        "export_id": export.id,
        "run_id": export.run_id.id,
        "slip_id": person.slip.id,
        "staff_no": person.row.texts["staff_no"],
        "person_name": person.row.texts["name"],
        "department_id": person.slip.gov_department_id.id,
        "amount": person.net,
    }
