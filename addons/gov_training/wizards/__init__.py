from . import gov_import_attendance, gov_training_enroll, gov_training_reopen
