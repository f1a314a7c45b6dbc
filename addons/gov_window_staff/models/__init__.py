# base and policy first: the others are made of them
from . import (
    base,
    policy,
    calendar,
    organisation,
    people,
    certificates,
    allowance,
    recruitment,
    movements,
    entry,
    leaving,
    portal,
    reporting,
    access,
)
