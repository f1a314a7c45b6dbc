"""Puts made-up people into a database set-wise: 100,000 of them in a few statements.

One person with one fact of each kind is created by Odoo itself; each table's row of
that pattern is then copied for everybody by one INSERT ... SELECT, in which only what
differs is given. So all columns, also those of fields to come, are as `create` leaves
them. Left out is what neither month nor pay reads: avatars, chatter, bank accounts.
"""

from dataclasses import dataclass, field

from odoo.tools import SQL

from tests.bench.rows import copy, load

SITES = {"county": 1, "branch": 7, "town": 20, "village": 100}
LEVEL_NAMES = {
    "county": "县中心",
    "branch": "分中心",
    "town": "镇街",
    "village": "村社",
}


@dataclass(frozen=True)
class Place:
    """What a county is called and which sites it has.

    :param letter: stands in the codes of its sites, so that they stay unique
    """

    name: str = "示例县"
    letter: str = ""
    sites: dict = field(default_factory=lambda: SITES)


# ids are drawn while the rows are loaded, so that later statements can refer to them
LOADED = {
    "bench_person": (
        "number int PRIMARY KEY, staff_no text, name text, entry date, trial_end date,"
        " education text, staffing text, wage numeric, identity text",
        {
            "resource_id": "resource_resource",
            "partner_id": "res_partner",
            "employee_id": "hr_employee",
            "version_id": "hr_version",
        },
    ),
    "bench_certificate": (
        "number int, certificate text, rank int, issued date, verified date",
        {"certificate_id": "gov_certificate"},
    ),
    "bench_event": (
        "number int, day date, code text, quantity numeric, points numeric,"
        " source text",
        {"event_id": "gov_assessment_event"},
    ),
    "bench_review": (
        "number int, review text, day date, rating text, is_default bool, verdict text",
        {"review_id": "gov_service_review"},
    ),
    "bench_case": ("number int, opened date", {"case_id": "gov_case"}),
}


def build(env, county, place=None):
    """Create sites and load a ``facts.County``; all of it is in one transaction.

    :param place: a `Place`, when there are more counties than one
    :return: the records of the sites, the county centre first
    """
    sites = create_sites(env, place or Place())
    load_people(env, county, sites)
    env.cr.execute("ANALYZE")  # as autovacuum does a minute after an import
    return sites


def load_people(env, county, sites):
    """Everybody and everything of a ``facts.County``, spread over the sites."""
    patterns = _patterns(env, sites[0])
    rows = (
        county.people,
        county.certificates,
        county.events,
        county.reviews,
        county.cases,
    )
    for (table, (columns, ids)), values in zip(LOADED.items(), rows, strict=True):
        load(env.cr, table, columns, ids, values)
    _name_records(env, sites)
    _copy_people(env.cr, patterns)
    _copy_facts(env.cr, patterns)
    _drop_patterns(patterns)
    env.invalidate_all()
    _compute_own(env)


def _compute_own(env):
    """What Odoo works out from each person's own name and site, not the pattern's."""
    env.cr.execute("SELECT employee_id FROM bench_person")
    people = env["hr.employee"].browse(number for (number,) in env.cr.fetchall())
    for name in ("gov_initials", "gov_county_id"):
        env.add_to_compute(people._fields[name], people)
    env.flush_all()
    env.invalidate_all()


def create_sites(env, place):
    """A tree of sites; returns the records, the county centre first."""
    sites = parents = env["hr.department"]
    for level, count in place.sites.items():
        created = sites.create(
            [
                {
                    "name": f"{place.name}{LEVEL_NAMES[level]}{number + 1}",
                    "gov_code": f"{place.letter}{level[0].upper()}{number + 1:03d}",
                    "gov_level": level,
                    "parent_id": parents[number % len(parents)].id
                    if parents
                    else False,
                }
                for number in range(count)
            ]
        )
        parents = sites[:1] if level == "branch" else created
        sites |= created
    env["gov.window"].create(
        [{"name": "综合窗口", "department_id": site.id} for site in sites]
    )
    return sites


# ------------------------------------------------------------------- the pattern


def _patterns(env, county):
    """{name of a fact: record} of one person with one fact of each kind."""
    person = env["hr.employee"].create(
        {
            "name": "样板",
            "gov_staff_no": "PATTERN",
            "gov_entry_date": "2020-01-01",
            "contract_date_start": "2020-01-01",
            "department_id": county.id,
            "sex": "female",
            "lang": "zh_CN",
        }
    )
    own = {"employee_id": person.id}
    # the shipped texts of other places have items of the same codes
    text = (
        env["gov.rubric"]
        ._for_county(county)
        .version_ids.filtered(lambda version: version.state == "in_force")[:1]
    )
    item = text.item_ids.filtered(lambda item: item.code == "1.1")
    event = {
        "date": "2020-02-01",
        "item_id": item.id,
        "points": 5,
        "state": "confirmed",
    }
    review = {"number": "PATTERN", "rating": "5", "reviewed_at": "2020-02-01 01:00:00"}
    level = env["gov.skill.level"].search([], limit=1)
    certificate = {
        "level_id": level.id,
        "number": "PATTERN",
        "issue_date": "2020-02-01",
    }
    patterns = {
        "person": person,
        "certificate": env["gov.certificate"].create({**own, **certificate}),
        "event": env["gov.assessment.event"].create({**own, **event}),
        "review": env["gov.service.review"].create({**own, **review}),
        "case": env["gov.case"].create({**own, "date_open": "2020-02-01"}),
    }
    env.flush_all()
    return patterns


def _drop_patterns(patterns):
    patterns["person"].env.invalidate_all()
    person = patterns.pop("person")
    for record in patterns.values():
        record.unlink()
    contact = person.work_contact_id
    person.unlink()
    contact.unlink()


# ------------------------------------------------------------------- set-wise SQL


def _name_records(env, sites):
    """Columns with the records that the words of a person and of a fact mean."""
    windows = env["gov.window"].search([("department_id", "in", sites.ids)])
    by_site = {window.department_id: window for window in windows}
    env.cr.execute(
        SQL(
            """
            DROP TABLE IF EXISTS pg_temp.bench_site, pg_temp.bench_staff;
            CREATE TEMPORARY TABLE bench_site (place int, site_id int, window_id int);
            INSERT INTO bench_site SELECT * FROM unnest(%s, %s, %s);
            CREATE TEMPORARY TABLE bench_staff AS
            SELECT p.*, s.site_id, s.window_id, e.id AS education_id,
                   t.id AS contract_type_id
              FROM bench_person p
              JOIN bench_site s ON s.place = p.number %% %s
              LEFT JOIN hr_contract_type t ON t.code = p.staffing
              LEFT JOIN ir_model_data d ON d.module = 'gov_window_staff'
                   AND d.name = 'education_' || p.education
              LEFT JOIN gov_education e ON e.id = d.res_id;
            CREATE UNIQUE INDEX ON bench_staff (number);
            ANALYZE bench_staff
            """,
            list(range(len(sites))),
            sites.ids,
            [by_site[site].id for site in sites],
            len(sites),
        )
    )


def _copy_people(cr, patterns):
    person = patterns["person"]
    staff = "bench_staff x"
    copy(
        cr, "resource_resource", person.resource_id.id, staff,
        id="x.resource_id", name="x.name",
    )  # fmt: skip
    copy(
        cr, "res_partner", person.work_contact_id.id, staff, id="x.partner_id",
        commercial_partner_id="x.partner_id", name="x.name", complete_name="x.name",
    )  # fmt: skip
    copy(
        cr, "hr_employee", person.id, staff, id="x.employee_id", name="x.name",
        resource_id="x.resource_id", work_contact_id="x.partner_id",
        current_version_id="NULL", gov_staff_no="x.staff_no", gov_entry_date="x.entry",
    )  # fmt: skip
    copy(
        cr, "hr_version", person.version_id.id, staff, id="x.version_id",
        employee_id="x.employee_id", name="x.name", date_version="x.entry",
        contract_date_start="x.entry", trial_date_end="x.trial_end",
        department_id="x.site_id", gov_window_id="x.window_id",
        gov_education_id="x.education_id", contract_type_id="x.contract_type_id",
        wage="x.wage", identification_id="x.identity",
    )  # fmt: skip
    # the two tables refer to each other
    cr.execute(
        "UPDATE hr_employee e SET current_version_id = x.version_id"
        " FROM bench_staff x WHERE x.employee_id = e.id"
    )


def _copy_facts(cr, patterns):
    staff = "bench_staff p"
    # other counties' texts use the same numbers for other items
    text = patterns["event"].item_id.version_id.id
    copy(
        cr, "gov_certificate", patterns["certificate"].id,
        f"bench_certificate x JOIN {staff} USING (number)"
        " JOIN gov_skill_level l ON l.rank = x.rank",
        id="x.certificate_id", employee_id="p.employee_id", level_id="l.id",
        number="x.certificate", issue_date="x.issued", verify_date="x.verified",
        state="CASE WHEN x.verified IS NULL THEN 'draft' ELSE 'verified' END",
    )  # fmt: skip
    copy(
        cr, "gov_assessment_event", patterns["event"].id,
        f"bench_event x JOIN {staff} USING (number)"
        f" JOIN gov_rubric_item i ON i.code = x.code AND i.version_id = {text}",
        id="x.event_id", employee_id="p.employee_id", department_id="p.site_id",
        date="x.day", count_month="date_trunc('month', x.day)",
        item_id="i.id", category_id="i.category_id",
        is_bonus="i.is_bonus", quantity="x.quantity", points="x.points",
        points_total="x.points * x.quantity",
        source="x.source", reason="'示例记录 ' || x.code",
    )  # fmt: skip
    copy(
        cr, "gov_service_review", patterns["review"].id,
        f"bench_review x JOIN {staff} USING (number)",
        id="x.review_id", employee_id="p.employee_id", department_id="p.site_id",
        number="x.review", reviewed_at="x.day + time '02:00'", date="x.day",
        count_month="date_trunc('month', x.day)", received_on="x.day",
        window_id="p.window_id", rating="x.rating", is_bad="x.rating IN ('1', '2')",
        is_default="x.is_default", verdict="x.verdict",
    )  # fmt: skip
    copy(
        cr, "gov_case", patterns["case"].id,
        f"bench_case x JOIN {staff} USING (number)",
        id="x.case_id", employee_id="p.employee_id", date_open="x.opened",
    )  # fmt: skip
