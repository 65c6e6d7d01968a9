"""Plain lines in and out: for pipes, dumb terminals, screen readers, and whoever likes them."""

import select
import sys
from collections.abc import Callable
from typing import TextIO

from rehearse.terminal.console import LOOKS, SILENCE, Asking, CameUpError, Console, Draft


class PlainConsole(Console):
    """Reads a reply a line and redraws nothing. From a pipe it repeats what was replied."""

    def __init__(self, interactive: bool = False) -> None:
        super().__init__(styled=False)
        self.interactive = interactive
        if not sys.stdin.isatty() and hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")

    def ask(self, asking: Asking) -> str:
        """The next line that is not empty; a person's second empty one in a row is a silence.

        Raises as Console.ask says.
        """
        self.gap()
        warned = waited = False
        while True:
            try:
                reply = self._line(asking)
            except KeyboardInterrupt:
                if warned or not self.interactive:
                    raise
                warned = True
                print()
                self.note(asking.leaving)
                continue
            if reply:
                if not self.interactive:
                    asking.echo(reply)
                return reply
            if self.interactive and waited:
                return SILENCE
            if self.interactive:
                waited = True
                self.note(asking.waiting)

    def make_room(self, lines: int) -> None:
        """Plain lines wait for nobody: a screen reader keeps its own pace."""

    def _line(self, asking: Asking) -> str:
        if self.interactive:
            print(asking.prompt, end="", flush=True)
            if asking.news is not None:
                self._wait(asking.news)
        line = _read(sys.stdin)
        self._blank = self._blank and not self.interactive
        if not line:
            if self.interactive:
                print()
            raise EOFError
        return line.strip()

    def _wait(self, news: Callable[[], bool]) -> None:
        """Wait for a line; the terminal itself keeps what is typed of it. Raises CameUpError."""
        while True:
            if news():
                print()
                raise CameUpError(Draft())
            if _keys_waiting():
                return


def _keys_waiting() -> bool:
    """Whether a line was typed, after a short wait. Where nobody can tell: yes."""
    try:
        return bool(select.select([sys.stdin], [], [], LOOKS)[0])
    except (OSError, ValueError):  # a system that asks this of sockets alone
        return True


def _read(stream: TextIO) -> str:
    """One line; "" at the end of file. A stream that was closed has none."""
    try:
        return stream.readline()
    except ValueError:
        return ""
