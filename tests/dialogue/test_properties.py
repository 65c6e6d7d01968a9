"""What holds for every talk, whatever is said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.dialogue import Rehearsal
from rehearse.dialogue.conditions import holds
from rehearse.pitch import Pitch
from rehearse.reading import MOVES, SIGNALS, TONES

SCRIPT = """
topics: {report: the report}
reacts:
  - {when: aggressive, mood: {patience: -15}, says: [Watch it., Careful.]}
  - {when: repair, mood: {patience: 60, trust: 60}, says: Good of you.}
always:
  - {when: {mood: {patience: at most 0}}, goto: late}
  - {when: {topic: report}, once: yes, detour: aside}
asks_back: [Come again?, "{quote}? How so?", "Sorry {name}?"]
spent: [We have been round this.]
beats:
  first:
    says: [Yes?, "{name}. Yes?", {line: Back again?, when: {visits: at least 2}}]
    hears:
      - {when: {all: [assertive, direct_ask]}, mood: {trust: 10}, remember: {ask: quote}, goto: why}
      - {when: [gratitude, greeting], says: [Fine., Good.], once: yes}
      - {when: {mentions: figure}, mood: {trust: -90}, says: "{figure}?"}
    otherwise: [Go on., And?, Well?]
    moves_on: {after: 2, goto: why, says: [Let me ask.]}
  why:
    says: [Why you?, "You said {ask}. Why?"]
    hears:
      - {when: {said: evidence, turn: at least 3}, goto: when}
      - {when: blame, detour: aside}
      - {when: {visits: under 3, any: question}, goto: first}
    otherwise: {says: [I see., "{role} by {date}?", Hm.], mood: {patience: -5}}
    moves_on: when
  aside:
    says: [Not now., Later.]
    hears: [{when: refusal, says: Fine then.}]
    otherwise: {says: [So., Where were we?], goto: back}
  when:
    says: [By when?, "And {point}?"]
    hears:
      - {when: {any: [timeline, agreement], mood: {trust: over 55}}, goto: yes_then}
      - {when: {forgets: ask}, says: Ask first., goto: first}
    otherwise: {says: We shall see., forget: ask}
    moves_on: {after: 3, goto: first}
"""
PITCH = Pitch(name="Sam", role="the lead role", date="by May", plan=("Train Sam on my bench",))

replies = st.builds(
    lambda tone, unsure, marks, facts, words: (
        " ".join([tone, *unsure, *marks, *facts]) + f": {words}"
    ),
    st.sampled_from(TONES),
    st.sampled_from([[], [], ["unsure"]]),
    st.lists(st.sampled_from(MOVES + SIGNALS), max_size=3),
    st.lists(
        st.sampled_from(["figure=14_%", "date=in_June", "role=buyer", "topic=report"]), max_size=2
    ),
    st.one_of(
        st.sampled_from(["I would train Sam on my bench", "no", "one two three"]),
        st.text(max_size=30),
    ),
)
talks = st.lists(replies, min_size=1, max_size=10)
seeds = st.integers(min_value=0, max_value=10**12)


@pytest.fixture(scope="module")
def start(script, reader, begin):
    """Starts a rehearsal of the one script of this module."""
    persona = script(SCRIPT)
    return lambda seed: begin(persona, seed=seed, pitch=PITCH, reader=reader)


@pytest.fixture(scope="module")
def never_stopped(script, reader):
    """Starts one that is held in one go, whichever way the test's others are held."""
    persona = script(SCRIPT)
    return lambda seed: Rehearsal(persona, seed=seed, pitch=PITCH, reader=reader)


def held(start, seed, said):
    """A rehearsal after these replies, or as many as it took."""
    rehearsal = start(seed)
    for reply in said:
        if not rehearsal.over:
            rehearsal.reply(reply)
    return rehearsal


@settings(deadline=None, max_examples=100)
@given(seed=seeds, said=talks)
def test_bounds(start, seed, said):
    """A talk ends within its limit, its mood stays in 0 to 100, and every reply is answered."""
    rehearsal = held(start, seed, said)
    assert rehearsal.over or rehearsal.turn_number < rehearsal.persona.turn_limit
    for turn in rehearsal.turns:
        assert all(0 <= value <= 100 for value in turn.mood.values())
        assert turn.answer
        assert turn.rule
        assert turn.to in {**rehearsal.persona.beats, **rehearsal.persona.endings}
        assert not any("{" in line for line in turn.answer if "{" not in turn.reply)


@settings(deadline=None, max_examples=100)
@given(seed=seeds, said=talks)
def test_no_text_twice(start, seed, said):
    """A text comes twice only when it is alone in its answer and the spent line is used up."""
    rehearsal = held(start, seed, said)
    before = list(rehearsal.opening)
    for turn in rehearsal.turns:
        again = [line for line in turn.answer if line in before]
        assert not again or (len(turn.answer) == 1 and "We have been round this." in before)
        before += turn.answer


@settings(deadline=None, max_examples=40)
@given(seed=seeds, said=talks)
def test_same_seed_same_talk(start, seed, said):
    """The same persona, seed, pitch and replies give the same turns and the same end."""
    one, two = held(start, seed, said), held(start, seed, said)
    assert (one.opening, one.turns, one.end) == (two.opening, two.turns, two.end)


@settings(deadline=None, max_examples=40)
@given(seed=seeds, said=talks, other=replies)
def test_undo_then_the_same_reply(start, seed, said, other):
    """Taking replies back, even after trying others, leads to the same turns as before."""
    rehearsal = held(start, seed, said)
    turns, end = rehearsal.turns, rehearsal.end
    for number in range(len(turns), 0, -1):
        assert rehearsal.undo() == number
        rehearsal.reply(other)
        rehearsal.undo()
    for turn in turns:
        assert rehearsal.reply(turn.reply) == turn
    assert rehearsal.end == end


@settings(deadline=None, max_examples=40)
@given(seed=seeds, said=talks)
def test_rebuilt_at_every_turn(start, never_stopped, seed, said):
    """A rehearsal rebuilt from the replies so far goes on exactly like the one never stopped."""
    whole, rebuilt = held(never_stopped, seed, said), start(seed)
    for number, turn in enumerate(whole.turns):
        if isinstance(rebuilt, Rehearsal):  # the other way is rebuilt from its file at every turn
            rebuilt = held(start, seed, [one.reply for one in whole.turns[:number]])
        assert rebuilt.reply(turn.reply) == turn
        assert dict(turn.mood) == rebuilt.mood
    assert (rebuilt.turns, rebuilt.end) == (whole.turns, whole.end)


@settings(deadline=None, max_examples=40)
@given(seed=seeds, said=talks)
def test_the_trials_tell_the_same_as_the_machine(start, seed, said):
    """The rule that answered is the first that holds; one below it that holds came later."""
    rehearsal = start(seed)
    for reply in said:
        if rehearsal.over:
            break
        turn = rehearsal.reply(reply)
        trials = rehearsal.tried()
        reacting = [one for one in trials if one.response.id.startswith("reacts.")]
        answering = [one for one in trials if one not in reacting]
        for group, fired in ((reacting, turn.reaction), (answering, turn.rule)):
            holding = [one for one in group if one.verdict in ("answered", "came later")]
            names = [one.response.id for one in group]
            first = holding[0].response.id if holding else ""
            assert first == (fired if fired in names else "")
            assert [one.verdict for one in holding[1:]] == ["came later"] * len(holding[1:])


@settings(deadline=None, max_examples=40)
@given(seed=seeds, said=talks)
def test_the_parts_hold_together_as_the_condition_does(start, seed, said):
    """A rule misses nothing exactly where its condition holds, and only then is it all near."""
    rehearsal = held(start, seed, said)
    for trial in rehearsal.tried():
        assert (not trial.missed) == holds(trial.response.when, trial.situation)
        assert (trial.nearness == 1.0) == (not trial.missed)
        assert 0.0 <= trial.nearness <= 1.0
        assert not [part for part in trial.found if part in trial.missed]


@settings(deadline=None, max_examples=20)
@given(seed=seeds, said=talks, other=replies)
def test_asking_changes_nothing(start, seed, said, other):
    """The talk goes on the same whether or not the trials were looked at."""
    one, two = held(start, seed, said), held(start, seed, said)
    two.tried()
    if not one.over:
        assert one.reply(other) == two.reply(other)
