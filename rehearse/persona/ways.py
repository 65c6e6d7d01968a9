"""Where a script's talk can go: each way from a beat to a beat or an ending."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rehearse.persona.model import BACK, Beat, Persona, Response


@dataclass(frozen=True, slots=True)
class Way:
    """A way out of a beat. `by` is the id of what takes it ("opening.hears.2").

    `everywhere` marks a response of `always`; `back` a way that comes back from a detour;
    `silent` one whose response says nothing itself, so that the beat gone to must speak.
    """

    origin: str
    target: str
    by: str
    everywhere: bool = False
    detour: bool = False
    back: bool = False
    silent: bool = False


def own_responses(beat: Beat) -> Iterator[Response]:
    """The responses of a beat that may lead on: those it hears, otherwise, and moving on."""
    yield from beat.hears
    yield beat.otherwise
    if beat.moves_on is not None:
        on = beat.moves_on
        yield Response(id=f"{beat.name}.moves_on", goto=on.goto, says=on.says, place=beat.place)


def ways(persona: Persona) -> list[Way]:
    """Every way of the script, `back` resolved to the beats it may come back to."""
    found: list[Way] = []
    backs: list[Way] = []
    for beat in persona.beats.values():
        groups = ((False, own_responses(beat)), (True, iter(persona.always)))
        for everywhere, responses in groups:
            for response in responses:
                way = Way(
                    beat.name, response.goto, response.id, everywhere, response.detour,
                    silent=not response.says,
                )  # fmt: skip
                if way.target == BACK:
                    backs.append(way)
                elif way.target in persona.beats or way.target in persona.endings:
                    found.append(way)
    return found + _resolved(found, backs)


def _resolved(found: list[Way], backs: list[Way]) -> list[Way]:
    """A way back leads to every beat whose detour reaches the beat it is in."""
    graph = targets_of(found)
    detours = {(way.origin, way.target) for way in found if way.detour}
    within = {target: reached([target], graph) for _, target in detours}
    return [
        Way(back.origin, origin, back.by, back.everywhere, back=True, silent=back.silent)
        for back in backs
        for origin in sorted({o for o, t in detours if back.origin in within[t]})
    ]


def targets_of(found: Iterable[Way]) -> dict[str, set[str]]:
    """For each beat the beats and endings its ways lead to."""
    graph: dict[str, set[str]] = {}
    for way in found:
        graph.setdefault(way.origin, set()).add(way.target)
    return graph


def reached(starts: Iterable[str], graph: Mapping[str, Iterable[str]]) -> set[str]:
    """Everything that can be reached from the starts, themselves too."""
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for target in graph.get(waiting.pop(), ()):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return seen


def reaching(targets: Iterable[str], graph: Mapping[str, Iterable[str]]) -> set[str]:
    """Everything from which one of the targets can be reached, themselves too."""
    backwards: dict[str, list[str]] = {}
    for origin, ends in graph.items():
        for end in ends:
            backwards.setdefault(end, []).append(origin)
    return reached(targets, backwards)


def circles_in(graph: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """A number for each name; two have the same where a talk can go from each to the other.

    Tarjan's way to find strongly connected components, without calling itself.
    """
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    number: dict[str, int] = {}
    open_names: list[str] = []
    for start in graph:
        if start in order:
            continue
        walk = [(start, iter(sorted(graph[start])))]
        order[start] = low[start] = len(order)
        open_names.append(start)
        while walk:
            name, ends = walk[-1]
            end = next((e for e in ends if e not in number), None)
            if end is None:
                walk.pop()
                if walk:
                    low[walk[-1][0]] = min(low[walk[-1][0]], low[name])
                if low[name] == order[name]:
                    member = ""
                    while member != name:
                        member = open_names.pop()
                        number[member] = order[name]
            elif end in order:
                low[name] = min(low[name], order[end])
            else:
                order[end] = low[end] = len(order)
                open_names.append(end)
                walk.append((end, iter(sorted(graph.get(end, ())))))
    return number


def reachable(persona: Persona, found: Iterable[Way]) -> set[str]:
    """The beats and endings a talk can come to from the start, the turn limit's ending too."""
    return reached([persona.start, persona.out_of_time], targets_of(found))
