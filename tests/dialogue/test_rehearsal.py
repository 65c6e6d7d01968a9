"""A rehearsal as a program drives it."""

import gc

import pytest

from rehearse.dialogue import End, Rehearsal, find_response
from rehearse.dialogue.machine import machine_for
from rehearse.persona.model import Hint

SCRIPT = """
reacts: [{when: aggressive, mood: {patience: -60}, says: [Watch it., Careful.]}]
always: [{when: agreement, goto: yes_then}]
asks_back: [Come again?, Sorry?]
beats:
  first:
    hint: {principle: D2, says: Say what you came for.}
    says: [Yes?, You wanted to see me?]
    hears:
      - {when: direct_ask, remember: {ask: quote}, mood: {trust: +10}, goto: second}
    otherwise: [Go on., And?, Well?]
  second:
    says: [Why you?, "You said {ask}. Why?"]
    otherwise: [I see., Hm then., Oh.]
"""


def test_five_lines(talk):
    """A talk is held by asking for the opening and replying until it is over."""
    rehearsal = talk(SCRIPT)
    lines = list(rehearsal.opening)
    while not rehearsal.over:
        lines += rehearsal.reply("direct_ask: the desk, please").answer
    assert lines[-1] == "Time is up."
    assert rehearsal.turn_number == 9


def test_a_turn_records_what_happened(talk):
    """A turn holds the lines before it, the reply as typed, the mood around it and the answer."""
    rehearsal = talk(SCRIPT)
    turn = rehearsal.reply("direct_ask: the desk")
    assert (turn.number, turn.state, turn.to) == (1, "first", "second")
    assert (turn.manager, turn.reply) == (rehearsal.opening, "direct_ask: the desk")
    assert (turn.mood_before["trust"], turn.mood["trust"]) == (50, 60)
    assert rehearsal.reply("neutral: so").manager == turn.answer
    assert rehearsal.turns[0] == turn


def test_the_end(talk):
    """An ending closes the talk with its lines; after it a reply is refused in a sentence."""
    rehearsal = talk(SCRIPT)
    turn = rehearsal.reply("agreement: yes")
    assert rehearsal.end == End("yes_then", "agreed", turn.answer, "Well asked.")
    with pytest.raises(ValueError, match="The talk is over"):
        rehearsal.reply("neutral: and another thing")
    with pytest.raises(ValueError, match="over already"):
        rehearsal.leave()


def test_leaving(talk):
    """Who leaves ends the talk as left, where it stood, without a closing line."""
    rehearsal = talk(SCRIPT)
    assert rehearsal.leave() == End("first", "left", ())
    assert rehearsal.over


def test_undo_restores_everything(talk):
    """Taking a reply back, also one that ended the talk, leaves it as if never said."""
    rehearsal = talk(SCRIPT)
    rehearsal.reply("neutral: hm")
    before = (rehearsal.state, rehearsal.mood, rehearsal.turns, rehearsal.hint)
    first = rehearsal.reply("agreement aggressive: yes")
    assert rehearsal.over
    assert rehearsal.undo() == 2
    assert (rehearsal.state, rehearsal.mood, rehearsal.turns, rehearsal.hint) == before
    assert not rehearsal.over
    assert rehearsal.reply("agreement aggressive: yes") == first


def test_undo_with_nothing_said(talk):
    """There must be a reply to take back."""
    with pytest.raises(ValueError, match="no reply to take back"):
        talk(SCRIPT).undo()


def test_start_and_mood(talk):
    """A talk can start in any beat with any mood, within bounds; unknown names are refused."""
    rehearsal = talk(SCRIPT, start="second", mood={"trust": 250})
    assert (rehearsal.state, rehearsal.mood["trust"]) == ("second", 100)
    with pytest.raises(ValueError, match=r"no beat called 'third'.*first, second"):
        talk(SCRIPT, start="third")
    with pytest.raises(ValueError, match=r"no mood called 'luck'.*patience, trust"):
        talk(SCRIPT, mood={"luck": 3})


def test_mood_is_clamped(talk):
    """However much a script takes away, a meter stops at 0."""
    rehearsal = talk(SCRIPT)
    for _ in range(2):
        turn = rehearsal.reply("aggressive: now")
    assert turn.mood["patience"] == 0


def test_hint(talk):
    """The hint is that of the beat the talk is in; there is none after the end."""
    rehearsal = talk(SCRIPT)
    assert rehearsal.hint == Hint("D2", "Say what you came for.")
    rehearsal.reply("agreement: yes")
    assert rehearsal.hint is None


def test_the_shared_machine_lets_talks_go(script, reader):
    """All talks of a persona share one machine, which keeps neither ended nor dropped talks."""
    persona = script(SCRIPT)
    machine = machine_for(persona)
    ended, left, dropped, kept = (Rehearsal(persona, reader=reader) for _ in range(4))
    assert not machine.models  # a talk is taken on with its first reply
    for one in (ended, left, dropped, kept):
        one.reply("Well.")
    assert machine_for(persona) is machine
    assert len(machine.models) == 4
    ended.reply("agreement: yes")
    left.leave()
    del dropped
    gc.collect()
    assert [model.state for model in machine.models] == ["first"]
    ended.undo()
    assert kept.state == ended.state == "first"
    ended.reply("Well.")
    assert len(machine.models) == 2


def test_words_of_a_script_are_never_code(talk, capsys):
    """Names that mean something to Python or to the machine are only names."""
    rehearsal = talk(
        """
beats:
  trigger:
    says: Yes?
    hears: [{when: plan, goto: builtins_print}]
    otherwise: [Well.]
  builtins_print: {says: Hm., otherwise: [So.], hears: [{when: plan, goto: state}]}
  state: {says: Oh., otherwise: [Then.], hears: [{when: plan, goto: hears}]}
  hears: {says: Ah., otherwise: [Now.]}
"""
    )
    assert [rehearsal.reply("plan: go").to for _ in range(3)] == [
        "builtins_print",
        "state",
        "hears",
    ]
    assert capsys.readouterr().out == ""


def test_two_talks_do_not_touch(script, reader, begin):
    """Two talks of one persona go their own ways."""
    persona = script(SCRIPT)
    one, two = begin(persona, reader=reader), begin(persona, reader=reader)
    one.reply("aggressive direct_ask: now")
    assert (two.state, two.mood, two.turns) == ("first", {"patience": 50, "trust": 50}, ())


def test_the_rules_of_a_turn_are_found_again(talk):
    """A turn names the reaction and the response that fired; both are found in the script by it."""
    rehearsal = talk(SCRIPT)
    turn = rehearsal.reply("aggressive direct_ask: now")
    assert (turn.reaction, turn.rule) == ("reacts.1", "first.hears.1")
    assert find_response(rehearsal.persona, turn.reaction) == rehearsal.persona.reacts[0]
    assert find_response(rehearsal.persona, turn.rule) == rehearsal.persona.beats["first"].hears[0]
    asked = rehearsal.reply("unsure: mumble")
    assert (asked.reaction, find_response(rehearsal.persona, asked.rule)) == ("", None)


def test_without_a_reader_the_phrase_book_reads(script, begin):
    """By default a reply is read by the phrase book and the persona's own phrases and topics."""
    rehearsal = begin(
        script(
            """
topics: {stocktake: [the great stocktake]}
phrases: {direct_ask: [the corner desk]}
beats:
  first:
    says: Yes?
    hears:
      - {when: {topic: stocktake}, says: That.}
      - {when: direct_ask, goto: yes_then}
    otherwise: [Go on.]
"""
        )
    )
    assert rehearsal.reply("About the great stocktake").rule == "first.hears.1"
    assert rehearsal.reply("It is about the corner desk").to == "yes_then"
