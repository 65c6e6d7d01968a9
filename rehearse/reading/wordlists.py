"""How the word lists of this room are written down: plain text, one set."""


def word_set(text: str) -> frozenset[str]:
    """The words of `text`."""
    return frozenset(text.split())


def phrase_set(text: str) -> frozenset[str]:
    """The phrases of `text`, set apart by semicolons or line ends."""
    pieces = text.replace(";", "\n").splitlines()
    return frozenset(piece.strip() for piece in pieces if piece.strip())
