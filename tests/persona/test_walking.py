"""Made-up talks and verdicts on conditions: what the rules on hostility and examples rest on."""

from pathlib import Path

import pytest

from rehearse.persona import built_in_folder, load_persona, parse_persona
from rehearse.persona.judging import Heard, Standing, judged
from rehearse.persona.model import Condition, Range
from rehearse.persona.walking import walk

BASE = (Path(__file__).parent / "pages" / "jo-field.yaml").read_text(encoding="utf-8")
NOTHING = Heard(frozenset())
PROVEN = Heard(frozenset({"assertive", "direct_ask", "evidence"}))


def test_a_talk_of_nothing_is_moved_on_to_its_end():
    """Two replies that fit nothing in each of two beats, and it is over."""
    arrival = walk(parse_persona(BASE), (NOTHING,))
    assert (arrival.ending, arrival.by, arrival.turns) == ("not_yet", "the_case.moves_on", 4)


def test_a_talk_of_the_right_words_comes_to_the_good_ending():
    """The first response that holds wins, as in a rehearsal."""
    arrival = walk(parse_persona(BASE), (PROVEN,))
    assert (arrival.ending, arrival.by, arrival.turns) == ("yes_then", "the_case.hears.1", 2)


def test_the_turn_limit_ends_a_talk_that_does_not_move():
    """A detour each time is no progress."""
    text = BASE.replace("{turns: 10", "{turns: 3")
    rota = Heard(frozenset(), topics=frozenset({"rota"}))
    arrival = walk(parse_persona(text), (rota, NOTHING))
    assert (arrival.ending, arrival.by) == ("out_of_time", "turn_limit")


@pytest.mark.parametrize("path", sorted(built_in_folder().glob("*.yaml")), ids=lambda p: p.stem)
def test_no_shipped_manager_agrees_to_nothing_at_all(path):
    """Replies that say nothing do not win a talk."""
    persona = load_persona(path)
    assert persona.endings[walk(persona, (NOTHING,)).ending].outcome != "agreed"


def test_what_is_not_known_makes_a_verdict_depend():
    """Mood and memory are unknown to the check of an example, the reply is not."""
    trusting = Condition(any_of=("evidence",), mood={"trust": Range(low=50)})
    assert judged(trusting, PROVEN) is None
    assert judged(trusting, NOTHING) is False
    assert judged(trusting, PROVEN, Standing({"trust": 60})) is True
    assert judged(trusting, PROVEN, Standing({"trust": 40})) is False


def test_none_of_and_nested_conditions_are_judged_too():
    """Ruled out is ruled out; what depends within depends without."""
    nested = Condition(none_of=(Condition(turn=Range(low=3)), "blame"))
    assert judged(nested, PROVEN) is None
    assert judged(nested, Heard(frozenset({"blame"}))) is False
    assert judged(nested, PROVEN, Standing({}, turn=1)) is True
