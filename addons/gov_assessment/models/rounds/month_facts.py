"""Collecting what a month is settled from: people and the facts that count.

Reads only, in a number of queries that does not grow with the number of people.
"""

from collections import defaultdict
from decimal import Decimal

from odoo.exceptions import UserError
from odoo.fields import Domain

from ...rules.scoring import ONE, Fact
from ...rules.settlement import Person

EVENT_FIELDS = ["employee_id", "item_id", "date", "quantity", "points", "reason"]


def collect(batch, version=None, without=()):
    """The people of a round as the rules read them, keyed by appraisal id.

    :param version: gov.rubric.version to try instead of the one that binds; facts are
        matched by the codes of their items, those it does not know are left out
    :param without: records (gov.assessment.event, gov.service.review, gov.case) to
        leave out
    """
    text = version or batch.version_id
    left_out = _ids_by_model(without)
    versions = _versions(batch)
    facts = _facts(batch, text, left_out, versions)
    posts = text._post_coefficients()
    # sudo: the order and the decisions of a month are the same whoever works it out
    appraisals = batch.appraisal_ids.sudo()
    ties, decisions = appraisals._tie_keys(), appraisals._grade_decisions()
    withheld = appraisals._withheld_ids()
    people = []
    for appraisal in appraisals:
        employee = appraisal.employee_id.id
        level = versions[employee].gov_post_level_id if posts else None
        at_most, is_chosen = decisions.get(appraisal.id, (None, False))
        people.append(
            Person(
                key=appraisal.id,
                facts=tuple(facts.get(employee, ())),
                is_suspended=_is_suspended(appraisal, left_out),
                is_in_probation=appraisal.is_in_probation,
                pool=text._pool_of(appraisal.department_id),
                coefficient=posts.get(level, ONE),
                more=ties.get(appraisal.id, ()),
                at_most=at_most,
                is_chosen=is_chosen,
                is_withheld=appraisal.id in withheld,
            )
        )
    return tuple(people)


def _ids_by_model(records):
    """{model: ids} of a recordset, or of several in a list."""
    ids = defaultdict(set)
    for record in records:
        ids[record._name].update(record.ids)
    return ids


def _versions(batch):
    """{employee id: hr.version on the last day}."""
    # sudo: coefficients and shares do not depend on who may read the versions
    versions = batch.env["hr.version"].sudo()
    return versions._gov_as_of(batch.appraisal_ids.employee_id.sudo(), batch.date_to)


def _is_suspended(appraisal, left_out):
    if appraisal.case_id.id in left_out["gov.case"]:
        return False
    return appraisal.is_suspended


def _facts(batch, text, left_out, versions):
    """Counted facts of the month: {employee id: [Fact]}."""
    facts = defaultdict(list)
    people = set(batch.appraisal_ids.employee_id.ids)
    translate = _translator(batch, text)
    sharers = _Sharers(versions)
    for event in _counted(batch, "gov.assessment.event", _confirmed(), left_out):
        item = translate(event) if event.employee_id.id in people else None
        if not item:
            continue
        fact = _event_fact(event, item)
        facts[event.employee_id.id].append(fact)
        if item.share_target:
            for employee in sharers.of(event.employee_id.id, item):
                facts[employee].append(_shared_fact(fact, item))
    _add_reviews(batch, text, left_out, facts, people)
    return facts


def _add_reviews(batch, text, left_out, facts, people):
    item = text._review_item()
    if not item:
        return
    for review in _counted(batch, "gov.service.review", _costing(text), left_out):
        if review.employee_id.id in people:
            facts[review.employee_id.id].append(_review_fact(review, item))


def _counted(batch, model, domain, left_out):
    """Facts that count in the month of a round, in the order of their days."""
    records = batch.env[model]
    month = Domain("count_month", "=", batch.date_from)
    if left_out[model]:
        month &= Domain("id", "not in", list(left_out[model]))
    return records.search(month & domain, order="date, id")


def _confirmed():
    return Domain("state", "=", "confirmed")


def _costing(text):
    """Bad, not a default, found true (D22)."""
    worst = int(text.review_worst_rating)
    return (
        Domain("rating", "in", [str(stars) for stars in range(1, worst + 1)])
        & Domain("is_default", "=", False)
        & Domain("verdict", "=", "true")
    )


def _translator(batch, text):
    """Function event -> the item of the text that is worked with, or an empty set."""
    by_code = {item.code: item for item in text.item_ids}
    if text == batch.version_id:
        return lambda event: _binding_item(batch, event, by_code)
    none = text.item_ids.browse()
    return lambda event: by_code.get(event.item_id.code, none)


def _binding_item(batch, event, by_code):
    """A record counts with the points of the text that binds the month, no other.

    A late record (D39) may be older than the text: the item of the same code stands
    for its own.
    """
    if event.item_id.version_id != batch.version_id:
        if event.is_late and event.item_id.code in by_code:
            return by_code[event.item_id.code]
        raise UserError(
            batch.env._(
                "The record %(record)s uses an item of another text than %(text)s. "
                "Send it back to draft and choose the item again.",
                record=event.display_name,
                text=batch.version_id.name,
            )
        )
    return event.item_id


def _event_fact(event, item):
    points = item._nearest(event.points)
    total = Decimal(str(points)) * Decimal(str(event.quantity))
    return Fact(
        item.category_id.code,
        total,
        at_most=item.at_most_code or None,
        stops_reward=item.stops_reward,
        matter=_matter(event, item),
        source={
            "item_id": item.id,
            "date": event.date,
            "quantity": event.quantity,
            "points": points,
            "points_total": float(total),
            "reason": event.reason,
            "event_id": event.id,
        },
    )


def _matter(event, item):
    """Awards of one matter under a highest-only item: only the highest counts (D23)."""
    if item.is_highest_only and "matter" in event._fields and event["matter"]:
        return (item.category_id.code, event.matter.strip())
    return None


def _shared_fact(fact, item):
    """What somebody else loses by the fact (连带): a share of the points, no veto."""
    share = Decimal(str(item.share_percent)) / 100
    total = fact.points * share
    source = {
        **fact.source,
        "points": float(Decimal(str(fact.source["points"])) * share),
        "points_total": float(total),
        "is_shared": True,
        # the words are about somebody else
        "reason": False,
    }
    return Fact(fact.category, total, source=source)


def _review_fact(review, item):
    points = Decimal(str(item._lowest()))
    return Fact(
        item.category_id.code,
        points,
        at_most=item.at_most_code or None,
        stops_reward=item.stops_reward,
        source={
            "item_id": item.id,
            "date": review.date,
            "quantity": 1,
            "points": item._lowest(),
            "points_total": float(points),
            "reason": review.number,
            "review_id": review.id,
        },
    )


class _Sharers:
    """Who else loses by a record: the chief representative, the window, the unit."""

    def __init__(self, versions):
        self._versions = versions
        self._groups = {"window": defaultdict(list), "unit": defaultdict(list)}
        for employee, version in versions.items():
            self._groups["window"][version.gov_window_id].append(employee)
            self._groups["unit"][version.gov_dispatch_unit_id].append(employee)

    def of(self, employee, item):
        """Ids of people of the month, never the person of the record."""
        version = self._versions.get(employee)
        if not version:
            return []
        unit, window = version.gov_dispatch_unit_id, version.gov_window_id
        if item.share_target == "chief":
            found = unit.gov_chief_id.ids
        else:
            place = window if item.share_target == "window" else unit
            found = self._groups[item.share_target][place] if place else []
        return [e for e in found if e != employee and e in self._versions]
