"""Settling a month: collect facts, call the rules, write results in sets.

The functions take a round whose rows are locked and unprotected; the statements they
issue do not grow with the number of people.
"""

from collections import defaultdict
from decimal import Decimal

from odoo.exceptions import UserError

from ...rules.grading import Candidate, competition_ranks, grade
from ...rules.scoring import Fact, score


def open_appraisals(batch):
    """One appraisal for each person of the month's population; returns N."""
    env = batch.env
    people, versions = env["hr.employee"]._gov_population(
        batch._month(), batch.county_id
    )
    cases = _open_cases(env, batch.date_to)
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
    return len(people)


def score_appraisals(batch):
    """Write the lines and scores of all appraisals of a round."""
    _refresh_cases(batch)
    lines = _month_lines(batch)
    categories = batch.version_id._to_categories()
    appraisals = batch.appraisal_ids
    appraisals.line_ids.unlink()
    by_score = defaultdict(list)
    new_lines = []
    for appraisal in appraisals:
        own = lines.get(appraisal.employee_id.id, [])
        facts = tuple(Fact(line["category"], line["points_total"]) for line in own)
        by_score[tuple(sorted(facts, key=str))].append(appraisal.id)
        new_lines += [_prepare_line_vals(appraisal, line) for line in own]
    batch.env["gov.appraisal.line"].create(new_lines)
    # most people share a result: one write for each different set of facts
    for facts, ids in by_score.items():
        vals = appraisals._prepare_score_vals(score(categories, facts))
        appraisals.browse(ids).write({**vals, "rank": 0, "grade": False})


def grade_appraisals(batch):
    """Write rank, grade, tie and reward of all appraisals of a round."""
    appraisals = batch.appraisal_ids
    candidates = [
        Candidate(appraisal.id, *appraisal._order_key())
        for appraisal in appraisals
        if not appraisal.is_suspended
    ]
    ranks = competition_ranks(candidates)
    grades = grade(candidates, batch.version_id._to_grade_rules(), batch.headcount)
    totals = {candidate.key: candidate.total for candidate in candidates}
    by_result = defaultdict(list)
    for appraisal in appraisals:
        outcome = grades.get(appraisal.id)
        key = (
            ranks.get(appraisal.id, 0),
            outcome.code if outcome else "suspended",
            bool(outcome and outcome.is_tied),
            totals.get(appraisal.id),
            appraisal.is_in_probation,
        )
        by_result[key].append(appraisal.id)
    for (rank, code, is_tied, total, in_probation), ids in by_result.items():
        reward = Decimal(0)
        if total is not None:
            reward = batch.version_id._reward(code, total, in_probation)
        appraisals.browse(ids).write(
            {
                "rank": rank,
                "grade": code,
                "is_tied": is_tied,
                "reward_amount": float(reward),
            }
        )


def _open_cases(env, day):
    """{employee id: case id} of cases open at the end of a day."""
    cases = env["gov.case"].search(env["gov.case"]._open_domain(day))
    return {case.employee_id.id: case.id for case in cases}


def _refresh_cases(batch):
    """Suspend by the cases as they are known now, not as they were at the opening."""
    cases = _open_cases(batch.env, batch.date_to)
    for appraisal in batch.appraisal_ids:
        case = cases.get(appraisal.employee_id.id, False)
        if appraisal.case_id.id != case:
            appraisal.write({"case_id": case, "is_suspended": bool(case)})


def _in_probation(batch, versions):
    """Ids of people whose probation (试用期) lasts at least to the month's end."""
    return {
        employee
        for employee, version in versions.items()
        if version.trial_date_end and version.trial_date_end >= batch.date_to
    }


def _month_lines(batch):
    """Counted facts of the month: {employee id: [line values]}."""
    lines = defaultdict(list)
    people = set(batch.appraisal_ids.employee_id.ids)
    for event in _confirmed_events(batch):
        if event.employee_id.id in people:
            _check_text(batch, event)
            lines[event.employee_id.id].append(_event_line(event))
    item = batch.version_id._review_item()
    if item:
        for review in _costing_reviews(batch):
            lines[review.employee_id.id].append(_review_line(review, item))
    return lines


def _confirmed_events(batch):
    return batch.env["gov.assessment.event"].search(
        [
            ("date", ">=", batch.date_from),
            ("date", "<=", batch.date_to),
            ("state", "=", "confirmed"),
        ],
        order="date, id",
    )


def _check_text(batch, event):
    """A record counts with the points of the text that binds the month, no other."""
    if event.item_id.version_id != batch.version_id:
        raise UserError(
            batch.env._(
                "The record %(record)s uses an item of another text than %(text)s. "
                "Send it back to draft and choose the item again.",
                record=event.display_name,
                text=batch.version_id.name,
            )
        )


def _costing_reviews(batch):
    """Bad, not a default, found true (D22)."""
    worst = int(batch.version_id.review_worst_rating)
    return batch.env["gov.service.review"].search(
        [
            ("date", ">=", batch.date_from),
            ("date", "<=", batch.date_to),
            ("rating", "in", [str(stars) for stars in range(1, worst + 1)]),
            ("is_default", "=", False),
            ("verdict", "=", "true"),
        ],
        order="date, id",
    )


def _event_line(event):
    points, quantity = Decimal(str(event.points)), Decimal(str(event.quantity))
    return {
        "category": event.item_id.category_id.code,
        "item_id": event.item_id.id,
        "date": event.date,
        "quantity": event.quantity,
        "points": event.points,
        "points_total": points * quantity,
        "reason": event.reason,
        "event_id": event.id,
    }


def _review_line(review, item):
    return {
        "category": item.category_id.code,
        "item_id": item.id,
        "date": review.date,
        "quantity": 1,
        "points": item.points,
        "points_total": Decimal(str(item.points)),
        "reason": review.number,
        "review_id": review.id,
    }


def _prepare_line_vals(appraisal, line):
    vals = {k: v for k, v in line.items() if k != "category"}
    vals["points_total"] = float(line["points_total"])
    return {**vals, "appraisal_id": appraisal.id}
