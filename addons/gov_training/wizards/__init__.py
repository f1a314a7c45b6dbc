from . import gov_training_enroll, gov_training_reopen, gov_import_attendance
