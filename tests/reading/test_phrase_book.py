"""Every file of the phrase book keeps the examples it gives."""

from importlib.resources import files

import pytest

from rehearse.reading import Reader, load_phrase_book
from rehearse.reading.book import read_files
from rehearse.reading.compiling import book_from_files
from rehearse.source.problem import SourceError

BOOK = load_phrase_book()
READER = Reader(BOOK)
BAR = 0.95


def shows(source: str, text: str) -> bool:
    """Whether the reply reads as the tone, move or signal the file is about."""
    kind, _, name = source.partition(":")
    reading = READER.read(text)
    if kind == "tone":
        return reading.tone == name
    return name in reading.signals if kind == "signal" else reading.has(name)


@pytest.mark.parametrize("source", sorted(BOOK.sections))
def test_the_file_is_about_something(source: str) -> None:
    """Each file says what it is about, with examples that must and that must not read so."""
    section = BOOK.sections[source]
    assert section.about
    assert len(section.examples) >= 5
    assert len(section.nots) >= 4


def test_examples_read_as_said() -> None:
    """Nearly all examples of all files read as what the file is about."""
    wanted = [(s, text) for s, section in BOOK.sections.items() for text in section.examples]
    misses = [(source, text) for source, text in wanted if not shows(source, text)]
    assert len(misses) <= (1 - BAR) * len(wanted), misses


def test_counter_examples_do_not() -> None:
    """Nearly no counter-example of any file reads as what the file is about."""
    unwanted = [(s, text) for s, section in BOOK.sections.items() for text in section.nots]
    hits = [(source, text) for source, text in unwanted if shows(source, text)]
    assert len(hits) <= (1 - BAR) * len(unwanted), hits


def test_a_mistake_in_the_book_is_shown_with_its_line() -> None:
    """A cue that is not well written is named with its file and line."""
    contents = read_files(files("rehearse.reading") / "phrasebook")
    for weights in ("words.yaml", "move_words.yaml"):  # most of what there is to read, and no cues
        contents[weights] = b"words: {}"
    plan = contents["moves/plan.yaml"].replace(b"cues:\n", b"cues:\n  - my [plan|x\n", 1)
    line = plan.decode("utf-8").splitlines().index("  - my [plan|x") + 1
    with pytest.raises(SourceError, match=f"moves/plan.yaml:{line}:"):
        book_from_files(contents | {"moves/plan.yaml": plan})
