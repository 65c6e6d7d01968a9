"""A bar on standard error that says how far a long piece of work is; none where nobody watches."""

import sys
from typing import TextIO

from rehearse.terminal.typeset import dumb_terminal

_WIDTH = 30


class ProgressBar:
    """Counts up to `total`. It draws only on a terminal that can go back to the line's start."""

    def __init__(self, total: int, what: str, stream: TextIO | None = None) -> None:
        self._total, self._what = total, what
        self._stream = stream or sys.stderr
        self._draws = self._stream.isatty() and not dumb_terminal()
        self._done = 0
        self._shown = ""

    def add(self, number: int) -> None:
        """So many more are done."""
        self._done += number
        full = _WIDTH * self._done // max(self._total, 1)
        self._show(
            f"[{'#' * full}{'.' * (_WIDTH - full)}] {self._done} of {self._total} {self._what}"
        )

    def clear(self) -> None:
        """Take the bar away, so that the answer stands alone."""
        self._show("")

    def _show(self, text: str) -> None:
        if self._draws and text != self._shown:
            self._stream.write("\r" + text.ljust(len(self._shown)) + ("" if text else "\r"))
            self._stream.flush()
            self._shown = text
