# base first; an extension comes after what it extends
from . import (
    base,
    catalogue,
    sessions,
    plans,
    coverage,
    signing,
    needs,
    mentoring,
    exams,
    induction,
    national,
)
