"""Small scripts, and a reader that believes what a reply says of itself."""

from collections.abc import Callable
from typing import Any

import pytest

from rehearse.persona.build import build
from rehearse.persona.declaration import PERSONA
from rehearse.persona.model import Persona
from rehearse.reading import MOVES, SIGNALS, TONES, Mention, MoveHit, Reading
from rehearse.reading.model import Cue
from rehearse.source import conform, parse_document

HEAD = """\
format: 1
id: a-script
name: Ada Frost
role: Depot Manager
stance: hesitant
difficulty: 3
brief: A talk made for a test.
secret: There is none.
mood: {patience: 50, trust: 50}
turn_limit: {turns: 9, goto: late}
endings:
  late: {outcome: refused, says: Time is up., debrief: Too slow.}
  yes_then: {outcome: agreed, says: You have it., debrief: Well asked.}
"""


class SelfReader:
    """Reads "aggressive blame figure=12: the words" as what stands before the first ": ".

    Known are tones, moves, signals, `unsure`, `topic=name`, `figure=`, `date=` and `role=` (with _
    for a space), `firm=0.7` and `kind=0.2`. A reply without ": " is neutral and certain.
    """

    def read(self, text: str, in_reply_to: str = "") -> Reading:
        """What the reply says of itself."""
        head, colon, words = text.partition(": ")
        if not colon:
            head, words = "", text
        whole = (0, len(words))
        marks = head.split()
        valued = [mark.split("=", 1) for mark in marks if "=" in mark]
        tone = next((mark for mark in TONES if mark in marks), "neutral")
        facts = [(k, v.replace("_", " ")) for k, v in valued if k in ("figure", "date", "role")]
        return Reading(
            text=words,
            tone=tone,
            certain="unsure" not in marks,
            firmness=float(dict(valued).get("firm", 0.5)),
            respect=float(dict(valued).get("kind", 0.5)),
            moves=tuple(MoveHit(m, 1.0, whole, words) for m in marks if m in MOVES),
            cues=(Cue(whole, words, 100.0, 0.1, 0.1, f"tone:{tone}"),) if tone in marks else (),
            signals=frozenset(mark for mark in marks if mark in SIGNALS),
            mentions=tuple(Mention(kind, value, whole) for kind, value in facts),
            topics={value: whole for key, value in valued if key == "topic"},
        )


@pytest.fixture(scope="session")
def reader() -> SelfReader:
    """A reader for replies that say what they are."""
    return SelfReader()


@pytest.fixture(scope="session")
def script() -> Callable[[str], Persona]:
    """Makes a persona of the beats, and whatever else a test writes, in YAML.

    The format is checked; the coach's rules are not, which would want whole talks of every test.
    """

    def make(text: str) -> Persona:
        document = parse_document(HEAD + text)
        assert not conform(document, PERSONA)
        return build(document).persona

    return make


@pytest.fixture(scope="session")
def talk(
    script: Callable[[str], Persona], reader: SelfReader, begin: Callable[..., Any]
) -> Callable[..., Any]:
    """Starts a rehearsal of such a script, read by the self reader, in each of the two ways."""

    def start(text: str, **options: Any) -> Any:
        return begin(script(text), reader=reader, **options)

    return start
