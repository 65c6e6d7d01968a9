"""A real terminal: bold and dim text, and a prompt with keys, completion and a toolbar."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rehearse.terminal.console import Asking, Console
from rehearse.terminal.keyboard import keys_kept

if TYPE_CHECKING:
    from rehearse.terminal.prompt import ReplyPrompt


class RichConsole(Console):
    """Shows in scrollback, as plain lines do; only the line being typed is redrawn.

    What draws it is imported at the first question: it takes a while, and there is something to
    read meanwhile.
    """

    def __init__(self) -> None:
        super().__init__(styled=True)
        self._prompt: ReplyPrompt | None = None
        self._held = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keeps keys between two prompts."""
        self._held = True
        try:
            with keys_kept():
                yield
        finally:
            self._held = False

    def ask(self, asking: Asking) -> str:
        """A reply of one or more lines. Raises as Console.ask says."""
        self.gap()
        self.flush()
        reply = self._reply_prompt().reply(asking).strip()
        self._unread = 0
        asking.echo(reply)
        return reply

    def line(self, question: str) -> str:
        """A short answer, also while keys are held back. Raises EOFError and KeyboardInterrupt."""
        if not self._held:
            return super().line(question)
        self.gap()
        self.flush()
        self._blank = False
        self._unread = 0
        typed = self._reply_prompt().line(f"{question} ").strip()
        self.item(f"{question} {typed}")  # set anew, as the prompt breaks words at the edge
        return typed

    def forget_typed(self) -> None:
        """Drop what was typed before anything was asked."""
        self._reply_prompt().forget_typed()

    def make_room(self, lines: int) -> None:
        """Wait for Enter where the lines to come would not fit below those not yet read."""
        rows = shutil.get_terminal_size().lines
        if self._unread > 1 and self._unread + lines > rows - 2:
            self.flush()
            self._reply_prompt().read_on("Enter: read on ")
            self._unread = 0

    def _reply_prompt(self) -> "ReplyPrompt":
        if self._prompt is None:
            from rehearse.terminal.prompt import ReplyPrompt

            self._prompt = ReplyPrompt(self.note)
        return self._prompt
