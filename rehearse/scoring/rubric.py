"""The rubric: a YAML file with the criteria, their weights and the points for each event."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rehearse.scoring.criteria import CRITERIA
from rehearse.source import (
    Document,
    Field,
    Fields,
    ListOf,
    MapOf,
    Node,
    Number,
    Problem,
    SourceError,
    Text,
    conform,
    did_you_mean,
    load_document,
)

BUILT_IN = Path(__file__).with_name("rubric.yaml")


@dataclass(frozen=True, slots=True)
class Price:
    """What an event is worth. `points` are for the 1st, 2nd, 3rd time, costs below zero.

    Gains end with the list and never grow; of costs the last number goes on for ever. `why` is a
    sentence to the learner, `also` other ways to say it, used in turn when the event comes again;
    `next_time` is advice to them ("" where the rubric has none).
    """

    points: tuple[int, ...]
    why: str
    next_time: str = ""
    also: tuple[str, ...] = ()

    def at(self, times: int) -> int:
        """The points for one more such event after `times` earlier ones."""
        if times < len(self.points):
            return self.points[times]
        return min(self.points[-1], 0)

    def why_at(self, times: int) -> str:
        """What the learner is told of one more such event after `times` earlier ones."""
        ways = (self.why, *self.also)
        return ways[times % len(ways)]


@dataclass(frozen=True, slots=True)
class CriterionRule:
    """One criterion of a rubric. `hundredths` is its weight in hundredths, so that sums are exact.

    `full`, `partial` and `none` say in a sentence what earns full, some and no marks.
    """

    id: str
    name: str
    hundredths: int
    principles: tuple[str, ...]
    full: str
    partial: str
    none: str
    prices: Mapping[str, Price]


@dataclass(frozen=True, slots=True)
class Rubric:
    """All criteria in their order. `sha256` is that of the file's bytes."""

    criteria: tuple[CriterionRule, ...]
    sha256: str


_LINE = Text(what="a sentence")
_POINTS = ListOf(item=Number(low=1, high=100), least=1)
_PRICE = Fields(
    what="a price",
    fields={
        "gives": Field(shape=_POINTS, about="Points for the 1st, 2nd, 3rd time."),
        "costs": Field(shape=_POINTS, about="Points taken each time; the last goes on."),
        "why": Field(shape=_LINE, about="What the learner is told.", required=True),
        "also": Field(shape=ListOf(item=_LINE, least=1), about="Other ways to say it, in turn."),
        "next_time": Field(shape=_LINE, about="What the debrief may advise."),
    },
)
_CRITERION = Fields(
    what="a criterion",
    fields={
        "id": Field(shape=Text(what="a criterion's id"), about="Its id.", required=True),
        "name": Field(shape=_LINE, about="Its name on screen.", required=True),
        "weight": Field(
            shape=Number(low=0.05, high=1, whole=False),
            about="Its share of the overall score.",
            required=True,
        ),
        "principles": Field(
            shape=ListOf(item=Text(what="a principle's id", pattern=r"[HPDMS]\d{1,2}"), least=1),
            about="The principles it rests on.",
            required=True,
        ),
        "full": Field(shape=_LINE, about="What earns full marks.", required=True),
        "partial": Field(shape=_LINE, about="What earns some.", required=True),
        "none": Field(shape=_LINE, about="What earns none.", required=True),
        "points": Field(
            shape=MapOf(value=_PRICE, key=Text(what="an event"), least=1),
            about="A price for each event the criterion finds.",
            required=True,
        ),
    },
)
SHAPE = Fields(
    what="a rubric",
    fields={
        "format": Field(shape=Number(low=1, high=1), about="The format's number.", required=True),
        "criteria": Field(
            shape=ListOf(item=_CRITERION, least=1), about="The criteria.", required=True
        ),
    },
)


@cache
def load_rubric(path: str | Path = BUILT_IN) -> Rubric:
    """The rubric in a YAML file, by default the one that comes with the program.

    Raises SourceError with everything that is wrong: what `rehearse.source` finds, S101 unknown or
    doubled criterion, S102 unknown event, S103 event without a price, S104 a price that is not
    either `gives` or `costs`, S105 points that grow, S106 weights that do not add up to 1.
    """
    document = load_document(path)
    problems = conform(document, SHAPE)
    if not problems:
        problems = _beyond_shape(document)
    if problems:
        raise SourceError(problems)
    return Rubric(tuple(map(_rule, _each(document.root, "criteria"))), document.sha256)


def _beyond_shape(document: Document) -> list[Problem]:
    problems: list[Problem] = []
    nodes = _each(document.root, "criteria")
    seen: set[str] = set()
    for node in nodes:
        name = _text(node, "id")
        if name not in CRITERIA or name in seen:
            message = f'"{name}" is no criterion, or stands twice.'
            problems.append(
                document.problem(_at(node, "id"), "S101", message, did_you_mean(name, CRITERIA))
            )
        else:
            problems += _events(document, node, CRITERIA[name].events)
        seen.add(name)
    total = sum(_hundredths(node) for node in nodes)
    if total != 100:
        message = f"The weights add up to {total / 100:g}."
        problems.append(document.problem(nodes[0], "S106", message, "Make them add up to 1."))
    return problems


def _events(document: Document, node: Node, events: tuple[str, ...]) -> list[Problem]:
    problems = []
    priced = _at(node, "points")
    for name, key in priced.keys.items():
        if name not in events:
            message = f'The criterion "{_text(node, "id")}" finds no "{name}".'
            problems.append(document.problem(key, "S102", message, did_you_mean(name, events)))
        problems += _price_problems(document, key, priced.entries[name])
    for missing in sorted(set(events) - set(priced.keys)):
        message = f'The event "{missing}" has no price.'
        problems.append(document.problem(priced, "S103", message, "Add it with gives or costs."))
    return problems


def _price_problems(document: Document, key: Node, price: Node) -> list[Problem]:
    if (price.get("gives") is None) == (price.get("costs") is None):
        message = f'"{key.value}" needs either gives or costs.'
        return [document.problem(key, "S104", message, "Keep one of the two.")]
    points = _price(price).points
    if points[0] > 0 and list(points) != sorted(points, reverse=True):
        message = f'The points of "{key.value}" grow when it comes again.'
        mend = "Let them stay the same or fall, so that a trick repeated earns less."
        return [document.problem(key, "S105", message, mend)]
    return []


def _rule(node: Node) -> CriterionRule:
    return CriterionRule(
        id=_text(node, "id"),
        name=_text(node, "name"),
        hundredths=_hundredths(node),
        principles=tuple(item.value for item in _each(node, "principles")),
        full=_text(node, "full"),
        partial=_text(node, "partial"),
        none=_text(node, "none"),
        prices={name: _price(price) for name, price in _at(node, "points").entries.items()},
    )


def _price(node: Node) -> Price:
    gains = node.get("gives") is not None
    sign = 1 if gains else -1
    items = _each(node, "gives" if gains else "costs")
    points = tuple(sign * int(item.value) for item in items)
    advice = node.get("next_time")
    also = tuple(item.value for item in _each(node, "also")) if node.get("also") else ()
    return Price(points, _text(node, "why"), advice.value if advice is not None else "", also)


def _hundredths(node: Node) -> int:
    return round(float(_text(node, "weight")) * 100)


def _each(node: Node, key: str) -> tuple[Node, ...]:
    return tuple(_at(node, key).items)


def _text(node: Node, key: str) -> str:
    return _at(node, key).value


def _at(node: Node, key: str) -> Node:
    found = node.get(key)
    assert found is not None, f"conform lets no {key} be missing"
    return found
