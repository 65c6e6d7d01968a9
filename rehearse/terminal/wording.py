"""Words for what the program knows as names and numbers, as a learner should read them."""

import shlex
from collections.abc import Mapping
from pathlib import Path

from rehearse.persona.model import Persona
from rehearse.persona.shelf import file_of
from rehearse.reading.model import Reading
from rehearse.transcript.store import persona_folders

STANCES = {
    "receptive": "on your side, and will test how well you prepared",
    "hesitant": "friendly, but would rather keep you where you are",
    "surly": "short with you, and hard to win over",
}
DIFFICULTIES = {1: "gentle", 2: "fairly easy", 3: "demanding", 4: "hard", 5: "very hard"}
MOVES = {
    "gratitude": "thanks",
    "open_agenda": "saying what the talk is about",
    "timing_check": "asking whether now is a good time",
    "check_in": "asking how they see your work",
    "evidence": "an example of your work",
    "team_impact": "what it did for the team",
    "direct_ask": "asking for what you want",
    "future_value": "what you will bring",
    "plan": "a plan",
    "ask_criteria": "asking what it takes",
    "seek_feedback": "asking for feedback",
    "visibility": "asking for work that is seen",
    "partnership": "working on it together",
    "skill_development": "a skill you want to learn",
    "offer_support": "an offer to help",
    "alternatives": "another way up",
    "mentor_network": "a mentor or an ally",
    "timeline": "a date",
    "acknowledge": "taking their point",
    "next_steps": "next steps",
    "entitlement": "being owed it",
    "ultimatum": "a threat to leave",
    "blame": "blame",
    "comparison": "a comparison with others",
    "badmouth": "running somebody down",
    "self_minimise": "making yourself small",
    "hedge": "hedging",
    "give_up": "giving up",
    "hint": "a hint instead of an ask",
    "demand": "a demand",
    "personal_need": "your own needs as the reason",
}
SIGNALS = {
    "question": "a question",
    "repair": "taking back a bad line",
    "agreement": "a yes",
    "refusal": "a no",
    "greeting": "a greeting",
    "farewell": "a goodbye",
    "silence": "silence",
}
_TITLES = ("dr", "mr", "mrs", "ms", "mx", "prof", "professor", "sir", "dame")
_LEVELS = ((15, "almost gone"), (35, "low"), (60, "middling"), (80, "good"), (100, "high"))


def heard(reading: Reading) -> str:
    """Everything a rule can go by beside the tone, with the words that made it, in one sentence.

    Moves first, then signals, topics and mentions.
    """
    parts = [
        f"{MOVES.get(hit.move, hit.move)}{_quoted(reading, hit.span)}" for hit in reading.moves
    ]
    parts += [f"{SIGNALS[name]}{of_signal(reading, name)}" for name in sorted(reading.signals)]
    parts += [
        f"the topic {_plain(name)}{_quoted(reading, span)}" for name, span in reading.topics.items()
    ]
    parts += [f"a {one.kind}{_quoted(reading, one.span)}" for one in reading.mentions]
    return f"Heard in it: {', '.join(parts) or 'nothing in particular'}."


def of_signal(reading: Reading, name: str) -> str:
    """The words of a signal, quoted and in brackets, where the reading knows them; else ""."""
    spans = (cue.span for cue in reading.cues if cue.source == f"signal:{name}")
    return next((_quoted(reading, span) for span in spans), "")


def _quoted(reading: Reading, span: tuple[int, int]) -> str:
    return f" (“{_words(reading, span)}”)"


def _words(reading: Reading, span: tuple[int, int]) -> str:
    return " ".join(reading.text[span[0] : span[1]].split())


def speaker(name: str) -> str:
    """What stands before a manager's lines: the first name, or all of "Dr Mina Okafor"."""
    words = name.split()
    if not words or words[0].rstrip(".").lower() in _TITLES:
        return " ".join(words) or "Manager"
    return words[0]


def difficulty(persona: Persona, calm: bool = False) -> str:
    """How hard a manager is, in a word and, unless `calm`, as a number of five."""
    word = DIFFICULTIES.get(persona.difficulty, "demanding")
    return word if calm else f"{word} ({persona.difficulty} of 5)"


def stance(persona: Persona) -> str:
    """The manager's stance and what it means: "hesitant: friendly, but ..."."""
    return f"{persona.stance}: {STANCES[persona.stance]}"


def level(value: int) -> str:
    """A meter (0 to 100) in words."""
    return next((word for most, word in _LEVELS if value <= most), _LEVELS[-1][1])


def mood_in_words(mood: Mapping[str, int], calm: bool = False) -> str:
    """All meters in one line, "patience middling (55), trust low (25)"; calm: without numbers."""
    parts = (
        f"{_plain(name)} {level(value)}" + ("" if calm else f" ({value})")
        for name, value in mood.items()
    )
    return ", ".join(parts)


def mood_change(before: Mapping[str, int], after: Mapping[str, int], calm: bool = False) -> str:
    """What a reply did to the meters, each in its own clause."""
    parts = []
    for name, now in after.items():
        change = now - before.get(name, now)
        if not change:
            parts.append(f"{_plain(name)} as before" + ("" if calm else f" ({now})"))
        elif calm:
            parts.append(f"{_plain(name)} {_size(change)}")
        else:
            parts.append(f"{_plain(name)} {now - change} to {now} ({change:+d})")
    return ", ".join(parts)


def _size(change: int) -> str:
    much = "a little " if abs(change) < 8 else "a lot " if abs(change) > 18 else ""
    return much + ("better" if change > 0 else "worse")


def _plain(name: str) -> str:
    return name.replace("_", " ")


def manager_argument(persona: Persona) -> str:
    """How the command line names this manager: by its id where that leads to it, else by path."""
    if not persona.path or _led_to(persona.id) == Path(persona.path).resolve():
        return persona.id
    return shlex.quote(persona.path)


def _led_to(persona_id: str) -> Path | None:
    found = file_of(persona_id, persona_folders())
    return None if found is None else found.resolve()


def found_with(persona: Persona) -> str:
    """The option, with a space before it, by which other commands find this manager; "" for none.

    It names the folder of a script that is neither built in nor kept at home.
    """
    if manager_argument(persona) == persona.id:
        return ""
    return f" --personas {shlex.quote(str(Path(persona.path).parent))}"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its word: "1 reply", "3 replies"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
