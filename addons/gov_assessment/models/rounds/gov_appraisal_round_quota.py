"""Places for the best grade of a round, pool by pool."""

from collections import Counter

from odoo import models


class GovAppraisalRound(models.Model):
    """The number shown on the round; the grading counts its pools itself."""

    _inherit = "gov.appraisal.round"

    def _end_open(self):
        result = super()._end_open()
        self.good_quota = self._good_places()
        return result

    def _good_places(self):
        """Places of the best grade in all pools together."""
        self.ensure_one()
        text = self.version_id
        heads = Counter(text._pool_of(a.department_id) for a in self.appraisal_ids)
        rule = self._good_rule()
        places = [rule.places(heads[pool]) for pool in heads]
        return self.headcount if None in places else sum(places)
