"""One cluster for all tests of this folder: starting it is most of their time."""

import pytest

from tests.cluster import scene

PEOPLE, MONTHS, PART = 240, 6, 30


@pytest.fixture(scope="session")
def stage():
    with scene.opened(PEOPLE, MONTHS, PART) as opened:
        yield opened
