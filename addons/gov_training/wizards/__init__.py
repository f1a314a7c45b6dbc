from . import (
    gov_certification_admit,
    gov_certification_register,
    gov_exam_grant,
    gov_exam_invite,
    gov_import_exam_question,
    gov_import_exam_result,
    gov_induction_certify,
    gov_import_attendance,
    gov_training_dismiss,
    gov_training_enroll,
    gov_training_reopen,
    gov_training_trainer_add,
)
