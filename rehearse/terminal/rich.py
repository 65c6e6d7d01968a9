"""A real terminal: bold and dim text, and a prompt with keys, completion and a toolbar."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rehearse.terminal.console import Asking, Console

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
        reply = self._reply_prompt().reply(asking)
        self._blank = False
        return reply

    def choose(self, question: str, keys: Mapping[str, str]) -> str:
        """The word of the key pressed; no Enter is needed after it."""
        self.gap()
        self.flush()
        self._blank = False
        return self._reply_prompt().key(question, keys)

    def _reply_prompt(self) -> "ReplyPrompt":
        if self._prompt is None:
            from rehearse.terminal.prompt import ReplyPrompt

            self._prompt = ReplyPrompt(self.note)
        return self._prompt
