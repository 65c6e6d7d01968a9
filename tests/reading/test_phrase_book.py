"""Every file of the phrase book keeps the examples it gives."""

import pytest

from rehearse.reading import Reader, load_phrase_book

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
