from . import (
    gov_import_event,
    gov_import_review,
    gov_import_review_receive,
    gov_import_case,
    gov_import_volume,
    gov_review_step,
    gov_opinion_answer,
)
