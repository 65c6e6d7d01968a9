"""Reading a file into a document: the only place where script files are opened."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from rehearse.source.compose import LARGEST, compose
from rehearse.source.node import Document
from rehearse.source.problem import Place, Problem, SourceError


def read_text(path: str | Path) -> tuple[str, str]:
    """The text of a file in UTF-8 (with or without byte order mark) and the SHA-256 of its bytes.

    Raises SourceError: P000 cannot be opened, P001 not UTF-8, P007 larger than 4 MB.
    """
    file = str(path)
    try:
        if not Path(path).is_file():
            raise _refuse(file, 1, 1, "P000", "There is no such file.")
        with open(path, "rb") as stream:
            data = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, SourceError):
            raise
        reason = getattr(error, "strerror", None) or "not a usable path"
        raise _refuse(file, 1, 1, "P000", f"The file cannot be read: {reason}.") from None
    if len(data) > LARGEST:
        raise _refuse(file, 1, 1, "P007", "The file is larger than 4 MB.", "Split it up.")
    try:
        return data.decode("utf-8-sig"), sha256(data).hexdigest()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        message = "The file is not UTF-8 text from here on."
        mend = "Save it as UTF-8 in your editor."
        raise _refuse(file, line, column, "P001", message, mend) from None


def digest_of_all(digests: Sequence[str]) -> str:
    """One SHA-256 for several files, by theirs: another file or another order gives another one."""
    return sha256(" ".join(digests).encode()).hexdigest()


def read_document(path: str | Path) -> Document:
    """The document in a file, with what is odd but readable in `Document.problems`.

    Raises SourceError for what stops the reading.
    """
    text, digest = read_text(path)
    document = compose(text, str(path))
    document.sha256 = digest
    return document


def load_document(path: str | Path) -> Document:
    """The document in a file. Raises SourceError with every error found in it as YAML."""
    return _sound(read_document(path))


def parse_document(text: str, file: str = "<text>") -> Document:
    """The document in a text; `file` names it in problems. Raises as `load_document` does."""
    return _sound(compose(text, file))


def _sound(document: Document) -> Document:
    if any(problem.severity == "error" for problem in document.problems):
        raise SourceError(document.problems)
    return document


def _refuse(
    file: str, line: int, column: int, code: str, message: str, mend: str = ""
) -> SourceError:
    return SourceError([Problem(Place(file, line, column), code, message, mend)])
