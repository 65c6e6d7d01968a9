"""Which rule of a script answers a reply."""

import pytest


def rules(rehearsal, *replies):
    """The ids of the rules that answered these replies."""
    return [rehearsal.reply(reply).rule for reply in replies]


TWO_BEATS = """
beats:
  first:
    says: Yes?
    hears:
      - {when: direct_ask, says: Right., goto: second}
      - {when: [direct_ask, evidence], says: Hm.}
    otherwise: [Go on., And?, Well?]
  second:
    says: Why you?
    otherwise: [I see., Hm then., Oh.]
"""


def test_top_to_bottom(talk):
    """The first response that holds wins, and later ones are not asked."""
    r = talk(TWO_BEATS)
    turn = r.reply("direct_ask evidence: both")
    assert (turn.rule, turn.to, turn.answer) == ("first.hears.1", "second", ("Right.", "Why you?"))


def test_otherwise(talk):
    """A certain reply that no response wants is answered by otherwise, in the same beat."""
    turn = talk(TWO_BEATS).reply("neutral: what weather")
    assert (turn.rule, turn.to) == ("first.otherwise", "first")


def test_rule_line(talk):
    """A turn says on which line of the script its rule stands."""
    r = talk(TWO_BEATS)
    turn = r.reply("evidence: here")
    assert turn.rule == "first.hears.2"
    assert turn.rule_line == r.persona.beats["first"].hears[1].place.line > 0


def test_always_first(talk):
    """Rules that hold everywhere are asked before those of the beat."""
    r = talk("always: [{when: direct_ask, says: Everywhere., goto: yes_then}]" + TWO_BEATS)
    turn = r.reply("direct_ask: please")
    assert (turn.rule, turn.answer) == ("always.1", ("Everywhere.", "You have it."))
    assert (r.end.outcome, r.end.debrief) == ("agreed", "Well asked.")


REACTION = """
reacts:
  - {when: aggressive, mood: {patience: -50}, says: [Watch it., Careful.]}
  - {when: [aggressive, passive], mood: {trust: -5}, says: Louder.}
always:
  - {when: {mood: {patience: at most 0}}, goto: late}
"""


def test_reaction_goes_before_the_answer(talk):
    """A reaction is said before the beat's own answer and does not stand in for it."""
    r = talk(REACTION + TWO_BEATS, mood={"patience": 100})
    turn = r.reply("aggressive direct_ask: now")
    assert turn.rule == "first.hears.1"
    assert turn.answer[0] in ("Watch it.", "Careful.")
    assert turn.answer[1:] == ("Right.", "Why you?")
    assert turn.mood == {"patience": 50, "trust": 50}


def test_conditions_see_the_mood_after_the_reaction(talk):
    """What a reaction did to the mood counts for the rules tried after it."""
    turn = talk(REACTION + TWO_BEATS).reply("aggressive direct_ask: now")
    assert (turn.rule, turn.to) == ("always.1", "late")


def test_a_reaction_falls_silent(talk):
    """A reaction whose lines are used up says nothing more, but still moves the mood."""
    r = talk(REACTION + TWO_BEATS)
    answers = [r.reply("passive: sorry").answer for _ in range(3)]
    assert [len(answer) for answer in answers] == [2, 1, 1]
    assert r.mood["trust"] == 35


def test_a_tone_needs_certainty_and_a_move_does_not(talk):
    """An uncertain reply never triggers a tone, but a move in it is heard."""
    beats = """
asks_back: [Come again?]
beats:
  first:
    hears:
      - {when: aggressive, goto: late}
      - {when: evidence, says: Good.}
    otherwise: [Go on.]
"""
    r = talk(beats)
    assert rules(r, "unsure aggressive: hm", "unsure evidence: hm") == [
        "asks_back",
        "first.hears.2",
    ]


def test_asks_back_never_twice(talk):
    """The manager asks back in other words each time, and then answers as he would otherwise."""
    r = talk("asks_back: [Come again?, In plain words?]" + TWO_BEATS)
    turns = [r.reply("unsure: mumble") for _ in range(3)]
    assert [turn.rule for turn in turns] == ["asks_back", "asks_back", "first.otherwise"]
    assert {turns[0].answer, turns[1].answer} == {("Come again?",), ("In plain words?",)}


STUCK = """
asks_back: [Come again?]
beats:
  first:
    hears:
      - {when: evidence, says: [Noted., "Fine, noted."]}
    otherwise: {says: [Go on., And?], mood: {patience: -5}}
    moves_on: {after: 2, goto: second, says: [Let me put it this way.]}
  second:
    says: Why you?
    otherwise: [I see., Hm then., Oh.]
    moves_on: third
  third:
    says: Last thing?
    otherwise: [Bye.]
"""


def test_moves_on(talk):
    """After as many replies in a row that got nowhere as the script says, the talk moves on."""
    r = talk(STUCK)
    assert r.reply("unsure: mumble").rule == "asks_back"
    turn = r.reply("neutral: weather")
    assert (turn.rule, turn.to) == ("first.moves_on", "second")
    assert turn.answer == ("Let me put it this way.", "Why you?")
    assert turn.mood["patience"] == 45


def test_moves_on_without_a_line_answers_first(talk):
    """Where the script has no line to move on by, the reply is still answered."""
    r = talk(STUCK, start="second")
    assert r.reply("neutral: so").to == "second"
    turn = r.reply("neutral: so")
    assert (turn.to, len(turn.answer), turn.answer[-1]) == ("third", 2, "Last thing?")


def test_being_heard_starts_the_count_anew(talk):
    """A reply that a response held for breaks the row of those that got nowhere."""
    r = talk(STUCK)
    assert rules(r, "neutral: a", "evidence: b", "neutral: c") == [
        "first.otherwise",
        "first.hears.1",
        "first.otherwise",
    ]


def test_the_same_response_again_leads_on(talk):
    """A response that stays is news once; heard again and again, it moves the talk on as well."""
    r = talk(STUCK)
    turns = [r.reply("evidence: b") for _ in range(3)]
    assert [(turn.rule, turn.to) for turn in turns] == [
        ("first.hears.1", "first"),
        ("first.hears.1", "first"),
        ("first.hears.1", "second"),
    ]
    assert turns[2].answer == ("Why you?",)


DETOUR = """
always:
  - {when: {topic: holiday}, detour: chat}
beats:
  first:
    says: [Yes?, So?]
    hears:
      - {when: direct_ask, goto: second}
    otherwise: [Go on., And?, Well?]
  second:
    says: Why you?
    otherwise: [I see., Hm then., Oh.]
  chat:
    says: Sunny there?
    hears:
      - {when: agreement, goto: back}
      - {when: gratitude, says: Back to work., goto: back}
    otherwise: {says: [Nice.], goto: back}
topics: {holiday: the holiday}
"""


@pytest.mark.parametrize("first", ["first", "second"])
def test_detour_and_back(talk, first):
    """A detour comes back to the beat it left from, whichever that was."""
    r = talk(DETOUR, start=first)
    assert r.reply("topic=holiday: the holiday").to == "chat"
    turn = r.reply("gratitude: thanks")
    assert (turn.to, turn.answer) == (first, ("Back to work.",))


def test_coming_back_without_a_word_takes_up_the_thread(talk):
    """Where the response says nothing on the way back, the beat speaks, in other words."""
    r = talk(DETOUR)
    r.reply("topic=holiday: the holiday")
    turn = r.reply("agreement: yes")
    assert {r.opening, turn.answer} == {("Yes?",), ("So?",)}


def test_back_without_a_detour_is_no_way(talk):
    """Where no detour was taken, a response that goes back does not hold; otherwise still answers."""
    r = talk(DETOUR, start="chat")
    turn = r.reply("agreement: yes")
    assert (turn.rule, turn.to, turn.answer) == ("chat.otherwise", "chat", ("Nice.",))


def test_nested_detours_come_back_one_by_one(talk):
    """A detour within a detour comes back to the first one, and then to where that began."""
    r = talk(DETOUR)
    for reply in ("topic=holiday: a", "topic=holiday: b", "gratitude: c"):
        r.reply(reply)
    assert r.state == "chat"
    r.reply("agreement: d")
    assert r.state == "first"


def test_once(talk):
    """A response marked once answers one reply of a talk."""
    r = talk(
        """
beats:
  first:
    hears:
      - {when: evidence, once: yes, says: First time.}
      - {when: evidence, says: Again.}
    otherwise: Well.
"""
    )
    assert rules(r, "evidence: a", "evidence: b") == ["first.hears.1", "first.hears.2"]


def test_turn_limit(talk):
    """After the last turn the ending of the limit follows, in place of the next beat's line."""
    r = talk(TWO_BEATS.replace("beats:", "spent: [Again?]\nbeats:"))
    for _ in range(8):
        r.reply("neutral: hm")
    turn = r.reply("direct_ask: so")
    assert (turn.rule, turn.to) == ("first.hears.1", "late")
    assert turn.answer == ("Right.", "Time is up.")
    assert r.over
    assert r.end.outcome == "refused"


def test_an_ending_on_the_last_turn_stands(talk):
    """A talk that ends by itself on its last turn is not called out of time."""
    r = talk("always: [{when: agreement, goto: yes_then}]" + TWO_BEATS)
    for _ in range(8):
        r.reply("neutral: hm")
    assert r.reply("agreement: yes").to == "yes_then"
