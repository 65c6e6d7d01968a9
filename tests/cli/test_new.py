"""`rehearse new` where no terminal is there to ask in."""

import re
import shlex
from pathlib import Path

import pytest

from rehearse.coach.scaffold import Answers
from rehearse.persona import load_persona

GUIDE = Path(__file__).parent.parent.parent / "personas" / "README.md"
SHOWN = re.findall(r"^rehearse (new .*)$", GUIDE.read_text("utf-8"), re.MULTILINE)


@pytest.fixture(autouse=True)
def here(monkeypatch, tmp_path):
    """A folder of its own, for each test, to write in."""
    folder = tmp_path / "scripts"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_without_options_a_whole_script_is_written(rehearse, here):
    """It is checked, its stories go as promised, the schema lies beside it, and a talk ends."""
    answer = rehearse("new", "rita", "moss")
    assert (answer.code, answer.err.splitlines()) == (0, [
        "Written: rita-moss.yaml",
        "Written: persona.schema.json, for editors that complete and check",
    ])  # fmt: skip
    assert sorted(path.name for path in here.iterdir()) == ["persona.schema.json", "rita-moss.yaml"]
    assert rehearse("check", "rita-moss.yaml").out == "1 script: 0 errors, 0 warnings, 0 hints.\n"
    assert rehearse("test", "rita-moss.yaml").out == "3 stories: 3 as promised, 0 not.\n"
    held = rehearse("practice", "rita-moss.yaml", "--no-save", stdin=b"Okay.\n" * 16)
    assert held.code == 0
    assert load_persona("rita-moss.yaml").name == "Rita Moss"


def test_the_last_words_are_the_commands_to_type(rehearse, here):
    """Three of them, and each works as it is shown."""
    shown = rehearse("new", "Rita", "-o", here / "rita.yaml", "--stance", "Receptive").out
    commands = [line.split("#")[0].split() for line in shown.splitlines() if line.startswith("  ")]
    assert [words[:2] for words in commands] == [
        ["rehearse", "practice"], ["rehearse", "check"], ["rehearse", "test"],
    ]  # fmt: skip
    assert [rehearse(*words[1:]).code for words in commands] == [0, 0, 0]


def test_every_answer_has_its_option(rehearse):
    """What is given is in the script, word for word."""
    code = rehearse(
        "new", "Ann", "--stance", "surly", "--scene", "Now: here.", "--wants", "w #1", "--fears", "-f",
        "--objection", "no", "--objection", '"never"', "--role", "Foreman",
    ).code  # fmt: skip
    persona = load_persona("ann.yaml")
    beats = ("the_case", "the_fear", "first_objection", "second_objection")
    assert code == 0
    assert [persona.beats[beat].says[0].text for beat in beats] == ["w #1", "-f", "no", '"never"']
    assert (persona.name, persona.stance, persona.brief) == ("Ann", "surly", "Now: here.")
    assert persona.role == "Foreman"


def test_what_is_not_given_is_the_usual_of_the_stance(rehearse):
    """Empty is not given."""
    rehearse("new", "Ann", "--stance", "receptive", "--wants", " ", "--objection", "")
    usual = Answers("receptive").complete()
    assert load_persona("ann.yaml").beats["the_case"].says[0].text == usual.wants


def test_the_commands_in_the_remarks_of_the_script_work(rehearse, here):
    """All but those that take their time: the bots, and a talk that watches the file."""
    rehearse("new", "Ann")
    text = (here / "ann.yaml").read_text("utf-8")
    shown = re.findall(r"^#   rehearse (\w+ ann\.yaml(?: --\w+(?: [a-z_]+)?)?)", text, re.MULTILINE)
    assert [words.split()[0] for words in shown] == [
        "practice", "check", "test", "practice", "practice", "graph", "simulate",
    ]  # fmt: skip
    quick = [words for words in shown if "simulate" not in words and "--watch" not in words]
    assert [rehearse(*words.split()).code for words in quick] == [0] * 5
    read = shlex.split(re.search(r"^#   rehearse (read .*)$", text, re.MULTILINE)[1])
    assert rehearse(*read).code == 0


@pytest.mark.parametrize(("words", "said"), [
    ([], "name your manager"), (["\u200b"], "name your manager"),
    (["Ann", "--stance", "surley"], "there is no stance 'surley'. Did you mean surly?"),
    (["Ann", "--objection", "a", "--objection", "b", "--objection", "c"], "--objection can be given twice"),
    (["Ann", "-o", "Ann Lee.yaml"], "a script's file is called like ann-lee.yaml"),
    (["Ann", "-o", "ann.txt"], "a script's file is called like ann.yaml"),
    (["Ann", "-o", "nowhere/ann.yaml"], "there is no folder nowhere"),
    (["there"], "there.yaml is there already"),
    (["link"], "link.yaml is there already"),
    (["Ann", "-o", "there.yaml"], "there.yaml is there already"),
    (["Ann", "-o", "there.yaml/ann.yaml"], "there is no folder there.yaml"),
])  # fmt: skip
def test_what_cannot_be_is_said_in_a_sentence(rehearse, here, words, said):
    """Exit code 2, one line, and nothing is written or changed."""
    (here / "there.yaml").write_text("mine", encoding="utf-8")
    (here / "link.yaml").symlink_to(here / "gone.yaml")
    answer = rehearse("new", *words)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert said in answer.err
    assert sorted(path.name for path in here.iterdir()) == ["link.yaml", "there.yaml"]
    assert (here / "there.yaml").read_text("utf-8") == "mine"


def test_the_commands_of_the_guide_work_as_they_stand(rehearse, here):
    """Each is typed as it is shown, and gives a manager without a finding."""
    (here / "personas").mkdir()
    assert len(SHOWN) == 2
    assert [rehearse(*shlex.split(words)).code for words in SHOWN] == [0, 0]
    assert rehearse("check", "--strict", ".").out == "2 scripts: 0 errors, 0 warnings, 0 hints.\n"
