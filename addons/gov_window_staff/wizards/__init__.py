from . import gov_import_department, gov_import_roster, gov_import_certificate
from . import gov_rule_paper
from . import gov_certificate_verify, gov_certificate_verify_line
from . import gov_certificate_reason
