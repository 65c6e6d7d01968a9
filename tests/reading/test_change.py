"""How it was then and how it is now, found as a fact of the reply."""

import pytest

from rehearse.reading import Reader, load_phrase_book


@pytest.fixture(scope="module")
def found():
    """The names of the features of a reply."""
    reader = Reader(load_phrase_book())

    def names(text):
        return [one.name for one in reader.analyse(text).features]

    return names


@pytest.mark.parametrize(
    "text",
    [
        "They used to get lost on the way down and now they don't.",
        "We went from nine complaints a week to two.",
        "Sick days fell to four.",
        "it used to take an hour, today its ten minutes",
    ],
)
def test_a_change_is_found(found, text):
    """A then with a now, or a figure that moved, is a change, found once."""
    assert found(text).count("then_and_now") == 1


@pytest.mark.parametrize(
    "text",
    [
        "You used to listen, now you just nod.",
        "I used to work at the harbour.",
        "I work from nine, most days.",
        "He came to the desk and went home.",
    ],
)
def test_what_is_no_change(found, text):
    """What the other person used to do, a past without a now, and single figures are none."""
    assert "then_and_now" not in found(text)
