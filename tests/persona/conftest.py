"""What the tests of this room share."""

from itertools import count

import pytest

NUMBERS = count(1)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory, monkeypatch):
    """Packed scripts go to a folder of the test's own, made when the first goes there; gives it."""
    home = tmp_path_factory.getbasetemp() / f"home-{next(NUMBERS)}"
    monkeypatch.setenv("REHEARSE_HOME", str(home))
    return home
