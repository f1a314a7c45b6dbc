from . import gov_import_event, gov_import_review, gov_import_case
from . import gov_import_attendance_day, gov_lead_collect
from . import gov_rubric_simulation, gov_rubric_simulation_line
from . import gov_patrol_plan
