"""Phrases that a learner, or a group, taught the reader: beside the book's, and any script's."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class OwnPhrases:
    """Phrases of one's own: cues by the name of the tone, move or signal that they stand for."""

    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def sha256(self) -> str:
        """What stands for them all in a transcript; "" where there are none."""
        if not any(self.phrases.values()):
            return ""
        return sha256(json.dumps(list(self.phrases.items())).encode()).hexdigest()


NO_PHRASES = OwnPhrases()


def phrasebook_hash(book: str, own: str) -> str:
    """The hash of all phrases that a reply is read by, from those of the book and of one's own.

    Without phrases of one's own ("") it is that of the book.
    """
    return sha256(f"{book} {own}".encode()).hexdigest() if own else book
