"""A talk held again with a script that was changed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.dialogue import Rehearsal
from rehearse.dialogue.again import hold_again

SCRIPT = """
reacts:
  - {when: aggressive, mood: {patience: -15}, says: [Watch it., Careful.]}
always:
  - {when: {mood: {patience: at most 0}}, goto: late}
asks_back: [Come again?, What do you mean?]
beats:
  first:
    says: [Yes?, Go ahead.]
    hears:
      - {when: {all: [assertive, direct_ask]}, mood: {trust: 10}, goto: why}
      - {when: [gratitude, greeting], says: [Fine., Good.], once: yes}
    otherwise: [Go on., And?, Well?]
    moves_on: {after: 2, goto: why, says: [Let me ask.]}
  why:
    says: [Why you?, Why now?]
    hears:
      - {when: {said: evidence, turn: at least 3}, goto: when}
      - {when: blame, detour: aside}
      - {when: question, goto: first}
    otherwise: {says: [I see., Hm., Right.], mood: {patience: -5}}
    moves_on: when
  aside:
    says: [Not now., Later.]
    otherwise: {says: [So., Where were we?], goto: back}
  when:
    says: [By when?, And the date?]
    hears:
      - {when: {any: [timeline, agreement], mood: {trust: over 55}}, goto: yes_then}
    otherwise: [We shall see., Perhaps., Maybe.]
    moves_on: {after: 3, goto: first}
"""
# What a coach might do to that script, as words to put for others.
CHANGES = [
    ("says: [Watch it., Careful.]", "says: [Watch it., Careful., Oi.]"),
    ("mood: {patience: -15}", "mood: {patience: -40}"),
    ("goto: back}", "goto: when}"),
    ("moves_on: when", "moves_on: first"),
    ("{when: blame, detour: aside}", "{when: blame, goto: late}"),
    ("{when: [gratitude, greeting], says: [Fine., Good.], once: yes}",
     "{when: [gratitude, greeting, plan], goto: when}"),
    ("moves_on: {after: 2, goto: why, says: [Let me ask.]}", "moves_on: {after: 1, goto: when}"),
    ("why", "reason"),
]  # fmt: skip
MARKS = ("assertive direct_ask", "gratitude", "evidence", "blame", "question", "timeline",
         "aggressive", "unsure passive", "neutral")  # fmt: skip
talks = st.lists(st.sampled_from([f"{marks}: a few words" for marks in MARKS]), max_size=8)
seeds = st.integers(min_value=0, max_value=10**6)
changes = st.lists(st.sampled_from(CHANGES), max_size=3)


@pytest.fixture(scope="module")
def start(script, reader):
    """Starts a rehearsal of the script above, before it is changed."""
    persona = script(SCRIPT)
    return lambda seed: Rehearsal(persona, seed, reader=reader)


def open_talk(start, seed, said):
    """A talk with these replies that is not over."""
    rehearsal = start(seed)
    for reply in said:
        rehearsal.reply(reply)
        if rehearsal.over:
            rehearsal.undo()
            break
    return rehearsal


@settings(deadline=None, max_examples=40)
@given(seed=seeds, said=talks)
def test_the_same_script_gives_the_same_talk(start, script, reader, seed, said):
    """Nothing parts, nothing is answered otherwise, and the talk stands where it stood."""
    old = open_talk(start, seed, said)
    again = hold_again(script(SCRIPT), old, reader)
    assert again.rehearsal.turns == old.turns
    assert (again.rehearsal.state, again.rehearsal.mood) == (old.state, old.mood)
    assert (again.parted, again.unsaid, again.reworded) == (0, (), ())
    assert not again.renamed


@settings(deadline=None, max_examples=80)
@given(seed=seeds, said=talks, changed=changes)
def test_whatever_is_changed_no_reply_is_lost(start, script, reader, seed, said, changed):
    """Said again and left out together are all replies in order; the talk goes on, in a beat."""
    text = SCRIPT
    for old_words, new_words in changed:
        text = text.replace(old_words, new_words)
    old = open_talk(start, seed, said)
    again = hold_again(script(text), old, reader)
    replied = tuple(turn.reply for turn in again.rehearsal.turns)
    assert replied + again.unsaid == tuple(turn.reply for turn in old.turns)
    assert not again.rehearsal.over
    assert again.rehearsal.state in again.rehearsal.persona.beats
    if again.parted:
        assert len(replied) == again.parted - again.ends
        assert old.turns[again.parted - 1].to == again.was
        assert again.now != again.was
    else:
        assert not again.unsaid


@settings(deadline=None, max_examples=40)
@given(seed=seeds, said=talks)
def test_a_beat_of_another_name_is_no_other_way(start, script, reader, seed, said):
    """Giving a beat another name changes where the talk stands in name only."""
    old = open_talk(start, seed, said)
    again = hold_again(script(SCRIPT.replace("when:\n    says", "date:\n    says")
                              .replace("goto: when", "goto: date")
                              .replace("moves_on: when", "moves_on: date")), old, reader)  # fmt: skip
    assert again.parted == 0
    assert again.rehearsal.state == ("date" if old.state == "when" else old.state)
    if any(turn.to == "when" for turn in old.turns):
        assert again.renamed == {"when": "date"}


def test_a_beginning_that_is_gone_is_passed_over(script, reader):
    """The talk begins where the script does, with its own meters."""
    old = Rehearsal(script(SCRIPT), 1, reader=reader, start="aside", mood={"patience": 7})
    changed = script(SCRIPT.replace("aside", "detour_away"))
    again = hold_again(changed, old, reader, start="aside", mood={"patience": 7, "warmth": 3})
    assert again.rehearsal.state == "first"
    assert again.rehearsal.mood == {"patience": 7, "trust": 50}
