"""Playing a recorded talk again: the same bytes, the same place to go on from, or a clear no."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.dialogue import Rehearsal
from rehearse.persona import load_persona
from rehearse.pitch import Pitch
from rehearse.reading import load_phrase_book
from rehearse.source.problem import SourceError
from rehearse.transcript import Recorder, new_header, parse_transcript, read_transcript
from rehearse.transcript.lines import dump_line, record_end, record_turn, turn_json
from rehearse.transcript.replaying import moments, resume, verify

SCRIPT = Path(__file__).parent / "scripts" / "mina-test.yaml"
PITCH = Pitch(name="Kim", role="team lead", achievements=("built the billing report",))
REPLIES = [
    "Thank you for the time.",
    "You never listen to anybody!",
    "I am sorry, that was rude. I want the team lead role by June.",
    "I built the billing report and it saved us 40 hours a month.",
]


@pytest.fixture(scope="module")
def mina():
    """A short script with a reaction, a mood and two ways out."""
    return load_persona(SCRIPT)


def record(path, persona, replies, seed=3, leave=False):
    """Hold a talk and write it down; gives the path."""
    header = new_header(
        persona_id=persona.id, persona_sha256=persona.sha256,
        phrasebook=load_phrase_book().sha256, seed=seed, started="2026-03-04T09:30:00Z",
        pitch=PITCH,
    )  # fmt: skip
    rehearsal = Rehearsal(persona, seed, PITCH)
    with Recorder(path, header) as recorder:
        for reply in replies:
            if rehearsal.over:
                break
            recorder.turn(rehearsal.reply(reply))
        if leave and not rehearsal.over:
            rehearsal.leave()
        if rehearsal.end is not None:
            recorder.end(rehearsal.end)
    return path


def without_times(path):
    """The lines of a transcript as bytes, with its times taken out."""
    lines = []
    for line in path.read_bytes().splitlines():
        data = json.loads(line)
        data.pop("at", None)
        data.pop("started", None)
        lines.append(dump_line(data))
    return lines


def test_the_same_replies_give_the_same_bytes_but_for_times(tmp_path, mina):
    """The replies of a transcript, played again, write the same file."""
    first = record(tmp_path / "a.jsonl", mina, REPLIES)
    replies = [turn.reply for turn in read_transcript(first).turns]
    assert without_times(record(tmp_path / "b.jsonl", mina, replies)) == without_times(first)


@pytest.mark.parametrize("leave", [False, True])
def test_a_sound_transcript_verifies(tmp_path, mina, leave):
    """Nothing comes out differently for a talk that ended and for one that was left."""
    path = record(tmp_path / "a.jsonl", mina, REPLIES[: 2 if leave else 4], leave=leave)
    assert verify(read_transcript(path), mina) == ()


def test_a_talk_taken_up_after_each_turn_goes_on_the_same(tmp_path, mina):
    """Saved and loaded again between any two replies, a talk does not notice."""
    straight = Rehearsal(mina, 3, PITCH)
    for count in range(len(REPLIES)):
        path = record(tmp_path / f"{count}.jsonl", mina, REPLIES[:count])
        taken_up = resume(read_transcript(path), mina)
        expected = straight.reply(REPLIES[count])
        got = taken_up.reply(REPLIES[count])
        assert turn_json(record_turn(got, "")) == turn_json(record_turn(expected, ""))
        assert got.answer == expected.answer
    assert straight.over


def test_a_reply_taken_back_leaves_no_trace_in_what_follows(tmp_path, mina):
    """A talk with an undo in it is resumed as if only the second try had been said."""
    path = tmp_path / "a.jsonl"
    record(path, mina, REPLIES[:1])
    transcript = read_transcript(path)
    rehearsal = resume(transcript, mina)
    with Recorder.continuing(transcript) as recorder:
        recorder.turn(rehearsal.reply("Pay me more now or I quit!"))
        recorder.undo(rehearsal.undo())
        recorder.turn(rehearsal.reply("I want the lead role."))
    again = read_transcript(path)
    assert len(again.undone) == 1
    assert verify(again, mina) == ()
    assert resume(again, mina).mood == rehearsal.mood


REFUSALS = {
    "a changed script": (dict(persona={"id": "mina-test", "sha256": "0" * 64}), "has changed"),
    "another manager": (dict(persona={"id": "dana", "sha256": "0" * 64}), "not with mina-test"),
    "another phrase book": (dict(phrasebook="0" * 64), "phrase book has changed"),
    "an imported talk": (dict(persona=None), "import"),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_a_talk_that_would_not_go_on_the_same_is_refused(tmp_path, mina, case):
    """Resuming with anything changed says what has changed, in one sentence."""
    changes, words = REFUSALS[case]
    transcript = read_transcript(record(tmp_path / "a.jsonl", mina, REPLIES[:2]))
    changed = replace(transcript, header=replace(transcript.header, **changes))
    with pytest.raises(SourceError, match=words):
        resume(changed, mina)
    assert words in verify(changed, mina)[0]


def test_an_ended_talk_is_not_taken_up(tmp_path, mina):
    """There is nothing to go on with after an ending."""
    with pytest.raises(SourceError, match="has ended"):
        resume(read_transcript(record(tmp_path / "a.jsonl", mina, REPLIES)), mina)


@pytest.mark.parametrize("change", [dict(to="nowhere"), dict(mood={"patience": 1}),
                                    dict(manager=("Hm.",)), dict(rule="x"), dict(reply="No.")])  # fmt: skip
def test_a_changed_turn_is_noticed(tmp_path, mina, change):
    """Whatever is altered in a turn, playing it again tells."""
    transcript = read_transcript(record(tmp_path / "a.jsonl", mina, REPLIES))
    turns = (transcript.turns[0], replace(transcript.turns[1], **change), *transcript.turns[2:])
    assert any("turn 2" in sentence for sentence in verify(replace(transcript, turns=turns), mina))


def test_moments_say_what_was_before_and_what_came_of_it(tmp_path, mina):
    """Each moment has the mood before, the answer, and the line of the rule in the script."""
    transcript = read_transcript(record(tmp_path / "a.jsonl", mina, REPLIES))
    seen = moments(transcript, mina)
    assert seen[0].mood_before == mina.mood
    assert seen[1].mood_before == transcript.turns[0].mood
    assert seen[0].answer == transcript.turns[1].manager
    assert seen[-1].answer == transcript.end.manager
    rule = mina.beats["opening"].hears[1]
    assert (seen[0].record.rule, seen[0].rule_line) == (rule.id, rule.place.line)
    assert moments(transcript)[0].mood_before is None


ANY_REPLY = st.one_of(st.sampled_from(REPLIES), st.text(max_size=60))


@settings(max_examples=40, deadline=None)
@given(st.lists(ANY_REPLY, max_size=8), st.integers(0, 9), st.booleans())
def test_any_talk_can_be_written_read_and_played_again(mina, replies, seed, leave):
    """Whatever is typed, the transcript reads back the same and plays the same."""
    rehearsal = Rehearsal(mina, seed, PITCH)
    header = new_header(
        persona_id=mina.id, persona_sha256=mina.sha256, phrasebook=load_phrase_book().sha256,
        seed=seed, started="", pitch=PITCH,
    )  # fmt: skip
    from rehearse.transcript.lines import end_json, header_json

    lines, turns = [dump_line(header_json(header))], []
    for reply in replies:
        if not rehearsal.over:
            turns.append(record_turn(rehearsal.reply(reply), ""))
            lines.append(dump_line(turn_json(turns[-1])))
    if leave and not rehearsal.over:
        rehearsal.leave()
    if rehearsal.end is not None:
        lines.append(dump_line(end_json(record_end(rehearsal.end))))
    transcript = parse_transcript("\n".join(lines).encode(), "t")
    assert transcript.turns == tuple(turns)
    assert verify(transcript, mina) == ()
