from . import gov_import_department, gov_import_roster, gov_import_certificate
from . import gov_import_calendar
from . import gov_staff_structure
from . import gov_site_report_open, gov_site_report_return
from . import gov_unit_report_create
