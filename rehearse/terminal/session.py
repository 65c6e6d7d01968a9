"""One talk at a console: ask for a reply, keep it, show the manager's answer, until it ends."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from rehearse.dialogue import Rehearsal
from rehearse.dialogue.turn import Turn
from rehearse.persona.model import Persona
from rehearse.terminal import commands, meters, wording
from rehearse.terminal.console import Asking, CameUpError, Console, Draft
from rehearse.terminal.keeping import Keeping
from rehearse.terminal.listening import LateReader
from rehearse.terminal.options import PracticeOptions

if TYPE_CHECKING:
    from rehearse.terminal.watching import Watch
    from rehearse.transcript.model import Transcript

Outcome = Literal["over", "left", "interrupted"]


@dataclass(slots=True)
class Session:
    """A talk under way with everything that belongs to it.

    `taken_back` are turns undone; `watch` looks after a script that may change meanwhile.
    """

    console: Console
    persona: Persona
    options: PracticeOptions
    rehearsal: Rehearsal
    keeping: Keeping
    reader: LateReader
    taken_back: list[Turn] = field(default_factory=list)
    watch: "Watch | None" = None

    @property
    def manager(self) -> str:
        """The name that stands before the manager's lines."""
        return wording.speaker(self.persona.name)

    def transcript(self) -> "Transcript":
        """The talk so far as a record, the same with and without a file."""
        from rehearse.transcript.lines import record_end, record_turn
        from rehearse.transcript.model import Transcript

        end = self.rehearsal.end
        return Transcript(
            header=self.keeping.header,
            turns=tuple(record_turn(turn, "") for turn in self.rehearsal.turns),
            undone=tuple(record_turn(turn, "") for turn in self.taken_back),
            end=record_end(end) if end is not None else None,
            path=str(self.keeping.path or ""),
        )

    def show_manager(self) -> None:
        """The manager's last lines: what the learner is to answer. Silence is passed over."""
        answers = [turn.answer for turn in self.rehearsal.turns if turn.answer]
        self.say(answers[-1] if answers else self.rehearsal.opening)

    def say(self, lines: tuple[str, ...]) -> None:
        """Lines of the manager's, set apart from what was before."""
        if lines:
            self.console.gap()
        for line in lines:
            self.console.speech(self.manager, line)


def hold(session: Session) -> Outcome:
    """Hold the talk from where it stands until it ends or the learner goes."""
    draft = Draft()
    while not session.rehearsal.over:
        try:
            typed = session.console.ask(_asking(session, draft))
        except CameUpError as news:
            draft = _take_up(session, news.draft)
            continue
        except EOFError:
            return "left"
        except KeyboardInterrupt:
            return "interrupted"
        draft = Draft()
        if commands.meant_as_command(session, typed):
            continue
        if not commands.is_command(typed):
            answer(session, commands.unslashed(typed))
        elif commands.obey(session, typed) == commands.LEAVE:
            return "left"
    return "over"


def _asking(session: Session, draft: Draft) -> Asking:
    way_in = "; /hint gives a way in" if session.options.hints else ""
    return Asking(
        commands=commands.summaries(),
        status=lambda width: meters.status(session.rehearsal, width, session.options.calm),
        waiting=f"{session.manager} waits. Take your time{way_in}. Enter again says nothing.",
        leaving="Press Ctrl-C again to leave. What you typed is still here.",
        ready=session.reader.hurry,
        echo=lambda typed: _echo(session.console, typed),
        news=session.watch.saved if session.watch is not None else None,
        draft=draft,
    )


def _take_up(session: Session, draft: Draft) -> Draft:
    from rehearse.terminal.taking_up import take_up

    return take_up(session, draft)


def _echo(console: Console, typed: str) -> None:
    """Show what was typed: a command as it is, a reply as the learner's line."""
    if commands.is_command(typed):
        console.lines([typed])
    else:
        console.speech("You", commands.unslashed(typed))


def answer(session: Session, reply: str) -> None:
    """Give the reply to the manager: it is on disk before the answer is on the screen."""
    turn = session.rehearsal.reply(reply)
    session.keeping.turn(turn)
    if session.rehearsal.end is not None:
        session.keeping.end(session.rehearsal.end)
    trouble = session.keeping.new_trouble()
    if trouble:
        session.console.gap()
        session.console.note(trouble)
    session.say(turn.answer)
    session.console.flush()
