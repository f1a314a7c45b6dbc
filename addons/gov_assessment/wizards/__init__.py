from . import (
    gov_import_event,
    gov_import_review,
    gov_import_review_receive,
    gov_import_case,
    gov_import_volume,
    gov_review_step,
    gov_opinion_answer,
    gov_appraisal_decision,
    gov_appraisal_ruling_wizard,
)
from . import gov_rubric_simulation, gov_rubric_simulation_line
from . import gov_annual_decision
from . import gov_import_attendance_day, gov_lead_collect
from . import gov_patrol_plan
    gov_appraisal_correction_cancel,
    gov_appeal_record,
    gov_rubric_simulation,
    gov_rubric_simulation_line,
    gov_import_attendance_day,
    gov_lead_collect,
    gov_annual_decision,
    gov_patrol_plan,
)
