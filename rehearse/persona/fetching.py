"""Finding and reading the files a script names: those beside it or below, and the built-in ones.

A name leads nowhere else: no absolute path, no `..`, no way out by a symbolic link. So a script
from a stranger can read nothing but what lies with it.
"""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from rehearse.persona.layers import gather
from rehearse.source import Document, Node, Problem, SourceError, did_you_mean, read_document
from rehearse.source.characters import shown
from rehearse.source.compose import LARGEST

ENDINGS = (".yaml", ".yml")
PARTS = "parts"  # the folder of the parts that come with the program, in that of the managers
_BARE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MOST_SUGGESTED = 200  # files looked at for a did-you-mean


@dataclass(slots=True)
class Fetcher:
    """Reads the files that a script names. `left` is how many characters may still be read."""

    left: int = LARGEST
    _read: dict[str, Document] = field(default_factory=dict)

    def path_of(self, document: Document, node: Node, extends: bool) -> str:
        """Where the file named by a text of a document lies, whether there is one or not.

        Raises SourceError (P602) for a name that leads out of the document's folder.
        """
        wanted = node.value.strip()
        if _BARE.fullmatch(wanted):
            house = built_in_folder() if extends else built_in_folder() / PARTS
            return str(house / f"{wanted}.yaml")
        steps = wanted.split("/")
        folder = os.path.dirname(document.file)
        path = os.path.join(folder, *(step for step in steps if step != "."))
        if document.file.startswith("<") or _leads_out(wanted, steps) or _is_outside(path, folder):
            message = f"{shown(wanted)} lies outside the folder of this script."
            mend = "Put the file beside the script, or in a folder there: parts/goodbyes.yaml."
            raise SourceError([document.problem(node, "P602", message, mend)])
        return path

    def fetch(self, document: Document, node: Node, extends: bool) -> Document:
        """The document in the file named. Raises SourceError: P601, P602, or what is wrong in it.

        Of a file read before, the same document.
        """
        path = self.path_of(document, node, extends)
        if path in self._read:
            return self._read[path]
        if not os.path.isfile(path):
            raise SourceError([_not_there(document, node, extends)])
        found = read_document(path)
        self.left -= sum(len(line) + 1 for line in found.lines)
        if self.left < 0:
            message = "This script and all it takes in are larger than 4 MB together."
            raise SourceError([document.problem(node, "P007", message, "Take in less.")])
        self._read[path] = found
        return found


def built_in_folder() -> Path:
    """The folder of the managers that come with the program."""
    from rehearse.persona.shelf import built_in_folder

    return built_in_folder()


def is_part(path: str | Path) -> bool:
    """Whether a file is written as a part: a line of its first 100 begins with `part:`."""
    try:
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            return any(line.startswith("part:") for line, _ in zip(file, range(100), strict=False))
    except (OSError, ValueError):
        return False


def files_of(path: str | Path) -> list[str]:
    """The files a script is made of, in the order they are joined, itself first. Raises nothing.

    Those it names that are not there (yet) are among them; what a broken file names is not known.
    """
    fetcher, found = Fetcher(), [str(path)]

    def follow(document: Document, node: Node, extends: bool) -> Document:
        found.append(fetcher.path_of(document, node, extends))
        return fetcher.fetch(document, node, extends)

    with suppress(SourceError):
        gather(read_document(path), follow)
    return list(dict.fromkeys(found))


def _leads_out(wanted: str, steps: list[str]) -> bool:
    return ".." in steps or "" in steps or any(sign in wanted for sign in "\\:~\0")


def _is_outside(path: str, folder: str) -> bool:
    home = os.path.realpath(folder or ".")
    return not os.path.realpath(path).startswith(os.path.join(home, ""))


def _not_there(document: Document, node: Node, extends: bool) -> Problem:
    wanted = node.value.strip()
    bare = bool(_BARE.fullmatch(wanted))
    what = ("built-in manager" if extends else "built-in part") if bare else "file"
    mend = did_you_mean(wanted, dict.fromkeys(_names_there(document, extends)))
    if not mend:
        mend = "Write the way to a file from the folder of this one: parts/goodbyes.yaml."
    return document.problem(node, "P601", f"There is no {what} {shown(wanted)}.", mend)


def _names_there(document: Document, extends: bool) -> Iterator[str]:
    """What could have been named: the files beside the document, then the built-in ones."""
    for path in _files_beside(document):
        if is_part(path) != extends:
            yield path.relative_to(Path(document.file).parent).as_posix()
    folder = built_in_folder() if extends else built_in_folder() / PARTS
    yield from sorted(path.stem for path in folder.glob("*.yaml"))


def _files_beside(document: Document) -> Iterator[Path]:
    if document.file.startswith("<"):
        return
    own, looked_at = Path(document.file), 0
    for folder, inner, files in os.walk(own.parent):
        inner[:] = sorted(name for name in inner if not name.startswith("."))[:_MOST_SUGGESTED]
        for name in sorted(files):
            looked_at += 1
            if looked_at > _MOST_SUGGESTED:
                return
            path = Path(folder, name)
            if path.suffix in ENDINGS and path != own:
                yield path
