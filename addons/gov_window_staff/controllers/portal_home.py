"""Cards of the own pages on /my (我的账户)."""

from odoo.http import request

from .portal_own import OwnPortal


class HomePortal(OwnPortal):
    """A card says how much there is; what waits for the person stands above them."""

    def _prepare_home_portal_values(self, counters):
        values = super()._prepare_home_portal_values(counters)
        person = self._own()
        if not counters:  # the page itself; the figures of its alert come later
            return values | {"gov_person": person, "gov_counts": self._counts(person)}
        if "gov_rule_count" in counters:
            values["gov_rule_count"] = person.gov_rule_pending_count if person else 0
        return values

    def _counts(self, person):
        """Own records of each kind, whatever their state: {card: number}."""
        # sudo: `_own_domain` limits both to the person behind the login
        lines = request.env["gov.rule.acknowledgement"].sudo()
        movements = request.env["gov.staff.movement"].sudo()
        return {
            "certificates": len(person.gov_certificate_ids),
            "corrections": len(person.gov_correction_ids),
            "movements": movements.search_count(movements._own_domain(person)),
            "rules": lines.search_count(lines._own_domain()),
        }
