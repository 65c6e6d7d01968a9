"""What a coach should look at after a simulation, the most important first."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rehearse.coach.bots import BADLY, BOTS, WELL
from rehearse.coach.counts import TalkNote
from rehearse.coach.coverage import BEATS, ENDINGS, LINES, RULES
from rehearse.coach.simulation import Simulation

# From what share (in per cent) on something is worth a remark; set by hand on the three managers.
_PARTIAL_BADLY, _SOMEWHERE, _BROKEN_OFF, _CUT_OFF, _CUT_OFF_AT_ALL = 20, 30, 2, 10, 33
_UNHEARD, _UNSURE, _ONE_ENDING, _ONE_WAY = 33, 25, 60, 95
_ENOUGH = 40  # replies or talks below which a share says little
_FEW_POINTS = 25  # of 100; a talk with fewer should hardly be agreed to
_OF_A_KIND = 3  # remarks of one kind at most


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at: a sentence or two, and a talk that shows it ("" where none does)."""

    about: str
    text: str
    talk: str = ""


def remarks(simulation: Simulation) -> tuple[Remark, ...]:
    """Everything worth a coach's look, the most important first; () where all is well."""
    kinds = (_twice, _never_there, _told_yes, _cheap, _gets_part, _prepared, _one_trick, _cut_off,
             _unheard, _unsure, _one_ending, _one_way, _unused)  # fmt: skip
    return tuple(remark for kind in kinds for remark in kind(simulation))


def _twice(run: Simulation) -> Iterator[Remark]:
    worst = sorted(run.counts.twice.items(), key=lambda item: (-item[1][0], item[0]))
    for line, (times, talk) in worst[:_OF_A_KIND]:
        often = "once" if times == 1 else f"{times} times"
        yield Remark("twice", f"A line is heard twice in a talk ({often}): “{line}”", talk)


def _never_there(run: Simulation) -> Iterator[Remark]:
    for kind, word in ((BEATS, "beat"), (ENDINGS, "ending")):
        for never in run.coverage.never:
            if never.kind == kind:
                came = "no talk comes to it" if kind == BEATS else "no talk ends so"
                yield Remark("never", f"The {word} {never.name} ({never.in_words}): {came}.")


def _told_yes(run: Simulation) -> Iterator[Remark]:
    paid = _badly(run, "agreed", above=0)
    if paid:
        text = f"Told yes, though nobody should be who talks so: {_shares(run, paid)}."
        yield Remark("pays", text, _first(run, paid[0][1], "agreed"))


def _gets_part(run: Simulation) -> Iterator[Remark]:
    paid = _badly(run, "partial", above=_PARTIAL_BADLY)
    if paid:
        text = (
            f"Given part of what they want, though they talk badly: {_shares(run, paid)}."
            " That is as it should be where whoever stays to the end gets this much."
        )
        yield Remark("pays", text, _first(run, paid[0][1], "partial"))


def _badly(run: Simulation, outcome: str, above: float) -> list[tuple[float, str]]:
    """The bots that talk badly and come to this outcome in more than so many per cent."""
    bots = (bot for bot in run.bots if BOTS[bot].manner == BADLY)
    found = ((run.figures[f"{outcome}.{bot}"], bot) for bot in bots)
    return sorted((one for one in found if one[0] > above), key=lambda one: (-one[0], one[1]))


def _shares(run: Simulation, found: list[tuple[float, str]]) -> str:
    """Shares with names, and of how many talks: "timid (100 % of 9 talks), parrot (22 % of 9)"."""
    talks = Counter(note.bot for note in run.notes)
    parts = [(name, f"{max(share, 1):.0f} % of {talks[name]}") for share, name in found]
    (first, of), *others = parts
    word = "talk" if talks[first] == 1 else "talks"
    return ", ".join([f"{first} ({of} {word})", *(f"{name} ({of})" for name, of in others)])


def _cheap(run: Simulation) -> Iterator[Remark]:
    cheap = [note for note in run.notes if note.outcome == "agreed" and note.score < _FEW_POINTS]
    if cheap:
        least = min(cheap, key=lambda note: note.score)
        text = (f"{_talks(len(cheap))} with a score under {_FEW_POINTS} ended with a yes,"
                f" one with {least.score:g}.")  # fmt: skip
        yield Remark("pays", text, least.label)


def _prepared(run: Simulation) -> Iterator[Remark]:
    for bot in (bot for bot in run.bots if BOTS[bot].manner == WELL):
        own = [note for note in run.notes if note.bot == bot]
        somewhere = run.figures[f"agreed.{bot}"] + run.figures[f"partial.{bot}"]
        if somewhere < _SOMEWHERE:
            text = (f"The {bot} bot, which does it all in order, gets somewhere in only"
                    f" {somewhere:.0f} % of its talks.")  # fmt: skip
            yield Remark("hard", text, _first(run, bot, "refused"))
        elif not run.figures[f"agreed.{bot}"]:
            yield Remark("hard", f"The {bot} bot is never told yes.", own[0].label)
        if run.figures[f"walked_out.{bot}"] >= _BROKEN_OFF:
            text = (f"The manager breaks off {run.figures[f'walked_out.{bot}']:.0f} % of the talks"
                    f" with the {bot} bot.")  # fmt: skip
            yield Remark("hard", text, _first(run, bot, "walked_out"))
        for other in run.bots:
            if run.figures[f"score.{other}"] > run.figures[f"score.{bot}"]:
                yield Remark("hard", f"The {other} bot scores higher than the {bot} bot.")


def _cut_off(run: Simulation) -> Iterator[Remark]:
    limit = f"the limit of {run.persona.turn_limit} turns"
    for bot in (bot for bot in run.bots if BOTS[bot].manner == WELL):
        share = run.figures[f"unended.{bot}"]
        if share >= _CUT_OFF:
            text = f"{share:.0f} % of the {bot} bot's talks do not end: {limit} cuts them off."
            yield Remark("unended", text, _first_cut(run, bot))
    share = run.figures["unended"]
    if share >= _CUT_OFF_AT_ALL:
        text = f"{limit[0].upper()}{limit[1:]} cuts off {share:.0f} % of all talks."
        yield Remark("unended", text, _first_cut(run))


def _unheard(run: Simulation) -> Iterator[Remark]:
    """Beats that do not know what to do with replies that are well made."""
    shares = []
    for name, count in run.counts.well.items():
        share, place = 100 * count.unheard / count.replies, run.persona.beats[name].place
        if count.replies >= _ENOUGH and share >= _UNHEARD:
            shares.append((share, f"{name}, {place.in_words(run.persona.path)}" if place else name))
    if shares:
        worst = [f"{name} ({share:.0f} %)" for share, name in sorted(shares, reverse=True)]
        text = (f"Nothing listens for many well-made replies in {'; '.join(worst[:_OF_A_KIND])}:"
                " they get `otherwise`, are asked back or moved on.")  # fmt: skip
        yield Remark("unheard", text)


def _unsure(run: Simulation) -> Iterator[Remark]:
    for bot in (bot for bot in run.bots if BOTS[bot].manner == WELL):
        share = run.figures[f"unsure.{bot}"]
        if share >= _UNSURE:
            text = (f"{share:.0f} % of the {bot} bot's replies are not read with certainty, so"
                    " rules on a tone stay quiet: name moves beside the tones.")  # fmt: skip
            yield Remark("unsure", text)


def _one_trick(run: Simulation) -> Iterator[Remark]:
    if not {"prepared", "one-trick"} <= set(run.bots):
        return
    alone, prepared = run.figures["agreed.one-trick"], run.figures["agreed.prepared"]
    if alone and alone >= prepared:
        text = (f"One sort of move alone is told yes in {alone:.0f} % of the talks, a talk with all"
                f" of them in {prepared:.0f} %.")  # fmt: skip
        yield Remark("pays", text, _first(run, "one-trick", "agreed"))


def _one_ending(run: Simulation) -> Iterator[Remark]:
    [(ending, times)] = Counter(note.ending for note in run.notes).most_common(1)
    share = 100 * times / len(run.notes)
    if share >= _ONE_ENDING and len(run.notes) >= _ENOUGH:
        yield Remark("ending", f"{share:.0f} % of all talks end in {ending}.")


def _one_way(run: Simulation) -> Iterator[Remark]:
    left: dict[str, Counter[str]] = {}
    for (origin, target), times in run.counts.ways.items():
        left.setdefault(origin, Counter())[target] += times
    found = []
    for origin, targets in left.items():
        total, most = targets.total(), max(targets.values())
        share = 100 * most / total
        if total >= _ENOUGH and len(targets) > 1 and share >= _ONE_WAY:
            target = min(name for name, times in targets.items() if times == most)
            found.append((share, origin, target))
    for share, origin, target in sorted(found, reverse=True)[:_OF_A_KIND]:
        text = f"Whatever is said in {origin}, {share:.0f} % of the talks go on to {target}."
        yield Remark("way", text)


def _unused(run: Simulation) -> Iterator[Remark]:
    for kind, word, done in ((RULES, "rules", "used"), (LINES, "lines", "said")):
        there, reached = run.coverage.there[kind], run.coverage.reached[kind]
        if reached < there:
            text = f"{there - reached} of {there} {word} were never {done}; they are listed below."
            yield Remark("never", text)


def _first(run: Simulation, bot: str, outcome: str) -> str:
    return _label(note for note in run.notes if note.bot == bot and note.outcome == outcome)


def _first_cut(run: Simulation, bot: str = "") -> str:
    return _label(note for note in run.notes if note.unended and bot in ("", note.bot))


def _label(notes: Iterator[TalkNote]) -> str:
    first = next(notes, None)
    return first.label if first else ""


def _talks(number: int) -> str:
    return "One talk" if number == 1 else f"{number} talks"
