"""What holds for any talk at all, however it was read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.reading.model import (
    HARMFUL_MOVES,
    HELPFUL_MOVES,
    MENTION_KINDS,
    SIGNALS,
    TONES,
    Mention,
    MoveHit,
    Reading,
)
from rehearse.scoring import debrief, load_rubric, render, score
from rehearse.transcript.model import EndRecord, Header, Transcript, TurnRecord

HEADER = Header("0", None, "", 1, "", None)
WORDS = [
    "we",
    "plan",
    "help",
    "more",
    "team",
    "lead",
    "good",
    "next",
    "year",
    "I",
    "want",
    "see",
    "you",
    "no",
    "can",
    "do",
    "ok",
    "well",
    "and",
]
MANAGER = ["", "Go on.", "I'm not sure about that.", "No, there is no budget for it."]

replies = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
moves = st.sets(st.sampled_from(HELPFUL_MOVES + HARMFUL_MOVES), max_size=6)


@st.composite
def records(draw):
    """A turn with any reply, read in any way."""
    reply = draw(replies)
    whole = (0, len(reply))
    reading = Reading(
        text=reply,
        tone=draw(st.sampled_from(TONES)),
        certain=draw(st.booleans()),
        firmness=0.5,
        respect=0.5,
        moves=tuple(MoveHit(m, 1.0, whole, "") for m in sorted(draw(moves))),
        signals=frozenset(draw(st.sets(st.sampled_from(SIGNALS), max_size=2))),
        mentions=tuple(
            Mention(kind, "May", whole)
            for kind in sorted(draw(st.sets(st.sampled_from(MENTION_KINDS))))
        ),
    )
    line = draw(st.sampled_from(MANAGER))
    return TurnRecord(1, None, (line,) if line else (), reply, reading, None, None, "")


def talk(turns):
    """A transcript of these turns, numbered from 1."""
    numbered = tuple(
        TurnRecord(n, None, t.manager, t.reply, t.reading, None, None, "")
        for n, t in enumerate(turns, start=1)
    )
    end = EndRecord("over", "refused", ())
    return Transcript(HEADER, numbered, end=end)


talks = st.lists(records(), max_size=10)


def insult(tone, moves, manager=()):
    """A turn that says something hostile nobody said before."""
    reply = "Useless pathetic clown, everybody laughs behind your crooked back."
    hits = tuple(MoveHit(m, 1.0, (0, len(reply)), "") for m in sorted(moves))
    reading = Reading(reply, tone, True, 0.9, 0.05, hits)
    return TurnRecord(1, None, manager, reply, reading, None, None, "")


@settings(max_examples=40)
@given(talks)
def test_sums_add_up(turns):
    """Evidence adds up to its criterion, criteria to the overall, and all stay within bounds."""
    card = score(talk(turns))
    for criterion in card.criteria:
        assert criterion.score == sum(entry.points for entry in criterion.evidence)
        assert 0 <= criterion.score <= 100
    assert card.overall == round(sum(c.score * c.weight for c in card.criteria), 2)
    assert sum(turn.points for turn in card.turns) == pytest.approx(card.overall, abs=0.2)


@settings(max_examples=40)
@given(talks)
def test_the_same_talk_has_the_same_score(turns):
    """Scored twice, a talk gives the same card, with the criteria in the rubric's order."""
    card = score(talk(turns))
    assert card == score(talk(turns))
    assert [c.id for c in card.criteria] == [rule.id for rule in load_rubric().criteria]


@settings(max_examples=60)
@given(
    talks,
    st.integers(0, 10),
    st.sampled_from(["aggressive", "passive_aggressive"]),
    moves,
)
def test_an_insult_added_never_helps(turns, place, tone, made):
    """An insult put in anywhere, whatever else it says, never raises the overall score."""
    place = min(place, len(turns))
    before = score(talk(turns)).overall
    opening = turns[0].manager if turns and place == 0 else ()
    rest = turns[place:]
    if opening:
        first = rest[0]
        rest = [TurnRecord(1, None, (), first.reply, first.reading, None, None, ""), *rest[1:]]
    after = score(talk([*turns[:place], insult(tone, made, opening), *rest])).overall
    assert after <= before


@settings(max_examples=60)
@given(talks, st.data())
def test_a_line_turned_hostile_never_helps(turns, data):
    """The same reply read as hostile and with an insult in it never raises the overall score."""
    if not turns:
        return
    place = data.draw(st.integers(0, len(turns) - 1))
    old = turns[place]
    hits = {hit.move for hit in old.reading.moves} | {"badmouth"}
    reading = Reading(
        text=old.reply,
        tone="aggressive",
        certain=True,
        firmness=0.9,
        respect=0.1,
        moves=tuple(MoveHit(m, 1.0, (0, len(old.reply)), "") for m in sorted(hits)),
        signals=old.reading.signals,
        mentions=old.reading.mentions,
    )
    new = TurnRecord(1, None, old.manager, old.reply, reading, None, None, "")
    worse = [*turns[:place], new, *turns[place + 1 :]]
    assert score(talk(worse)).overall <= score(talk(turns)).overall


@settings(max_examples=40)
@given(talks)
def test_pasting_the_whole_talk_again_earns_nothing(turns):
    """Saying everything a second time word for word never raises the overall score."""
    again = [TurnRecord(1, None, (), t.reply, t.reading, None, None, "") for t in turns]
    assert score(talk([*turns, *again])).overall <= score(talk(turns)).overall


@settings(max_examples=40)
@given(talks)
def test_any_talk_can_be_debriefed(turns):
    """Every talk has a debrief with full sections, and its quotes are the learner's own words."""
    transcript = talk(turns)
    card = score(transcript)
    told = debrief(transcript, card)
    for section in render(told):
        assert section.title
        assert all(line.strip() for line in section.lines)
    said = " ".join(turn.reply for turn in transcript.turns)
    assert all(phrase in said for phrase in told.phrases)
    for criterion in card.criteria:
        for entry in criterion.evidence:
            assert entry.quote.strip("…") in " ".join(said.split())
