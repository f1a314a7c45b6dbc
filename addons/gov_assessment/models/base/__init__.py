"""What every fact and every import of a month shares."""

from . import (
    gov_answer_mixin,
    gov_step_mixin,
    gov_approval_steps_mixin,
    gov_month_fact_mixin,
    gov_month_fact_period,
    gov_import_item_mixin,
    gov_import_mixin,
    gov_import_receive,
    queue_job,
)
