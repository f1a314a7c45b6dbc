from . import gov_dossier_report
