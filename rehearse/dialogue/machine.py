"""Turns a persona's script into a `transitions` machine: beats and endings are its states.

Every way the script knows is a transition, those that stay in the beat too, in the order they are
tried. Conditions and callbacks are bound functions, never words from a script: `transitions`
imports and runs a dotted name it is given as a string.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from transitions import EventData, Machine, Transition

from rehearse.dialogue.conditions import holds
from rehearse.dialogue.talk import Talk
from rehearse.dialogue.wording import quoted
from rehearse.persona.model import BACK, Beat, MovesOn, Persona, Response

REACTS, HEARS, RUNS_OUT = "reacts", "hears", "runs_out"  # the triggers, in the order they are tried
_KEPT = 8  # machines kept at hand: a coach's checks go to and fro between a few scripts

Step = Callable[[Talk], object]
_machines: OrderedDict[int, tuple[Persona, Machine]] = OrderedDict()


def machine_for(persona: Persona) -> Machine:
    """The machine of this very persona, built when first asked for and shared by all its talks."""
    kept = _machines.get(id(persona))
    if kept is None or kept[0] is not persona:
        _machines[id(persona)] = kept = (persona, _build(persona))
    _machines.move_to_end(id(persona))
    while len(_machines) > _KEPT:
        _machines.popitem(last=False)
    return kept[1]


class _Tried(Transition):
    """A transition that is left at once where a condition does not hold.

    A reply is tried on dozens of them, and nearly all fail: what the library does and notes around
    each one took longer than the conditions. The few that hold are executed by the library.
    """

    def execute(self, event_data: EventData) -> bool:
        """Whether the transition was made."""
        for condition in self.conditions:
            if callable(condition.func) and not condition.func(*event_data.args):
                return False
        return bool(super().execute(event_data))


class _Machine(Machine):
    transition_cls = _Tried


def _build(persona: Persona) -> Machine:
    machine = _Machine(
        model=None,
        states=[*persona.beats, *persona.endings],
        initial=persona.start,
        auto_transitions=False,
        queued=False,
    )
    for beat in persona.beats.values():
        for response in persona.reacts:
            rule = _Rule(response)
            machine.add_transition(
                REACTS, beat.name, None, conditions=rule.holds, after=rule.reacts
            )
        for transition in _answers(persona, beat):
            machine.add_transition(HEARS, beat.name, **transition)
    limit = _Limit(persona.turn_limit)
    machine.add_transition(
        RUNS_OUT, list(persona.beats), persona.out_of_time,
        conditions=limit.is_reached, after=_enters,
    )  # fmt: skip
    return machine


def _answers(persona: Persona, beat: Beat) -> Iterator[dict[str, Any]]:
    """The transitions that may answer a reply in this beat, in the order they are tried."""
    origins = _origins(persona)
    stuck = _Stuck(persona, beat)
    for response in (*persona.always, *beat.hears):
        rule = _Rule(response)
        if beat.moves_on and not response.goto:
            leads_on = replace(response, goto=beat.moves_on.goto)
            again = _Again(rule, beat.moves_on)
            yield from _ways(leads_on, again.is_too_often, rule.fires, _gets_on, origins)
        yield from _ways(response, rule.holds, rule.fires, rule.stays, origins)
    if beat.moves_on:
        yield from _ways(stuck.as_response, stuck.is_too_long, stuck.moves_on, _gets_on, origins)
    yield from _ways(stuck.question, stuck.asks_back, stuck.asks, _gets_nowhere, origins)
    yield from _ways(beat.otherwise, _always, stuck.answers_otherwise, _gets_nowhere, origins)
    if beat.otherwise.goto == BACK:  # no way back may be open: then the line is said here
        yield {"dest": None, "after": [_gets_nowhere, stuck.answers_otherwise]}


def _ways(
    response: Response, held: Step, fires: Step, stays: Step, origins: tuple[str, ...]
) -> Iterator[dict[str, Any]]:
    """The transitions of one response: one, or for a way back one to each beat it may lead to."""
    if not response.goto:
        yield {"dest": None, "conditions": held, "after": [stays, fires]}
    elif response.goto == BACK:
        for origin in origins:
            open_way = _Way(origin).is_open
            yield {
                "dest": origin, "conditions": [open_way, held], "before": fires,
                "after": _comes_back,
            }  # fmt: skip
    else:
        before = [fires, _leaves_for_a_while] if response.detour else [fires]
        yield {"dest": response.goto, "conditions": held, "before": before, "after": _enters}


def _origins(persona: Persona) -> tuple[str, ...]:
    """The beats a detour may leave from."""
    if any(response.detour for response in persona.always):
        return tuple(persona.beats)
    return tuple(
        beat.name
        for beat in persona.beats.values()
        if any(response.detour for response in (*beat.hears, beat.otherwise))
    )


@dataclass(frozen=True, slots=True)
class _Rule:
    """A response as the machine asks and fires it."""

    response: Response

    def holds(self, talk: Talk) -> bool:
        used = self.response.once and self.response.id in talk.situation.memory.fired
        return not used and holds(self.response.when, talk.situation)

    def fires(self, talk: Talk) -> None:
        talk.answer_with(self.response)

    def reacts(self, talk: Talk) -> None:
        talk.react(self.response)

    def stays(self, talk: Talk) -> None:
        """Answered where the talk is: news the first time, after that it gets no further."""
        talk.stay(stuck=self.response.id in talk.situation.memory.fired)


@dataclass(frozen=True, slots=True)
class _Again:
    """A response that stays in its beat and was heard before: it leads on instead of round."""

    rule: _Rule
    going: MovesOn

    def is_too_often(self, talk: Talk) -> bool:
        memory = talk.situation.memory
        again = self.rule.response.id in memory.fired
        return again and memory.stayed + 1 >= self.going.after and self.rule.holds(talk)


@dataclass(frozen=True, slots=True)
class _Way:
    """A way back out of a detour, to the beat it left from."""

    origin: str

    def is_open(self, talk: Talk) -> bool:
        return talk.situation.memory.ways[-1:] == (self.origin,)


@dataclass(frozen=True, slots=True)
class _Limit:
    """The number of replies after which the talk ends."""

    turns: int

    def is_reached(self, talk: Talk) -> bool:
        return talk.situation.memory.turn >= self.turns


class _Stuck:
    """What a beat does with replies that get the talk nowhere: asks back, answers, moves on."""

    def __init__(self, persona: Persona, beat: Beat) -> None:
        self.beat = beat
        self.otherwise = beat.otherwise
        asked = persona.asks_back
        self.question = Response("asks_back", says=asked, place=asked[0].place if asked else None)
        going = beat.moves_on
        self.as_response = Response(
            id=f"{beat.name}.moves_on",
            says=going.says if going else (),
            goto=going.goto if going else "",
            place=beat.place,
        )

    def asks_back(self, talk: Talk) -> bool:
        """The reading is not certain, and there is a question not asked yet."""
        if talk.situation.reading.certain:
            return False
        quote = quoted(talk.situation.reading.text, ())
        return talk.has_fresh(self.question.id, self.question.says, quote)

    def asks(self, talk: Talk) -> None:
        talk.answer_with(self.question)

    def answers_otherwise(self, talk: Talk) -> None:
        talk.answer_with(self.otherwise)

    def is_too_long(self, talk: Talk) -> bool:
        """With this reply, as many in a row got nowhere as the beat has patience for."""
        going = self.beat.moves_on
        if going is None or talk.situation.memory.stayed + 1 < going.after:
            return False
        return not self.otherwise.goto or self.asks_back(talk)

    def moves_on(self, talk: Talk) -> None:
        """Answer with the line that leads on; without one, as the reply would have been."""
        asking = self.asks_back(talk)
        if self.as_response.says and not asking:
            talk.affect(self.otherwise)
        if self.as_response.says:
            talk.answer_with(self.as_response)
        else:
            talk.answer_with(self.question if asking else self.otherwise)
            talk.rule = self.as_response


def _always(talk: Talk) -> bool:
    return True


def _gets_on(talk: Talk) -> None:
    talk.stay(stuck=False)


def _gets_nowhere(talk: Talk) -> None:
    talk.stay(stuck=True)


def _leaves_for_a_while(talk: Talk) -> None:
    talk.leave_for_a_while()


def _enters(talk: Talk) -> None:
    talk.enter()


def _comes_back(talk: Talk) -> None:
    talk.come_back()
