"""The pages for people: a reading and a replay, word for word on a small example."""

import re
from dataclasses import replace

import pytest

from rehearse.reading import Edit
from rehearse.reading.model import SIGNALS, TONES, Cue, Mention, MoveHit, Reading
from rehearse.reading.rewording import Change
from rehearse.scoring.model import CriterionScore, Evidence, Scorecard
from rehearse.terminal.show_edit import show_edit
from rehearse.terminal.show_reading import show_continuum, show_reading
from rehearse.terminal.show_replay import show_moment
from rehearse.terminal.show_scorecard import show_scorecard
from rehearse.terminal.show_sum import show_sum
from rehearse.terminal.wording import SIGNALS as SIGNAL_WORDS
from rehearse.terminal.wording import heard
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
    """The reply and its marks, the tone, both scales, the edit, the moves and the whole sum."""
    assert show_reading(READING, 76) == [
        "  I just want the lead role.",
        "    ^^^^ ^^^^^^^^^^^^^^^^^^",
        "",
        "Tone: perhaps assertive (plain and respectful)",
        "Not certain: the manager would rather ask back.",
        "too little |----------[-----o---]----------| too much",
        "Firmness 0.75: firm",
        "Respect 0.50: some",
        "",
        "No small edit was found that makes it surer.",
        "",
        "Moves:",
        '  asking for what you want: "want the lead role" (direct_ask, 90% sure)',
        "",
        "The sum                 firmness  respect",
        '  "want the lead role"     +1.30    +0.00  direct_ask',
        "  1 smaller one            -0.20    +0.00",
        "  together                 +1.10    +0.00  a sum of 0 is the middle",
        "  that is                   0.75     0.50  from 0 to 1",
        "How to read it: + makes a reply firmer or more respectful, - less so. The",
        "  rows add up to “together”; “that is” says where this lies between 0 (none",
        "  at all) and 1 (in full).",
    ]


SMALL = tuple(Cue((at, at + 1), "x", 100, 0.02 * at, -0.01, "word") for at in range(7))


def rows_of_sum(reading, whole=False):
    """The lines of the sum without the sentence that says how to read it."""
    lines = show_sum(reading, 76, whole=whole)
    return lines[: next(at for at, line in enumerate(lines) if line.startswith("How to read"))]


def test_the_sum_has_rows_for_what_matters_and_one_for_the_rest():
    """A word inside a phrase counts with it, small words make one row, and all adds up."""
    inner = Cue((12, 15), "the", 100, 0.3, 0.1, "word")
    reading = replace(READING, cues=(*READING.cues, *SMALL, inner))
    rows = rows_of_sum(reading)
    assert rows[1].startswith('  "want the lead role"     +1.60    +0.10')
    assert "and words in it" in rows[1]
    assert len(rows) == 5
    for column, total in ((-2, sum(c.firmness for c in reading.cues)), (-1, 0.03)):
        shown = [float(re.findall(r"[+-]\d+\.\d\d", row)[column]) for row in rows[1:-1]]
        assert sum(shown[:-1]) == pytest.approx(shown[-1]) == pytest.approx(total)


def test_all_gives_each_cue_a_row():
    """With nothing gathered up, every cue of the reading stands by itself, weightiest first."""
    reading = replace(READING, cues=(*READING.cues, *SMALL))
    rows = rows_of_sum(reading, whole=True)
    assert len(rows) == 1 + len(reading.cues) + 2
    assert '"want the lead role"' in rows[1]


def test_weighty_words_get_dots_and_small_ones_nothing():
    """Only what a person can use is marked."""
    words = (
        Cue((2, 6), "just", 100, -0.1, 0.0, "word"),
        Cue((20, 24), "role", 100, 0.3, 0.1, "word"),
    )
    page = show_reading(replace(READING, cues=words), 76)
    assert page[1] == " " * 22 + "...."


EDITED = replace(READING, text="I want the lead role.", certain=True, cues=(), moves=())


def _flat(lines):
    return " ".join(" ".join(lines).split())


def _edit(reading, *changes):
    return Edit(reading.text, tuple(Change(*change) for change in changes), reading, 1)


def test_an_edit_says_what_to_do_what_comes_of_it_and_the_new_reply():
    """What to leave out, what to say instead, what to put in, and the reply that it makes."""
    passive = replace(READING, tone="passive")
    assert show_edit(passive, _edit(EDITED, (1, 2, (2, 6))), 76) == [
        'Smallest edit: leave out "just". Then it reads assertive:',
        "  “I want the lead role.”",
    ]
    edit = _edit(replace(EDITED, certain=False), (0, 0, (0, 0), "please"),
                 (1, 3, (2, 11), "would like"))  # fmt: skip
    text = _flat(show_edit(passive, edit, 76))
    assert 'put "please" before "I" and say "would like" for "just want".' in text
    assert "reads assertive, though that is not certain:" in text


def test_an_assertive_reply_is_told_what_it_stands_on():
    """The words without which it would read otherwise, and how."""
    steady = replace(READING, certain=True)
    passive = replace(EDITED, tone="passive")
    lines = show_edit(steady, _edit(passive, (2, 5, (7, 20))), 76)
    assert _flat(lines) == 'It stands on the words "want the lead": without them it reads passive.'
    lines = show_edit(steady, _edit(passive, (2, 3, (7, 11), "guess")), 76)
    assert 'with "guess" in their place it reads passive.' in _flat(lines)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("certain", [True, False])
def test_no_edit_is_said_so(tone, certain):
    """Where nothing small helps, there is a sentence about it, and it promises nothing."""
    lines = show_edit(replace(READING, tone=tone, certain=certain), None, 40)
    assert "".join(lines).endswith(".")
    assert max(map(len, lines)) <= 40


def test_a_narrow_page_needs_no_table():
    """On 40 columns every line fits, and every number is still there."""
    page = show_reading(READING, 40)
    assert max(map(len, page)) <= 40
    text = " ".join(" ".join(page).split())
    for words in ("Firmness 0.75", "firmness +1.30, respect +0.00", "firmness +1.10"):
        assert words in text


AXES = {
    ("assertive", 0.97, 0.9): "too little |----------[----o----]----------| too much",
    ("passive", 0.1, 0.7): "too little |--o-------[---------]----------| too much",
    ("aggressive", 0.95, 0.05): "too little |----------[---------]-------o--| too much",
    (
        "passive_aggressive",
        0.5,
        0.2,
    ): "Between too little and too much: hostile in disguise, off the line",
}


WHERE = {
    "passive": r"\|.*o.*\[.*\]", "assertive": r"\[.*o.*\]", "aggressive": r"\[.*\].*o.*\|",
}  # fmt: skip


@pytest.mark.parametrize("firmness", [0.501, 0.7, 0.98, 0.9999])
@pytest.mark.parametrize("respect", [0.311, 0.5, 0.7, 0.9999])
def test_the_picture_agrees_with_the_tone(firmness, respect):
    """What reads assertive lies between the brackets, and what reads otherwise outside."""
    for tone, size in (("passive", 60), ("assertive", 30), ("aggressive", 76)):
        low = tone == "aggressive"
        reading = replace(READING, tone=tone, certain=True,
                          firmness=1 - firmness if tone == "passive" else firmness,
                          respect=respect * 0.31 if low else respect)  # fmt: skip
        (line,) = show_continuum(reading, size + 22)
        assert re.search(WHERE[tone], line)


@pytest.mark.parametrize("axes", AXES)
def test_firm_and_civil_lies_in_the_middle_of_the_line(axes):
    """Too little lies left, too much right, the middle in brackets, what is veiled off the line."""
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
        "  too little |----------[-----o---]----------| too much",
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


def test_all_that_a_rule_can_go_by_is_heard_with_its_words():
    """Signals, topics and mentions stand beside the moves; where nothing is heard, it says so."""
    text = "Is the night rota 14 % longer?"
    reading = replace(
        READING, text=text, moves=(), cues=(), signals=frozenset(["question", "silence"]),
        topics={"night_shift": (3, 17)}, mentions=(Mention("figure", "14 %", (18, 22)),),
    )  # fmt: skip
    assert heard(reading) == (
        "Heard in it: a question, silence, the topic night shift (“the night rota”), a figure"
        " (“14 %”)."
    )
    assert list(SIGNAL_WORDS) == list(SIGNALS)
    bare = replace(reading, signals=frozenset(), topics={}, mentions=())
    assert heard(bare) == "Heard in it: nothing in particular."
