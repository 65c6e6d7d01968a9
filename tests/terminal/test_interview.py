"""The interview for a new manager, in a real terminal and in plain lines."""

import io
import sys

import pytest

from rehearse.coach.scaffold import Answers, words_of
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
    screen.send("3\r").wait("Their job:").send("Foreman\r").wait("Scene:").send(
        "A quiet café: two chairs.\r"
    ).wait("They want:")
    screen.send("Order # and calm.\r").wait("They fear:").send("\r").wait("They say:").send("no\r")
    screen.wait("in their own words. Type it so").wait("They say:", times=2).send("\r")
    screen.wait("And what else").wait("They say:", times=3).send("\r")
    screen.wait("rehearse practice rita-moss.yaml").wait("rehearse check rita-moss.yaml")
    screen.wait("rehearse test rita-moss.yaml")
    assert screen.finish() == 0
    persona = load_persona("rita-moss.yaml")
    assert check_persona("rita-moss.yaml") == []
    assert (persona.stance, persona.beats["first_objection"].says[0].text) == ("surly", "no")
    assert persona.role == "Foreman"
    talk = terminal("practice", "rita-moss.yaml", "--no-save").wait("A quiet café: two chairs.")
    talk.wait("turn 1 of 16").send("I would like to be considered for the team lead role.\r")
    talk.wait("Order # and calm.").wait("turn 2 of 16").send("\x04")
    assert talk.finish() == 0


@pytest.mark.parametrize("typed", ["\x03", "\x04", "2\r\x03", "\r\r\rhalf\x03"])
def test_leaving_leaves_nothing_behind(terminal, here, typed):
    """Ctrl-C and Ctrl-D at any question: no file, and it is said."""
    screen = terminal("new", "rita").wait(FIRST)
    prompts = (
        FIRST,
        "Their job:",
        "Scene:",
        "They want:",
        "They fear:",
        "They say:",
        "And what else",
    )
    for key in typed:
        if key == "\r":
            prompts = prompts[1:]
            screen.send("\r").wait(prompts[0])
        else:
            screen.send(key)
    screen.wait("Nothing was written.")
    assert screen.finish() == 130
    assert sorted(here.glob("*.*")) == []


@pytest.mark.parametrize(
    ("typed", "stance"),
    [("hesitant. he is decent", "hesitant"), ("3, he shouts", "surly"), ("Surly!", "surly")],
)
def test_a_stance_with_more_words_is_understood_by_its_first(ask, typed, stance):
    """A coach explains; the first word is the answer."""
    assert ask(f"{typed}\n" + "\n" * 7).stance == stance


@pytest.mark.parametrize("typed", ["He is afraid of the board.", "yes", "No.", "she's tired of it",
                                   "They are afraid of change."])  # fmt: skip
def test_what_no_manager_says_is_asked_again_once(ask, capsys, typed):
    """A sentence about them, or a bare yes, is taken when it is kept, and replaced when it is not."""
    head = "2\n\n\n\n"  # stance, job, scene, what they want
    assert ask(f"{head}{typed}\n\n\n\n").fears == typed
    assert "what they will say" in capsys.readouterr().out
    assert ask(f"{head}{typed}\nI can't lose you.\n\n\n").fears == "I can't lose you."


@pytest.mark.parametrize("typed", ["They'll all want one.", "No money this year."])
def test_what_a_manager_says_is_not_asked_again(ask, capsys, typed):
    """Speech that only begins like those is taken as it is."""
    ask(f"2\n\n\n\n\n{typed}\n\n")
    assert "what they will say" not in capsys.readouterr().out


def test_enter_alone_takes_what_is_suggested(ask, capsys):
    """And what is suggested is shown before."""
    found = ask("\n" * 7)
    assert found.complete() == Answers().complete()
    shown = " ".join(capsys.readouterr().out.split())
    assert Answers().complete().objections[1] in shown


def test_what_was_given_is_not_asked(ask, capsys):
    """Options answer their questions, each objection its own."""
    found = ask("a scene\nbut no\n", Answers("surly", "", "w", "f", ("never",), "Foreman"))
    assert found == Answers("surly", "a scene", "w", "f", ("never", "but no"), "Foreman")
    assert FIRST not in capsys.readouterr().out


@pytest.mark.parametrize(("typed", "stance"), [
    ("1", "receptive"), ("", "hesitant"), ("SURLY", "surly"), ("surley\n3", "surly"), ("9\n1", "receptive"),
])  # fmt: skip
def test_a_stance_is_a_number_or_a_word(ask, typed, stance):
    """A slip is asked again."""
    assert ask(f"{typed}\n\n\n\n\n\n\n").stance == stance


def test_the_end_of_input_leaves(ask):
    """As Ctrl-D does."""
    with pytest.raises(EOFError):
        ask("1\n")


def test_a_name_is_asked_until_there_is_one(monkeypatch):
    """An empty one is none."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n  \nzoe hill\n"))
    assert ask_name(PlainConsole(interactive=True)) == "Zoe Hill"


def test_back_goes_to_the_question_before(ask, capsys):
    """Its answer is kept by Enter alone and can be given anew; before the first there is none."""
    found = ask("/back\n1\nForeman\n/back\n/back\nsurly\n\na barn\n/back\na shed\n\n\n\n\n")
    assert (found.stance, found.role, found.scene) == ("surly", "Foreman", "a shed")
    shown = capsys.readouterr().out
    assert "This is the first question." in shown
    assert "Enter alone: receptive." in shown
    assert "Enter alone: Foreman" in shown
    assert found.complete().wants == Answers("surly").complete().wants


def test_what_the_manager_says_before_an_answer_is_shown(ask, capsys):
    """So that an answer can fit where it is said: in the words of the stance."""
    ask("surly\n" + "\n" * 6)
    shown = " ".join(capsys.readouterr().out.split())
    for before in ("asked", "opens_up", "proved", "planned"):
        assert f"Said right after, for example: “{words_of('surly')[before][0]}”" in shown


def test_a_long_answer_is_set_at_words(terminal, here):
    """Once it is given no word of it is broken at the edge of the screen."""
    long = "She runs the ward with half a team and likes to say that Band six is not hers to give."
    screen = terminal("new", "Rita Moss").wait(FIRST).send("\r").wait("Their job:").send("\r")
    screen.wait("Scene:").send(f"{long}\r").wait("They want:").send("\x03")
    screen.wait("Nothing was written.")
    assert screen.finish() == 130
    shown = screen.text
    after = shown[shown.rindex("Scene: She runs") :].split("They want:")[0]
    assert all(word in after.split() for word in long.split())
