"""From nodes to the stories of a script."""

from rehearse.persona.conditions import Noting
from rehearse.persona.model import Expectation, Range, Story, StoryStep
from rehearse.persona.ranges import read_range
from rehearse.persona.values import flat, members, number, pairs, texts, words, yes_no
from rehearse.source import Node


def read_stories(node: Node | None, note: Noting) -> tuple[Story, ...]:
    """The stories in a list; what they name is told to `note`."""
    return tuple(_story(item, note) for item in members(node) if item.kind == "map")


def _story(node: Node, note: Noting) -> Story:
    start = node.get("from")
    if start is not None:
        note("story beat", start)
    for _, meter, _ in pairs(node.get("mood")):
        note("story meter", meter)
    return Story(
        name=flat(node.get("name")),
        talk=tuple(_step(item, note) for item in members(node.get("talk"))),
        seed=number(node.get("seed"), 1),
        start=flat(start),
        mood={key: number(value, 50) for key, _, value in pairs(node.get("mood"))},
        place=node.place,
    )


def _step(node: Node, note: Noting) -> StoryStep:
    if node.kind != "map":
        return StoryStep(words(node), place=node.place)
    expected = node.get("expect")
    expect = _expectation(expected, note) if expected is not None else None
    return StoryStep(words(node.get("you")), expect, node.place)


def _expectation(node: Node, note: Noting) -> Expectation:
    beat = node.get("beat")
    if beat is not None:
        note("story goto", beat)
    mood = {}
    for key, meter, value in pairs(node.get("mood")):
        note("story meter", meter)
        mood[key] = read_range(words(value)) or Range()
    return Expectation(
        tone=flat(node.get("tone")),
        moves=texts(node.get("moves")),
        beat=flat(beat),
        says=flat(node.get("says")),
        outcome=flat(node.get("outcome")),
        mood=mood,
        certain=yes_no(node.get("certain")),
        place=node.place,
    )
