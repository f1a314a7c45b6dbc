# rubrics and base first: the others are made of them
from . import (
    rubrics,
    base,
    facts,
    reviews,
    rounds,
    people,
    learning,
    followups,
)
