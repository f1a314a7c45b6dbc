"""A made-up province: counties with their own rule-sets and office, people, facts.

Built set-wise like a single county (``people.py``); only sites, windows, texts and the
few logins are created one by one by Odoo.
"""

from datetime import date

from govhr import office

from tests.bench import facts, people, rows, sessions

PASSWORD = "Province-2026"  # of everybody who logs in
MONTH = date(2026, 10, 1)
COUNTIES, SITES = 5, 400  # of a province; sites of a county
PEOPLE_A_SITE = 50
LETTERS = "ABCDEFGH"  # of the counties
# reviews of a person in a month: percent; 2.05 on average
REVIEWS = {1: 25, 2: 45, 3: 30}
# the texts that a county has of its own
TEXTS = {
    "gov.rubric": "rubric_id",
    "gov.allowance.table": "table_id",
    "gov.contribution.table": "table_id",
}


def build(env, count, counties=COUNTIES, say=print):
    """``count`` people in so many counties; returns the county centres.

    :param say: called with a line for each county
    """
    # proxy_mode asks for codes of a phone, which nobody has here
    env["gov.access.policy"]._current().enforcement = "never"
    centres = env["hr.department"]
    texts = {model: _shipped(env, model) for model in TEXTS}
    for number in range(counties):
        place = _place(number, count // counties)
        sites = people.create_sites(env, place)
        for text in texts.values():
            _copy_text(text, sites[0], place)
        _fill(env, place, sites, count // counties)
        _staff_office(env, place, sites)
        centres |= sites[0]
        env.cr.commit()
        say(f"{place.name}: {count // counties:,} people at {len(sites)} sites")
    _let_in(env, "province", "省级人事", ["gov_window_staff.group_hr_officer"])
    env.cr.commit()
    env.cr.execute("ANALYZE")  # as autovacuum does a minute after an import
    return centres


def _place(number, count):
    """The county of a number; a small one has fewer sites, not emptier ones."""
    sites = min(SITES, max(12, count // PEOPLE_A_SITE))
    towns = max(2, sites // 10)
    levels = {"county": 1, "branch": 7, "town": towns}
    return people.Place(
        f"{'甲乙丙丁戊己庚辛'[number]}县",
        LETTERS[number],
        {**levels, "village": sites - sum(levels.values())},
    )


def _fill(env, place, sites, count):
    county = facts.make(
        count, [MONTH], 20261001 + ord(place.letter), place.letter, REVIEWS
    )
    env.invalidate_all()
    people.load_people(env, county, sites)
    _insure(env, sites)
    _give_cards(env, sites)
    sessions.load(env, sites[0], count)


def _insure(env, sites):
    """Everybody is insured: a slip has all of its lines."""
    person = env["hr.employee"].search([("department_id", "=", sites[0].id)], limit=1)
    base = {"date_from": "2000-01-01", "social_base": 5000, "housing_base": 5000}
    bases = env["gov.contribution.base"].with_context(tracking_disable=True)
    pattern = bases.create({**base, "employee_id": person.id})
    env.flush_all()
    rows.copy(
        env.cr, "gov_contribution_base", pattern.id, "bench_staff x",
        id="nextval('gov_contribution_base_id_seq')", employee_id="x.employee_id",
        date_from="date '2026-01-01'", social_base="x.wage", housing_base="x.wage",
    )  # fmt: skip
    pattern.unlink()


def _give_cards(env, sites):
    """Everybody has a bank card: the bank file names them all."""
    person = env["hr.employee"].search([("department_id", "=", sites[0].id)], limit=1)
    person._gov_set_card("6200000000000000", env["res.bank"])
    env.flush_all()
    pattern, field = person.bank_account_ids, person._fields["bank_account_ids"]
    number = "'62' || lpad(x.employee_id::text, 14, '0')"
    rows.copy(
        env.cr, "res_partner_bank", pattern.id, "bench_staff x",
        id="nextval('res_partner_bank_id_seq')", partner_id="x.partner_id",
        acc_number=number, sanitized_acc_number=number,
    )  # fmt: skip
    person.bank_account_ids = False
    pattern.unlink()
    env.flush_all()
    env.cr.execute(
        f"INSERT INTO {field.relation} ({field.column1}, {field.column2})"
        " SELECT x.employee_id, b.id FROM bench_staff x"
        " JOIN res_partner_bank b USING (partner_id)"
    )


# ------------------------------------------------------------------- own texts


def _shipped(env, model):
    """The document that is shipped for all counties."""
    return env[model]._for_county(env["hr.department"])


def _copy_text(text, county, place):
    """The county has a document of its own, in force from the same day."""
    own = text.copy(
        {
            "name": f"{place.name}{text.name}",
            "code": f"{text.code}-{place.letter}",
            "department_id": county.id,
        }
    )
    for version in text.version_ids:
        copied = version.copy(
            {TEXTS[text._name]: own.id, "date_from": version.date_from}
        )
        copied.invalidate_recordset()
        copied.action_put_in_force()


# ------------------------------------------------------------------- logins


def _staff_office(env, place, sites):
    """The office of a county, a leader of a site and a person with a phone.

    Logins are those of ``office.ROLES`` with the county's letter: hr_a, leader_a ...
    """
    letter = place.letter.lower()
    for role, (name, group) in office.ROLES.items():
        _let_in(
            env, f"{role}_{letter}", f"{place.name}{name}", [group],
            gov_county_ids=sites[:1].ids,
        )  # fmt: skip
    _let_in(
        env, f"site_{letter}", f"{place.name}机构管理员",
        ["gov_window_staff.group_site_officer"], gov_department_ids=sites[10:11].ids,
    )  # fmt: skip
    staff_no = f"GW{place.letter}000001"
    person = env["hr.employee"].search([("gov_staff_no", "=", staff_no)])
    person.user_id = _let_in(
        env, f"portal_{letter}", person.name, ["base.group_portal"],
        partner_id=person.work_contact_id.id,
    )  # fmt: skip


def _let_in(env, login, name, groups, **vals):
    users = env["res.users"].with_context(no_reset_password=True)
    ids = [env.ref(group).id for group in groups]
    if "partner_id" not in vals:
        vals["name"] = name
    return users.create(
        {
            "login": login,
            "password": PASSWORD,
            "group_ids": [(6, 0, ids)],
            **office.CHINESE,
            **vals,
        }
    )


def office_of(env, letter):
    """The ``office.Office`` of a county, by its letter; months are done in parts."""
    users = env["res.users"]
    context = {**env.context, **office.CHINESE}
    found = (
        users.search([("login", "=", f"{role}_{letter.lower()}")])
        for role in office.ROLES
    )
    return office.Office(*(env(user=user, context=context) for user in found))
