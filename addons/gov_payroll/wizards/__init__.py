from . import gov_import_contribution_base
