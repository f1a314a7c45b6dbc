from . import gov_import_event, gov_import_review, gov_import_case
from . import gov_annual_decision
