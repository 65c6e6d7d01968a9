"""Floors: which figures there are, how a floor is written, and how a miss is said."""

from pathlib import Path

import pytest

from rehearse.coach.bots import BOTS
from rehearse.coach.floors import COVERED, TALKS, Floor, floors_of, misses, read_floor
from rehearse.persona import check_persona_text, parse_persona
from rehearse.persona.model import BOT_NAMES, SCRIPT_FIGURES, TALK_FIGURES, Range

SCRIPT = Path(__file__).parent.parent / "transcript" / "scripts" / "mina-test.yaml"


@pytest.mark.parametrize(("text", "at_least", "figure", "wanted"), [
    ("reached=95", True, "reached", Range(low=95)),
    ("unended=0", False, "unended", Range(high=0)),
    ("agreed.off-topic=2.5", False, "agreed.off-topic", Range(high=2.5)),
])  # fmt: skip
def test_a_floor_is_a_name_and_a_number(text, at_least, figure, wanted):
    """NAME=N and NAME.BOT=N are read; the option says whether it is the least or the most."""
    floor = read_floor(text, at_least, BOTS)
    assert (floor.figure, floor.wanted) == (figure, wanted)
    assert text in floor.source


@pytest.mark.parametrize("text", ["reached", "reached=", "=5", "reached=much", "reeched=5",
                                  "reached.timid=5", "agreed.nobody=5", "agreed.=5", "rules=-1"])  # fmt: skip
def test_what_is_no_floor_is_refused_in_a_sentence(text):
    """The complaint names the option as it was typed, and says what there is."""
    with pytest.raises(ValueError, match="--at-least") as refused:
        read_floor(text, True, BOTS)
    assert text in str(refused.value)
    assert str(refused.value).endswith(".")


def test_only_what_misses_its_floor_is_told():
    """A figure on the floor keeps it; a miss says the figure, its value and what it should be."""
    floors = [Floor("rules", Range(low=90), "a"), Floor("agreed.hostile", Range(high=0), "b"),
              Floor("score", Range(low=20, high=80), "c")]  # fmt: skip
    values = {"rules": 90.0, "agreed.hostile": 12.5, "score": 80.0}
    [miss] = misses(floors, values)
    assert str(miss) == ("The floor b is missed: agreed of the hostile bot is 12.5 (% of talks),"
                         " and should be at most 0.")  # fmt: skip


def test_a_script_may_name_what_there_is():
    """The persona room lists figures and bots by itself, for it may not look up into this one."""
    assert (tuple(COVERED), tuple(TALKS), tuple(BOTS)) == (SCRIPT_FIGURES, TALK_FIGURES, BOT_NAMES)
    assert not set(COVERED) & set(TALKS)


def test_a_script_has_floors_of_its_own():
    """They are read as ranges; in a run of some bots, only those of these bots count."""
    floors = "floors:\n  rules: at least 90\n  agreed.hostile: 0\n  score.timid: under 30\n"
    persona = parse_persona(SCRIPT.read_text(encoding="utf-8") + floors, "mina-test.yaml")
    found = floors_of(persona)
    assert [floor.figure for floor in found] == ["rules", "agreed.hostile", "score.timid"]
    assert found[1].wanted == Range(0, 0)
    assert not found[2].wanted.holds(30)
    assert [floor.figure for floor in floors_of(persona, ["timid"])] == ["score.timid"]


def test_a_floor_that_is_none_is_an_error_of_the_script():
    """A figure or a bot that does not exist is found by the check, with what was meant."""
    text = SCRIPT.read_text(encoding="utf-8") + "floors: {agred.hostile: 0, rules: ninety}\n"
    first, second = check_persona_text(text, "mina-test.yaml")
    assert (first.code, second.code) == ("P011", "P006")
    assert "agreed.hostile" in first.mend
