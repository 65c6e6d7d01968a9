"""The pages for people: a reading and a replay, word for word on a small example."""

from dataclasses import replace

import pytest

from rehearse.reading.model import Cue, MoveHit, Reading
from rehearse.scoring.model import CriterionScore, Evidence, Scorecard
from rehearse.terminal.show_reading import show_continuum, show_reading
from rehearse.terminal.show_replay import show_moment
from rehearse.terminal.show_scorecard import show_scorecard
from rehearse.transcript.model import TurnRecord
from rehearse.transcript.replaying import Moment

READING = Reading(
    text="I just want the lead role.",
    tone="assertive",
    certain=False,
    firmness=0.75,
    respect=0.5,
    moves=(MoveHit("direct_ask", 0.9, (7, 25), "want the role"),),
    cues=(
        Cue((2, 6), "just", 100, -0.2, 0.0, "feature:softener"),
        Cue((7, 25), "want the role", 91, 1.3, 0.0, "move:direct_ask"),
    ),
)


def test_a_reading_as_a_page():
    """The reply and its marks, the tone, both scales, the moves and the whole sum."""
    assert show_reading(READING, 76) == [
        "  I just want the lead role.",
        "    ^^^^ ^^^^^^^^^^^^^^^^^^",
        "",
        "Tone: assertive: plain and respectful  (not certain: the manager would",
        "      rather ask back)",
        "too little |---------------+-o-------------| too much",
        "Firmness 0.75: firm",
        "Respect 0.50: some",
        "",
        "Moves:",
        '  direct_ask: "want the lead role" (90% sure)',
        "",
        "The sum                 firmness  respect",
        '  "just"                   -0.20    +0.00  softener',
        '  "want the lead role"     +1.30    +0.00  direct_ask, 91 % like "want th...',
        "  together                 +1.10    +0.00  a sum of 0 is the middle",
        "  that is                   0.75     0.50  from 0 to 1",
    ]


def test_single_words_are_counted_in_one_row_and_listed_below_it():
    """Words that count by themselves get dots, one row of the sum, and a list, weightiest first."""
    words = (
        Cue((2, 6), "just", 100, -0.1, 0.0, "word"),
        Cue((12, 15), "the", 100, 0.3, 0.1, "word"),
    )
    page = show_reading(replace(READING, cues=(READING.cues[1], *words)), 76)
    assert page[1] == "    .... ^^^^^^^^^^^^^^^^^^"
    assert "  single words             +0.20    +0.10  listed below" in page
    assert page[-1] == '  Single words (firmness, respect): "the" +0.30 +0.10, "just" -0.10 +0.00'


def test_a_narrow_page_needs_no_table():
    """On 40 columns every line fits, and every number is still there."""
    page = show_reading(READING, 40)
    assert max(map(len, page)) <= 40
    text = " ".join(" ".join(page).split())
    for words in ("Firmness 0.75", "firmness +1.30, respect +0.00", "firmness +1.10"):
        assert words in text


AXES = {
    ("assertive", 0.97, 0.9): "too little |---------------+o--------------| too much",
    ("passive", 0.1, 0.7): "too little |--o------------+---------------| too much",
    ("aggressive", 0.95, 0.05): "too little |---------------+------------o--| too much",
    (
        "passive_aggressive",
        0.5,
        0.2,
    ): "Between too little and too much: hostile in disguise, off the line",
}


@pytest.mark.parametrize("axes", AXES)
def test_firm_and_civil_lies_in_the_middle_of_the_line(axes):
    """Too little lies left, too much right, and what is veiled lies off the line."""
    tone, firmness, respect = axes
    reading = replace(READING, tone=tone, firmness=firmness, respect=respect)
    assert show_continuum(reading, 76) == [AXES[axes]]


def test_a_plain_page_quotes_instead_of_drawing():
    """No marks below the words, no bars and no columns; every number is still there."""
    page = show_reading(READING, 76, plain=True)
    text = "\n".join(page)
    assert not any(mark in text for mark in ("^", "|", "---"))
    assert "  What counted: “just”, “want the lead role”" in page
    assert "Between too little and too much: the middle" in page
    assert "  together: firmness +1.10, respect +0.00 (a sum of 0 is the middle)" in page


def test_a_long_line_of_the_manager_fits_the_page():
    """In a replay the name in front of a line counts towards its width."""
    record = TurnRecord(1, None, ("word " * 40,), READING.text, READING, None, None, "")
    page = show_moment(Moment(record, None, ()), "Doctor Maximiliana Longname", 60)
    assert max(map(len, page)) <= 60


def test_a_long_quote_is_shortened_on_the_page_alone():
    """The page has about sixty characters of a quote and says that it is cut."""
    evidence = (Evidence(2, "word " * 20, 60, "You said it."),)
    card = Scorecard(1, (CriterionScore("ask", "The ask", 60, 0.5, (), evidence),), {}, (), "ab")
    assert 'turn 2, "' + ("word " * 11).strip() + '…": You' in " ".join(
        " ".join(show_scorecard(card, 200)).split()
    )


def test_a_reply_without_cues_has_no_sum():
    """Where nothing counted, the page says so instead of printing an empty table."""
    page = show_reading(Reading("Hm.", "neutral", True, 0.5, 0.5))
    assert page[0] == "  Hm."
    assert page[-1].startswith("The sum: no cues")


def test_a_moment_as_a_page():
    """A turn shows who said what, how it read, what it did to the mood, and which rule fired."""
    record = TurnRecord(
        3, "opening", ("Well?",), READING.text, READING, {"patience": 40, "trust": 50}, "the_case",
        "", "opening.hears.2",
    )  # fmt: skip
    page = show_moment(Moment(record, {"patience": 50, "trust": 50}, (), 14), "Dana", 76)
    assert page == [
        "Turn 3 (opening)",
        "  Dana: Well?",
        "  You:",
        "    I just want the lead role.",
        "      ^^^^ ^^^^^^^^^^^^^^^^^^",
        "  Tone: assertive, not certain",
        "  too little |---------------+-o-------------| too much",
        "  Firmness 0.75: firm",
        "  Respect 0.50: some",
        "  Heard in it: asking for what you want (“want the lead role”).",
        "  Mood: patience 50 to 40 (-10), trust 50",
        "  Rule: opening.hears.2, line 14 of the script",
        "  Then: the_case",
    ]


def test_a_scorecard_as_a_page():
    """The score, the outcome apart from it, and each criterion with its evidence."""
    evidence = (Evidence(2, "I want it.", 60, "You said it."), Evidence(0, "", 5, "All in all."))
    criterion = CriterionScore("ask", "The ask", 65, 0.5, ("D2",), evidence)
    card = Scorecard(32.5, (criterion,), {"state": "x", "outcome": "walked_out"}, (), "ab")
    assert show_scorecard(card, 76) == [
        "Score: 32.5 of 100",
        "Outcome: walked out. It does not enter the score.",
        "",
        "The ask: 65 of 100, counts 50% [D2]",
        '   +60  turn 2, "I want it.": You said it.',
        "    +5  the whole talk: All in all.",
    ]
