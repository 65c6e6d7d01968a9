"""Figures and dates as a manager would write them down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehearse.reading.beginnings import matches
from rehearse.reading.figures import _FIGURE, _STARTS, telling
from rehearse.reading.mentions import find_mentions
from rehearse.reading.normalise import normalise
from rehearse.reading.wordlists import word_set

TALK = sorted(
    word_set(
        """
        a an about half one two twenty twenty-one thirty hundred thousand million third quarter
        dozen dozens by to down up instead of not and 3 12 3,000 £40 $5k £ $ 2024 30% per percent
        cent late orders invoices week day them 5 k grand 50/50 it's (two).
        """
    )
)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("we had 3 falls instead of 11 last quarter", ["3 falls instead of 11"]),
        ("that is about 8,000 a year", ["8,000 a year"]),
        ("late orders went from 14 a week to 5", ["14 a week to 5"]),
        ("complaints dropped by a third", ["a third"]),
        ("we had a hundred and twelve of those", ["a hundred and twelve"]),
        ("it cost us four thousand last year", ["four thousand"]),
        ("30 thousand euro", ["30 thousand euro"]),
        ("340 down to 40 tickets", ["340 down to 40 tickets"]),
        ("saved $40k and 20 percent of the time", ["$40k", "20 percent"]),
        ("twenty-two patients on the list", ["twenty-two patients"]),
    ],
)
def test_a_figure_comes_with_what_it_counts(text: str, figures: list[str]) -> None:
    """A number is kept with its unit, its noun, or the number it is set against."""
    assert [m.text for m in find_mentions(normalise(text)) if m.kind == "figure"] == figures


@pytest.mark.parametrize(
    "text",
    ["one of them", "the grade 4 work", "the band 6 post", "it is 50/50", "in 2021", "at 4pm"],
)
def test_a_name_with_a_number_is_no_figure(text: str) -> None:
    """Grades, years, clock times and small bare numbers are not taken for achievements."""
    assert not [m for m in find_mentions(normalise(text)) if m.kind == "figure"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("from the 4th", "from the 4th"),
        ("the first of July suits me", "the first of July"),
        ("shall we say by 30 September", "by 30 September"),
        ("on the 15th then", "on the 15th"),
    ],
)
def test_a_date_keeps_its_day(text: str, date: str) -> None:
    """The day of the month is part of the date."""
    assert [m.text for m in find_mentions(normalise(text)) if m.kind == "date"] == [date]


def test_a_change_tells_more_than_a_share_and_a_share_more_than_a_count() -> None:
    """Of several figures the one that shows a change is the one worth taking up."""
    ranked = sorted(["12", "14 %", "340 to 40", "3 falls"], key=telling)
    assert ranked == ["12", "3 falls", "14 %", "340 to 40"]


@given(st.lists(st.sampled_from(TALK), max_size=14), st.sampled_from((" ", "  ", "\n", ", ", "-")))
def test_looking_only_where_a_figure_can_begin_finds_them_all(pieces: list[str], gap: str) -> None:
    """Trying an expression where one of its first words stands finds what a full search finds."""
    words = normalise(gap.join(pieces))
    everywhere = [match.span() for match in _FIGURE.finditer(words.text)]
    assert [match.span() for match in matches(_FIGURE, words, _STARTS)] == everywhere
