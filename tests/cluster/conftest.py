"""One cluster for all tests of this folder: starting it is most of their time."""

import os
import random

import pytest

from tests.cluster import scene
from tests.cluster.hall import Hall

SEED = int(os.environ.get("SEED") or random.randrange(10_000))
PEOPLE, MONTHS, PART = 240, 6, 30


@pytest.fixture(scope="session")
def stage():
    with scene.opened(PEOPLE, MONTHS, PART) as opened:
        yield opened


@pytest.fixture(scope="session")
def hall(stage):
    """Where two do the same at once; what users were told is no error of a node."""
    print(f"SEED={SEED} repeats the moments of this run")
    opened = Hall(stage.cluster, random.Random(SEED))
    yield opened
    opened.check_logs()
