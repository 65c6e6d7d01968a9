"""`rehearse graph` and `schema`: every form there is, to the screen or a file."""

import json

import pytest

from rehearse.persona.schema import MODELINE, schema


def test_the_outline_is_what_one_gets(rehearse, script):
    """Without options: words, the beats first."""
    answer = rehearse("graph", script)
    assert (answer.code, answer.err) == (0, "")
    assert "1. opening (the talk starts here" in answer.out


@pytest.mark.parametrize("width", [60, 80])
def test_the_outline_fits_the_terminal(rehearse, monkeypatch, width):
    """No line is wider than the screen, down to 60 columns."""
    monkeypatch.setattr("rehearse.terminal.typeset.page_width", lambda: width - 1)
    for persona in ("dana-whitlock", "helen-ferris", "marcus-oyelaran"):
        lines = rehearse("graph", persona).out.splitlines()
        assert max(map(len, lines)) < width


@pytest.mark.parametrize(("form", "start"), [
    ("outline", "Mina Test"), ("mermaid", "---\ntitle:"), ("dot", "digraph"), ("html", "<!doctype html>"),
    ("json", "{"),
])  # fmt: skip
def test_each_form_goes_to_the_screen_or_to_a_file(rehearse, script, tmp_path, form, start):
    """-o writes what would be printed, and says where."""
    shown = rehearse("graph", script, "--format", form)
    assert (shown.code, shown.err) == (0, "")
    path = tmp_path / "map"
    written = rehearse("graph", script, "--format", form, "-o", path)
    assert (written.code, written.out) == (0, "")
    assert str(path) in written.err
    text = path.read_text("utf-8")
    assert text.startswith(start)
    assert "".join(text.split()) == "".join(shown.out.split())


@pytest.mark.parametrize(("name", "start"), [
    ("map.html", "<!doctype"), ("map.mmd", "---"), ("map.dot", "digraph"), ("map.json", "{"),
    ("map.txt", "Mina"),
])  # fmt: skip
def test_the_ending_of_the_file_says_the_form(rehearse, script, tmp_path, name, start):
    """Who writes -o map.html gets a page."""
    assert rehearse("graph", script, "-o", tmp_path / name).code == 0
    assert (tmp_path / name).read_text("utf-8").startswith(start)


def test_json_is_one_document(rehearse, script):
    """--json and --format json are the same."""
    answer = rehearse("graph", script, "--json")
    assert answer.json() == rehearse("graph", script, "--format", "json").json()
    assert {"id", "name", "beats", "endings", "ways", "talks"} <= set(answer.json())


def test_what_simulate_counted_is_on_the_map(rehearse, script, tmp_path):
    """Its --json goes straight into --counts, and all that it counted is shown."""
    counts = tmp_path / "counts.json"
    simulated = rehearse("simulate", script, "--talks", "22", "--json")
    counts.write_text(simulated.out, encoding="utf-8")
    made = rehearse("graph", script, "--counts", counts, "--json").json()
    assert made["talks"] == simulated.json()["talks"]
    assert made["lost"] == []
    total = sum(way["count"] for way in simulated.json()["ways"] if way["from"] != way["to"])
    assert sum(way["count"] for way in made["ways"]) == total


@pytest.mark.parametrize("arguments", [
    ["graph"], ["graph", "{script}", "--format", "png"], ["graph", "nobody"], ["graph", "{folder}/none.yaml"],
    ["graph", "{script}", "--counts", "{script}"], ["graph", "{script}", "--counts", "{folder}/none"],
    ["graph", "{script}", "-o", "{folder}/no/such/map.html"], ["graph", "{script}", "-o", "{script}"],
    ["graph", "{script}", "--json", "--format", "dot"], ["schema", "-o", "{folder}"],
    ["schema", "-o", "{folder}/mine.yaml"], ["schema", "{script}"],
])  # fmt: skip
def test_what_cannot_be_done_is_said_in_a_sentence(rehearse, script, tmp_path, arguments):
    """Exit 2, one line, and the script is never written over."""
    before = script.read_bytes()
    answer = rehearse(*(word.format(script=script, folder=tmp_path) for word in arguments))
    assert (answer.code, answer.out) == (2, "")
    assert len(answer.err.strip().splitlines()) == 1
    assert "went wrong inside" not in answer.err
    assert script.read_bytes() == before


def test_a_broken_script_is_not_drawn(rehearse, script, tmp_path):
    """Its errors are told instead, with their places."""
    path = tmp_path / "mina-test.yaml"
    path.write_text(script.read_text().replace("goto: the_case", "goto: the_cse", 1))
    answer = rehearse("graph", path)
    assert (answer.code, answer.out) == (2, "")
    assert f"{path}:" in answer.err


def test_the_schema_is_printed_or_written(rehearse, tmp_path):
    """The same document either way; the help says how a script names it."""
    assert rehearse("schema").json() == schema() == rehearse("schema", "--json").json()
    path = tmp_path / "persona.schema.json"
    assert rehearse("schema", "-o", path).code == 0
    assert json.loads(path.read_text("utf-8")) == schema()
    assert MODELINE in rehearse("schema", "--help").out
