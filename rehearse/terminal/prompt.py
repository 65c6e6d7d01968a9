"""The prompt of a real terminal: keys, completion, toolbar. Only here is prompt_toolkit used."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app_session, run_in_terminal
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.styles import Style

from rehearse.terminal.console import LOOKS, SILENCE, Asking, CameUpError, Draft
from rehearse.terminal.keyboard import forget_keys

_LOOK = Style.from_dict({"bottom-toolbar": "reverse", "you": "bold"})


class SlashCompleter(Completer):
    """Completes a slash command at the start of the line, with its line of help beside it."""

    def __init__(self, commands: Mapping[str, str]) -> None:
        self.commands = commands

    def get_completions(self, document: Document, _: CompleteEvent) -> Iterable[Completion]:
        """The commands that begin with what stands before the cursor."""
        typed = document.text_before_cursor
        if document.text.startswith("/") and not any(map(str.isspace, typed)):
            for name, summary in self.commands.items():
                if name.startswith(typed.lower()):
                    yield Completion(name, start_position=-len(typed), display_meta=summary)


class ReplyPrompt:
    """Asks for replies. `note` shows a line of the program's above the prompt.

    The history is that of this prompt alone: replies are private and go nowhere else.
    """

    def __init__(self, note: Callable[[str], None]) -> None:
        self._note = note
        self._history = InMemoryHistory()

    def reply(self, asking: Asking) -> str:
        """A reply, perhaps of several lines.

        Raises EOFError, KeyboardInterrupt (pressed twice), CameUpError.
        """
        session: PromptSession[str] = PromptSession(
            FormattedText([("class:you", asking.prompt)]),
            multiline=True,
            history=self._history,
            completer=SlashCompleter(asking.commands),
            complete_while_typing=Condition(lambda: _typing_a_command(session)),
            reserve_space_for_menu=len(asking.commands),
            key_bindings=_reply_keys(asking, self._note),
            prompt_continuation=lambda width, *_: " " * width,
            bottom_toolbar=_toolbar(lambda: session, asking),
            style=_LOOK,
            enable_suspend=True,
            erase_when_done=True,  # it breaks words at the edge; the console sets the reply anew
        )
        session.app.after_render += lambda _: asking.ready()
        draft = Document(asking.draft.text, asking.draft.cursor)
        return session.prompt(default=draft, pre_run=lambda: _look_for_news(session, asking))

    def line(self, question: str) -> str:
        """A line with Enter, then erased. Raises EOFError and KeyboardInterrupt."""
        session: PromptSession[str] = PromptSession(
            question, history=InMemoryHistory(), erase_when_done=True
        )
        return session.prompt()

    def forget_typed(self) -> None:
        """Drop what was typed before a question: it is no answer to it."""
        clear_typeahead(get_app_session().input)
        forget_keys()

    def read_on(self, words: str) -> None:
        """Wait for Enter; leaving counts as Enter."""
        self.forget_typed()
        bindings = KeyBindings()
        for key in ("enter", "c-c", "c-d", "escape"):
            bindings.add(key)(lambda event: event.app.exit(result=""))
        bindings.add("<any>")(lambda event: None)
        session: PromptSession[str] = PromptSession(
            words, key_bindings=bindings, erase_when_done=True
        )
        session.prompt()


def _look_for_news(session: PromptSession[str], asking: Asking) -> None:
    """Beside the keys, look now and then whether something came up; then the prompt ends."""
    news = asking.news
    if news is None:
        return

    async def look() -> None:
        while not news():
            await asyncio.sleep(LOOKS)
        if not session.app.is_done:
            line = session.default_buffer
            draft = Draft(line.text, line.cursor_position)
            session.app.exit(exception=CameUpError(draft))

    session.app.create_background_task(look())


def _typing_a_command(session: PromptSession[str]) -> bool:
    return session.default_buffer.text.startswith("/")


def _toolbar(session: Callable[[], PromptSession[str]], asking: Asking) -> Callable[[], str] | None:
    """The toolbar's text, asked for at each redraw, so that it fits after a resize too."""
    if not asking.status(80):
        return None
    return lambda: asking.status(session().output.get_size().columns)


def _reply_keys(asking: Asking, note: Callable[[str], None]) -> KeyBindings:
    """Enter sends, Alt-Enter and Ctrl-J begin a new line, Ctrl-C leaves at the second press.

    Enter alone is met by a wait; alone again, it is a silence.
    """
    keys = KeyBindings()
    notes = _once([asking.leaving])
    waits = _once([asking.waiting])

    @keys.add("enter")
    def _(event: KeyPressEvent) -> None:
        if event.current_buffer.text.strip():
            event.current_buffer.validate_and_handle()
        else:
            event.current_buffer.reset()
            sentence = next(waits, "")
            if sentence:
                _say_above(sentence, note)
            else:  # Enter alone twice in a row is meant
                event.app.exit(result=SILENCE)

    @keys.add("c-c")
    def _(event: KeyPressEvent) -> None:
        sentence = next(notes, "")
        if sentence:
            _say_above(sentence, note)
        else:
            event.app.exit(exception=KeyboardInterrupt(), style="class:aborting")

    @keys.add("escape", "enter")
    @keys.add("c-j")
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    return keys


def _once(sentences: list[str]) -> Iterator[str]:
    return iter(sentences)


def _say_above(sentence: str, note: Callable[[str], None]) -> None:
    """Show a sentence above the prompt, where it stays; the line being typed is kept."""
    if sentence:
        run_in_terminal(lambda: note(sentence))
