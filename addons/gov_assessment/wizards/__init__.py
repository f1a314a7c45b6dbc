from . import gov_import_event, gov_import_review, gov_import_case
from . import gov_follow_reason, gov_self_examination_paper
from . import gov_supervision_extend
from . import gov_appraisal_correction_cancel
from . import gov_appeal_record
from . import (
    gov_appraisal_decision,
    gov_appraisal_ruling_wizard,
)
from . import gov_rubric_simulation, gov_rubric_simulation_line
