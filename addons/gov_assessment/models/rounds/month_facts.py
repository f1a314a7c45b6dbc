"""Collecting what a month is settled from: people and the facts that count.

Reads only, in a number of queries that does not grow with the number of people.
"""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from odoo.exceptions import UserError
from odoo.fields import Domain

from ...rules.scoring import ONE, Fact
from ...rules.settlement import Person
from .month_sharing import CONFIRMED, Sharers, sharing

FACT_FIELDS = {
    "gov.assessment.event": [
        "employee_id",
        "item_id",
        "date",
        "quantity",
        "points",
        "reason",
        "is_late",
    ],
    "gov.service.review": ["employee_id", "date", "number"],
}


def collect(batch, version=None, without=(), part=None):
    """The people of a round as the rules read them, keyed by appraisal id.

    :param version: gov.rubric.version to try instead of the one that binds; facts are
        matched by the codes of their items, those it does not know are left out
    :param without: records (gov.assessment.event, gov.service.review, gov.case) to
        leave out
    :param part: gov.appraisal records to collect for, all of the round unless told
    """
    text = version or batch.version_id
    left_out = _ids_by_model(without)
    # sudo: the order and the decisions of a month are the same whoever works it out
    appraisals = (batch.appraisal_ids if part is None else part).sudo()
    people, recorded = _looked_at(batch, text, appraisals, part)
    versions = _versions(people, batch)
    facts = _facts(batch, text, left_out, versions, recorded)
    posts, own = text._post_coefficients(), text._categories_by_level()
    ties, decisions = appraisals._tie_keys(text), appraisals._grade_decisions()
    withheld = appraisals._withheld_ids()
    collected = []
    for appraisal in appraisals:
        employee = appraisal.employee_id.id
        level = versions[employee].gov_post_level_id if posts or own else None
        at_most, is_chosen = decisions.get(appraisal.id, (None, False))
        collected.append(
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
                categories=own(level) if own else None,
            )
        )
    return tuple(collected)


def _looked_at(batch, text, appraisals, part):
    """The people whose facts are wanted, and a domain of these facts."""
    people = appraisals.employee_id
    if part is None:
        return people, Domain.TRUE
    people |= sharing(batch, text, people)
    return people, Domain("employee_id", "in", people.ids)


def _ids_by_model(records):
    """{model: ids} of a recordset, or of several in a list."""
    ids = defaultdict(set)
    for record in records:
        ids[record._name].update(record.ids)
    return ids


def _versions(people, batch):
    """{employee id: hr.version on the last day}."""
    # sudo: coefficients and shares do not depend on who may read the versions
    versions = batch.env["hr.version"].sudo()
    names = ["gov_post_level_id", "gov_window_id", "gov_dispatch_unit_id"]
    return versions._gov_as_of(people.sudo(), batch.date_to, names)


def _is_suspended(appraisal, left_out):
    if appraisal.case_id.id in left_out["gov.case"]:
        return False
    return appraisal.is_suspended


def _facts(batch, text, left_out, versions, recorded):
    """Counted facts of the month: {employee id: [Fact]}.

    :param versions: {employee id: hr.version} of the people to look at
    :param recorded: domain of the facts that may be about them
    """
    facts = defaultdict(list)
    people = set(versions)
    rules = _Items(batch, text)
    sharers = Sharers(versions)
    domain = recorded & CONFIRMED
    for event in _counted(batch, "gov.assessment.event", domain, left_out):
        employee = event["employee_id"]
        item = rules.of(event) if employee in people else None
        if not item:
            continue
        fact = _event_fact(event, item)
        facts[employee].append(fact)
        if item.share_target:
            for other in sharers.of(employee, item):
                facts[other].append(_shared_fact(fact, item))
    item = rules.by_code.get(text.review_item_code)
    if item:
        domain = recorded & _costing(text)
        for review in _counted(batch, "gov.service.review", domain, left_out):
            if review["employee_id"] in people:
                facts[review["employee_id"]].append(_review_fact(review, item))
    return facts


def _counted(batch, model, domain, left_out):
    """Values of the facts that count in the month, in the order of their days."""
    month = Domain("count_month", "=", batch.date_from)
    if left_out[model]:
        month &= Domain("id", "not in", list(left_out[model]))
    # plain values: a big county has tens of thousands of facts a month
    return batch.env[model].search_read(
        month & domain, FACT_FIELDS[model], order="date, id", load=None
    )


def _costing(text):
    """Bad, not a default, found true (D22)."""
    worst = int(text.review_worst_rating)
    return (
        Domain("rating", "in", [str(stars) for stars in range(1, worst + 1)])
        & Domain("is_default", "=", False)
        & Domain("verdict", "=", "true")
    )


@dataclass(frozen=True)
class _Item:
    """What the settlement needs of a rubric item."""

    id: int
    category: str
    least: float
    most: float
    at_most: str | None
    stops_reward: bool
    is_highest_only: bool
    share_target: str
    share: Decimal

    @classmethod
    def of(cls, item):
        return cls(
            id=item.id,
            category=item.category_id.code,
            least=item._lowest(),
            most=item._highest(),
            at_most=item.at_most_code or None,
            stops_reward=item.stops_reward,
            is_highest_only=item.is_highest_only,
            share_target=item.share_target,
            share=Decimal(str(item.share_percent)) / 100,
        )


class _Items:
    """Finds the item of a text that a record is worked with."""

    def __init__(self, batch, text):
        self._batch = batch
        self._is_binding = text == batch.version_id
        self.by_id = {item.id: _Item.of(item) for item in text.item_ids}
        self.by_code = {item.code: self.by_id[item.id] for item in text.item_ids}

    def of(self, event):
        """The item, None when a text that is only tried does not know it.

        A record counts with the points of the text that binds the month, no other. A
        late record (D39) may be older than that text: the item of the same code
        stands for its own.
        """
        if event["item_id"] in self.by_id:
            return self.by_id[event["item_id"]]
        code = self._batch.env["gov.rubric.item"].browse(event["item_id"]).code
        if not self._is_binding:
            return self.by_code.get(code)
        if event["is_late"] and code in self.by_code:
            return self.by_code[code]
        raise self._of_another_text(event)

    def _of_another_text(self, event):
        env = self._batch.env
        record = env["gov.assessment.event"].browse(event["id"])
        return UserError(
            env._(
                "The record %(record)s uses an item of another text than %(text)s. "
                "Send it back to draft and choose the item again.",
                record=record.display_name,
                text=self._batch.version_id.name,
            )
        )


def _event_fact(event, item):
    # within the range of the text, should it not be the one it was recorded under
    points = min(max(event["points"], item.least), item.most)
    total = Decimal(str(points)) * Decimal(str(event["quantity"]))
    return Fact(
        item.category,
        total,
        at_most=item.at_most,
        stops_reward=item.stops_reward,
        matter=_matter(event, item),
        source={
            "item_id": item.id,
            "date": event["date"],
            "quantity": event["quantity"],
            "points": points,
            "points_total": float(total),
            "reason": event["reason"],
            "event_id": event["id"],
        },
    )


def _matter(event, item):
    """Awards of one matter under a highest-only item: only the highest counts (D23)."""
    matter = (event.get("matter") or "").strip()
    return (item.category, matter) if item.is_highest_only and matter else None


def _shared_fact(fact, item):
    """What somebody else loses by the fact (连带): a share of the points, no veto."""
    total = fact.points * item.share
    source = {
        **fact.source,
        "points": float(Decimal(str(fact.source["points"])) * item.share),
        "points_total": float(total),
        "is_shared": True,
        # the words are about somebody else
        "reason": False,
    }
    return Fact(fact.category, total, source=source)


def _review_fact(review, item):
    points = Decimal(str(item.least))
    return Fact(
        item.category,
        points,
        at_most=item.at_most,
        stops_reward=item.stops_reward,
        source={
            "item_id": item.id,
            "date": review["date"],
            "quantity": 1,
            "points": item.least,
            "points_total": float(points),
            "reason": review["number"],
            "review_id": review["id"],
        },
    )
