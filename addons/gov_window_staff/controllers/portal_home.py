"""Cards of the own pages on /my (我的账户)."""

from odoo.http import request

from .portal_own import OwnPortal


class HomePortal(OwnPortal):
    """Each card says how much there is, or what waits for the person."""

    def _prepare_home_portal_values(self, counters):
        values = super()._prepare_home_portal_values(counters)
        person = self._own()
        if not counters:
            values |= {"gov_person": person}
        return values | {
            counter: len(self._counted(counter, person))
            for counter in counters
            if counter in self._counter_models()
        }

    def _counter_models(self):
        """{counter: (model, domain of what is counted)}"""
        return {
            "gov_correction_count": (
                "gov.profile.correction",
                [("state", "=", "submitted")],
            ),
            "gov_rule_count": (
                "gov.rule.acknowledgement",
                request.env["hr.employee"]._gov_unsigned_domain(),
            ),
        }

    def _counted(self, counter, person):
        model, domain = self._counter_models()[counter]
        # sudo: limited to the own records
        records = request.env[model].sudo()
        return records.search([("employee_id", "in", person.ids), *domain])
