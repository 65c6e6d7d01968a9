"""Laying out text: nothing steers the terminal, nothing is lost, marks stand under their words."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from rehearse.terminal.typeset import columns, printable, table, underlined, wrap

WIDTHS = st.integers(20, 90)


@given(st.text())
def test_printable_text_cannot_steer_a_terminal(text):
    """No control and no turning of the line is left, and no offset moves."""
    shown = printable(text)
    assert len(shown) == len(text)
    for character in shown:
        assert unicodedata.category(character) != "Cc"
        assert unicodedata.bidirectional(character) not in {"RLO", "LRO", "RLE", "LRE", "PDF",
                                                            "RLI", "LRI", "FSI", "PDI"}  # fmt: skip


@given(st.text(max_size=300), WIDTHS)
def test_wrapped_lines_fit_and_keep_every_word(text, width):
    """Every line fits the page; the words come out in order, cut only where one is too wide."""
    lines = wrap(text, width, "  ")
    assert all(columns(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(printable(text).split())


@given(st.text(st.characters(categories=["L", "N", "Zs", "So"]), min_size=1, max_size=200),
       WIDTHS, st.data())  # fmt: skip
def test_marks_stand_under_the_words_of_the_span(text, width, data):
    """Column for column, exactly the characters of the span (spaces at breaks aside) are marked."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    lines = underlined(text, [(start, end)], width)
    marked = []
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if set(line) <= {" ", "^"}:
            continue
        marks = below if below and set(below) <= {" ", "^"} else ""
        at = 0
        for character in line:
            wide = columns(character)
            if wide and "^" in marks[at : at + wide]:
                assert marks[at : at + wide] == "^" * wide
                marked.append(character.strip())
            at += wide
    expected = [c for c in printable(text[start:end]) if columns(c)]
    assert "".join(marked).split("^") == ["".join("".join(expected).split())]


def test_wide_characters_count_double():
    """Marks under Chinese words are twice as many as the characters."""
    assert underlined("我想 lead", [(0, 2)], 40) == ["我想 lead", "^^^^"]


def test_a_span_over_a_line_break_is_marked_on_both_lines():
    """A cue that is wrapped has marks below each of its lines."""
    lines = underlined("aaaa bbbb cccc", [(5, 14)], 10)
    assert lines == ["aaaa bbbb", "     ^^^^", "cccc", "^^^^"]


def test_a_table_lines_up():
    """Cells of a column start together, numbers end together."""
    assert table([("a", "1"), ("bbb", "22")], numeric=[1]) == ["a     1", "bbb  22"]
