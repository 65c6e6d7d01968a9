"""The reader of replies, made ready while the learner reads and types."""

import contextlib
import threading
from importlib import import_module
from typing import TYPE_CHECKING

from rehearse.persona.model import Persona
from rehearse.reading.model import Reading
from rehearse.reading.own import NO_PHRASES, OwnPhrases

if TYPE_CHECKING:
    from rehearse.reading import Reader


class LateReader:
    """A reader whose phrase book, which takes a while to load, may come after the first prompt.

    `hurry` starts loading beside whatever else is done, along with everything else that the first
    reply needs and the prompt does not; the first reply waits for it. It reads like the
    reader that a Rehearsal makes for itself, and knows the learner's `own` phrases too.
    """

    def __init__(self, persona: Persona, own: OwnPhrases = NO_PHRASES) -> None:
        self.own = own
        self.persona = persona
        self._thread: threading.Thread | None = None
        self._reader: Reader | None = None

    def hurry(self) -> None:
        """Load in the background."""
        if self._thread is None:
            self._thread = threading.Thread(target=_get_ready, args=[self.persona], daemon=True)
            self._thread.start()

    @property
    def phrasebook(self) -> str:
        """The phrase book's sha256; waits for the book."""
        from rehearse.reading import load_phrase_book

        self._wait()
        return load_phrase_book().sha256

    def read(self, text: str, in_reply_to: str = "") -> Reading:
        """How the reply reads, as an answer to what the manager said last."""
        if self._reader is None:
            from rehearse.reading import reader_knowing

            self._wait()
            plain = reader_knowing(self.own)
            self._reader = plain.with_phrases(self.persona.phrases, self.persona.topics)
        return self._reader.read(text, in_reply_to=in_reply_to)

    def _wait(self) -> None:
        if self._thread is not None:
            self._thread.join()


def _get_ready(persona: Persona) -> None:
    """Load for later the book, and what moves a talk and writes it down.

    What goes wrong here goes wrong again, and is told, at its use.
    """
    with contextlib.suppress(Exception):
        from rehearse.dialogue.machine import machine_for

        machine_for(persona)
        import_module("rehearse.pitch.points")
        import_module("rehearse.transcript.recorder")
        import_module("rehearse.reading").reader_knowing(NO_PHRASES)
