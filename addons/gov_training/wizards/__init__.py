from . import (
    gov_import_attendance,
    gov_mentorship_break,
    gov_training_dismiss,
    gov_training_enroll,
    gov_training_need_decline,
    gov_training_need_propose,
    gov_training_need_session,
    gov_training_reopen,
    gov_training_sheet,
    gov_training_trainer_add,
)
