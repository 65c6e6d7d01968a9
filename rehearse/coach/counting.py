"""Counts what happened in one talk: where it went, which rules answered, which lines were said."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rehearse.coach.bots import BOTS, WELL
from rehearse.coach.counts import ASKED_BACK, BeatCount, Counts, LineKey, TalkNote
from rehearse.coach.fitting import Fitting
from rehearse.dialogue.rehearsal import Rehearsal
from rehearse.dialogue.turn import Turn
from rehearse.persona.linesets import line_sets
from rehearse.persona.model import Persona
from rehearse.persona.ways import own_responses


class Counting:
    """Counts the talks with one manager."""

    def __init__(self, persona: Persona) -> None:
        self.persona = persona
        self._fits = Fitting(persona)
        self._lines: dict[str, dict[str, LineKey]] = {}
        for found in line_sets(persona):
            texts = {line.text: (found.site, at) for at, line in enumerate(found.lines)}
            self._lines[found.site] = texts
        rules = [*persona.always]
        for beat in persona.beats.values():
            rules += own_responses(beat)
        self._leads_to = {rule.id: rule.goto for rule in rules}

    def count(self, rehearsal: Rehearsal, bot: str, number: int, score: float) -> Counts:
        """The counts of one finished talk."""
        turns, end = rehearsal.turns, rehearsal.end
        if end is None:
            raise ValueError("The talk is not over, so it cannot be counted.")
        counts = self.reached(rehearsal)
        if BOTS[bot].manner == WELL:
            counts.well = {beat: replace(count) for beat, count in counts.beats.items()}
        label = f"{bot}:{number}"
        for line in _again(rehearsal.opening, turns):
            times = counts.twice.get(line, (0, label))[0]
            counts.twice[line] = (times + 1, label)
        counts.notes.append(
            TalkNote(
                bot, number, score, end.outcome, end.state, len(turns),
                unsure=sum(not turn.reading.certain for turn in turns),
                asked_back=counts.rules[ASKED_BACK],
                twice=sum(times for times, _ in counts.twice.values()),
                unended=self._cut_off(turns),
            )
        )  # fmt: skip
        return counts

    def reached(self, rehearsal: Rehearsal) -> Counts:
        """What of the script a talk came to, wherever it began and whether or not it is over."""
        turns = rehearsal.turns
        counts = Counts()
        counts.came.update({_beginning(rehearsal), *(turn.to for turn in turns)})
        for turn in turns:
            counts.rules.update(rule for rule in (turn.rule, turn.reaction) if rule)
            if turn.to != turn.state:
                counts.ways[turn.state, turn.to] += 1
            counts.beats.setdefault(turn.state, BeatCount()).add(_in_its_beat(turn))
            for rule, answered in self._fits.of(turn):
                counts.fits.setdefault(rule, Counter())[answered] += 1
        counts.lines.update(self._said(rehearsal))
        return counts

    def _cut_off(self, turns: Sequence[Turn]) -> bool:
        """Whether the turn limit ended the talk, and not what was said last."""
        last = turns[-1]
        at_limit = len(turns) == self.persona.turn_limit and last.to == self.persona.out_of_time
        return at_limit and self._leads_to.get(last.rule, "") != last.to

    def _said(self, rehearsal: Rehearsal) -> Iterator[LineKey]:
        """The lines of the script that were said: those of what spoke in each turn."""
        written: dict[int, set[str]] = {}
        for text, when in rehearsal.said.items():
            written.setdefault(when, set()).add(text)
        spoken = [([f"{_beginning(rehearsal)}.says"], rehearsal.opening)]
        for turn in rehearsal.turns:
            sites = [turn.reaction, turn.rule, f"{turn.to}.says", ASKED_BACK, "spent"]
            spoken.append((sites, turn.answer))
        for sites, answer in spoken:
            for line in answer:
                yield from self._of(sites, written[rehearsal.said[line]])

    def _of(self, sites: Sequence[str], texts: set[str]) -> Iterator[LineKey]:
        for site in sites:
            for text in sorted(texts):
                if text in self._lines.get(site, {}):
                    yield self._lines[site][text]
                    return


def _beginning(rehearsal: Rehearsal) -> str:
    """The beat the talk began in."""
    return rehearsal.turns[0].state if rehearsal.turns else rehearsal.state


def _in_its_beat(turn: Turn) -> BeatCount:
    asked_back = turn.rule == ASKED_BACK
    nothing = asked_back or turn.rule.endswith((".otherwise", ".moves_on"))
    return BeatCount(1, int(not turn.reading.certain), int(asked_back), int(nothing))


def _again(opening: Sequence[str], turns: Sequence[Turn]) -> Iterator[str]:
    """Each line that was heard before in the talk."""
    heard = set(opening)
    for turn in turns:
        for line in turn.answer:
            if line in heard:
                yield line
            heard.add(line)
