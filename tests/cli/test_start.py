"""The command itself: help, version, and what happens when things go wrong."""

import re
import subprocess
import sys

import pytest

from rehearse import __version__
from rehearse.cli import anyone
from rehearse.cli.main import COMMANDS, help_text


def test_help_names_the_commands_there_are_and_no_others(rehearse):
    """Every command is in the help once, and every command in the help exists."""
    answer = rehearse("--help")
    named = re.findall(r"^  (\w+)", answer.out, re.M)
    assert named == list(COMMANDS)
    assert set(named) == {"practice", "personas", "pitch", "read", "replay", "score", "import",
                          "new", "check", "explain", "test", "simulate", "graph",
                              "schema"}  # fmt: skip
    assert (answer.code, answer.err) == (0, "")


def test_help_keeps_a_long_way_to_call_it_apart_from_what_it_does(monkeypatch, tmp_path):
    """However the program was called, two spaces stand before what each start does."""
    script = tmp_path / "rehearse"
    script.touch()
    monkeypatch.setenv("REHEARSE_COMMAND", str(script))
    assert f"{script}  " in help_text()
    assert re.search(r"rehearse +pick a manager", help_text())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(rehearse, command):
    """COMMAND --help says how it is used, within 100 columns, and exits 0."""
    answer = rehearse(command, "--help")
    assert answer.code == 0
    assert answer.out.startswith(f"usage: rehearse {command} ")
    assert max(map(len, answer.out.splitlines())) <= 100


def test_without_arguments_and_terminal_the_help_is_printed(rehearse):
    """`rehearse` in a pipe prints what `rehearse --help` prints."""
    assert rehearse().out == rehearse("--help").out


def test_version(rehearse):
    """--version says the name and the version on one line."""
    assert rehearse("--version").out == f"rehearse {__version__}\n"


@pytest.mark.parametrize(("typed", "meant"), [("raed", "read"), ("practise", "practice"),
                                              ("scores", "score"), ("Personas", "personas")])  # fmt: skip
def test_a_mistyped_command_is_guessed(rehearse, typed, meant):
    """A command nobody knows exits 2 and names the nearest one there is."""
    answer = rehearse(typed)
    assert (answer.code, answer.out) == (2, "")
    assert f"Did you mean {meant}?" in answer.err


def test_a_mistyped_option_is_guessed(rehearse):
    """An option nobody knows exits 2 and names the nearest one there is."""
    answer = rehearse("read", "--jsn", "Hello.")
    assert answer.code == 2
    assert "Did you mean --json?" in answer.err


def test_ctrl_c_exits_130(rehearse, monkeypatch):
    """An interrupted command says nothing more and exits 130."""

    def interrupt(argv):
        raise KeyboardInterrupt

    monkeypatch.setattr(anyone, "run_read", interrupt)
    answer = rehearse("read", "Hello.")
    assert (answer.code, answer.err.strip()) == (130, "")


def test_an_error_of_ours_is_one_sentence(rehearse, monkeypatch):
    """A fault inside the program exits 2 with one line that says how to see more."""

    def fail(argv):
        raise RuntimeError("the roof\nis leaking")

    monkeypatch.setattr(anyone, "run_read", fail)
    answer = rehearse("read", "Hello.")
    assert answer.code == 2
    assert answer.err.count("\n") == 1
    assert "RuntimeError: the roof is leaking" in answer.err
    assert "REHEARSE_DEBUG=1" in answer.err
    monkeypatch.setenv("REHEARSE_DEBUG", "1")
    assert "Traceback" in rehearse("read", "Hello.").err


def test_a_reader_that_stops_early_is_no_error():
    """A pipe closed after the first line leaves no complaint behind."""
    process = subprocess.Popen(
        [sys.executable, "-m", "rehearse", "read", "--json"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    process.stdin.write(b"Hello.\n")
    process.stdin.flush()
    process.stdout.readline()
    process.stdout.close()
    process.stdin.write(b"Hello.\n" * 50)
    process.stdin.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0


def test_nothing_printed_steers_the_terminal(rehearse, talk, script):
    """No answer for people holds an escape or another control character."""
    odd = "\x1b[31mI want it\x07 \u202enow."
    for arguments in (["read", odd], ["replay", talk], ["score", talk], ["check", script],
                      ["test", script], ["personas"], ["pitch"], ["\x1b[31m"]):  # fmt: skip
        answer = rehearse(*arguments)
        for character in answer.out + answer.err:
            assert character.isprintable() or character in "\n\N{REPLACEMENT CHARACTER}"
