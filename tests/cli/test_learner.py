"""`rehearse practice`, `personas` and `pitch`: what is passed on and what is printed."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from rehearse.terminal.options import PracticeOptions


@pytest.fixture
def asked(monkeypatch):
    """The options every practice was started with; the practice itself is left out."""
    seen = []
    practice = ModuleType("rehearse.terminal.practice")
    practice.run = lambda options: seen.append(options) or 0
    monkeypatch.setitem(sys.modules, "rehearse.terminal.practice", practice)
    return seen


PRACTICE = {
    "": PracticeOptions(),
    "surly": PracticeOptions(persona="surly"),
    "--seed 4": PracticeOptions(seed=4),
    "x.yaml --plain --calm": PracticeOptions(persona="x.yaml", plain=True, calm=True),
    "--no-save --no-hints": PracticeOptions(keep=False, hints=False),
    "--hints --pitch p.yaml": PracticeOptions(pitch=Path("p.yaml")),
    "--resume": PracticeOptions(resume=""),
    "surly --resume": PracticeOptions(persona="surly", resume=""),
    "--resume t.jsonl": PracticeOptions(resume="t.jsonl"),
    "x.yaml --from the_worry": PracticeOptions(persona="x.yaml", start="the_worry"),
    "x.yaml --mood patience=20,trust=0 --mood hope=100": PracticeOptions(
        persona="x.yaml", mood={"patience": 20, "trust": 0, "hope": 100}
    ),
    "x.yaml --watch": PracticeOptions(persona="x.yaml", watch=True),
    "x.yaml --watch --save t.jsonl": PracticeOptions(
        persona="x.yaml", watch=True, save=Path("t.jsonl")
    ),
}
REFUSED = {
    "x.yaml --mood patience": "'patience' should be like patience=20",
    "x.yaml --mood patience=some": "'some' is not a whole number",
    "x.yaml --mood patience=101": "patience=101 is out of range: 0 to 100",
    "x.yaml --mood patience=-1": "patience=-1 is out of range: 0 to 100",
    "x.yaml --from a --resume": "--from cannot go with --resume",
    "--watch": "--watch needs a script",
}


@pytest.mark.parametrize("words", PRACTICE)
def test_practice_gets_the_options_as_typed(rehearse, asked, words):
    """Every option of the contract reaches the practice."""
    assert rehearse("practice", *words.split()).code == 0
    assert asked == [PRACTICE[words]]


@pytest.mark.parametrize("words", REFUSED)
def test_what_practice_cannot_do_is_said_in_a_sentence(rehearse, asked, words):
    """Values out of range, and options that cannot go together."""
    answer = rehearse("practice", *words.split())
    assert (answer.code, asked) == (2, [])
    assert REFUSED[words] in answer.err
    assert len(answer.err.splitlines()) == 1


def test_practice_can_keep_its_talk_in_a_file_of_ones_own(rehearse, asked, tmp_path):
    """--save takes a new file in a folder that is there."""
    rehearse("practice", "surly", "--save", tmp_path / "t.jsonl")
    assert asked == [PracticeOptions(persona="surly", save=tmp_path / "t.jsonl")]


def test_personas_as_data_are_exactly_as_the_contract_lists_them(rehearse):
    """A list of objects with six fields each, the paths leading to the scripts."""
    for persona in rehearse("personas", "--json").json():
        assert list(persona) == ["id", "name", "role", "stance", "difficulty", "path"]
        assert persona["stance"] in ("receptive", "hesitant", "surly")
        assert persona["difficulty"] in range(1, 6)
        assert Path(persona["path"]).is_file()


def test_personas_for_people_name_each_manager(rehearse):
    """The page has every manager's name and id."""
    page = rehearse("personas").out
    for persona in rehearse("personas", "--json").json():
        assert persona["name"] in page
        assert persona["id"] in page


def test_the_form_of_a_pitch_is_a_pitch(rehearse, tmp_path):
    """What `rehearse pitch` prints can be given back to it, empty as it is."""
    path = tmp_path / "mine.yaml"
    path.write_text(rehearse("pitch").out)
    answer = rehearse("pitch", path)
    assert answer.code == 0
    assert "You want: (nothing yet)" in answer.out


def test_a_pitch_is_shown_with_advice(rehearse, tmp_path):
    """The facts come back under plain titles, and as data with --json."""
    path = tmp_path / "mine.yaml"
    path.write_text("role: team lead\nachievements: [cut the queue by 14 %]\n")
    page = rehearse("pitch", path).out
    assert "You want: team lead" in page
    assert "- cut the queue by 14 %" in page
    document = rehearse("pitch", path, "--json").json()
    assert document["pitch"]["role"] == "team lead"
    assert isinstance(document["advice"], list)
