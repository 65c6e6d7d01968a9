"""The interview for a new manager, in a real terminal and in plain lines."""

import io
import sys

import pytest

from rehearse.coach.scaffold import Answers
from rehearse.persona import check_persona, load_persona
from rehearse.terminal.interview import ask_answers, ask_name
from rehearse.terminal.plain import PlainConsole

FIRST = "Stance:"


@pytest.fixture
def here(monkeypatch, tmp_path):
    """The folder the program runs in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def ask(monkeypatch):
    """Call it with what is typed and what was given; the answers found."""

    def call(typed, given=None):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        return ask_answers(PlainConsole(interactive=True), "Rita Moss", given or Answers())

    return call


def test_a_whole_interview_and_the_first_talk(terminal, here):
    """Asked, answered, written; then the manager talks, in the coach's words."""
    screen = terminal("new", "Rita Moss").wait("A new manager: Rita Moss").wait(FIRST)
    screen.send("3\r").wait("Scene:").send("A quiet café: two chairs.\r").wait("They want:")
    screen.send("Order # and calm.\r").wait("They fear:").send("\r").wait("They say:").send("no\r")
    screen.wait("And what else").wait("They say:", times=2).send("\r")
    screen.wait("rehearse practice rita-moss.yaml").wait("rehearse check rita-moss.yaml")
    screen.wait("rehearse test rita-moss.yaml")
    assert screen.finish() == 0
    persona = load_persona("rita-moss.yaml")
    assert check_persona("rita-moss.yaml") == []
    assert (persona.stance, persona.beats["first_objection"].says[0].text) == ("surly", "no")
    talk = terminal("practice", "rita-moss.yaml", "--no-save").wait("A quiet café: two chairs.")
    talk.wait("turn 1 of 16").send("I would like to be considered for the team lead role.\r")
    talk.wait("Order # and calm.").wait("turn 2 of 16").send("\x04")
    assert talk.finish() == 0


@pytest.mark.parametrize("typed", ["\x03", "\x04", "2\r\x03", "\r\r\rhalf\x03"])
def test_leaving_leaves_nothing_behind(terminal, here, typed):
    """Ctrl-C and Ctrl-D at any question: no file, and it is said."""
    screen = terminal("new", "rita").wait(FIRST)
    prompts = (FIRST, "Scene:", "They want:", "They fear:", "They say:", "And what else")
    for key in typed:
        if key == "\r":
            prompts = prompts[1:]
            screen.send("\r").wait(prompts[0])
        else:
            screen.send(key)
    screen.wait("Nothing was written.")
    assert screen.finish() == 130
    assert sorted(here.glob("*.*")) == []


def test_enter_alone_takes_what_is_suggested(ask, capsys):
    """And what is suggested is shown before."""
    found = ask("\n" * 6)
    assert found.complete() == Answers().complete()
    shown = " ".join(capsys.readouterr().out.split())
    assert Answers().complete().objections[1] in shown


def test_what_was_given_is_not_asked(ask, capsys):
    """Options answer their questions, each objection its own."""
    found = ask("a scene\nbut no\n", Answers("surly", "", "w", "f", ("never",)))
    assert found == Answers("surly", "a scene", "w", "f", ("never", "but no"))
    assert FIRST not in capsys.readouterr().out


@pytest.mark.parametrize(("typed", "stance"), [
    ("1", "receptive"), ("", "hesitant"), ("SURLY", "surly"), ("surley\n3", "surly"), ("9\n1", "receptive"),
])  # fmt: skip
def test_a_stance_is_a_number_or_a_word(ask, typed, stance):
    """A slip is asked again."""
    assert ask(f"{typed}\n\n\n\n\n\n").stance == stance


def test_the_end_of_input_leaves(ask):
    """As Ctrl-D does."""
    with pytest.raises(EOFError):
        ask("1\n")


def test_a_name_is_asked_until_there_is_one(monkeypatch):
    """An empty one is none."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n  \nzoe hill\n"))
    assert ask_name(PlainConsole(interactive=True)) == "Zoe Hill"
