"""A talk between a learner and a scripted manager, driven by one reply at a time."""

import weakref
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol

from rehearse.dialogue.conditions import Situation
from rehearse.dialogue.memory import Memory
from rehearse.dialogue.mood import starting_mood
from rehearse.dialogue.talk import Talk
from rehearse.dialogue.turn import End, Turn
from rehearse.persona.model import Hint, Persona
from rehearse.pitch.model import Pitch
from rehearse.reading.model import Reading

if TYPE_CHECKING:
    from rehearse.dialogue.tried import Trial
    from rehearse.reading import Reader


class ReadsReplies(Protocol):
    """What a rehearsal needs of a reader: the same text always gives the same reading."""

    def read(self, text: str, in_reply_to: str = "") -> Reading:
        """How the reply reads, as an answer to what the manager said last."""
        ...


@dataclass(frozen=True, slots=True)
class _Moment:
    """Everything a talk is at one moment; all of it frozen, so going back is taking an old one."""

    state: str
    situation: Situation
    shown: tuple[str, ...]
    end: End | None = None


class Rehearsal:
    """A talk under way. The same persona, seed, pitch and replies always give the same turns.

    `seed` shuffles the manager's lines; `reader` defaults to the phrase book with the persona's
    own phrases and topics; `start` names a beat to start in and `mood` sets meters otherwise than
    the script does. Raises ValueError, in one sentence, for a beat or a meter the script has not.
    """

    def __init__(
        self,
        persona: Persona,
        seed: int = 1,
        pitch: Pitch | None = None,
        reader: ReadsReplies | None = None,
        start: str = "",
        mood: Mapping[str, int] | None = None,
    ) -> None:
        if start and start not in persona.beats:
            known = ", ".join(persona.beats)
            raise ValueError(f"There is no beat called {start!r} in this script; it has: {known}.")
        self.persona = persona
        self.seed = seed
        self.pitch = pitch or Pitch()
        self._reader = reader or _reader_for(persona)
        self._turns: list[Turn] = []
        self._past: list[_Moment] = []
        state = start or persona.start
        meters = starting_mood(persona.mood, mood)
        talk = self._sit_down(state, Situation(state, meters, Memory(), pitch=self.pitch))
        talk.enter()
        self.opening = talk.speak()
        self._now = _Moment(state, talk.situation, self.opening)

    @property
    def state(self) -> str:
        """The beat the talk is in, or the ending it came to."""
        return self._now.state

    @property
    def mood(self) -> dict[str, int]:
        """Each meter, 0 to 100."""
        return dict(self._now.situation.mood)

    @property
    def over(self) -> bool:
        """Whether the talk has ended."""
        return self._now.end is not None

    @property
    def end(self) -> End | None:
        """How the talk ended; None while it goes on."""
        return self._now.end

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turns that stand, in order; those taken back are gone."""
        return tuple(self._turns)

    @property
    def turn_number(self) -> int:
        """How many replies have been given, 0 at the start."""
        return len(self._turns)

    @property
    def said(self) -> Mapping[str, int]:
        """All the manager said, as the script has it and as it was spoken, each with when, from 1.

        What was spoken in one line has one number; of a line said twice it is the latest.
        """
        return self._now.situation.memory.said

    @property
    def hint(self) -> Hint | None:
        """The way in that the script offers for this beat, if any."""
        beat = self.persona.beats.get(self.state)
        return beat.hint if beat and not self.over else None

    def reply(self, text: str) -> Turn:
        """Say something to the manager; gives the turn, with the manager's answer in it.

        Raises ValueError once the talk is over.
        """
        if self.over:
            raise ValueError("The talk is over: take the last reply back, or start a new talk.")
        from rehearse.pitch.points import points_used

        before = self._now
        reading = self._reader.read(text, in_reply_to=" ".join(before.shown))
        talk = self._taken_on()
        talk.hear(reading, points_used(text, self.pitch))
        _move(talk)
        answer = talk.speak()
        self._past.append(before)
        self._now = _Moment(talk.state, talk.situation, answer, self._ending_of(talk, answer))
        turn = self._turn(before, text, answer)
        self._turns.append(turn)
        if self.over:
            self._stand_up()
        return turn

    def undo(self) -> int:
        """Take the last reply back, with all it did; gives the number of the turn taken back.

        Raises ValueError when there is none.
        """
        if not self._turns:
            raise ValueError("There is no reply to take back yet.")
        self._stand_up()
        self._now = self._past.pop()
        self._sit_down(self._now.state, self._now.situation)
        return self._turns.pop().number

    def tried(self) -> "tuple[Trial, ...]":
        """Every rule the last reply was tried on, in order; () before the first reply."""
        if not self._turns:
            return ()
        from rehearse.dialogue.tried import rules_tried

        return rules_tried(self.persona, self._past[-1].situation, self._turns[-1], self.seed)

    def leave(self) -> End:
        """Walk out of the talk: it ends here as "left", without a closing line from the manager.

        Raises ValueError once the talk is over.
        """
        if self.over:
            raise ValueError("The talk is over already.")
        now = self._now
        end = End(now.state, "left", ())
        self._now = _Moment(now.state, now.situation, now.shown, end)
        self._stand_up()
        return end

    def _turn(self, before: _Moment, text: str, answer: tuple[str, ...]) -> Turn:
        situation, rule, reaction = self._now.situation, self._talk.rule, self._talk.reaction
        return Turn(
            number=situation.memory.turn,
            state=before.state,
            manager=before.shown,
            reply=text,
            reading=situation.reading,
            mood_before=dict(before.situation.mood),
            mood=dict(situation.mood),
            to=self._now.state,
            rule=rule.id if rule else "",
            rule_line=rule.place.line if rule and rule.place else 0,
            rule_file=rule.place.other_than(self.persona.path) if rule and rule.place else "",
            answer=answer,
            points=situation.points,
            reaction=reaction.site if reaction else "",
        )

    def _ending_of(self, talk: Talk, answer: tuple[str, ...]) -> End | None:
        ending = self.persona.endings.get(talk.state)
        return End(ending.name, ending.outcome, answer, ending.debrief) if ending else None

    def _sit_down(self, state: str, situation: Situation) -> Talk:
        """A talk that stands in this state, for the machine to take on at the next reply."""
        self._talk = Talk(self.persona, self.seed, situation)
        self._talk.state = state
        self._let_go: weakref.finalize[..., Rehearsal] | None = None
        return self._talk

    def _taken_on(self) -> Talk:
        """The talk, moved by the persona's machine from here on, until it is let go.

        The machine is built at the first reply: the opening is on the screen before that.
        """
        if self._let_go is None:
            from rehearse.dialogue.machine import machine_for

            machine = machine_for(self.persona)
            machine.add_model(self._talk, initial=self._talk.state)
            # The machine holds every talk it moves: one dropped halfway must be let go too.
            self._let_go = weakref.finalize(self, machine.remove_model, self._talk)
            self._let_go.atexit = False
        return self._talk

    def _stand_up(self) -> None:
        if self._let_go is not None:
            self._let_go()


def _move(talk: Talk) -> None:
    """Answer the reply heard: react, let the first rule that holds fire, and mind the time."""
    from rehearse.dialogue.machine import HEARS, REACTS, RUNS_OUT

    if talk.persona.reacts:
        talk.trigger(REACTS, talk)
    talk.trigger(HEARS, talk)
    if talk.state in talk.persona.beats:
        talk.trigger(RUNS_OUT, talk)


def _reader_for(persona: Persona) -> ReadsReplies:
    return _book_reader().with_phrases(persona.phrases, persona.topics)


@cache
def _book_reader() -> "Reader":
    """A reader of the phrase book that comes with Rehearse: made once, as it takes a while."""
    from rehearse.reading import Reader, load_phrase_book

    return Reader(load_phrase_book())
