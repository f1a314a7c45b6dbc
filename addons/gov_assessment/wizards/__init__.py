from . import gov_import_event, gov_import_review, gov_import_case
from . import gov_follow_reason, gov_self_examination_paper
from . import gov_supervision_extend
