"""The file of phrases of one's own: what it may hold, and what is said where it holds more."""

import pytest

from rehearse.persona.own_phrases import load_own_phrases
from rehearse.source import SourceError


@pytest.fixture
def load(tmp_path):
    """Loads a text as such a file."""

    def call(text):
        path = tmp_path / "phrases.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_own_phrases(path)

    return call


def test_phrases_are_read_by_what_they_stand_for(load):
    """One alone or a list; a tone, a move or a signal."""
    text = "format: 1\nassertive: band six is next\nplan:\n  - my six steps\n  - 'ask: then do'\n"
    assert load(text).phrases == {
        "assertive": ("band six is next",),
        "plan": ("my six steps", "ask: then do"),
    }


def test_the_order_of_the_signs_is_all_the_same(load):
    """The same phrases have the same hash."""
    one = load("format: 1\nplan: [a step]\nhint: [a wink]\n")
    assert one.sha256 == load("hint: [a wink]\nplan: [a step]\nformat: 1\n").sha256
    assert load("format: 1\n").sha256 == ""


WRONG = {
    "direct_ask: [put me up]": (1, 1, "P005", "lacks the key 'format'"),
    "format: 1\ndirect_aks: [put me up]": (2, 1, "P004", "Did you mean direct_ask?"),
    "format: 1\nplan: [my steps": (2, 7, "P002", "Close it"),
    "format: 1\nplan: {phrases: [a step]}": (2, 7, "P006", "plan should be"),
    "format: 1\nplan: [a step, okay]": (2, 16, "P206", "nearly every reply"),
    "format: 1\nplan: ['a [step|way']": (2, 8, "P212", "square brackets"),
    "format: 2\nplan: [a step]": (1, 9, "P011", "should be 1"),
    "- a step": (1, 1, "P006", "keys such as"),
    "": (1, 1, "P002", "empty"),
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_has_its_place_and_its_mend(load, text):
    """Line and column, what is wrong, what to write instead."""
    line, column, code, words = WRONG[text]
    with pytest.raises(SourceError) as raised:
        load(text)
    (problem,) = raised.value.problems
    assert (problem.place.line, problem.place.column, problem.code) == (line, column, code)
    assert words in f"{problem.message} {problem.mend}"


def test_a_file_that_is_no_text_is_refused(load):
    """In the same way."""
    with pytest.raises(SourceError):
        load(b"format: 1\nplan: [\xff]\n")
