"""Settling a month: collect facts, call the rules, write results in sets.

The functions that write take a round whose rows are locked; the statements they issue
do not grow with the number of people.
"""

from collections import defaultdict
from decimal import Decimal

from ...rules.settlement import settle
from .month_facts import collect


def population(batch):
    """Ids of the people of the month, by staff number."""
    people, _versions = batch.env["hr.employee"]._gov_population(
        batch._month(), batch.county_id
    )
    return people.ids


def open_appraisals(batch, people):
    """One appraisal for each of these people of the month's population."""
    env = batch.env
    names = ["department_id", "gov_window_id", "trial_date_end"]
    versions = env["hr.version"]._gov_as_of(people, batch.date_to, names)
    cases = _open_cases(people, batch.date_to)
    probation = _in_probation(batch, versions)
    env["gov.appraisal"].with_context(tracking_disable=True).create(
        [
            {
                "round_id": batch.id,
                "date_from": batch.date_from,
                "employee_id": person.id,
                "staff_no": person.gov_staff_no,
                "person_name": person.name,
                "department_id": versions[person.id].department_id.id,
                "window_id": versions[person.id].gov_window_id.id,
                "is_in_probation": person.id in probation,
                "case_id": cases.get(person.id, False),
                "is_suspended": person.id in cases,
            }
            for person in people
        ]
    )


# -- work out ------------------------------------------------------------------------


def preview(batch, version=None, without=()):
    """What the month would be; nothing is written.

    :param batch: one opened gov.appraisal.round, locked or not
    :param version: gov.rubric.version to try instead of the one that binds
    :param without: events, reviews or cases (a recordset or several) to leave out
    :return: {appraisal id: rules.settlement.Result}
    """
    text = version or batch.version_id
    return settle(text._to_policy(), collect(batch, version, without))


def differences(batch, results, version=None, before=None):
    """People whose total, rank, grade or reward is not what the results say.

    :param results: {appraisal id: Result} of `preview`
    :param version: gov.rubric.version that the results were worked out with, the one
        that binds unless told
    :param before: results to compare with instead of those that are stored
    :return: list of {"appraisal": record, "before": values, "after": values} with
        `total`, `rank`, `grade` (standing), `grade_name` and `reward` (yuan, float)
    """
    names = _grade_names(version or batch.version_id)
    old_names = _grade_names(batch.version_id)
    changes = []
    for appraisal in batch.appraisal_ids:
        if before is None:
            old = appraisal._settled()
        else:
            old = _values(before[appraisal.id], old_names)
        new = _values(results[appraisal.id], names)
        if old != new:
            changes.append({"appraisal": appraisal, "before": old, "after": new})
    return changes


def _grade_names(version):
    return {grade.code: grade.name for grade in version.grade_ids}


def _values(result, names):
    return {
        "total": _round(result.total, 4),
        "rank": result.rank,
        "grade": result.standing,
        "grade_name": names.get(result.grade, result.grade or ""),
        "reward": _round(result.reward, 2),
    }


def _round(value, digits):
    return float(round(Decimal(value), digits))


# -- write ---------------------------------------------------------------------------


def score_appraisals(batch, appraisals):
    """Write the lines and scores of some appraisals of a round; no grade yet.

    A person's score does not depend on the others' scores: whether the people are
    scored at once or in parts, the result is the same.
    """
    refresh_cases(appraisals, batch.date_to)
    facts = collect(batch, part=appraisals)
    # ranks and grades among a part mean nothing, and are not written
    results = settle(batch.version_id._to_policy(), facts)
    _write_lines(appraisals, results)
    _write_in_sets(batch, results, lambda _id, result: _ungraded_vals(result))


def grade_appraisals(batch):
    """Write rank, grade, tie and reward of all appraisals of a round."""
    grades = _grade_ids(batch)
    _write_in_sets(batch, preview(batch), lambda _id, r: _outcome_vals(r, grades))


def write_results(batch, results):
    """Write results as a whole: lines, scores, ranks, grades and rewards.

    The caller has checked that this may be done; a locked round is written, too.

    :param results: {appraisal id: Result} of `preview`
    """
    grades = _grade_ids(batch)
    _write_lines(batch.appraisal_ids, results)
    _write_in_sets(
        batch,
        results,
        lambda _id, result: {**_score_vals(result), **_outcome_vals(result, grades)},
    )


def _write_lines(appraisals, results):
    lines = appraisals._unprotected().line_ids
    lines.unlink()
    lines._insert(
        [
            {**fact.source, "appraisal_id": key}
            for key, result in results.items()
            for fact in result.lines
        ]
    )


def _write_in_sets(batch, results, prepare):
    """One write for all people with the same values."""
    groups = defaultdict(list)
    values = {}
    for key, result in results.items():
        vals = prepare(key, result)
        name = repr(sorted(vals.items()))
        values[name] = vals
        groups[name].append(key)
    appraisals = batch.env["gov.appraisal"]._unprotected()
    for name, ids in groups.items():
        appraisals.browse(ids).write(values[name])


def _score_vals(result):
    return {
        "category_scores": {k: float(v) for k, v in result.by_category.items()},
        "lost": float(result.lost),
        "bonus": float(result.bonus),
        "total": float(result.total),
        "is_suspended": result.standing == "suspended",
    }


def _ungraded_vals(result):
    return {**_score_vals(result), "rank": 0, "grade": False, "grade_id": False}


def _outcome_vals(result, grades):
    return {
        "rank": result.rank,
        "grade": result.standing,
        "grade_id": grades.get(result.grade, False),
        "is_tied": result.is_tied,
        "reward_amount": float(result.reward),
    }


def _grade_ids(batch):
    return {grade.code: grade.id for grade in batch.version_id.grade_ids}


# -- suspension and probation --------------------------------------------------------


def _open_cases(people, day):
    """{employee id: case id} of these people's cases open at the end of a day."""
    cases = people.env["gov.case"]
    cases = cases.search([("employee_id", "in", people.ids), *cases._open_domain(day)])
    return {case.employee_id.id: case.id for case in cases}


def refresh_cases(appraisals, day):
    """Suspend by the cases as they are known now, not as they were at the opening."""
    cases = _open_cases(appraisals.employee_id, day)
    for appraisal in appraisals:
        case = cases.get(appraisal.employee_id.id, False)
        if appraisal.case_id.id != case or appraisal.is_suspended != bool(case):
            appraisal.write({"case_id": case, "is_suspended": bool(case)})


def _in_probation(batch, versions):
    """Ids of people whose probation (试用期) lasts at least to the month's end."""
    return {
        employee
        for employee, version in versions.items()
        if version.trial_date_end and version.trial_date_end >= batch.date_to
    }
