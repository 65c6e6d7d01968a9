"""Holding a talk again with a script that was changed: where it still goes, and where it parts."""

from collections.abc import Mapping
from dataclasses import dataclass

from rehearse.dialogue.rehearsal import ReadsReplies, Rehearsal
from rehearse.persona.model import Persona


@dataclass(frozen=True, slots=True)
class HeldAgain:
    """The talk with the new script, and how it went.

    `parted` is the number of the first reply that now leads elsewhere (0: none does); it led to
    `was` and leads to `now`. The talk stands after it; where it would end the talk (`ends`), the
    talk stands before it. `unsaid` are the replies that were not said again. `reworded` are the
    numbers of replies answered in other words, `renamed` the new names of beats by the old ones.
    """

    rehearsal: Rehearsal
    parted: int = 0
    was: str = ""
    now: str = ""
    ends: bool = False
    unsaid: tuple[str, ...] = ()
    reworded: tuple[int, ...] = ()
    renamed: Mapping[str, str] | None = None


def hold_again(
    persona: Persona,
    old: Rehearsal,
    reader: ReadsReplies | None = None,
    start: str = "",
    mood: Mapping[str, int] | None = None,
) -> HeldAgain:
    """Say the replies of a talk to a new script, as long as they lead the same way.

    Seed and pitch stay. A `start` or a meter of `mood` that the new script does not
    have is passed over. A reply leads elsewhere if the talk is then in another beat, one that was
    only given another name excepted.
    """
    kept = {meter: value for meter, value in (mood or {}).items() if meter in persona.mood}
    begin = start if start in persona.beats else ""
    rehearsal = Rehearsal(persona, old.seed, old.pitch, reader, begin, kept or None)
    renamed: dict[str, str] = {}
    reworded = []
    for number, before in enumerate(old.turns, 1):
        turn = rehearsal.reply(before.reply)
        if not rehearsal.over and _is_same(before.to, turn.to, persona, old.persona, renamed):
            if turn.answer != before.answer:
                reworded.append(number)
            continue
        ends = rehearsal.over
        if ends:
            rehearsal.undo()
        unsaid = tuple(one.reply for one in old.turns[number - 1 if ends else number :])
        return HeldAgain(rehearsal, number, before.to, turn.to, ends, unsaid, tuple(reworded),
                         renamed)  # fmt: skip
    return HeldAgain(rehearsal, reworded=tuple(reworded), renamed=renamed)


def _is_same(was: str, now: str, new: Persona, old: Persona, renamed: dict[str, str]) -> bool:
    """Whether both name one beat: a name that is gone is the old one of a name that is new."""
    if was in new.beats or now in old.beats:
        return was == now
    return renamed.setdefault(was, now) == now
