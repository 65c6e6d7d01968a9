"""Reading a command's arguments, with complaints in one sentence that name a way out."""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

from rehearse.terminal.program import program


class UsageError(Exception):
    """The arguments make no sense; the text is one sentence for the person who typed them."""


class Arguments(argparse.ArgumentParser):
    """An argument parser that raises UsageError where others print and exit."""

    def __init__(self, command: str, summary: str, epilog: str = "") -> None:
        super().__init__(
            prog=f"{program()} {command}",
            description=summary,
            epilog=epilog or None,
            allow_abbrev=False,
            add_help=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        self.add_argument("-h", "--help", action="help", help="show this and exit")

    def parse(self, argv: Sequence[str]) -> argparse.Namespace:
        """The arguments as a namespace. Raises UsageError."""
        known, unknown = self.parse_known_args(list(argv))
        if unknown:
            self._refuse(unknown[0])
        return known

    def json_option(self, what: str) -> None:
        """Add --json, which every command that answers with data takes."""
        self.add_argument("--json", action="store_true", help=f"print {what} as JSON")

    def plain_option(self) -> None:
        """Add --plain, for screen readers and plain terminals: nothing is drawn."""
        self.add_argument("--plain", action="store_true", help="quote words, draw nothing")

    def personas_option(self) -> None:
        """Add --personas, for every command that finds a manager by id or stance."""
        self.add_argument(
            "--personas",
            metavar="DIR",
            type=_folder,
            action="append",
            default=[],
            help="look for managers in this folder too; may be given again",
        )

    def error(self, message: str) -> NoReturn:
        """Raise UsageError instead of printing the usage and exiting."""
        raise UsageError(f"{self.prog}: {message}. See {self.prog} --help.")

    def _refuse(self, word: str) -> NoReturn:
        if word.startswith("-"):
            guess = guess_at(word.split("=")[0], self._option_string_actions)
            raise UsageError(
                f"{self.prog}: {word!r} is not an option of this command.{guess}"
                f" See {self.prog} --help."
            )
        self.error(f"there is one word too many, {word!r}; quotes keep several words together")


def _folder(text: str) -> Path:
    try:
        if Path(text).is_dir():
            return Path(text)
    except (OSError, ValueError):  # a name no folder can have
        pass
    raise argparse.ArgumentTypeError(f"there is no folder {text!r}")


def guess_at(word: str, names: Iterable[str]) -> str:
    """The words " Did you mean NAME?" for the name nearest to `word`; "" if none is near."""
    from rehearse.source.suggest import nearest

    near = nearest(word, names)
    return f" Did you mean {near}?" if near else ""
