"""Settling a year: collect the months of everybody, call the rules, write in sets.

The functions take a round whose rows are locked and unprotected; the statements they
issue do not grow with the number of people.
"""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ...rules.annual import (
    GRADED,
    Person,
    assign,
    average,
    count_months,
    year_score,
)
from .gov_settlement_mixin import COUNTED


def settle(batch):
    """Results of everybody in the pool, with the decisions that HR took before."""
    people, staying, served = _pool(batch)
    batch.headcount = len(staying)
    own = {result.employee_id: result for result in batch.appraisal_ids}
    vals = _facts(batch, people, staying, served)
    batch.appraisal_ids.filtered(lambda r: r.employee_id.id not in vals).unlink()
    new = []
    for person, facts in vals.items():
        result = own.get(people.browse(person))
        if result:
            result.write(facts)
        else:
            new.append({**facts, "round_id": batch.id, "employee_id": person})
    batch.env["gov.annual.appraisal"].with_context(tracking_disable=True).create(new)
    batch.invalidate_recordset(["appraisal_ids"])
    batch._grade()


def grade(batch):
    """Score, rank, tie and grade of all results of a round."""
    version = batch.version_id
    pool = [_person(result, version) for result in batch.appraisal_ids]
    by_key = {person.key: person for person in pool}
    graded = batch.appraisal_ids.filtered(lambda r: r.status == "graded")
    outcomes = assign(
        [by_key[result.id] for result in graded],
        version.annual_grade_ids._to_rules(),
        batch.headcount,
    )
    ranks = _ranks([by_key[result.id] for result in graded])
    for result in batch.appraisal_ids:
        outcome = outcomes.get(result.id)
        result.write(
            {
                "score": float(by_key[result.id].score),
                "rank": ranks.get(result.id, 0),
                "grade_id": outcome.key if outcome else False,
                "is_tied": bool(outcome and outcome.is_tied and not result.is_left_out),
                "is_full": bool(outcome and outcome.is_full),
            }
        )


def settle_one(result):
    """Grade a person whose suspended months are settled after the year was closed.

    Nobody else changes: the best grade is given while a place is left.
    """
    batch = result.round_id
    people = result.employee_id
    staying = set() if result.is_leaver else {people.id}
    served = {people.id: result.months_served}
    facts = _facts(batch, people, staying, served)[people.id]
    result.write({**facts, "grade_id": False, "is_tied": False, "is_full": False})
    if result.status != "graded":
        return
    grades = batch.version_id.annual_grade_ids
    others = batch.appraisal_ids - result
    taken = len(others.filtered(lambda r: r.grade_id.has_quota))
    rules = grades._to_rules()
    if taken >= batch.best_quota:
        rules = [rule for rule in rules if rule.quota_percent is None]
    person = _person(result, batch.version_id)
    # a place was looked for among all people above: one alone has no quota of his own
    free = [replace(rule, quota_percent=None) for rule in rules]
    outcome = assign([person], free, batch.headcount)[person.key]
    result.write(
        {
            "score": float(person.score),
            "grade_id": outcome.key,
            "needs_settling": False,
        }
    )


def _pool(batch):
    """(people, ids of those counted in N, {id: months at a window post}).

    N is the population of the last month (D2); who left or moved away is graded with
    enough months and not counted (D41).
    """
    months = batch._period()
    employees = batch.env["hr.employee"]
    staying, _versions = employees._gov_population(months[-1], batch.county_id)
    known = staying | _with_months_here(batch, months)
    served = Counter()
    for month in months:
        present = employees._gov_population(month, among=known)[0]
        served.update(present.ids)
    # `present` is now that of the last month
    gone = _last_counties(batch, months, known - present)
    return staying | gone, set(staying.ids), served


def _year_domain(months):
    return [
        ("date_from", ">=", months[0].first),
        ("date_from", "<=", months[-1].first),
    ]


def _with_months_here(batch, months):
    """People with a month of the year in this county; the province has many more."""
    here = [("round_id.county_id", "=", batch.county_id.id), *_year_domain(months)]
    groups = batch.env["gov.appraisal"]._read_group(here, ["employee_id"])
    return batch.env["hr.employee"].union(*(person for (person,) in groups))


def _last_counties(batch, months, people):
    """Those of these people, gone by the year's end, whose last month was here."""
    groups = batch.env["gov.appraisal"]._read_group(
        [("employee_id", "in", people.ids), *_year_domain(months)],
        ["employee_id", "round_id"],
    )
    last = {}
    for person, month in sorted(groups, key=lambda group: group[1].date_from):
        last[person] = month.county_id
    gone = [person.id for person, county in last.items() if county == batch.county_id]
    return batch.env["hr.employee"].browse(gone)


def _facts(batch, people, staying, served):
    """{employee id: values} of everything that follows from the roster and months."""
    first, last = date(batch.year, 1, 1), date(batch.year, 12, 31)
    versions = batch.env["hr.version"]._gov_as_of(people, last)
    months, events = _months(batch, people, first, last)
    bars = people._gov_year_bars(batch.year)
    found = {}
    for person in people:
        version = versions.get(person.id, batch.env["hr.version"])
        is_leaver = person.id not in staying
        own = months.get(person.id, {})
        entry = person.gov_entry_date
        found[person.id] = {
            "staff_no": person.gov_staff_no,
            "person_name": person.name,
            "department_id": version.department_id.id,
            "window_id": version.gov_window_id.id,
            "unit_id": version.gov_dispatch_unit_id.id,
            "contract_end": version.contract_date_end,
            "is_leaver": is_leaver,
            "months_served": served.get(person.id, 0),
            "is_short": (entry and entry > first) or served.get(person.id, 0) < 12,
            "bar_text": "\n".join(bars.get(person.id, [])),
            "event_count": events.get(person.id, 0),
            **_month_values(own),
            **_status(own, is_leaver, batch.version_id),
        }
    return found


def _months(batch, people, first, last):
    """({employee id: {month number: (standing, total)}}, {employee id: deductions})."""
    domain = [
        ("employee_id", "in", people.ids),
        ("date_from", ">=", first),
        ("date_from", "<=", last),
        ("round_id.state", "in", COUNTED),
    ]
    names = ("id", "date_from", "grade", "total")
    groups = batch.env["gov.appraisal"]._read_group(
        domain, ["employee_id"], [f"{name}:array_agg" for name in names]
    )
    months, owner = {}, {}
    for person, ids, days, grades, totals in groups:
        months[person.id] = {
            day.month: (standing or False, total)
            for day, standing, total in zip(days, grades, totals, strict=True)
        }
        owner.update(dict.fromkeys(ids, person.id))
    lines = batch.env["gov.appraisal.line"]._read_group(
        [("appraisal_id", "in", list(owner)), ("item_id.is_bonus", "=", False)],
        ["appraisal_id"],
        ["__count"],
    )
    events = defaultdict(int)
    for appraisal, count in lines:
        events[owner[appraisal.id]] += count
    return months, events


def _month_values(own):
    """Frozen copy of the months and what is counted from them."""
    counts = count_months(_standings(own, range(1, 13)))
    totals = [
        Decimal(str(total)) for standing, total in own.values() if standing in GRADED
    ]
    return {
        "months": {str(month): list(result) for month, result in sorted(own.items())},
        "good_count": counts.good,
        "fair_count": counts.fair,
        "poor_count": counts.poor,
        "suspended_count": counts.suspended,
        "poor_run": counts.run,
        "average": float(average(totals)),
    }


def _standings(own, numbers):
    """Standings in the order of the months; None where there is no sheet.

    A month that is scored with a later one has a sheet without a grade: it stands for
    nothing, and breaks no chain.
    """
    found = [own.get(number, (None,))[0] for number in numbers]
    return [standing for standing in found if standing is not False]


def _status(own, is_leaver, version):
    """Whether the person is graded, waits for a case (D9), or gets no grade (D41)."""
    standings = [standing for standing, _total in own.values()]
    graded = sum(standing in GRADED for standing in standings)
    graded *= version._score_months()
    needed = version.annual_leaver_months if is_leaver else 1
    if "suspended" in standings:
        return {"status": "pending"}
    return {"status": "graded" if graded >= needed else "none"}


def _person(result, version):
    """One result as the rule of the year reads it."""
    months = result.months or {}
    standings = _standings(months, map(str, range(1, 13)))
    if version.year_part_ids:
        score = result._weighted_score()
    else:
        score = year_score(
            Decimal(str(result.average)),
            Decimal(str(result.overall_score)),
            Decimal(str(version.annual_month_percent)),
        )
    return Person(
        key=result.id,
        counts=count_months(standings),
        score=score,
        events=result.event_count,
        is_barred=result._is_barred(),
        is_chosen=result.is_chosen,
        lowered_to=result.lowered_to or None,
    )


def _ranks(pool):
    """Rank with equal people sharing one: {key: 1, 2, 2, 4}."""
    ranks, previous, rank = {}, None, 0
    for position, person in enumerate(sorted(pool, key=lambda p: p.order), 1):
        if person.order != previous:
            previous, rank = person.order, position
        ranks[person.key] = rank
    return ranks
