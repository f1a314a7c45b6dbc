from . import (
    gov_import_department,
    gov_import_roster,
    gov_import_certificate,
    comment_wizard,
    gov_movement_decision,
    gov_recruitment_decide,
    gov_recruitment_decide_line,
    gov_recruitment_reopen,
    gov_duty_allow,
    gov_replacement_reply,
    gov_transfer_refused,
    gov_probation_decide,
    gov_probation_decide_line,
    gov_certificate_verify,
    gov_certificate_verify_line,
    gov_certificate_reason,
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
from . import gov_import_calendar
from . import gov_staff_structure
from . import gov_site_report_open, gov_site_report_return
from . import gov_unit_report_create
