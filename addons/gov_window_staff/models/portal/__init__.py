"""What staff do themselves: texts to sign, corrections."""

from . import (
    gov_rule_document,
    gov_rule_document_people,
    gov_rule_clause,
    gov_rule_acknowledgement,
    gov_rule_progress,
    gov_correction_field,
    gov_profile_correction,
    hr_employee_portal,
)
