"""One name for the program: as it was called, wherever a command is shown."""

import re

import pytest

from rehearse.coach.scaffold import Answers, script_text
from rehearse.persona import check_persona_text
from rehearse.terminal.program import as_called, program_from

BARE = re.compile(r"(?<![\w./\\-])rehearse (?!:)(?:-|[a-z])")


@pytest.fixture
def called(monkeypatch, rehearse, tmp_path):
    """Runs commands as somebody does who typed a path with a space in it."""
    (tmp_path / "my tools").mkdir()
    tool = tmp_path / "my tools" / "rehearse"
    tool.write_text("#!/bin/sh\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REHEARSE_COMMAND", "my tools/rehearse")
    return rehearse


@pytest.mark.parametrize("words", [
    ("--help",), ("practice", "--help"), ("read", "--help"), ("new", "--help"), ("pitch",),
    ("pitch", "--help"), ("check", "--help"), ("explain", "P000"), ("explain", "P802"),
    ("explain", "P201"), ("new", "Ann"), ("nonsense",), ("--nonsense",), ("practice", "nobody"),
    ("practice",), ("read", "--nonsense"), ("pitch", "--json"), ("explain", "nothing"),
    ("simulate", "nobody"), ("test",), ("practice", "--from", "opening"), ("personas",),
    ("graph", "surly", "--counts", "my tools/rehearse"),
])  # fmt: skip
def test_every_command_that_is_shown_is_named_as_it_was_called(called, words):
    """In help, lists, pages, forms and errors alike: what is copied works."""
    answer = called(*words)
    said = answer.out + answer.err
    assert BARE.findall(said) == []
    if "Type next" in said or "explain" in words or "--help" in said:
        assert "'my tools/rehearse'" in said or "rehearse" not in said


def test_the_remarks_of_a_new_script_name_it_like_the_screen(called, tmp_path):
    """In another folder, where the path as typed leads nowhere, by its whole path."""
    called("new", "Ann")
    (tmp_path / "there").mkdir()
    called("new", "Ann", "-o", "there/ann.yaml")
    here = (tmp_path / "ann.yaml").read_text("utf-8")
    there = (tmp_path / "there" / "ann.yaml").read_text("utf-8")
    assert "#   'my tools/rehearse' practice ann.yaml " in here
    assert f"#   '{tmp_path}/my tools/rehearse' practice ann.yaml " in there
    for text in (here, there):
        assert BARE.findall(text) == []
        assert check_persona_text(text, "ann.yaml") == []


def test_without_a_path_it_is_rehearse(monkeypatch, tmp_path):
    """Installed, it is called by its name from everywhere; only commands are named anew."""
    monkeypatch.delenv("REHEARSE_COMMAND", raising=False)
    assert program_from(tmp_path) == "rehearse"
    assert as_called("To rehearse a talk: `rehearse new`.") == "To rehearse a talk: `rehearse new`."
    assert "#   rehearse check ann.yaml" in script_text("Ann", "ann", Answers())


def test_only_commands_are_named_anew(called):
    """A sentence in which somebody rehearses stays as it is."""
    text = "To rehearse a talk: `rehearse new`."
    assert as_called(text) == "To rehearse a talk: `'my tools/rehearse' new`."
