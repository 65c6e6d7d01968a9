"""A slip in a key is one finding: what follows from it is not told beside it."""

import re
from pathlib import Path

import pytest

from rehearse.persona import built_in_folder, check_persona, check_persona_text

SCRIPT = sorted(built_in_folder().glob("*.yaml"))[0].read_text(encoding="utf-8")
WHOLE = (Path(__file__).parent / "whole_language.yaml").read_text(encoding="utf-8")
IN_PLACE = str(built_in_folder() / "x.yaml")  # a script may take in what lies beside it
KEYS = ["beats", "endings", "mood", "topics", "phrases", "reacts", "always", "turn_limit",
        "hears", "remember", "otherwise", "moves_on", "says", "goto", "when", "brief"]  # fmt: skip


def _slip(key: str, text: str) -> tuple[str, int]:
    """The text with the key written wrong wherever it is written, and how often that is."""
    wrong = key[:-1] + key[-1] * 2 if len(key) < 5 else key[0] + key[2] + key[1] + key[3:]
    return re.subn(rf"^( *(?:- )?){key}:", rf"\1{wrong}:", text, flags=re.MULTILINE)


@pytest.mark.parametrize("text", [SCRIPT, WHOLE], ids=["shipped", "whole language"])
@pytest.mark.parametrize("key", KEYS)
def test_a_key_written_wrong_is_all_that_is_told(key, text):
    """Names below it are not said to be missing elsewhere: the first finding is the cause."""
    changed, times = _slip(key, text)
    found = [one for one in check_persona_text(changed, IN_PLACE) if one.severity == "error"]
    assert {one.code for one in found} <= {"P004"}, [one.render() for one in found]
    assert bool(found) == bool(times)


def test_a_name_that_nobody_gave_is_told_beside_it():
    """Only what the slip explains is held back."""
    changed, _ = _slip("endings", SCRIPT)
    changed = re.sub(r"^( +goto:) \w+$", r"\1 nowhere_at_all", changed, count=1, flags=re.M)
    codes = [one.code for one in check_persona_text(changed, IN_PLACE)]
    assert sorted(set(codes)) == ["P004", "P101"]
    assert codes.count("P101") == 1


def test_a_slip_in_a_part_is_told_of_the_part_alone(tmp_path):
    """A script that takes its topics from a file with such a slip is not blamed for them."""
    topics = re.search(r"^topics:\n(?:  .*\n)+", WHOLE, re.MULTILINE)[0]
    part = "format: 1\npart: Topics\n" + topics.replace("topics:", "topix:")
    (tmp_path / "topics.yaml").write_text(part)
    script = tmp_path / "whole-language.yaml"
    script.write_text(WHOLE.replace(topics, "include: topics.yaml\n"))
    found = [one for one in check_persona(script) if one.severity == "error"]
    assert [(one.code, Path(one.place.file).name) for one in found] == [("P004", "topics.yaml")]


NAMES = {
    "mood": ("\nmood: {patience", "\nmood: {patiense", "patience"),
    "topic": ("\n  vendor_report:", "\n  vendor_reprot:", "vendor_report"),
    "beat": ("\n  the_wall:", "\n  the_wal:", "the_wall"),
    "ending": ("\n  respectful_no:", "\n  respectfull_no:", "respectful_no"),
}


@pytest.mark.parametrize("kind", NAMES)
def test_a_name_given_wrong_is_told_where_it_was_given(kind):
    """Not at each of the places that name it rightly."""
    right, wrong, name = NAMES[kind]
    assert SCRIPT.count(right) == 1
    changed = SCRIPT.replace(right, wrong)
    (found,) = [one for one in check_persona_text(changed, IN_PLACE) if one.severity == "error"]
    assert found.mend == f"Did you mean {name}?"
    line = changed[: changed.index(wrong.strip("\n"))].count("\n") + 1
    assert found.place.line == line
    assert found.quoted[found.place.column - 1 :].startswith(wrong.split("{")[-1].strip(" \n:"))


def test_a_name_used_wrong_is_told_where_it_is_used():
    """Twice the same slip, beside right uses: both places are told."""
    changed = re.sub(r"goto: the_wall\b", "goto: the_wal", SCRIPT, count=2)
    found = [one for one in check_persona_text(changed, IN_PLACE) if one.severity == "error"]
    assert [one.code for one in found] == ["P101", "P101"]
    assert {one.mend for one in found} == {"Did you mean the_wall?"}
