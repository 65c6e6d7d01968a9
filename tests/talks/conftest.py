"""The managers that come with the program, and whole talks with them."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import rehearse
from rehearse.persona import built_in_folder, load_persona
from rehearse.persona.model import Persona
from rehearse.pitch import Pitch
from rehearse.reading import Reader, Reading, load_phrase_book
from rehearse.transcript import Transcript

MANAGERS = sorted(path.stem for path in built_in_folder().glob("*.yaml"))
TALKS = Path(__file__).parent.parent / "personas"
CORPUS = Path(rehearse.__file__).parent / "reading" / "corpus"


@dataclass(frozen=True, slots=True)
class RememberingReader:
    """The reader a manager has, reading nothing twice: talks held many times stay quick."""

    reader: Reader
    known: dict[tuple[str, str], Reading] = field(default_factory=dict)

    def read(self, text: str, in_reply_to: str = "") -> Reading:
        """How the reply reads, as an answer to what the manager said last."""
        key = (text, in_reply_to)
        if key not in self.known:
            self.known[key] = self.reader.read(text, in_reply_to)
        return self.known[key]


class Held(NamedTuple):
    """A talk held to its end, and what was kept of it."""

    rehearsal: Any
    transcript: Transcript


@pytest.fixture(scope="session", params=MANAGERS)
def manager(request: pytest.FixtureRequest) -> Persona:
    """Each manager that comes with the program."""
    return load(request.param)


@cache
def load(manager_id: str) -> Persona:
    """A manager by id, loaded once: pytest asks again whenever it changes the way of a talk."""
    return load_persona(built_in_folder() / f"{manager_id}.yaml")


@pytest.fixture(scope="session")
def reader_for() -> Callable[[Persona], RememberingReader]:
    """Gives the one reader of a manager, made when first asked for."""
    plain = Reader(load_phrase_book())
    readers: dict[str, RememberingReader] = {}

    def find(persona: Persona) -> RememberingReader:
        if persona.id not in readers:
            own = plain.with_phrases(persona.phrases, persona.topics)
            readers[persona.id] = RememberingReader(own)
        return readers[persona.id]

    return find


@pytest.fixture(scope="session")
def play(
    begin: Callable[..., Any],
    record: Callable[[Any], Transcript],
    reader_for: Callable[[Persona], RememberingReader],
) -> Callable[..., Held]:
    """Holds a talk: these replies one by one; where they run out before its end, we leave.

    Replies left over when the manager ends it stay unsaid.
    """

    def hold(
        persona: Persona, replies: list[str], seed: int = 1, pitch: Pitch | None = None
    ) -> Held:
        rehearsal = begin(persona, seed=seed, pitch=pitch, reader=reader_for(persona))
        for reply in replies:
            if not rehearsal.over:
                rehearsal.reply(reply)
        if not rehearsal.over:
            rehearsal.leave()
        return Held(rehearsal, record(rehearsal))

    return hold


@pytest.fixture(scope="session")
def talk_files() -> Callable[[Persona], dict[str, list[str]]]:
    """Gives the talks written for a manager, {"prepared-1": its replies in order, …}."""

    def find(persona: Persona) -> dict[str, list[str]]:
        files = sorted((TALKS / persona.id).glob("*.txt"))
        return {file.stem: file.read_text("utf-8").splitlines() for file in files}

    return find


@pytest.fixture(scope="session")
def corpus() -> dict[str, list[str]]:
    """Replies as people type them, by the tone they were written in."""
    replies: dict[str, list[str]] = {}
    for path in sorted(CORPUS.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            entry = json.loads(line)
            replies.setdefault(entry["tone"], []).append(entry["text"])
    return replies
