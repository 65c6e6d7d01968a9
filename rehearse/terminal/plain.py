"""Plain lines in and out: for pipes, dumb terminals, screen readers, and whoever likes them."""

import sys
from typing import TextIO

from rehearse.terminal.console import Asking, Console


class PlainConsole(Console):
    """Reads a reply a line and redraws nothing. From a pipe it repeats what was replied."""

    def __init__(self, interactive: bool = False) -> None:
        super().__init__(styled=False)
        self.interactive = interactive
        if not sys.stdin.isatty() and hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")

    def ask(self, asking: Asking) -> str:
        """The next line that is not empty. Raises as Console.ask says."""
        self.gap()
        warned = False
        while True:
            try:
                reply = self._line(asking.prompt)
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
            if self.interactive:
                self.note(asking.waiting)

    def make_room(self, lines: int) -> None:
        """Plain lines wait for nobody: a screen reader keeps its own pace."""

    def _line(self, prompt: str) -> str:
        if self.interactive:
            print(prompt, end="", flush=True)
        line = _read(sys.stdin)
        self._blank = self._blank and not self.interactive
        if not line:
            if self.interactive:
                print()
            raise EOFError
        return line.strip()


def _read(stream: TextIO) -> str:
    """One line; "" at the end of file. A stream that was closed has none."""
    try:
        return stream.readline()
    except ValueError:
        return ""
