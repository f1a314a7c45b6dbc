"""Writing roster rows: what they name, the people, their bank accounts.

Everything is looked up and created in sets, so that the number of statements does not
grow with the rows beyond what Odoo's own `create` needs.
"""

from dataclasses import dataclass

from ..rules import identity
from .roster_columns import PLAIN

# facts that a row may change from a day on
DATED = frozenset(
    {
        "department_id",
        "gov_window_id",
        "job_id",
        "contract_type_id",
        "gov_dispatch_unit_id",
        "gov_employer_id",
        "gov_education_id",
        "gov_political_status",
        "gov_source",
        "gov_position",
        "gov_post_level_id",
        "gov_is_dedicated",
        "gov_is_vanguard",
        "gov_is_backbone",
        "gov_duty",
        "trial_date_end",
        "wage",
    }
)


@dataclass
class Names:
    """Records by the word that the file uses for them."""

    sites: dict
    windows: dict  # {(site code, name): gov.window}
    jobs: dict
    contract_types: dict
    units: dict
    educations: dict
    banks: dict
    employers: dict
    levels: dict


def write_roster(importer, rows):
    """Create new people and update known ones; returns hr.employee records."""
    names = _names(importer, rows)
    known = importer._employees_by_staff_no(rows)
    new = [row for row in rows if row.values["staff_no"] not in known]
    old = [row for row in rows if row.values["staff_no"] in known]
    created = _create_people(importer, new, names)
    for row in old:
        _update(importer, known[row.values["staff_no"]], row, names)
    _write_bank_accounts(importer, old, known, names)
    return created.union(*[known[row.values["staff_no"]] for row in old])


def _create_people(importer, rows, names):
    people = importer.env["hr.employee"]
    people.check_access("create")
    # sudo: officers write ID numbers, phones and cards that they may not read
    people = people.sudo()
    vals_list = [_prepare_employee_vals(importer, row, names) for row in rows]
    contacts = people._gov_create_contacts(vals_list)
    cards = _create_cards(people.env["res.partner.bank"], rows, contacts, names)
    for row, vals, contact in zip(rows, vals_list, contacts, strict=True):
        vals["work_contact_id"] = contact.id
        if card := cards.get(row.number):
            vals["bank_account_ids"] = [(6, 0, card.ids)]
    return people._gov_create_many(vals_list).sudo(False)


def _create_cards(accounts, rows, contacts, names):
    """Bank cards of new people: {row number: res.partner.bank}."""
    with_card = [
        (row, contact)
        for row, contact in zip(rows, contacts, strict=True)
        if row.values["bank_account"]
    ]
    created = accounts.create(
        [
            {
                "partner_id": contact.id,
                "acc_number": row.values["bank_account"],
                "bank_id": _id(names.banks, row.values["bank"]),
            }
            for row, contact in with_card
        ]
    )
    numbers = [row.number for row, _contact in with_card]
    return dict(zip(numbers, created, strict=True))


def _names(importer, rows):
    env = importer.env
    sites = importer._sites()
    return Names(
        sites=sites,
        windows=_windows(env, rows, sites),
        jobs=_by_name(env["hr.job"], rows, "job"),
        contract_types=_by_name(env["hr.contract.type"], rows, "contract_type"),
        units=_by_name(
            env["res.partner"],
            rows,
            "unit",
            {"is_gov_unit": True, "is_company": True},
            [("is_gov_unit", "=", True)],
        ),
        educations=env["gov.education"]._by_alias(),
        banks=_by_name(env["res.bank"], rows, "bank"),
        employers=_by_name(
            env["res.partner"],
            rows,
            "employer",
            {"is_company": True},
            [("is_company", "=", True)],
        ),
        levels=env["gov.skill.level"]._by_alias(),
    )


def _by_name(model, rows, column, defaults=None, domain=()):
    """Existing and new records of a model by name: {name: record}."""
    wanted = {row.values[column] for row in rows} - {None, ""}
    found = model.search([("name", "in", list(wanted)), *domain])
    by_name = {record.name: record for record in found}
    missing = sorted(wanted - set(by_name))
    created = model.create([{"name": n, **(defaults or {})} for n in missing])
    return by_name | dict(zip(missing, created, strict=True))


def _windows(env, rows, sites):
    wanted = {
        (row.values["site_code"], row.values["window"])
        for row in rows
        if row.values["window"]
    }
    found = env["gov.window"].search([("name", "in", [name for _code, name in wanted])])
    by_key = {(w.department_id.gov_code, w.name): w for w in found}
    missing = sorted(wanted - set(by_key))
    created = env["gov.window"].create(
        [{"department_id": sites[code].id, "name": name} for code, name in missing]
    )
    return by_key | dict(zip(missing, created, strict=True))


def _prepare_employee_vals(importer, row, names):
    """Values of a new hr.employee and its first hr.version."""
    return {
        "gov_staff_no": row.values["staff_no"],
        "gov_entry_date": row.values["entry_date"],
        "contract_date_start": row.values["entry_date"],
        "lang": importer.env.lang,
        **_prepare_fact_vals(importer, row, names),
    }


def _prepare_fact_vals(importer, row, names):
    value = row.values
    number = value["identification"]
    has_birthday = number and value["document_type"] in identity.NATIONAL_FORM
    return {
        "name": value["name"],
        "sex": value["sex"] or (has_birthday and identity.sex_of(number)) or False,
        "birthday": identity.birthday_of(number) if has_birthday else False,
        "identification_id": number or False,
        "private_phone": value["phone"] or False,
        "department_id": names.sites[value["site_code"]].id,
        "gov_window_id": _id(names.windows, (value["site_code"], value["window"])),
        "job_id": _id(names.jobs, value["job"]),
        "contract_type_id": _id(names.contract_types, value["contract_type"]),
        "gov_dispatch_unit_id": _id(names.units, value["unit"]),
        "gov_education_id": _id(names.educations, value["education"]),
        "gov_political_status": importer._political_status(row) or False,
        "trial_date_end": value["trial_end"] or False,
        "gov_leave_date": value["leave_date"] or False,
        "contract_date_end": value["leave_date"] or False,
        "wage": float(value["wage"] or 0),
        **_prepare_optional_vals(row, names),
    }


def _prepare_optional_vals(row, names):
    """What the columns say that the file need not have."""
    vals = {f: row.values[c] or False for c, f in PLAIN.items() if row.has(c)}
    if row.has("employer"):
        vals["gov_employer_id"] = _id(names.employers, row.values["employer"])
    if row.has("post_level"):
        vals["gov_post_level_id"] = _id(names.levels, row.values["post_level"])
    return vals


def _id(records, key):
    return records[key].id if key in records else False


def _update(importer, person, row, names):
    """Write what the row changes: from 生效日期 on, else in the current version.

    Without that column a changed cell corrects what the profile says now.
    """
    vals = _prepare_fact_vals(importer, row, names)
    vals["gov_entry_date"] = row.values["entry_date"]
    changed = _changed(person, vals)
    if changed.get("gov_entry_date"):
        changed["contract_date_start"] = changed["gov_entry_date"]
    day = row.values["effective"]
    if day:
        facts = _changed_on(person, day, vals)
        changed = {k: v for k, v in changed.items() if k not in DATED}
        if facts:
            person._gov_write_dated(day, facts)
    if changed:
        person.check_access("write")
        # sudo: as in _create_people
        person.sudo().write(changed)


def _changed(person, vals):
    """The part of `vals` that the profile does not say yet."""
    # sudo: comparing an ID number shows it to nobody
    person = person.sudo()
    changed = {}
    for name, value in vals.items():
        current = person[name]
        if person._fields[name].type == "many2one":
            current = current.id
        if current != value:
            changed[name] = value
    return changed


def _changed_on(person, day, vals):
    """Dated facts of the row that differ from those of the day."""
    version = person.env["hr.version"]._gov_as_of(person, day)[person.id]
    return version._gov_changed({n: v for n, v in vals.items() if n in DATED})


def _write_bank_accounts(importer, rows, people, names):
    """One bank card a person: the one in the file, which may be recorded already."""
    rows = [row for row in rows if row.values["bank_account"]]
    # sudo: officers write card numbers that they may not read
    accounts = importer.env["res.partner.bank"].sudo()
    numbers = [row.values["bank_account"] for row in rows]
    known = {
        (account.partner_id.id, account.acc_number): account
        for account in accounts.search([("acc_number", "in", numbers)])
    }
    wanted = {}  # {(partner id, number): (person, bank id)}
    for row in rows:
        person = people[row.values["staff_no"]].sudo()
        key = person.work_contact_id.id, row.values["bank_account"]
        wanted[key] = person, _id(names.banks, row.values["bank"])
    new = [key for key in wanted if key not in known]
    created = accounts.create(
        [
            {"partner_id": key[0], "acc_number": key[1], "bank_id": wanted[key][1]}
            for key in new
        ]
    )
    known.update(zip(new, created, strict=True))
    for key, (person, _bank) in wanted.items():
        if person.bank_account_ids != known[key]:
            person.bank_account_ids = known[key]
