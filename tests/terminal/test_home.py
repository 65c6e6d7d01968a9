"""The first screen: who there is, how one did with them, what is unfinished."""

import io
from dataclasses import replace

import pytest

from rehearse.persona import load_persona
from rehearse.persona.shelf import Shelf
from rehearse.source.problem import Place, Problem
from rehearse.terminal import home


@pytest.fixture
def at_home(monkeypatch, capsys, script):
    """Call it with the lines typed; two managers are there, Ida and her double Ola Berg."""
    ida = load_persona(script)
    problems = (Problem(Place("own.yaml", 3, 1), "P005", "It lacks a key."),)
    ola = replace(ida, id="ola-berg", name="Ola Berg", stance="surly", difficulty=5)
    monkeypatch.setattr(home, "list_personas", lambda folders: Shelf((ida, ola), problems))
    started = []

    def practise(console, options, back):
        started.append(options)
        return 0

    monkeypatch.setattr(home, "practise", practise)

    def call(typed):
        started.clear()
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = home.run(plain=True)
        return code, capsys.readouterr().out, list(started)

    return call


def test_each_manager_is_shown_with_what_to_expect(at_home):
    """Number, name, stance, difficulty, one sentence of the brief, and that it is new."""
    _, page, _ = at_home("q\n")
    assert "1. Ida Frost, Depot Manager\n   Receptive, gentle (1 of 5).\n" in page
    assert "   Ida has ten minutes before the lorries come.\n   Not yet tried.\n" in page
    assert "2. Ola Berg, Depot Manager\n   Surly, very hard (5 of 5).\n" in page
    assert "go on with" not in page


@pytest.mark.parametrize("word", ["1", "Ida", "ida frost", "ida-frost", "receptive"])
def test_a_number_or_a_name_picks_a_manager(at_home, script, word):
    """Whatever case it is typed in; the managers are shown again after the talk."""
    code, page, started = at_home(f"{word}\nq\n")
    assert code == 0
    assert [one.persona for one in started] == [str(script)]
    assert page.count("1. Ida Frost") == 2


@pytest.mark.parametrize(("typed", "answer"), [
    ("idda", "Did you mean ida?"),
    ("17", "Type one of the numbers above"),
    ("p", "rehearse practice ida-frost --pitch mine.yaml"),
])  # fmt: skip
def test_other_words_are_helped_with(at_home, typed, answer):
    """A near miss gets a guess, p the steps to a pitch, and nothing starts by mistake."""
    code, page, started = at_home(f"{typed}\n\nq\n")
    assert (code, started) == (0, [])
    assert answer in page


def test_leaving_is_easy(at_home):
    """q and the end of input both leave with 0."""
    assert at_home("q\n")[0] == 0
    assert at_home("")[0] == 0


def test_earlier_talks_are_told_and_broken_files_hide_nothing(at_home, talk, store):
    """The newest score of each manager, the unfinished talk to go on with; no file breaks it."""
    talk("I would like to be considered for the shift lead job.\nThat is all.\n")
    talk("Morning.\n")
    newest = max(store.iterdir(), key=lambda path: path.stat().st_mtime_ns)
    newest.write_text("".join(newest.read_text().splitlines(keepends=True)[:-1]))
    (store / "2026-01-01-0000-ida-frost.jsonl").write_text('{"format": "rehearse-tr')
    (store / "2026-01-01-0001-ida-frost.jsonl").write_bytes(b"\xff\x00")
    _, page, started = at_home("g\nq\n")
    assert "   Last score: " in page
    assert page.count("Not yet tried.") == 2  # Ola, on both screens
    assert "g: go on with Ida Frost, 1 reply so far" in page
    assert [one.resume for one in started] == [str(newest)]


def test_a_broken_script_is_told_once_beside_the_screen(at_home, capsys, monkeypatch):
    """However often the managers are shown, its line and place stand on standard error once."""
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n2\nq\n"))
    home.run(plain=True)
    shown = capsys.readouterr()
    assert shown.err == "own.yaml:3:1: It lacks a key. This file was passed over.\n"
    assert "own.yaml" not in shown.out
    assert shown.out.count("1. Ida Frost") == 3


def test_a_manager_of_ones_own_stands_among_the_others(monkeypatch, capsys, script, store):
    """A script in the folder at home is offered, and a part beside it is not."""
    own = store.parent / "personas"
    own.mkdir(parents=True)
    (own / "ida-frost.yaml").write_text(script.read_text("utf-8"), "utf-8")
    (own / "goodbyes.yaml").write_text("format: 1\npart: Goodbyes\nasks_back: [What?]\n", "utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("ida\nThat is all.\nq\n"))
    assert home.run(plain=True) == 0
    shown = capsys.readouterr()
    assert ". Ida Frost, Depot Manager" in shown.out
    assert "Ida: Come in. What is it?" in shown.out
    assert shown.err == ""
