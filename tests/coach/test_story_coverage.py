"""What stories reach: counted like the talks of bots, with lines and reasons."""

import re
from pathlib import Path

import pytest

from rehearse.coach import run_stories
from rehearse.coach.coverage import KINDS
from rehearse.coach.story_coverage import covered_by, line_numbers, read_share, shares
from rehearse.persona import load_persona, parse_persona
from rehearse.terminal.show_stories import show_story_coverage

SCRIPT = Path(__file__).parent.parent / "transcript" / "scripts" / "mina-test.yaml"
TEXT = SCRIPT.read_text(encoding="utf-8")


def coverage_of(persona):
    """What the persona's stories reach."""
    return covered_by(persona, run_stories(persona))


def test_what_a_story_comes_to_is_reached_and_the_rest_is_named_with_its_line():
    """One story of two replies: two beats, one ending, two rules."""
    found = coverage_of(load_persona(SCRIPT))
    assert found.reached | {"lines": 0} == {"beats": 2, "endings": 1, "rules": 2, "lines": 0}
    lines = TEXT.splitlines()
    for never in found.never:
        words = never.name.split()[0] if never.kind in ("endings", "lines") else ""
        assert words in lines[never.line - 1]


def test_a_story_that_begins_elsewhere_reaches_only_what_it_comes_to():
    """`from` skips the opening: neither the beat nor its lines count."""
    story = "stories:\n  - name: late\n    from: the_case\n    talk: [Thank you.]\n"
    found = coverage_of(parse_persona(TEXT[: TEXT.index("stories:")] + story))
    assert [one.name for one in found.never if one.kind == "beats"] == ["opening"]
    said = {one.name for one in found.never if one.kind == "lines"}
    assert {"You wanted to see me?", "Come in, what is it?"} <= said


def test_without_stories_nothing_is_reached():
    """All shares are zero, and everything is named."""
    found = coverage_of(parse_persona(TEXT[: TEXT.index("stories:")]))
    assert set(shares(found).values()) == {0.0}
    assert len(found.never) == sum(found.there[kind] for kind in KINDS)


def test_a_story_that_failed_counts_until_it_failed():
    """What came after was not played."""
    wrong = TEXT.replace("{beat: the_case}", "{beat: opening}")
    assert coverage_of(parse_persona(wrong)).reached["endings"] == 0


def test_every_line_that_was_not_said_is_in_the_page():
    """The list leaves no line number out, however it is gathered."""
    found = coverage_of(load_persona(SCRIPT))
    page = "\n".join(show_story_coverage("mina-test.yaml", 1, found, 88))
    assert page.startswith("mina-test.yaml: 1 story reaches 2 of 2 beats")
    named = {int(number) for number in re.findall(r"\b\d+\b", page)}
    for low, high in re.findall(r"(\d+) to\s+(\d+)", page):
        named |= set(range(int(low), int(high)))
    assert {never.line for never in found.never} <= named


def test_line_numbers_are_told_in_few_words():
    """Neighbours are joined."""
    assert line_numbers([9, 3, 4, 5, 9, 11, 12]) == "3 to 5, 9, 11, 12"
    assert line_numbers([]) == ""


@pytest.mark.parametrize(("text", "figure"), [("80", "reached"), ("rules=62.5", "rules")])
def test_a_floor_is_a_number_or_a_name_and_a_number(text, figure):
    """A bare number asks for all together."""
    floor = read_share(text)
    assert floor.figure == figure
    assert floor.wanted.holds(99)
    assert not floor.wanted.holds(10)


@pytest.mark.parametrize("text", ["", "x", "101", "-1", "rules", "rules=", "score=3", "1e3"])
def test_any_other_floor_is_refused_in_a_sentence(text):
    """The sentence says what to write."""
    with pytest.raises(ValueError, match=r"^--at-least .*\.$"):
        read_share(text)


def test_a_beat_that_is_entered_and_never_answered_says_so():
    """Its rules had no reply to be tried on."""
    story = "stories:\n  - name: asks\n    talk: [I want the lead role.]\n"
    found = coverage_of(parse_persona(TEXT[: TEXT.index("stories:")] + story))
    why = {one.name: one.why for one in found.never if one.kind == "rules"}
    assert why["the_case.hears.1"] == "no reply was given where it stands"
