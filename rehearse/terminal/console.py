"""The seam between a talk and a screen: what can be shown and asked, whatever the terminal is."""

import os
import re
import shutil
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

from rehearse.terminal.keyboard import forget_keys
from rehearse.terminal.typeset import dumb_terminal, printable, wrap

WIDEST, NARROWEST = 78, 20
_STAGE = re.compile(r"\([^()]*\)?")  # a direction, also one that goes on in the next line
_QUESTION = "Your choice:"
LOOKS = 0.4  # seconds between two looks for news while a reply is waited for
SILENCE = "..."  # the reply of who says nothing
_BOLD, _DIM, _NAME, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[1;35m", "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Draft:
    """A reply begun: its text, and how many characters stand before the cursor."""

    text: str = ""
    cursor: int = 0


class CameUpError(Exception):
    """Something came up while a reply was waited for; `draft` is what was typed of it."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft


@dataclass(frozen=True, slots=True)
class Asking:
    """What a console needs to ask for a reply.

    `commands` maps each slash command to its line of help; `status` gives the toolbar's text and
    may be "" (no toolbar); `waiting` is said to an empty reply, `leaving` to the first Ctrl-C;
    `ready` is called, perhaps more than once, when the prompt is up, for what can wait till then;
    `echo` shows a reply where the screen does not have it already. `news`, if there is any to wait
    for, is asked now and then whether something came up; `draft` is a reply begun before.
    """

    prompt: str = "You: "
    commands: Mapping[str, str] = field(default_factory=dict)
    status: Callable[[int], str] = lambda width: ""
    waiting: str = ""
    leaving: str = "Press Ctrl-C again to leave."
    ready: Callable[[], None] = lambda: None
    echo: Callable[[str], None] = lambda reply: None
    news: Callable[[], bool] | None = None
    draft: Draft = Draft()


@dataclass(frozen=True, slots=True)
class Choice:
    """A key, what it is for, and the word that stands for it. The key "" is Enter alone."""

    key: str
    label: str
    word: str


class Console(ABC):
    """Shows lines in order and asks for replies; nothing shown is ever changed afterwards.

    `interactive` says whether a person sits at it; `styled` whether bold and colour may be used.
    Everything shown is cleaned of what could steer a terminal, and wrapped at its width.
    """

    interactive = True

    def __init__(self, styled: bool = False) -> None:
        self.styled = styled
        self._blank = True  # whether the last line shown was empty
        self._in_stage = False
        self._unread = 0  # lines shown since a key was last waited for

    @abstractmethod
    def ask(self, asking: Asking) -> str:
        """A reply as typed, its ends trimmed; never empty, and on the screen afterwards.

        Raises EOFError (Ctrl-D, end of file), KeyboardInterrupt (Ctrl-C twice) and CameUpError.
        """

    def choose(self, choices: Sequence[Choice]) -> str:
        """The word of the choice typed with Enter. Enter alone, the last, also stands for leaving.

        What was typed before the question is no answer to it; what is none of the choices is
        told so. Where no person sits at it, nothing is asked.
        """
        if not self.interactive:
            return choices[-1].word
        self.gap()
        for choice in choices:
            key = f"{choice.key} and Enter" if choice.key else "Enter alone"
            self.item(f"{key}: {choice.label}")
        self.flush()
        self.forget_typed()
        words = {choice.key: choice.word for choice in choices}
        while True:
            try:
                typed = self.line(_QUESTION).lower()
            except (EOFError, KeyboardInterrupt):
                self.lines([""])
                typed = ""
            if typed in words:
                return words[typed]
            keys = " or ".join(choice.key for choice in choices if choice.key)
            self.note(f"That is none of these. Type {keys} and Enter, or Enter alone.")

    def forget_typed(self) -> None:
        """Drop what was typed before anything was asked."""
        forget_keys()

    def line(self, question: str) -> str:
        """A short answer on a line of its own. Raises EOFError and KeyboardInterrupt."""
        self.gap()
        print(f"{question} ", end="", flush=True)
        typed = sys.stdin.readline()
        self._blank = False
        if not typed:
            print()
            raise EOFError
        return typed.strip()

    def held(self) -> AbstractContextManager[None]:
        """What to enter for the length of a talk, so that keys typed too early are kept."""
        return nullcontext()

    @abstractmethod
    def make_room(self, lines: int) -> None:
        """Let a person read on before so many more lines push what they read off the screen."""

    def width(self) -> int:
        """How wide to set text right now."""
        wide = shutil.get_terminal_size().columns - 1 if sys.stdout.isatty() else WIDEST
        return max(NARROWEST, min(wide, WIDEST))

    def speech(self, name: str, line: str) -> None:
        """A line somebody says, behind their name."""
        lines = wrap(f"{name}: {line}", self.width(), "  ", first="")
        self._in_stage = False
        head = printable(f"{name}:")
        for number, text in enumerate(lines):
            start = len(head) if number == 0 and text.startswith(head) else 0
            self._put(self._style(text[:start], _NAME) + self._dim_stage(text[start:]))

    def note(self, text: str, indent: str = "") -> None:
        """The program's own words; each paragraph is wrapped."""
        for paragraph in text.strip().split("\n"):
            for line in wrap(paragraph, self.width(), indent):
                self._put(line)

    def item(self, text: str) -> None:
        """A paragraph whose further lines stand to the right of its first."""
        self.lines(wrap(text, self.width(), "  ", first=""))

    def title(self, text: str) -> None:
        """A heading, with an empty line before it."""
        self.gap()
        for line in wrap(text, self.width()):
            self._put(self._style(line, _BOLD))

    def lines(self, lines: Iterable[str]) -> None:
        """Lines as they are, for what must not be wrapped, such as a path to copy."""
        for line in lines:
            self._put(printable(line))

    def gap(self) -> None:
        """An empty line, unless there is one already."""
        if not self._blank:
            self._put("")

    def flush(self) -> None:
        """Hand over what was shown so far."""
        sys.stdout.flush()

    def _style(self, text: str, style: str) -> str:
        if style == _NAME and os.environ.get("NO_COLOR"):
            style = _BOLD
        return f"{style}{text}{_RESET}" if self.styled and text else text

    def _dim_stage(self, text: str) -> str:
        """The line with its stage directions dim, one begun in the line before included."""
        if not self.styled:
            return text
        start = 0
        if self._in_stage:
            start = text.find(")") + 1 or len(text)
        rest = _STAGE.sub(lambda found: self._style(found[0], _DIM), text[start:])
        opened = text.rfind("(") > text.rfind(")")
        self._in_stage = opened or (self._in_stage and ")" not in text)
        return self._style(text[:start], _DIM) + rest

    def _put(self, line: str) -> None:
        print(line)
        self._blank = not line
        self._unread += 1


def open_console(plain: bool = False) -> Console:
    """The console for where the program runs.

    Plain lines where input or output is no terminal, where the terminal is dumb, and where asked.
    """
    at_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if plain or not at_terminal or dumb_terminal():
        from rehearse.terminal.plain import PlainConsole

        return PlainConsole(interactive=at_terminal)
    from rehearse.terminal.rich import RichConsole

    return RichConsole()
