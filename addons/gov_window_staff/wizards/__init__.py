from . import gov_import_department, gov_import_roster, gov_import_certificate
from . import comment_wizard, gov_movement_decision
