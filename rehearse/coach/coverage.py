"""What of a script was reached in talks, and what never was, with line numbers and the reason."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rehearse.coach.counts import BeatCount, Counts
from rehearse.coach.unused import why_unused
from rehearse.persona.linesets import LineSet, line_sets
from rehearse.persona.model import Persona, Response
from rehearse.persona.ways import own_responses
from rehearse.source.problem import Place

BEATS, ENDINGS, RULES, LINES = "beats", "endings", "rules", "lines"
KINDS = (BEATS, ENDINGS, RULES, LINES)


@dataclass(frozen=True, slots=True)
class Never:
    """Something of the script that no talk came to.

    `kind` is one of KINDS; `name` the beat's, the rule's id or the line's words; `line` its number
    in the script (0 where unknown), or in `file` if it was taken in from one; `beat` the beat or
    ending it stands in ("" for none); `within` is true where that was never entered either, so that
    nothing else needs saying. `by_chance` marks a line that only luck kept unsaid: more talks may
    say it; `spare` a rule for when nothing else answers, in a beat where something always did.
    """

    kind: str
    name: str
    line: int
    why: str
    beat: str = ""
    within: bool = False
    by_chance: bool = False
    spare: bool = False
    file: str = ""

    @property
    def where(self) -> str:
        """Its line as a table has it: "12", "goodbyes.yaml:12"."""
        return f"{self.file}:{self.line}" if self.file else str(self.line)

    @property
    def in_words(self) -> str:
        """Its line in words: "line 12", "line 12 of goodbyes.yaml"."""
        return f"line {self.line}" + (f" of {self.file}" if self.file else "")


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much was reached: `reached` and `there` for each of KINDS, and the rest by name."""

    reached: dict[str, int]
    there: dict[str, int]
    never: tuple[Never, ...]

    def percent(self, *kinds: str) -> float:
        """The share reached of these kinds together, 0..100; 100 where a script has none."""
        there = sum(self.there[kind] for kind in kinds)
        return 100 * sum(self.reached[kind] for kind in kinds) / there if there else 100.0


def cover(persona: Persona, counts: Counts) -> Coverage:
    """What the talks counted came to, of all there is in the script."""
    never = sorted(
        [*_states(persona, counts), *_rules(persona, counts), *_lines(persona, counts)],
        key=lambda one: (KINDS.index(one.kind), one.file, one.line, one.name),
    )
    sets = list(line_sets(persona))
    there = {
        BEATS: len(persona.beats),
        ENDINGS: len(persona.endings),
        RULES: sum(1 for _ in _all_rules(persona)),
        LINES: sum(len(found.lines) for found in sets),
    }
    missed = Counter(one.kind for one in never)
    return Coverage({kind: there[kind] - missed[kind] for kind in KINDS}, there, tuple(never))


def _states(persona: Persona, counts: Counts) -> Iterator[Never]:
    for name, beat in persona.beats.items():
        if not counts.came[name]:
            line, file = _line(beat.place, persona)
            yield Never(BEATS, name, line, "no talk came here", name, file=file)
    for name, ending in persona.endings.items():
        if not counts.came[name]:
            line, file = _line(ending.place, persona)
            yield Never(ENDINGS, name, line, "no talk ended so", name, file=file)


def _all_rules(persona: Persona) -> Iterator[tuple[str, Response]]:
    """Every rule with the beat it stands in, "" for those that hold everywhere."""
    for response in (*persona.reacts, *persona.always):
        yield "", response
    for beat in persona.beats.values():
        for response in own_responses(beat):
            yield beat.name, response


def _rules(persona: Persona, counts: Counts) -> Iterator[Never]:
    replies = sum(count.replies for count in counts.beats.values())
    for beat, response in _all_rules(persona):
        if counts.rules[response.id]:
            continue
        came = counts.beats.get(beat, BeatCount()).replies if beat else replies
        within = bool(beat) and not counts.came[beat]
        why = f"no talk came to {beat}" if within else why_unused(response, came, counts)
        spare = not within and response.id.endswith((".otherwise", ".moves_on"))
        line, file = _line(response.place, persona)
        yield Never(RULES, _called(response), line, why, beat, within, spare=spare, file=file)


def _called(response: Response) -> str:
    return f"{response.id} ({response.name})" if response.name else response.id


def _lines(persona: Persona, counts: Counts) -> Iterator[Never]:
    for found in line_sets(persona):
        chances = _chances(found, counts)
        for at, line in enumerate(found.lines):
            if not counts.lines[found.site, at]:
                why, by_chance = _why_unsaid(found, at, chances)
                number, file = _line(line.place, persona)
                yield Never(LINES, line.text, number, why, found.owner,
                            within=chances == 0, by_chance=by_chance, file=file)  # fmt: skip


def _chances(found: LineSet, counts: Counts) -> int:
    """How often a line of this set could have been said: its rule answered, its beat was entered.

    1 for the lines of no rule, which stand in where another would be repeated.
    """
    if found.kind in ("beat", "ending"):
        return counts.came[found.owner]
    return counts.rules[found.response.id if found.response else found.site] or int(
        found.kind == "spent"
    )


def _why_unsaid(found: LineSet, at: int, chances: int) -> tuple[str, bool]:
    """Why a line was never said, and whether that was only a matter of chance."""
    line = found.lines[at]
    if not chances:
        return f"{found.site} was never used", False
    if found.kind == "spent":
        return "no line had to be repeated so often", True
    times = f"{chances} {'chance' if chances == 1 else 'chances'} to say it"
    if line.when is not None:
        return f"{times}, but its own `when` never held, or another line was picked", False
    if "{" in line.text:
        return f"{times}, but what goes into it was not known, or another line was picked", False
    return f"{times}, and another line was picked each time", True


def _line(place: Place | None, persona: Persona) -> tuple[int, str]:
    """The line, and the file where it is not the script's own."""
    return (place.line, place.other_than(persona.path)) if place else (0, "")
