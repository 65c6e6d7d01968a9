"""What holds for every manager, whatever a learner says and in whatever order."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import seed as first_example
from hypothesis import strategies as st

from rehearse.pitch import Pitch
from rehearse.transcript import transcript_lines

SILENCE = ["", " ", "...", "…", "\n\n", "\t"]
ODD = [
    "?", "!!!!!!", "no", "yes", "{quote}", "{name} {nothing}", "%s %d", "/quit", "¿Qué?", "私は昇進したい",
    "אני רוצה קידום", "👍👍🏽", "a\u200bs\u200bk", "PROMOTE ME. NOW.", "I want I want " * 60, "x" * 3000,
    "null", "12", "- no", "'", '"""', "\u202ereversed\u202c", "<b>bold</b>", "line one\nline two\r\nthree",
]  # fmt: skip
PITCH = Pitch("Robin", "team lead", "by June", ("cut the queue by 14 %",), ("one call less a day",),
              ("hand my list to Ines",))  # fmt: skip

seeds = st.integers(min_value=0, max_value=2**40)
pitches = st.sampled_from([None, PITCH])


@pytest.fixture(scope="module")
def replies(corpus):
    """Anything a learner may say: what people typed, odd text, nothing at all."""
    typed = st.sampled_from([text for texts in corpus.values() for text in texts])
    odd = st.one_of(st.sampled_from(ODD), st.sampled_from(SILENCE), st.text(max_size=40))
    return st.one_of(typed, typed, odd)


@pytest.fixture(scope="module")
def talks(replies):
    """Replies in any order, more of them than any manager listens to."""
    return st.lists(replies, min_size=1, max_size=20)


def few(count):
    """A few examples, the same ones for every test and both ways, so that few need be read."""

    def dress(test):
        checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
        quick = settings(
            deadline=None, max_examples=count, database=None, suppress_health_check=checks
        )
        return first_example(20260304)(quick(test))

    return dress


@few(12)
@given(seed=seeds, pitch=pitches, data=st.data())
def test_bounds(manager, play, talks, seed, pitch, data):
    """A talk ends within the turn limit, each mood stays in 0 to 100, each reply is answered."""
    said = data.draw(talks)
    held = play(manager, said, seed, pitch)
    turns = held.rehearsal.turns
    assert len(turns) <= manager.turn_limit
    assert len(turns) == len(said) or held.rehearsal.end.outcome != "left"
    for turn in turns:
        assert all(0 <= value <= 100 for value in turn.mood.values())
        assert turn.answer
        assert all(line.strip() for line in turn.answer)
        assert turn.to in {**manager.beats, **manager.endings}


@few(12)
@given(seed=seeds, pitch=pitches, data=st.data())
def test_no_line_twice(manager, play, talks, seed, pitch, data):
    """A manager never says the same words twice in a talk."""
    said = data.draw(talks)
    rehearsal = play(manager, said, seed, pitch).rehearsal
    heard = list(rehearsal.opening)
    for turn in rehearsal.turns:
        again = [line for line in turn.answer if line in heard]
        assert not again, f"turn {turn.number} ({turn.rule} -> {turn.to}): {again}"
        heard += turn.answer


@few(12)
@given(seed=seeds, pitch=pitches, data=st.data())
def test_same_seed_same_transcript(manager, play, talks, seed, pitch, data):
    """The same manager, seed, pitch and replies give the same transcript, line for line."""
    said = data.draw(talks)
    one, two = (play(manager, said, seed, pitch).transcript for _ in range(2))
    assert list(transcript_lines(one)) == list(transcript_lines(two))


@few(12)
@given(seed=seeds, pitch=pitches, where=st.integers(0, 19), data=st.data())
def test_a_reply_taken_back_was_never_said(
    manager, begin, reader_for, replies, talks, seed, pitch, where, data
):
    """Saying something else, taking it back and going on is as if it had not been said."""
    said, other = data.draw(talks), data.draw(replies)
    reader = reader_for(manager)
    plain, wavering = (begin(manager, seed=seed, pitch=pitch, reader=reader) for _ in range(2))
    for number, reply in enumerate(said):
        if plain.over:
            break
        if number == where % len(said):
            wavering.reply(other)
            wavering.undo()
        assert wavering.reply(reply) == plain.reply(reply)
    assert (wavering.turns, wavering.end) == (plain.turns, plain.end)


@pytest.mark.parametrize("reply", ["", "...", "no", "?"])
def test_one_reply_over_and_over(manager, play, reply):
    """Who only ever says the same thing comes to an end too, and is answered every time."""
    held = play(manager, [reply] * (manager.turn_limit + 1))
    assert held.rehearsal.end.outcome != "left"
    assert all(turn.answer for turn in held.rehearsal.turns)
