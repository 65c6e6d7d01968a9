"""A real terminal: bold and dim text, and a prompt with keys, completion and a toolbar."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rehearse.terminal.console import Asking, Choice, Console

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

    def ask(self, asking: Asking) -> str:
        """A reply of one or more lines. Raises as Console.ask says."""
        self.gap()
        self.flush()
        reply = self._reply_prompt().reply(asking).strip()
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
        return word

    def _reply_prompt(self) -> "ReplyPrompt":
        if self._prompt is None:
            from rehearse.terminal.prompt import ReplyPrompt

            self._prompt = ReplyPrompt(self.note)
        return self._prompt
