from . import (
    gov_appraisal_decision,
    gov_appraisal_ruling_wizard,
    gov_import_event,
    gov_import_review,
    gov_import_case,
)
