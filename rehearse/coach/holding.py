"""One talk between a bot and a manager, held to its end."""

from dataclasses import dataclass
from functools import cache
from random import Random
from typing import TYPE_CHECKING

from rehearse.coach.bots import Bot, seed_of_talk
from rehearse.coach.habits import Part
from rehearse.coach.known_readings import KnowingReader
from rehearse.coach.repertoire import Repertoire, load_corpus
from rehearse.dialogue.rehearsal import Rehearsal
from rehearse.persona.model import Persona
from rehearse.pitch.model import Pitch
from rehearse.transcript.model import EndRecord, Header, Transcript, TurnRecord

if TYPE_CHECKING:
    from rehearse.dialogue.rehearsal import ReadsReplies
    from rehearse.reading import Reader


@dataclass(frozen=True, slots=True)
class Stage:
    """What the talks of one run share: the manager, the seed, what is said and how it is read."""

    persona: Persona
    seed: int
    replies: Repertoire
    reader: "ReadsReplies"

    def hold(self, bot: Bot, number: int) -> Rehearsal:
        """The bot's talk with this number, from 0. The same arguments give the same talk."""
        seed = seed_of_talk(self.seed, bot.name, number)
        rehearsal = Rehearsal(self.persona, seed, bot.pitch, self.reader)
        part = Part(self.persona, self.replies, Random(seed), number)
        part.heard, part.beat = rehearsal.opening, rehearsal.state
        for reply in bot.habit(part):
            turn = rehearsal.reply(reply)
            if rehearsal.over:
                break
            part.said.add(reply)
            part.heard, part.beat = turn.answer, turn.to
        return rehearsal


def set_stage(persona: Persona, seed: int, reader: "ReadsReplies | None" = None) -> Stage:
    """The stage for a run; `reader` defaults to the phrase book with the persona's own phrases."""
    reader = reader or _book_reader().with_phrases(persona.phrases, persona.topics)
    return Stage(persona, seed, Repertoire(load_corpus(), seed), KnowingReader(reader))


@cache
def _book_reader() -> "Reader":
    """A reader of the phrase book that comes with Rehearse: made once, as it takes a while."""
    from rehearse.reading import Reader, load_phrase_book

    return Reader(load_phrase_book())


def transcript_of(rehearsal: Rehearsal, phrasebook: str = "") -> Transcript:
    """A talk as a transcript, ready to be scored, shown or written; its times are left out."""
    persona, end = rehearsal.persona, rehearsal.end
    pitch = None if rehearsal.pitch == Pitch() else rehearsal.pitch.to_json()
    ids = {"id": persona.id, "sha256": persona.sha256}
    turns = tuple(
        TurnRecord(turn.number, turn.state, turn.manager, turn.reply, turn.reading, turn.mood,
                   turn.to, "", turn.rule, turn.points)
        for turn in rehearsal.turns
    )  # fmt: skip
    return Transcript(
        Header("", ids, phrasebook, rehearsal.seed, "", pitch), turns,
        end=EndRecord(end.state, end.outcome, end.manager) if end else None,
    )  # fmt: skip
