"""Which files a script may take in, how they are found, and what is said where they are not."""

import os
from pathlib import Path

import pytest

from rehearse.persona import built_in_folder, check_persona, load_persona
from rehearse.persona.fetching import Fetcher, files_of, is_part
from rehearse.source import SourceError, parse_document

JO = (Path(__file__).parent / "pages" / "jo-field.yaml").read_text(encoding="utf-8")
PART = "format: 1\npart: Nothing much\nphrases: {farewell: [toodle pip]}\n"


@pytest.fixture
def script(tmp_path):
    """Writes a script that names this, and gives its path."""

    def made(line):
        path = tmp_path / "home" / "jo-field.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{JO.rstrip()}\n{line}\n", encoding="utf-8")
        return path

    return made


def part(path, text=PART):
    """Writes a part there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def found(path):
    """The codes `check` finds."""
    return [one.code for one in check_persona(path)]


@pytest.mark.parametrize("way", ["a.yaml", "./a.yaml", "deep/down/a.yml"])
def test_a_file_of_the_folder_or_below_it_is_taken_in(script, tmp_path, way):
    """By the way that leads there from the script's folder."""
    part(tmp_path / "home" / way)
    assert found(script(f"include: {way}")) == []


@pytest.mark.parametrize(
    "way",
    ["../a.yaml", "sub/../../a.yaml", "sub/../a.yaml", "{out}/a.yaml", "~/a.yaml", "sub//a.yaml",
     'C:\\a.yaml', "sub\\a.yaml", "file:a.yaml"],
)  # fmt: skip
def test_no_name_leads_out_of_the_folder(script, tmp_path, way):
    """Whether there is a file or not, nothing is opened there."""
    part(tmp_path / "a.yaml")
    part(tmp_path / "home" / "sub" / "a.yaml")
    assert found(script(f"include: '{way.format(out=tmp_path)}'")) == ["P602"]


@pytest.mark.parametrize("link", ["a.yaml", "sub"])
def test_no_link_leads_out_of_the_folder(script, tmp_path, link):
    """Neither that of a file nor that of a folder on the way."""
    part(tmp_path / "out" / "a.yaml")
    path = script(f"include: {'a.yaml' if link == 'a.yaml' else 'sub/a.yaml'}")
    target = tmp_path / "out" / ("a.yaml" if link == "a.yaml" else "")
    os.symlink(target, path.parent / link)
    assert found(path) == ["P602"]


def test_a_link_within_the_folder_is_followed(script, tmp_path):
    """It leads nowhere else."""
    part(tmp_path / "home" / "parts" / "a.yaml")
    path = script("include: b.yaml")
    os.symlink(path.parent / "parts" / "a.yaml", path.parent / "b.yaml")
    assert found(path) == []


def test_a_folder_or_nothing_at_all_is_no_file(script, tmp_path):
    """What is there is suggested."""
    part(tmp_path / "home" / "parts" / "closing.yaml")
    (tmp_path / "home" / "folder.yaml").mkdir()
    assert found(script("include: folder.yaml")) == ["P601"]
    [one] = check_persona(script("include: parts/closings.yaml"))
    assert one.mend == "Did you mean parts/closing.yaml?"
    [one] = check_persona(script("include: parts/closing"))
    assert one.mend == "Did you mean parts/closing.yaml?"
    [one] = check_persona(script("include: courtesy"))
    assert "Did you mean courtesies?" in one.mend


def test_of_managers_scripts_are_suggested_and_of_parts_parts(script, tmp_path):
    """One can only be what the key asks for."""
    path = tmp_path / "home" / "new.yaml"
    script("")
    part(tmp_path / "home" / "jo-feld.yaml")
    path.write_text("format: 1\nid: new\nextends: jo-fild.yaml\n", encoding="utf-8")
    [one] = [one for one in check_persona(path) if one.code == "P601"]
    assert one.mend == "Did you mean jo-field.yaml?"


def test_a_bare_name_is_what_comes_with_the_program(script, tmp_path):
    """Though a file of this name lies beside the script."""
    part(tmp_path / "home" / "courtesies.yaml", "not: a part")
    path = script("include: courtesies")
    assert files_of(path) == [str(path), str(built_in_folder() / "parts" / "courtesies.yaml")]


def test_a_part_names_its_own_from_where_it_lies(script, tmp_path):
    """From its own folder, and not out of that."""
    part(tmp_path / "home" / "parts" / "a.yaml", PART + "include: more/b.yaml\n")
    inner = part(tmp_path / "home" / "parts" / "more" / "b.yaml", PART.replace("toodle", "tata"))
    path = script("include: parts/a.yaml")
    assert found(path) == []
    assert str(inner) in load_persona(path).files
    inner.write_text(PART + "include: ../../jo-field.yaml\n", encoding="utf-8")
    assert found(path) == ["P602"]


def test_a_circle_is_told_with_the_way_it_goes(script, tmp_path):
    """At the name that closes it."""
    part(tmp_path / "home" / "a.yaml", PART + "include: b.yaml\n")
    part(tmp_path / "home" / "b.yaml", PART + "include: [a.yaml]\n")
    [one] = check_persona(script("include: a.yaml"))
    assert (one.code, Path(one.place.file).name, one.place.line) == ("P603", "b.yaml", 4)
    assert "a.yaml, b.yaml, a.yaml" in one.message


def test_eight_files_may_take_in_one_another_and_no_more(script, tmp_path):
    """What is farther away nobody finds again."""
    for number in range(1, 10):
        more = f"include: p{number + 1}.yaml\n" if number < 9 else ""
        part(
            tmp_path / "home" / f"p{number}.yaml",
            PART.replace("{farewell: [toodle pip]}", "{}") + more,
        )
    assert len(load_persona(script("include: p2.yaml")).files) == 9
    [one] = check_persona(script("include: p1.yaml"))
    assert (one.code, Path(one.place.file).name) == ("P603", "p8.yaml")


def test_a_file_met_twice_is_taken_in_once(script, tmp_path):
    """Two parts may share a third."""
    for name in "ab":
        part(tmp_path / "home" / f"{name}.yaml", f"format: 1\npart: {name}\ninclude: c.yaml\n")
    part(tmp_path / "home" / "c.yaml")
    path = script("include: [a.yaml, b.yaml]")
    assert load_persona(path).phrases == {"farewell": ("toodle pip",)}


def test_all_files_together_may_be_as_large_as_one(script, tmp_path):
    """A script can't make the program read without end."""
    part(tmp_path / "home" / "a.yaml", PART + "# " + "x" * 300)
    path = script("include: a.yaml")
    document = parse_document(path.read_text("utf-8"), str(path))
    name = document.root.entries["include"]
    assert Fetcher(left=500).fetch(document, name, False)
    with pytest.raises(SourceError, match="P007"):
        Fetcher(left=200).fetch(document, name, False)


def test_a_mistake_in_a_part_is_told_where_it_is(script, tmp_path):
    """With its line, and nothing that follows from it."""
    part(tmp_path / "home" / "a.yaml", PART + "topics: [x\n")
    path = script("include: a.yaml")
    [one] = check_persona(path)
    assert (one.code, Path(one.place.file).name) == ("P002", "a.yaml")
    with pytest.raises(SourceError, match=r"a\.yaml"):
        load_persona(path)


@pytest.mark.parametrize(("text", "codes"), [
    ("format: 2\npart: x\n", ["P008"]), ("part: x\n", ["P005"]), ("- part\n", ["P604"]),
    ("format: 1\npart: x\nid: y\n", ["P004"]), ("", ["P002"]),
])  # fmt: skip
def test_each_file_is_held_against_what_it_should_be(script, tmp_path, text, codes):
    """A part against the format of parts."""
    part(tmp_path / "home" / "a.yaml", text)
    assert found(script("include: a.yaml")) == codes


def test_the_files_of_a_script_are_known_though_some_are_not_there(script, tmp_path):
    """For who waits until they are."""
    part(tmp_path / "home" / "a.yaml", PART + "include: gone.yaml\n")
    path = script("include: a.yaml")
    names = [Path(file).name for file in files_of(path)]
    assert names == ["jo-field.yaml", "a.yaml", "gone.yaml"]
    assert files_of(tmp_path / "nothing.yaml") == [str(tmp_path / "nothing.yaml")]


def test_a_part_is_known_by_its_line(tmp_path):
    """Without reading all of it; what cannot be opened is none."""
    assert is_part(part(tmp_path / "a.yaml"))
    assert not is_part(part(tmp_path / "b.yaml", JO))
    assert not is_part(tmp_path)
