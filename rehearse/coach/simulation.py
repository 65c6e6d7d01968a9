"""Many talks between bots and one manager: the same seed always gives the same simulation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rehearse.coach.bots import BOTS
from rehearse.coach.counting import Counting
from rehearse.coach.counts import Counts, TalkNote
from rehearse.coach.coverage import Coverage, cover
from rehearse.coach.crew import Progress, hold_all
from rehearse.coach.floors import Floor, Miss, figures, misses
from rehearse.coach.holding import Stage, set_stage, transcript_of
from rehearse.dialogue.rehearsal import Rehearsal
from rehearse.persona.model import Persona
from rehearse.scoring import score
from rehearse.scoring.model import Scorecard
from rehearse.transcript.model import Transcript

TALKS = 1000  # of a run, where nobody says otherwise


@dataclass(frozen=True, slots=True)
class Simulation:
    """A run and what came of it. `figures` are those of floors.py; `best` and `worst` by score."""

    persona: Persona
    seed: int
    bots: tuple[str, ...]
    counts: Counts
    coverage: Coverage
    figures: Mapping[str, float]
    best: "SeenTalk"
    worst: "SeenTalk"
    floors: tuple[Floor, ...] = ()
    misses: tuple[Miss, ...] = ()

    @property
    def notes(self) -> list[TalkNote]:
        """Every talk in figures, bot by bot, by number."""
        return self.counts.notes

    @property
    def replies(self) -> int:
        """How many replies were said in all talks."""
        return sum(note.turns for note in self.notes)


@dataclass(frozen=True, slots=True)
class SeenTalk:
    """One talk of a run, to look at. `path` are the beats it came to and its ending, in order."""

    note: TalkNote
    path: tuple[str, ...]
    transcript: Transcript
    card: Scorecard
    rehearsal: Rehearsal


def simulate(
    persona: Persona, talks: int = TALKS, seed: int = 1, bots: Sequence[str] = (),
    floors: Sequence[Floor] = (), processes: int = 0, progress: Progress = lambda held: None,
) -> Simulation:  # fmt: skip
    """Hold `talks` talks, shared evenly among the bots (all of them where none is named).

    `processes` 0 takes as many as help; how many there are changes nothing in the result. Raises
    ValueError, in one sentence, for an unknown bot or fewer talks than bots.
    """
    names = tuple(dict.fromkeys(bots)) or tuple(BOTS)
    for name in names:
        if name not in BOTS:
            raise ValueError(f"There is no bot {name!r}; there are: {', '.join(BOTS)}.")
    if talks < len(names):
        raise ValueError(f"{len(names)} bots need at least {len(names)} talks, one each.")
    counts = hold_all(persona, seed, names, talks, processes, progress)
    coverage = cover(persona, counts)
    values = figures(coverage, counts.notes)
    stage = set_stage(persona, seed)
    return Simulation(
        persona, seed, names, counts, coverage, values,
        best=see(stage, max(counts.notes, key=lambda note: note.score).label),
        worst=see(stage, min(counts.notes, key=lambda note: note.score).label),
        floors=tuple(floors), misses=misses(floors, values),
    )  # fmt: skip


def see(stage: Stage, label: str) -> SeenTalk:
    """One talk held again, by its label ("timid:17"). Raises ValueError where it is none."""
    bot, _, number = label.partition(":")
    if bot not in BOTS or not (number.isascii() and number.isdigit() and len(number) < 9):
        raise ValueError(
            f"{label!r} names no talk: write a bot and a number, like timid:17."
            f" The bots are: {', '.join(BOTS)}."
        )
    rehearsal = stage.hold(BOTS[bot], int(number))
    transcript = transcript_of(rehearsal)
    card = score(transcript)
    counts = Counting(stage.persona).count(rehearsal, bot, int(number), card.overall)
    states = [stage.persona.start, *(turn.to for turn in rehearsal.turns)]
    path = [state for at, state in enumerate(states) if not at or state != states[at - 1]]
    return SeenTalk(counts.notes[0], tuple(path), transcript, card, rehearsal)
