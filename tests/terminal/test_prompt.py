"""The keys of the prompt, with typed keys in and no screen."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from rehearse.terminal.commands import summaries
from rehearse.terminal.console import Asking, CameUpError, Draft
from rehearse.terminal.prompt import ReplyPrompt, SlashCompleter

ASKING = Asking(commands=summaries(), waiting="Ida waits.", leaving="Once more to leave.")


@pytest.fixture
def typed():
    """Gives what the prompt returns (or raises) for these keys, and what it said meanwhile."""

    def press(*keys):
        said = []
        with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
            prompt = ReplyPrompt(said.append)
            replies = []
            for each in keys:
                pipe.send_text(each)
                try:
                    replies.append(prompt.reply(ASKING))
                except (EOFError, KeyboardInterrupt) as leaving:
                    replies.append(type(leaving))
        return replies, said

    return press


@given(
    text=st.text(st.characters(categories=["L", "N", "Zs"]), max_size=30), back=st.integers(0, 9)
)
@settings(deadline=None, max_examples=15)
def test_news_takes_the_prompt_away_and_gives_back_what_was_typed(text, back):
    """Text and cursor are as they were when the next prompt is up; Enter then sends all of it."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        prompt = ReplyPrompt(print)
        begun = Draft(text, max(0, len(text) - back))
        with pytest.raises(CameUpError) as came:
            prompt.reply(replace(ASKING, news=lambda: True, draft=begun))
        assert came.value.draft == begun
        pipe.send_text("x\r")
        replied = prompt.reply(replace(ASKING, news=lambda: False, draft=came.value.draft))
        assert replied == text[: begun.cursor] + "x" + text[begun.cursor :]


@pytest.mark.parametrize("newline", ["\n", "\x1b\r"], ids=["Ctrl-J", "Alt-Enter"])
def test_a_reply_may_have_lines(typed, newline):
    """Ctrl-J and Alt-Enter begin a new line, Enter sends them all."""
    assert typed(f"one{newline}two\r") == (["one\ntwo"], [])


def test_what_is_pasted_stays_one_reply(typed):
    """Line breaks in a paste do not send it in pieces."""
    assert typed("\x1b[200~one\r\ntwo\nthree\x1b[201~\r") == (["one\ntwo\nthree"], [])


def test_an_empty_reply_waits(typed):
    """Enter on nothing, or on spaces, gives a gentle word once and asks on."""
    assert typed("\rhello\r") == (["hello"], ["Ida waits."])


def test_a_second_empty_reply_in_a_row_is_a_silence(typed):
    """Enter alone twice, with or without blanks, says nothing and is a reply."""
    assert typed("\r  \r", "hello\r") == (["...", "hello"], ["Ida waits."])


def test_ctrl_c_once_keeps_what_was_typed(typed):
    """The first press says how to leave; typing goes on in the same line."""
    assert typed("half \x03whole\r") == (["half whole"], ["Once more to leave."])


def test_ctrl_c_twice_leaves(typed):
    """The second press within a prompt leaves; each prompt warns anew."""
    replies, said = typed("half\x03\x03")
    assert replies == [KeyboardInterrupt]
    assert said == ["Once more to leave."]
    assert typed("a\x03\r", "b\x03\r")[1] == ["Once more to leave."] * 2


def test_ctrl_d_leaves_an_empty_line(typed):
    """As in any shell."""
    assert typed("\x04") == ([EOFError], [])


def test_earlier_replies_come_back(typed):
    """The up arrow brings the last reply of this rehearsal."""
    assert typed("first\r", "\x1b[A\r")[0] == ["first", "first"]


@pytest.mark.parametrize("key", ["\r", "\x04", "\x03", "xy\r"])
def test_reading_on_takes_enter_or_leaving(key):
    """Enter goes on and so does leaving; other keys are passed over."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(key)
        assert ReplyPrompt(print).read_on("Enter: read on ") is None


@pytest.mark.parametrize(("keys", "answer"), [("r\r", "r"), ("\r", ""), ("no idea\r", "no idea")])
def test_a_choice_is_a_line_with_enter(keys, answer):
    """One key alone decides nothing; the line is given as typed."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(keys)
        assert ReplyPrompt(print).line("Your choice: ") == answer


@pytest.mark.parametrize(
    ("text", "found"),
    [("/h", ["/hint", "/help"]), ("/UN", ["/undo"]), ("/why ", []), ("a /h", []), ("h", [])],
)
def test_commands_are_completed_at_the_start_of_a_line(text, found):
    """A slash that begins the reply offers the commands that fit; nothing else does."""
    completions = SlashCompleter(summaries()).get_completions(Document(text), CompleteEvent())
    assert [one.text for one in completions] == found
