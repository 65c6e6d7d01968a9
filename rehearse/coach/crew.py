"""Thousands of talks, shared among a few processes. How many there are changes nothing but time."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing import Pipe, Process, parent_process
from multiprocessing.connection import Connection, wait

from rehearse.coach.bots import BOTS
from rehearse.coach.counting import Counting
from rehearse.coach.counts import Counts
from rehearse.coach.holding import Stage, set_stage, transcript_of
from rehearse.persona.model import Persona
from rehearse.scoring import score

Progress = Callable[[int], None]  # told how many talks have just been held
_AT_ONCE = 10  # talks that a process holds before it tells
_WORTH_A_PROCESS = 150  # talks; for fewer, starting another process takes longer than it saves
_MOST = 8


@dataclass(frozen=True, slots=True)
class Share:
    """Some talks of one bot: those with the numbers `first` up to, not including, `end`."""

    bot: str
    first: int
    end: int


def shares(bots: Sequence[str], talks: int) -> list[Share]:
    """All talks of a run in small shares. The bots hold equally many, the first ones one more."""
    found = []
    for place, bot in enumerate(bots):
        own = talks // len(bots) + (place < talks % len(bots))
        found += [
            Share(bot, first, min(first + _AT_ONCE, own)) for first in range(0, own, _AT_ONCE)
        ]
    return found


def hold_all(
    persona: Persona, seed: int, bots: Sequence[str], talks: int, processes: int = 0,
    progress: Progress = lambda held: None,
) -> Counts:  # fmt: skip
    """Hold all the talks and count them. `processes` 0 takes what the machine and the run allow."""
    waiting = shares(bots, talks)
    wanted = processes or min(_processors(), _MOST, 1 + talks // _WORTH_A_PROCESS)
    if wanted < 2:
        held = _alone(persona, seed, waiting)
    else:
        held = _together(persona, seed, waiting, wanted)
    counts = Counts()
    for some in held:
        counts.add(some)
        progress(len(some.notes))
    order = {bot: place for place, bot in enumerate(bots)}
    counts.notes.sort(key=lambda note: (order[note.bot], note.number))
    return counts


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Holder:
    """Holds and counts the talks of a share."""

    def __init__(self, persona: Persona, seed: int) -> None:
        self.stage: Stage = set_stage(persona, seed)
        self.counting = Counting(persona)

    def hold(self, share: Share) -> Counts:
        counts = Counts()
        for number in range(share.first, share.end):
            rehearsal = self.stage.hold(BOTS[share.bot], number)
            card = score(transcript_of(rehearsal))
            counts.add(self.counting.count(rehearsal, share.bot, number, card.overall))
        return counts


def _alone(persona: Persona, seed: int, waiting: Sequence[Share]) -> Iterator[Counts]:
    holder = _Holder(persona, seed)
    for share in waiting:
        yield holder.hold(share)


def _together(
    persona: Persona, seed: int, waiting: list[Share], processes: int
) -> Iterator[Counts]:
    """The counts of each share as it is done, in whatever order that is."""
    persona = replace(persona, beats=dict(persona.beats))  # packed ones cannot be handed over
    crew: dict[Connection, tuple[Process, str]] = {}
    try:
        for _ in range(processes):
            ours, theirs = Pipe()
            helper = Process(target=_help, args=(theirs, persona, seed), daemon=True)
            helper.start()
            theirs.close()
            crew[ours] = (helper, "")
        for line in crew:
            _hand_out(line, crew, waiting)
        busy = set(crew)
        while busy:
            ready = wait(list(busy))
            for line in [line for line in crew if line in ready]:
                yield line.recv()
                if not _hand_out(line, crew, waiting):
                    busy.discard(line)
    finally:
        for line, (helper, _) in crew.items():
            helper.terminate()
            helper.join()
            line.close()


def _hand_out(
    line: Connection, crew: dict[Connection, tuple[Process, str]], waiting: list[Share]
) -> bool:
    """Give a helper its next share: of the bot it has, else of one nobody has, else of any.

    So each process reads what its own bots say, and little is read twice. False where none waits.
    """
    if not waiting:
        return False
    helper, own = crew[line]
    taken = {bot for _, bot in crew.values()}
    share = next((one for one in waiting if one.bot == own), None)
    share = share or next((one for one in waiting if one.bot not in taken), waiting[0])
    waiting.remove(share)
    crew[line] = (helper, share.bot)
    line.send(share)
    return True


def _help(line: Connection, persona: Persona, seed: int) -> None:
    """What a helping process does, until the first process ends it or is no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process is told, and ends the others
    first = parent_process()
    sources: list[Connection | int] = [line]
    if first is not None:
        sources.append(first.sentinel)
    holder = _Holder(persona, seed)
    try:
        while line in wait(sources):
            line.send(holder.hold(line.recv()))
    except (EOFError, OSError):
        return
