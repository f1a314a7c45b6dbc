from . import gov_import_department, gov_import_roster, gov_import_certificate
from . import comment_wizard, gov_movement_decision
from . import gov_recruitment_decide, gov_recruitment_decide_line
from . import gov_recruitment_reopen, gov_duty_allow, gov_replacement_reply
from . import gov_transfer_refused, gov_probation_decide, gov_probation_decide_line
