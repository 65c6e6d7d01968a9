"""A simulation for a coach: one screen with what matters, then the lists with line numbers."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from rehearse.coach.bots import BOTS
from rehearse.coach.counts import TalkNote
from rehearse.coach.coverage import BEATS, ENDINGS, KINDS, LINES, RULES, Never
from rehearse.coach.remarks import remarks
from rehearse.coach.simulation import SeenTalk, Simulation
from rehearse.persona.linesets import line_sets
from rehearse.persona.model import OUTCOMES
from rehearse.scoring.words import shortened
from rehearse.source.problem import Place
from rehearse.terminal.typeset import printable, table, wrap
from rehearse.terminal.wording import count

_DONE = {BEATS: "entered", ENDINGS: "reached", RULES: "used", LINES: "said"}
_LABELS = 6  # talks named as examples
_NAMES = {BEATS: "Beats", ENDINGS: "Endings", RULES: "Rules", LINES: "Lines"}
_WORDS_OF_A_LINE = 60


def show_simulation(run: Simulation, command: str, width: int = 80) -> list[str]:
    """All of a simulation as lines of text.

    `command` is how this run was asked for: with `--talk` and a talk's name it shows that talk.
    """
    found = remarks(run)
    lines = [*_head(run, width), "", *_bots(run), "", *_how_to_read(run, width), ""]
    lines += [*_sums(run, width), ""]
    if run.misses:
        lines += [line for miss in run.misses for line in wrap(str(miss), width)] + [""]
    lines.append("What to look at, the most important first:" if found else "Nothing stands out.")
    texts = [one.text + (f" See {one.talk}." if one.talk else "") for one in found]
    numbered = [
        line
        for number, text in enumerate(texts, 1)
        for line in wrap(text, width, "    ", first=f"{number:>2}. ")
    ]
    lines += numbered
    lines += ["", "To see a talk turn by turn, such as the best one:",
              f"  {command} --talk {run.best.note.label}"]  # fmt: skip
    lists = (_endings(run), _never(run, width), _twice(run, width), _unended(run, width),
             _beats(run), _habits(run, width))  # fmt: skip
    for part in lists:
        lines += ["", *part] if part else []
    return lines


def _head(run: Simulation, width: int) -> list[str]:
    persona = run.persona
    return wrap(
        f"{persona.name} ({persona.stance}, difficulty {persona.difficulty} of 5):"
        f" {count(len(run.notes), 'talk')}, shared by {count(len(run.bots), 'bot')};"
        f" {run.replies} replies, seed {run.seed}", width,
    )  # fmt: skip


def _how_to_read(run: Simulation, width: int) -> Iterator[str]:
    """What bots are, what their rows say, and what makes two reports comparable."""
    fewest = min(Counter(note.bot for note in run.notes).values())
    yield from wrap(
        "How to read it: the bots speak of other trades on purpose; they try how your manager takes"
        " a way of talking, not what they know of the job. The score is what the talk was worth,"
        " the outcome what your script gave for it.", width, "  ", first="",
    )  # fmt: skip
    bots = "" if run.bots == tuple(BOTS) else f" --bots {','.join(run.bots)}"
    options = f"--talks {len(run.notes)} --seed {run.seed}{bots}"
    yield from wrap(
        "To compare two versions, take the same number of talks and the same seed:"
        f" {options}. Here {_worth_of_one(fewest)}.", width, "  ", first="",
    )  # fmt: skip


def _worth_of_one(talks: int) -> str:
    if talks == 1:
        return "a row can be one talk, which says little"
    return f"one talk more or less is {_share(100 / talks)} of a bot's row"


def _bots(run: Simulation) -> list[str]:
    """A row for each bot: its talks by outcome in per cent, its scores, its replies."""
    head = ["bot", "score", "range", *(_plain(name) for name in OUTCOMES), "replies", "unsure"]
    rows = [head]
    for bot in (*run.bots, ""):
        notes = [note for note in run.notes if bot in ("", note.bot)]
        of = f".{bot}" if bot else ""
        scores = [note.score for note in notes]
        rows.append([
            bot or "all", f"{run.figures[f'score{of}']:.0f}",
            f"{min(scores):.0f}-{max(scores):.0f}",
            *(_share(run.figures[name + of]) for name in OUTCOMES),
            f"{sum(note.turns for note in notes) / len(notes):.1f}",
            _share(run.figures[f"unsure{of}"]),
        ])  # fmt: skip
    return table(rows, numeric=range(1, len(head)))


def _share(percent: float) -> str:
    """A share in per cent; one that rounds to nothing and is something says so."""
    return "-" if not percent else "<1 %" if percent < 1 else f"{percent:.0f} %"


def _sums(run: Simulation, width: int) -> Iterator[str]:
    cover = run.coverage
    parts = (f"{cover.reached[kind]} of {cover.there[kind]} {kind}" for kind in KINDS)
    yield from wrap(f"Reached: {', '.join(parts)} ({run.figures['reached']:.0f} % of all).", width)
    twice = len(run.counts.twice)
    yield from wrap(
        f"Cut off by the turn limit: {_talks(run.figures['unended'])}. Heard twice in a talk:"
        f" {count(twice, 'line') if twice else 'no line'}. Not read with certainty:"
        f" {run.figures['unsure']:.0f} % of the replies; the manager asked back at"
        f" {run.figures['asked_back']:.0f} %.", width,
    )  # fmt: skip
    for word, seen in (("Best", run.best), ("Worst", run.worst)):
        yield from wrap(_path(seen, word), width, "    ", first="")


def _talks(percent: float) -> str:
    return "no talk" if not percent else f"{_share(percent)} of the talks"


def _path(seen: SeenTalk, word: str) -> str:
    note = seen.note
    way = " > ".join(seen.path)
    return f"{word} score: {note.score:g} ({note.label}, {_plain(note.outcome)}): {way}"


def _endings(run: Simulation) -> list[str]:
    rows = [["ending", "line", "outcome", "talks", "mean score", "for example"]]
    for name, ending in run.persona.endings.items():
        notes = [note for note in run.notes if note.ending == name]
        mean = f"{sum(note.score for note in notes) / len(notes):.0f}" if notes else "-"
        line = _number(ending.place, run)
        rows.append([name, line, _plain(ending.outcome), str(len(notes)), mean,
                     notes[0].label if notes else "never"])  # fmt: skip
    return ["How the talks ended:", *_indented(table(rows, numeric=(1, 3, 4)))]


def _never(run: Simulation, width: int) -> list[str]:
    """What no talk came to, by kind; what needs no words of its own is counted or numbered."""
    lines: list[str] = []
    for kind, group in groupby(run.coverage.never, key=lambda one: one.kind):
        missed = list(group)
        lines += ["", f"{_NAMES[kind]} never {_DONE[kind]}:"]
        for one in missed:
            if not (one.within or one.by_chance or one.spare):
                lines += wrap(_said(one), width, " " * 8, first=f"{one.where:>6}  ")
        spare = [f"{one.name} ({one.in_words})" for one in missed if one.spare]
        if spare:
            text = f"not needed, as something else always answered: {', '.join(spare)}"
            lines += wrap(text, width, " " * 8)
        by_chance = [one.where for one in missed if one.by_chance]
        if by_chance:
            numbers = ", ".join(by_chance)
            lines += wrap(f"passed over by chance, in lines {numbers}", width, " " * 8)
        hidden = sum(one.within for one in missed)
        if hidden:
            of = "rules never used" if kind == LINES else "beats never entered"
            lines.append(f"        {count(hidden, kind[:-1])} of {of}")
    return lines[1:]


def _said(one: Never) -> str:
    name = f"“{shortened(one.name, _WORDS_OF_A_LINE)}”" if one.kind == LINES else one.name
    return f"{name}: {one.why}"


def _twice(run: Simulation, width: int) -> list[str]:
    """Lines said again in a talk; one with words filled in has no number."""
    places = {line.text: _number(line.place, run) for found in line_sets(run.persona)
              for line in found.lines if line.place}  # fmt: skip
    lines = ["Lines heard twice in a talk:"]
    for text, (times, talk) in sorted(
        run.counts.twice.items(), key=lambda item: (-item[1][0], item[0])
    ):
        words = f"“{shortened(text, _WORDS_OF_A_LINE)}”: {count(times, 'time')}, as in {talk}"
        lines += wrap(words, width, " " * 8, first=f"{places.get(text, '-'):>6}  ")
    return lines if run.counts.twice else []


def _unended(run: Simulation, width: int) -> list[str]:
    notes = [note for note in run.notes if note.unended]
    if not notes:
        return []
    said = f"Cut off by the limit of {run.persona.turn_limit} turns: {count(len(notes), 'talk')}"
    return wrap(f"{said}, {_named(notes)}.", width, "  ", first="")


def _named(notes: Sequence[TalkNote]) -> str:
    labels = ", ".join(note.label for note in notes[:_LABELS])
    return f"such as {labels}" if len(notes) > _LABELS else f"namely {labels}"


def _number(place: Place | None, run: Simulation) -> str:
    """A line as a table has it: "12", "goodbyes.yaml:12", "-" where there is none."""
    if place is None:
        return "-"
    other = place.other_than(run.persona.path)
    return f"{other}:{place.line}" if other else str(place.line)


def _beats(run: Simulation) -> list[str]:
    rows = [["beat", "line", "talks", "replies", "unsure", "asked back", "unheard"]]
    for name, beat in run.persona.beats.items():
        heard = run.counts.beats.get(name)
        if heard:
            rows.append([
                name, _number(beat.place, run), str(run.counts.came[name]),
                str(heard.replies), *(_share(100 * part / heard.replies) for part in
                                      (heard.unsure, heard.asked_back, heard.unheard)),
            ])  # fmt: skip
    return ["How the replies were understood (unheard: no response listened for it):",
            *_indented(table(rows, numeric=range(1, 7)))]  # fmt: skip


def _habits(run: Simulation, width: int) -> list[str]:
    lines = ["What the bots do:"]
    for bot in run.bots:
        lines += wrap(f"{bot}: {BOTS[bot].about}", width, "    ", first="  ")
    return lines


def _indented(lines: Sequence[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def _plain(name: str) -> str:
    return printable(name.replace("_", " "))
