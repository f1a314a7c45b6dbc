from . import gov_import_department, gov_import_roster, gov_import_certificate
from . import gov_rule_paper
from . import gov_certificate_verify, gov_certificate_verify_line
from . import gov_certificate_reason
from . import comment_wizard, gov_movement_decision
from . import (
    gov_personal_view,
    gov_personal_entry,
    gov_staff_record_add,
    gov_profile_change,
    gov_dossier,
    gov_annual_leave,
    gov_import_window,
    gov_import_unit,
    gov_site_pack,
)
