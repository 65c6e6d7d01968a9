"""The map of a talk as an outline: one line after the other, made to be read aloud too."""

from collections.abc import Iterator

from rehearse.coach.graph.chart import ANYWHERE, Arrow, Chart, Reason, Stop, clipped
from rehearse.persona.model import BACK

_LONGEST = 150  # characters of a condition; the line in the script has the rest

Item = tuple[int, str]  # how far in it stands, from 0, and its words; words "" are an empty line


def outline(chart: Chart) -> Iterator[Item]:
    """The beats in the order of the talk, what leads where and on what, then the endings."""
    stops = {stop.name: stop for stop in chart.stops}
    beats, endings = chart.beats(), chart.endings()
    size = f"{_count(len(beats), 'beat')}, {_count(len(endings), 'ending')}"
    limit = f"at most {_count(chart.turn_limit, 'reply', 'replies')}"
    yield 0, f"{chart.name}, {chart.role} ({chart.stance}): {size}, {limit}."
    if chart.talks:
        yield 0, f"The numbers say how often a way was taken in {_count(chart.talks, 'talk')}."
    for number, beat in enumerate(beats, 1):
        yield 0, ""
        yield 0, f"{number}. {beat.name}{_about(beat, chart)}"
        yield from _arrows(chart.leaving(beat.name), stops)
        if beat.stays:
            yield 1, f"stays here: {_count(beat.stays, 'rule')}"
    yield 0, ""
    yield 0, "From every beat"
    yield from _arrows(chart.leaving(ANYWHERE), stops)
    yield 0, ""
    yield 0, "Endings"
    for ending in endings:
        yield 1, f"{ending.name}, {ending.outcome.replace('_', ' ')}: {_comes_from(ending, chart)}"
    for (origin, target), times in chart.lost.items():
        yield 0, ""
        yield 0, f"Counted {times} times, but not in this script: from {origin} to {target}."


def _about(beat: Stop, chart: Chart) -> str:
    notes = []
    if beat.name == chart.start:
        notes.append("the talk starts here")
    if beat.phase and beat.phase != beat.name:
        notes.append(f"phase {beat.phase.replace('_', ' ')}")
    if not beat.reached:
        notes.append("nothing leads here")
    return f" ({', '.join(notes)})" if notes else ""


def _arrows(arrows: list[Arrow], stops: dict[str, Stop]) -> Iterator[Item]:
    for arrow in arrows:
        taken = "" if arrow.count is None else f", taken {_times(arrow.count)}"
        yield 1, f"{_whither(arrow, stops)}{taken}"
        for reason in arrow.reasons:
            yield 2, f"- {_why(reason)}"


def _whither(arrow: Arrow, stops: dict[str, Stop]) -> str:
    if arrow.target == BACK:
        return "back to where the talk was"
    if arrow.detour:
        return f"detour to {arrow.target}"
    stop = stops.get(arrow.target)
    return f"to the ending {arrow.target}" if stop and stop.is_ending else f"to {arrow.target}"


def _why(reason: Reason) -> str:
    words = clipped(reason.words, _LONGEST)
    words = f"{reason.name}: {words}" if reason.name else words
    return f"{words} ({reason.where})" if reason.line else words


def _comes_from(ending: Stop, chart: Chart) -> str:
    arrows = [arrow for arrow in chart.arrows if arrow.target == ending.name]
    named = [arrow.origin for arrow in arrows if arrow.origin != ANYWHERE]
    named += ["every beat" for arrow in arrows if arrow.origin == ANYWHERE]
    taken = sum(arrow.count or 0 for arrow in arrows)
    counted = f"; reached {_times(taken)}" if chart.talks else ""
    return (f"from {', '.join(named)}" if named else "nothing leads here") + counted


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")
