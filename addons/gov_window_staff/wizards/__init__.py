from . import (
    gov_import_department,
    gov_import_roster,
    gov_import_certificate,
    gov_recruitment_decide,
    gov_recruitment_decide_line,
    gov_recruitment_reopen,
)
from . import gov_import_department, gov_import_roster, gov_import_certificate
from . import comment_wizard, gov_movement_decision
