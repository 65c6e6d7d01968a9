"""The coach's guide, personas/README.md: whatever it shows and says is held true here.

A snippet is marked `<!-- in: PLACE -->`: the script it belongs in is the guide's own first manager.
`, finds: CODE` marks one that shows a mistake. `<!-- file: NAME -->` marks a part that scripts of
the guide take in.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from textwrap import indent

import pytest

from rehearse.coach import run_stories
from rehearse.persona import check_persona, check_persona_text, load_persona, parse_persona
from rehearse.reading import Reader, load_phrase_book
from rehearse.reading.model import HARMFUL_MOVES, HELPFUL_MOVES, MOVES, SIGNALS, TONES
from rehearse.source import parse_document

ROOT = Path(__file__).parent.parent.parent
GUIDE = (ROOT / "personas/README.md").read_text(encoding="utf-8")
BLOCK = re.compile(
    r"(?:<!-- (?:in: (?P<place>\w+)(?:, finds: (?P<code>\w+))?|file: (?P<file>\S+)) -->\n)?"
    r"```yaml\n(?P<text>.*?)```",
    re.DOTALL,
)
BLOCKS = list(BLOCK.finditer(GUIDE))
WHOLE = [block for block in BLOCKS if block["text"].startswith("format:")]
FULL = [block["text"] for block in WHOLE if not block["file"]]
PARTS = {block["file"]: block["text"] for block in WHOLE if block["file"]}
SNIPPETS = [block for block in BLOCKS if not block["text"].startswith("format:")]
RIGHT = [block for block in SNIPPETS if not block["code"]]
WRONG = [block for block in SNIPPETS if block["code"]]
# A snippet alone may name a beat, an ending or a topic that only the reader's script leads to.
NOT_YET = {"P103", "P108", "P302"}


def data_of(node):
    """A node as plain maps, lists and texts."""
    if node.kind == "map":
        return {key: data_of(value) for key, value in node.entries.items()}
    return [data_of(item) for item in node.items] if node.kind == "list" else node.value


def merged(base, more):
    """Two maps as one, maps within them too; of all else the second counts."""
    both = dict(base)
    for key, value in more.items():
        old = both.get(key)
        both[key] = (
            merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
        )
    return both


def with_snippet(place, snippet):
    """The first manager of the guide with the snippet in it, as text. JSON is YAML."""
    script = data_of(parse_document(FULL[0]).root)
    if place in ("beat", "hears"):
        beat = snippet if place == "beat" else {"hears": snippet}
        usual = script["beats"]["the_reason"] | {"hears": [], "moves_on": "the_worry"}
        snippet = {"here": usual | beat}
        script["beats"]["opening"]["moves_on"] = "here"
        script["beats"]["opening"]["hears"].append(
            {"when": {"words": "over 90"}, "goto": "the_reason"}
        )
    if place in ("beat", "hears", "beats"):
        snippet = {"beats": snippet}
    elif place == "endings":
        snippet = {"endings": snippet}
    return json.dumps(merged(script, snippet), ensure_ascii=False, indent=1)


def first_line(block):
    """Which snippet it is, for whoever reads a failure."""
    return f"line {GUIDE[: block.start()].count(chr(10)) + 2}"


def test_the_guide_has_a_script_to_copy_and_every_snippet_says_where_it_belongs():
    """No YAML in the guide goes unchecked."""
    assert FULL
    assert GUIDE.count("```yaml") == len(BLOCKS)
    assert {block["place"] for block in SNIPPETS} <= {
        "example",
        "top",
        "beats",
        "beat",
        "hears",
        "endings",
    }


def named(text):
    """What the file of a full script of the guide is called."""
    return re.search(r"^id: (.+)$", text, re.MULTILINE)[1] + ".yaml"


@pytest.fixture
def folder(tmp_path):
    """A folder with everything that the guide says to write into files."""
    for name, text in {**{named(text): text for text in FULL}, **PARTS}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("text", FULL, ids=named)
def test_each_full_script_has_no_finding_and_its_stories_go_as_promised(text, folder):
    """What a coach copies works at once."""
    path = folder / named(text)
    assert [one.render() for one in check_persona(path)] == []
    results = run_stories(load_persona(path))
    assert results
    assert [result.render() for result in results if not result.passed] == []


def test_check_and_test_say_what_the_guide_says_they_say(tmp_path):
    """The two lines a coach should see after copying the first manager."""
    (tmp_path / "rita-moss.yaml").write_text(FULL[0], encoding="utf-8")
    for command in ("check", "test"):
        done = subprocess.run(
            [sys.executable, "-m", "rehearse", command, "rita-moss.yaml"],
            cwd=tmp_path, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert f"`{done.stdout.strip()}`" in " ".join(GUIDE.split())


@pytest.mark.parametrize("name", PARTS)
def test_each_part_has_no_finding_by_itself(name, folder):
    """A coach may check it before any script takes it in."""
    assert [one.render() for one in check_persona(folder / name)] == []


@pytest.mark.parametrize("block", RIGHT, ids=first_line)
def test_each_snippet_reads_and_fits_where_it_belongs(block):
    """It is sound YAML, `check` has nothing against it, and all stories still go as promised."""
    snippet = data_of(parse_document(block["text"]).root)
    if block["place"] == "example":
        return
    script = with_snippet(block["place"], snippet)
    found = check_persona_text(script, "rita-moss.yaml")
    assert [one.render() for one in found if one.code not in NOT_YET] == []
    failed = [one.render() for one in run_stories(parse_persona(script)) if not one.passed]
    assert failed == []


def found_in(block):
    """The findings on a snippet that shows a mistake: put in as it stands, the rest of a beat round it."""
    assert block["place"] == "hears"
    beat = f"  here:\n    moves_on: the_worry\n    hears:\n{indent(block['text'], ' ' * 6)}\nendings:\n"
    return check_persona_text(FULL[0].replace("\nendings:\n", "\n" + beat), "rita-moss.yaml")


@pytest.mark.parametrize("block", WRONG, ids=first_line)
def test_each_mistake_shown_gives_the_finding_shown_below_it(block):
    """Code and words alike."""
    found = [one for one in found_in(block) if one.code == block["code"]]
    assert found
    shown = re.match(r"\s*```text\n(.*?)```", GUIDE[block.end() :], re.DOTALL)
    if shown:
        sentence = re.search(r"(error|warning) P\d+: .*", shown[1])[0]
        one = found[0]
        assert f"{one.severity} {one.code}: {one.message} {one.mend}".startswith(sentence)


def rows(first):
    """The rows of the table of the guide whose first column is headed so, as (name, example)."""
    table = re.search(rf"\| {first} \|.*\n\| --- .*\n((?:\|.*\n)+)", GUIDE)
    found = {}
    while table:
        for row in table[1].splitlines():
            name, _, example = (cell.strip() for cell in row.strip("|").split("|"))
            found[name.strip("`")] = example
        table = re.compile(rf"\| {first} \|.*\n\| --- .*\n((?:\|.*\n)+)").search(GUIDE, table.end())
    return found


TABLES = {**rows("tone"), **rows("move"), **rows("signal")}


@pytest.fixture(scope="module")
def reader():
    """A reader of the phrase book, made once."""
    return Reader(load_phrase_book())


def test_the_tables_name_all_there_is_to_listen_for():
    """Five tones, all moves, all signals, in the order of the labels."""
    assert tuple(rows("tone")) == TONES
    assert tuple(rows("move")) == MOVES == HELPFUL_MOVES + HARMFUL_MOVES
    assert tuple(rows("signal")) == SIGNALS


@pytest.mark.parametrize("name", TABLES)
def test_each_example_in_the_tables_is_read_as_the_guide_says(name, reader):
    """A coach who tries one with `rehearse read` sees it so."""
    reading = reader.read(TABLES[name])
    if name == "neutral":  # a plain word is hardly ever read with certainty
        assert not reading.certain or reading.tone == name
    elif name in TONES:
        assert reading.tone == name
    else:
        assert name in [hit.move for hit in reading.moves] or name in reading.signals


def test_an_offer_to_train_somebody_is_heard_as_the_guide_says(reader):
    """Else the warning beside the first manager would send coaches astray."""
    said, moves = re.search(r'"([^"]+)" is no plan.*?`(\w+)`', GUIDE, re.DOTALL).groups()
    found = [hit.move for hit in reader.read(said).moves]
    assert moves in found
    assert "plan" not in found


def test_the_reference_and_the_table_of_parts_are_up_to_date():
    """Else run `scripts/reference --write`."""
    made = subprocess.run(
        [sys.executable, ROOT / "scripts/reference"], capture_output=True, text=True, check=True
    )
    parts, reference = made.stdout.strip().split("\n\n<!-- reference", 1)
    assert parts in GUIDE
    assert f"<!-- reference{reference}" in GUIDE


def test_a_first_manager_talks_before_five_hundred_words_are_read():
    """A coach who never saw YAML is not made to read on before her own manager answers."""
    before, told, _ = GUIDE.partition("rehearse practice june-hart.yaml")
    assert told
    assert len(before.split()) < 500


def test_the_first_commands_work_one_after_the_other(tmp_path):
    """As they stand in the first chapter, typed in the main folder, on Mac and Linux."""
    chapter = GUIDE.partition("## 1. ")[2].partition("## 2. ")[0]
    typed = "".join(re.findall(r"```sh\n(.*?)```", chapter, re.DOTALL))
    typed = typed.replace('"$PWD/scripts:', f'"{tmp_path}:')
    (tmp_path / "rehearse").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m rehearse "$@"\n')
    (tmp_path / "rehearse").chmod(0o755)
    done = subprocess.run(
        ["sh", "-e"], input=typed.replace("practice june-hart.yaml", "practice june-hart.yaml </dev/null"),
        env={**os.environ, "HOME": str(tmp_path), "REHEARSE_HOME": str(tmp_path / "home")},
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "1 script: 0 errors" in done.stdout
    assert (tmp_path / "managers/june-hart.yaml").is_file()


def test_every_link_within_the_guide_leads_somewhere():
    """Headings and their links agree."""
    headings = re.findall(
        r"^#+ (.+)$", re.sub(r"```.*?```", "", GUIDE, flags=re.DOTALL), re.MULTILINE
    )
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", GUIDE)) <= anchors


def test_the_finding_that_the_guide_takes_apart_is_what_check_prints():
    """Place, sentence and the line with its roof, letter for letter."""
    script = FULL[0].replace("goto: the_worry", "goto: the_wory", 1)
    (found,) = check_persona_text(script, "rita-moss.yaml")
    assert f"```text\n{found.render()}\n```" in GUIDE
