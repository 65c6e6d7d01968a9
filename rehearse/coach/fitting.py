"""Which rules listen for a reply by name, whichever of them answered it in the end."""

from collections.abc import Iterator

from rehearse.dialogue.turn import Turn
from rehearse.persona.model import Condition, Persona
from rehearse.reading.model import Reading


class Fitting:
    """The rules of a script that ask for something by name: a tone, a move, a signal, a topic."""

    def __init__(self, persona: Persona) -> None:
        always = [(one.id, one.when) for one in persona.always if asks_by_name(one.when)]
        self._reacts = [(one.id, one.when) for one in persona.reacts if asks_by_name(one.when)]
        self._answers = {
            beat.name: always + [(one.id, one.when) for one in beat.hears if asks_by_name(one.when)]
            for beat in persona.beats.values()
        }
        self._known: dict[tuple[str, frozenset[str]], tuple[list[str], list[str]]] = {}

    def of(self, turn: Turn) -> Iterator[tuple[str, str]]:
        """Each rule the reply fits by name, with the rule that was used ("" for no reaction)."""
        key = (turn.state, names_read(turn.reading))
        if key not in self._known:
            self._known[key] = (
                [rule for rule, when in self._reacts if fits(when, key[1])],
                [rule for rule, when in self._answers[turn.state] if fits(when, key[1])],
            )
        reactions, answers = self._known[key]
        yield from ((rule, turn.reaction) for rule in reactions)
        yield from ((rule, turn.rule) for rule in answers)


def names_read(reading: Reading) -> frozenset[str]:
    """All that a script may ask for by name in a reply; "topic:" stands before a topic."""
    names = {hit.move for hit in reading.moves} | reading.signals
    names |= {f"topic:{name}" for name in reading.topics}
    return frozenset(names | {reading.tone} if reading.certain else names)


def fits(condition: Condition, names: frozenset[str]) -> bool:
    """Whether the names a condition asks for are there; whatever else it asks is passed over."""
    return (
        (not condition.any_of or any(_there(part, names) for part in condition.any_of))
        and all(_there(part, names) for part in condition.all_of)
        and not any(part in names for part in condition.none_of if isinstance(part, str))
        and (not condition.topic or any(f"topic:{name}" in names for name in condition.topic))
    )


def _there(part: str | Condition, names: frozenset[str]) -> bool:
    return fits(part, names) if isinstance(part, Condition) else part in names


def wanted_names(condition: Condition) -> Iterator[str]:
    """The names a condition listens for, however deep they stand; "topic:" before a topic."""
    for part in (*condition.any_of, *condition.all_of):
        if isinstance(part, Condition):
            yield from wanted_names(part)
        else:
            yield part
    yield from (f"topic:{name}" for name in condition.topic)


def asks_by_name(condition: Condition) -> bool:
    """Whether a condition listens for anything by name."""
    return next(wanted_names(condition), "") != ""
