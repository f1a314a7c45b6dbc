from . import gov_import_department, gov_import_roster, gov_import_certificate
from . import gov_import_calendar
