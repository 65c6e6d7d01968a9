from pathlib import Path

import pytest

from rehearse.persona import built_in_folder, find_persona, list_personas, load_persona, shelf
from rehearse.source import SourceError

TEXT = (Path(__file__).parent / "whole_language.yaml").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of three managers and a broken file, with no built-in ones beside it."""
    monkeypatch.setattr(shelf, "built_in_folder", lambda: tmp_path / "none")
    for name, stance, level in (
        ("ann-lee", "surly", 3),
        ("bo-kim", "surly", 2),
        ("cy-roe", "receptive", 5),
    ):
        text = TEXT.replace("id: whole-language", f"id: {name}")
        text = text.replace("stance: hesitant", f"stance: {stance}")
        (tmp_path / f"{name}.yaml").write_text(
            text.replace("difficulty: 2", f"difficulty: {level}")
        )
    (tmp_path / "broken.yaml").write_text("format: 1\nid: broken")
    return tmp_path


def test_managers_are_listed_easiest_first_and_a_broken_file_hides_none(folder):
    """The broken file is told of, the others are there."""
    found = list_personas([folder])
    assert [one.id for one in found.personas] == ["bo-kim", "ann-lee", "cy-roe"]
    assert {Path(one.place.file).name for one in found.problems} == {"broken.yaml"}


@pytest.mark.parametrize(
    ("wanted", "expected"), [("ann-lee", "ann-lee"), ("surly", "bo-kim"), ("receptive", "cy-roe")]
)
def test_a_manager_is_found_by_id_or_stance(folder, wanted, expected):
    """A stance gives the easiest manager of that stance."""
    assert find_persona(wanted, [folder]).id == expected


@pytest.mark.parametrize("stance", ["surly", "receptive"])
def test_a_stance_is_found_without_reading_every_script(folder, monkeypatch, stance):
    """Where all heads are plain, only the script wanted is read as a whole."""
    (folder / "broken.yaml").unlink()
    read = []
    monkeypatch.setattr(shelf, "load_packed", lambda path: read.append(path) or load_persona(path))
    found = find_persona(stance, [folder])
    assert read == [Path(found.path)]
    assert found == next(one for one in list_personas([folder]).personas if one.stance == stance)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("difficulty: 2", "difficulty: 2  # for now"),
        ("difficulty: 2", "difficulty: '2'"),
        ("difficulty: 2", "difficulty: 2\ndifficulty: 5"),
        ("difficulty: 2", ""),
        ("stance: surly", "stance: {surly}"),
        ("id: bo-kim", "id: ann-lee"),
        ("format: 1", "format: 9"),
    ],
)
def test_a_stance_is_found_the_same_however_a_head_is_written(folder, before, after):
    """A head that is not plain, or a broken script, leads to the manager the list names."""
    (folder / "broken.yaml").unlink()
    changed = folder / "bo-kim.yaml"
    changed.write_text(changed.read_text().replace(before, after))
    expected = next(one for one in list_personas([folder]).personas if one.stance == "surly")
    assert find_persona("surly", [folder]) == expected


def test_a_manager_is_found_by_path(folder):
    """A path to a script is taken as it is."""
    assert find_persona(str(folder / "bo-kim.yaml")).id == "bo-kim"


def test_an_unknown_manager_is_answered_with_the_nearest(folder):
    """One sentence, with the name that may have been meant."""
    with pytest.raises(ValueError, match="Did you mean ann-lee"):
        find_persona("anne-lee", [folder])


def test_a_broken_script_asked_for_by_name_tells_its_problems(folder):
    """Asking for the broken one is not answered with: there is none."""
    with pytest.raises(SourceError):
        find_persona("broken", [folder])


def test_the_built_in_folder_is_there():
    """In a checkout and in a wheel the managers that come along are found."""
    assert built_in_folder().is_dir()


def test_two_managers_with_one_id_in_a_folder_are_told(folder):
    """The second file is passed over, and the finding names the first."""
    (folder / "ann-lee-2.yaml").write_text((folder / "ann-lee.yaml").read_text())
    found = list_personas([folder])
    assert [one.id for one in found.personas].count("ann-lee") == 1
    assert any(one.code == "P010" and "ann-lee" in one.message for one in found.problems)


def test_a_script_of_ones_own_asked_for_without_its_ending_is_named(folder, monkeypatch):
    """Who writes `practice di-poe` beside di-poe.yaml is told to add the ending."""
    (folder / "di-poe.yaml").write_text((folder / "ann-lee.yaml").read_text())
    monkeypatch.chdir(folder)
    with pytest.raises(ValueError, match=r"with its ending: di-poe\.yaml"):
        find_persona("di-poe")
