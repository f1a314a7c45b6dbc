# rubrics and base first: the others are made of them
from . import (
    rubrics,
    base,
    facts,
    patrols,
    attendance,
    reviews,
    rounds,
    people,
    learning,
    followups,
    dashboards,
    appeals,
    months,
)
