from . import gov_training_sheet_report
