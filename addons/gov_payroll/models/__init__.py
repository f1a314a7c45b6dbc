# in the order in which one extends the other
from . import (
    base,
    slips,
    run,
    earned,
    tax,
    arrears,
    losses,
    pack,
)
