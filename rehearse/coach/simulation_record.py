"""A simulation as plain data, for other programs: what `rehearse simulate --json` prints."""

from collections import Counter
from typing import Any

from rehearse.coach.bots import BOTS
from rehearse.coach.coverage import KINDS
from rehearse.coach.remarks import remarks
from rehearse.coach.repertoire import load_corpus
from rehearse.coach.simulation import SeenTalk, Simulation
from rehearse.persona.model import OUTCOMES


def record(run: Simulation) -> dict[str, Any]:
    """All of a simulation as JSON holds it. `talks` and `ways` are what `rehearse graph` reads."""
    persona = run.persona
    return {
        "persona": {"id": persona.id, "sha256": persona.sha256},
        "seed": run.seed,
        "corpus": load_corpus().sha256,
        "talks": len(run.notes),
        "replies": run.replies,
        "figures": dict(run.figures),
        "bots": [_bot(run, bot) for bot in run.bots],
        "endings": _endings(run),
        "ways": [
            {"from": origin, "to": target, "count": count}
            for (origin, target), count in sorted(run.counts.ways.items())
        ],
        "reached": {
            kind: {"reached": run.coverage.reached[kind], "of": run.coverage.there[kind]}
            for kind in KINDS
        },
        "never": [
            {"kind": one.kind, "name": one.name, "line": one.line, "file": one.file, "why": one.why,
             "beat": one.beat, "within": one.within, "by_chance": one.by_chance, "spare": one.spare}
            for one in run.coverage.never
        ],
        "unended": [note.label for note in run.notes if note.unended],
        "twice": [
            {"line": line, "times": times, "talk": talk}
            for line, (times, talk) in sorted(run.counts.twice.items())
        ],
        "beats": _beats(run),
        "best": _talk(run.best),
        "worst": _talk(run.worst),
        "remarks": [
            {"about": one.about, "text": one.text, "talk": one.talk} for one in remarks(run)
        ],
        "floors": [
            {"figure": floor.figure, "at_least": floor.wanted.low, "at_most": floor.wanted.high,
             "value": run.figures[floor.figure], "source": floor.source,
             "missed": any(miss.floor is floor for miss in run.misses)}
            for floor in run.floors
        ],
    }  # fmt: skip


def _bot(run: Simulation, bot: str) -> dict[str, Any]:
    notes = [note for note in run.notes if note.bot == bot]
    outcomes = Counter(note.outcome for note in notes)
    scores = [note.score for note in notes]
    return {
        "bot": bot,
        "about": BOTS[bot].about,
        "talks": len(notes),
        "score": {"mean": run.figures[f"score.{bot}"], "least": min(scores), "most": max(scores)},
        "outcomes": {outcome: outcomes[outcome] for outcome in OUTCOMES},
        "replies": sum(note.turns for note in notes),
        "unsure": sum(note.unsure for note in notes),
        "asked_back": sum(note.asked_back for note in notes),
        "unended": sum(note.unended for note in notes),
    }


def _endings(run: Simulation) -> list[dict[str, Any]]:
    found = []
    for name, ending in run.persona.endings.items():
        notes = [note for note in run.notes if note.ending == name]
        mean = round(sum(note.score for note in notes) / len(notes), 2) if notes else None
        found.append({"ending": name, "outcome": ending.outcome, "count": len(notes),
                      "score": mean, "talk": notes[0].label if notes else ""})  # fmt: skip
    return found


def _beats(run: Simulation) -> list[dict[str, Any]]:
    return [
        {"beat": name, "talks": run.counts.came[name], "replies": count.replies,
         "unsure": count.unsure, "asked_back": count.asked_back, "unheard": count.unheard}
        for name in run.persona.beats
        if (count := run.counts.beats.get(name))
    ]  # fmt: skip


def _talk(seen: SeenTalk) -> dict[str, Any]:
    return {"talk": seen.note.label, "score": seen.note.score, "outcome": seen.note.outcome,
            "path": list(seen.path)}  # fmt: skip
