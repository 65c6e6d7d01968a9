"""Floors: which figures there are, how a floor is written, and how a miss is said."""

import pytest

from rehearse.coach.bots import BOTS
from rehearse.coach.floors import COVERED, TALKS, Floor, misses, read_floor
from rehearse.persona.model import Range


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


def test_no_name_means_two_things():
    """A figure of the script is none of the talks."""
    assert not set(COVERED) & set(TALKS)
