"""One talk of a simulation, turn by turn, as `rehearse replay` shows a talk on record."""

from rehearse.coach.simulation import SeenTalk
from rehearse.terminal import wording
from rehearse.terminal.show_replay import show_moment
from rehearse.terminal.typeset import wrap
from rehearse.transcript.replaying import moments


def show_talk(seen: SeenTalk, width: int = 80, plain: bool = False) -> list[str]:
    """Every turn with reading, mood and rule, then how the talk ended and what it scored."""
    persona, end = seen.rehearsal.persona, seen.rehearsal.end
    speaker = wording.speaker(persona.name)
    lines = wrap(f"Talk {seen.note.label} with {persona.name}", width)
    for moment in moments(seen.transcript, persona):
        lines += ["", *show_moment(moment, speaker, width, plain)]
    lines.append("")
    for line in end.manager if end else ():
        lines += wrap(f"{speaker}: {line}", width, "    ", first="  ")
    lines += wrap(f"The end: {seen.note.ending} ({seen.note.outcome.replace('_', ' ')})", width)
    lines.append(f"Score: {seen.card.overall:g} of 100")
    for criterion in seen.card.criteria:
        lines.append(f"  {criterion.name}: {criterion.score}")
    return lines
