# rubrics and base first: the others are made of them
from . import (
    rubrics,
    base,
    facts,
    patrols,
    attendance,
    reviews,
    duties,
    rounds,
    penalties,
    people,
    learning,
    years,
    honours,
    appeals,
    months,
)
