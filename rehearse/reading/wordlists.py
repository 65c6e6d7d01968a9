"""The word lists of this room: how they are written down, and what several modules share."""


def word_set(text: str) -> frozenset[str]:
    """The words of `text`."""
    return frozenset(text.split())


def phrase_set(text: str) -> frozenset[str]:
    """The phrases of `text`, set apart by semicolons or line ends."""
    pieces = text.replace(";", "\n").splitlines()
    return frozenset(piece.strip() for piece in pieces if piece.strip())


AUXILIARIES = word_set(
    "can could would will do does did is are am was were have has had should shall"
)
