from . import national_exam
from . import notice
from . import portal_exam
from . import survey
