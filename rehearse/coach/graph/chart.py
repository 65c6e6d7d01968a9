"""A script as a map of the talk: its beats and endings, and what leads from one to the other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rehearse.coach.graph.reasons import in_words
from rehearse.persona.model import BACK, Beat, Persona, Response
from rehearse.persona.ways import own_responses, reached
from rehearse.source.problem import Place

ANYWHERE = "*"  # the origin of a way that every beat has; no beat can be called so


@dataclass(frozen=True, slots=True)
class Reason:
    """What takes a way: the rule's id ("opening.hears.2"), its label, when it holds, and where.

    `line` is the rule's line in the script, 0 where it has none of its own; `file` the file it was
    taken in from, "" where it is the script's.
    """

    by: str
    words: str
    name: str = ""
    line: int = 0
    file: str = ""

    @property
    def where(self) -> str:
        """Its line in words: "line 12", "line 12 of goodbyes.yaml"; "" where it has none."""
        return _in_words(self.line, self.file)

    @property
    def short(self) -> str:
        """The coach's own label, or the condition in words."""
        return self.name or self.words


@dataclass(frozen=True, slots=True)
class Arrow:
    """All ways from one beat (or ANYWHERE) to one beat, ending, or BACK out of a detour.

    `count` is how often they were taken, None where nobody counted.
    """

    origin: str
    target: str
    reasons: tuple[Reason, ...]
    detour: bool = False
    count: int | None = None

    def label(self, most: int = 2, longest: int = 60) -> str:
        """When it is taken, short enough to stand at an arrow: at most `most` reasons."""
        kept = [clipped(reason.short, longest) for reason in self.reasons[:most]]
        more = len(self.reasons) - len(kept)
        return "; or ".join(kept) + (f"; or {more} more" if more else "")


@dataclass(frozen=True, slots=True)
class Stop:
    """A beat or, with an outcome, an ending. `stays` counts its rules that lead nowhere else.

    `depth` is how many ways it lies from the opening, None where only ways from anywhere lead.
    """

    name: str
    line: int
    phase: str = ""
    outcome: str = ""
    stays: int = 0
    depth: int | None = None
    reached: bool = True
    file: str = ""

    @property
    def where(self) -> str:
        """Its line in words, as that of a reason."""
        return _in_words(self.line, self.file)

    @property
    def is_ending(self) -> bool:
        """Whether the talk is over here."""
        return bool(self.outcome)


@dataclass(frozen=True, slots=True)
class Chart:
    """The map of one script: its stops in the order of the talk, and the arrows between them.

    `talks` is how many talks were counted, 0 for none; `lost` are counted ways the script lacks.
    """

    id: str
    name: str
    role: str
    stance: str
    start: str
    turn_limit: int
    stops: tuple[Stop, ...]
    arrows: tuple[Arrow, ...]
    talks: int = 0
    lost: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def leaving(self, origin: str) -> list[Arrow]:
        """The arrows that start at a beat, or ANYWHERE."""
        return [arrow for arrow in self.arrows if arrow.origin == origin]

    def beats(self) -> list[Stop]:
        """The stops where the talk goes on."""
        return [stop for stop in self.stops if not stop.is_ending]

    def endings(self) -> list[Stop]:
        """The stops where the talk is over."""
        return [stop for stop in self.stops if stop.is_ending]


def chart_of(persona: Persona) -> Chart:
    """The map of a persona's script, nothing counted yet."""
    arrows = list(_arrows(persona))
    return Chart(
        id=persona.id, name=persona.name, role=persona.role, stance=persona.stance,
        start=persona.start, turn_limit=persona.turn_limit,
        stops=tuple(_stops(persona, arrows)), arrows=tuple(arrows),
    )  # fmt: skip


def _arrows(persona: Persona) -> Iterator[Arrow]:
    limit = Reason("turn_limit", f"after {persona.turn_limit} replies")
    anywhere = [(way, reason) for way, reason in _ways(persona.always, persona)]
    anywhere.append(((persona.out_of_time, False), limit))
    yield from _gathered(ANYWHERE, anywhere)
    for beat in persona.beats.values():
        yield from _gathered(beat.name, _ways(own_responses(beat), persona, beat))


def _in_words(line: int, file: str) -> str:
    return (f"line {line} of {file}" if file else f"line {line}") if line else ""


def _line(place: Place | None, persona: Persona) -> tuple[int, str]:
    """The line, and the file where it is not the script's own."""
    return (place.line, place.other_than(persona.path)) if place else (0, "")


def _ways(
    responses: Iterable[Response], persona: Persona, beat: Beat | None = None
) -> Iterator[tuple[tuple[str, bool], Reason]]:
    for response in responses:
        if response.goto:
            yield (response.goto, response.detour), _reason(response, persona, beat)


def _reason(response: Response, persona: Persona, beat: Beat | None) -> Reason:
    line, file = _line(response.place, persona)
    words = in_words(response.when)
    if beat is not None and beat.moves_on and response.id == f"{beat.name}.moves_on":
        replies = "a reply" if beat.moves_on.after == 1 else f"{beat.moves_on.after} replies"
        words = f"after {replies} that got no further"
    elif beat is not None and response is beat.otherwise:
        words = "nothing else fits"
    return Reason(response.id, words, response.name, line, file)


def _gathered(origin: str, ways: Iterable[tuple[tuple[str, bool], Reason]]) -> Iterator[Arrow]:
    """One arrow for each target, with all its reasons, in the order of the script."""
    found: dict[tuple[str, bool], list[Reason]] = {}
    for way, reason in ways:
        found.setdefault(way, []).append(reason)
    for (target, detour), reasons in found.items():
        yield Arrow(origin, target, tuple(reasons), detour)


def _stops(persona: Persona, arrows: list[Arrow]) -> list[Stop]:
    """Beats in the order a talk comes to them (nearest first, then as written), then endings."""
    depths = _depths(persona, arrows)
    graph: dict[str, set[str]] = {}
    for arrow in arrows:
        graph.setdefault(arrow.origin, set()).add(arrow.target)
    seen = reached([persona.start, ANYWHERE], graph)
    beats = [
        Stop(
            beat.name, _line(beat.place, persona)[0], phase=beat.phase,
            stays=sum(not response.goto for response in own_responses(beat)),
            depth=depths.get(beat.name), reached=beat.name in seen,
            file=_line(beat.place, persona)[1],
        )
        for beat in persona.beats.values()
    ]  # fmt: skip
    last = len(beats)
    beats.sort(key=lambda stop: (not stop.reached, last if stop.depth is None else stop.depth))
    endings = [
        Stop(
            ending.name, _line(ending.place, persona)[0], outcome=ending.outcome,
            depth=depths.get(ending.name), reached=ending.name in seen,
            file=_line(ending.place, persona)[1],
        )
        for ending in persona.endings.values()
    ]  # fmt: skip
    return [*beats, *endings]


def _depths(persona: Persona, arrows: list[Arrow]) -> dict[str, int]:
    """How many ways each stop lies from the opening, over the beats' own ways alone."""
    depths = {persona.start: 0}
    waiting = [persona.start]
    for origin in waiting:
        for arrow in arrows:
            if arrow.origin == origin and arrow.target not in depths and arrow.target != BACK:
                depths[arrow.target] = depths[origin] + 1
                waiting.append(arrow.target)
    return depths


def clipped(text: str, longest: int) -> str:
    """The text, or as many whole words of it as fit, with a mark that there is more."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,(") + " …"
