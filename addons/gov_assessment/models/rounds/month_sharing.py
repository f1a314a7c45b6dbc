"""Who else loses by a record (连带): the chief representative, the window, the unit."""

from collections import defaultdict

from odoo.fields import Domain

CONFIRMED = Domain("state", "=", "confirmed")


def sharing(batch, text, people):
    """Others of the round with a record by which somebody else loses (连带).

    :param people: those of a part, who lose by records of these others too
    """
    codes = [item.code for item in text.item_ids if item.share_target]
    if not codes:
        return people.browse()
    events = batch.env["gov.assessment.event"].search(
        Domain("count_month", "=", batch.date_from)
        & Domain("item_id.code", "in", codes)
        & Domain("employee_id", "not in", people.ids)
        & CONFIRMED
    )
    found = batch.env["gov.appraisal"].search(
        [("round_id", "=", batch.id), ("employee_id", "in", events.employee_id.ids)]
    )
    return found.sudo().employee_id  # sudo: as in `month_facts.collect`


class Sharers:
    """Finds them among the people of a month."""

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
