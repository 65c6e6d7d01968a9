"""Promises that hold for any reply at all."""

import math
import string
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.reading import Reader, Reading, load_phrase_book
from rehearse.reading.model import MOVES, SIGNALS, TONES

READER = Reader(load_phrase_book())

PIECES = [
    "thank you", "I would like", "to be considered", "for the team lead role", "you never listen",
    "if you don't", "I'll leave", "maybe", "sorry to bother you", "forget it", "what would it take",
    "14%", "by Friday", "not", "why", "and", "but", "NO", "!!", "?", "...", "“fine”", "fuck", ",",
    "I'm not going to quit", "my boss said", "u", "pls", "promotoin", "é", "\u200b", "ﬁne", "\n",
]  # fmt: skip
replies = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.text(max_size=300),
    st.text(alphabet=string.ascii_letters + " .,!?'’\"-", max_size=200),
)


@settings(deadline=None, max_examples=150)
@given(replies, st.sampled_from(["", "No.", "What do you want?", "There is no budget."]))
def test_any_reply_has_a_whole_reading(text: str, line: str) -> None:
    """No text breaks the reader, and every span of its reading lies inside the text."""
    reading = READER.read(text, line)
    assert reading.text == text
    assert reading.tone in TONES
    assert 0 < reading.firmness < 1
    assert 0 < reading.respect < 1
    assert reading.signals <= set(SIGNALS)
    spans = [cue.span for cue in reading.cues] + [hit.span for hit in reading.moves]
    for start, end in spans + [mention.span for mention in reading.mentions]:
        assert 0 <= start < end <= len(text)
    for hit in reading.moves:
        assert hit.move in MOVES
        assert 0 <= hit.confidence <= 1
    for mention in reading.mentions:
        assert text[slice(*mention.span)] == mention.text


@settings(deadline=None, max_examples=100)
@given(replies)
def test_axes_are_the_sum_of_the_cues(text: str) -> None:
    """Firmness and respect are the logistic of the sum of what the cues say they add."""
    reading = READER.read(text)
    for axis in ("firmness", "respect"):
        total = sum(getattr(cue, axis) for cue in reading.cues)
        assert math.isclose(getattr(reading, axis), 1 / (1 + math.exp(-total)), abs_tol=2e-6)
    if reading.tone != "neutral":
        assert reading.cues


@settings(deadline=None, max_examples=60)
@given(replies)
def test_same_text_same_reading(text: str) -> None:
    """A reader that has read other things reads a text as a fresh one does, and JSON keeps it."""
    reading = READER.read(text)
    assert reading == Reader(load_phrase_book()).read(text)
    assert Reading.from_json(reading.to_json()) == reading


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from(PIECES[:9]), min_size=1, max_size=5).map(" ".join))
def test_spacing_and_capitals_do_not_change_the_tone(text: str) -> None:
    """Neither doubled spaces, nor a capital at the start, nor a full stop at the end matter."""
    tone = READER.read(text).tone
    assert READER.read(text.replace(" ", "  ")).tone == tone
    assert READER.read(text[0].upper() + text[1:]).tone == tone
    assert READER.read(text.lower()).tone == tone
    assert READER.read(text + ".").tone == tone
    assert READER.read("  " + text + " ").tone == tone


def test_long_replies_are_capped() -> None:
    """A reply of a million characters is read by its beginning alone."""
    opening = "I would like to be considered for the role. "
    long = READER.read(opening * 20_000)
    assert long.tone == "assertive"
    assert all(end <= 2_000 for _, end in (cue.span for cue in long.cues))


def test_reading_needs_neither_numpy_nor_a_screen() -> None:
    """Reading imports no numpy and no prompt_toolkit."""
    code = (
        "import sys; from rehearse import read_reply; read_reply('I want the job');"
        "sys.exit(any(m in sys.modules for m in ('numpy', 'prompt_toolkit', 'transitions')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
