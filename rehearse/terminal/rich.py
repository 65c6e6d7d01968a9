"""A real terminal: bold and dim text, and a prompt with keys, completion and a toolbar."""

import shutil
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from rehearse.terminal.console import Asking, Choice, Console
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

    def held(self) -> AbstractContextManager[None]:
        """Keeps keys between two prompts."""
        return keys_kept()

    def ask(self, asking: Asking) -> str:
        """A reply of one or more lines. Raises as Console.ask says."""
        self.gap()
        self.flush()
        reply = self._reply_prompt().reply(asking).strip()
        self._unread = 0
        asking.echo(reply)
        return reply

    def choose(self, choices: Sequence[Choice]) -> str:
        """The word of the choice whose key was pressed; no Enter is needed after it."""
        self.gap()
        for choice in choices:
            self.item(f"{choice.key or 'Enter'}: {choice.label}")
        self.flush()
        word = self._reply_prompt().key({choice.key: choice.word for choice in choices})
        self._blank = False
        self._unread = 0
        return word

    def make_room(self, lines: int) -> None:
        """Wait for Enter where the lines to come would not fit below those not yet read."""
        rows = shutil.get_terminal_size().lines
        if self._unread > 1 and self._unread + lines > rows - 2:
            self.flush()
            self._reply_prompt().key({"": "more"}, "Enter: read on ")
            self._unread = 0

    def _reply_prompt(self) -> "ReplyPrompt":
        if self._prompt is None:
            from rehearse.terminal.prompt import ReplyPrompt

            self._prompt = ReplyPrompt(self.note)
        return self._prompt
