"""Scripts kept ready: always the same as reading them anew, and never in the way."""

import os
import stat
import threading
from pathlib import Path

import pytest

from rehearse.persona import built_in_folder, load_persona, packed
from rehearse.persona.packed import load_packed, pack
from rehearse.source import SourceError

WHOLE = Path(__file__).parent / "whole_language.yaml"
CODE = packed._code
SCRIPTS = [WHOLE, *sorted(built_in_folder().glob("*.yaml"))]


@pytest.fixture(autouse=True)
def code_that_stands_still(monkeypatch):
    """Whoever saves a module of the program while a test runs does not have scripts read anew."""
    code = CODE()
    monkeypatch.setattr(packed, "_code", lambda: code)


@pytest.fixture
def script(tmp_path):
    """A script of one's own that may be changed."""
    path = tmp_path / "own.yaml"
    path.write_text(WHOLE.read_text("utf-8"), "utf-8")
    return path


@pytest.fixture
def never_read(monkeypatch):
    """From here on no script can be read anew."""

    def forbid():
        def refuse(path):
            raise AssertionError(f"{path} is read anew")

        monkeypatch.setattr("rehearse.persona.load.load_persona", refuse)

    return forbid


def kept(home):
    """The files kept."""
    return sorted((home / "cache").iterdir())


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_kept_script_is_the_script(path, never_read):
    """The second time, a script comes from the folder, the same to its last line and column."""
    anew = load_persona(path)
    load_packed(path)
    never_read()
    again = load_packed(path)
    assert again == anew
    assert pack(again) == pack(anew)
    assert (again.path, again.sha256) == (anew.path, anew.sha256)
    assert {beat.place for beat in again.beats.values()} == {
        beat.place for beat in anew.beats.values()
    }


def test_a_changed_script_is_read_anew(script):
    """One other byte, and what was kept is not used."""
    load_packed(script)
    script.write_text(script.read_text("utf-8").replace("id: whole-language", "id: other"), "utf-8")
    assert load_packed(script).id == "other"


def test_other_code_reads_a_script_anew(script, monkeypatch):
    """What another version of the program kept is not used."""
    monkeypatch.setattr(packed, "_code", lambda: "before")
    load_packed(script)
    monkeypatch.setattr(packed, "_code", lambda: "after")
    monkeypatch.setattr(packed, "unpack", lambda *_: pytest.fail("what was kept is used"))
    assert load_packed(script) == load_persona(script)


@pytest.mark.parametrize("room", packed._MADE_OF)
def test_a_module_saved_anywhere_that_decides_what_is_read_is_other_code(
    room, tmp_path, monkeypatch
):
    """Also one that keeps its size: its time is another."""
    for each in packed._MADE_OF:
        (tmp_path / each).mkdir(parents=True, exist_ok=True)
        (tmp_path / each / "one.py").write_text("ONE = 1\n", "utf-8")
    monkeypatch.setattr(packed, "__file__", str(tmp_path / "persona" / "packed.py"))
    before = CODE()
    assert CODE() == before
    os.utime(tmp_path / room / "one.py", (1, 1))
    assert CODE() != before


def test_a_broken_script_is_refused_each_time(tmp_path, own_home):
    """A script with an error is never kept, and told of in full each time."""
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\nid: broken")
    for _ in range(2):
        with pytest.raises(SourceError, match="lacks the key"):
            load_packed(broken)
    assert not (own_home / "cache").exists()


@pytest.mark.parametrize("damage", [b"", b"\n", b"x\ny\nz", None, -1, 40])
def test_a_damaged_file_does_no_harm(script, own_home, damage):
    """What was kept is passed over where it is cut, changed or something else, and made anew."""
    load_packed(script)
    (file,) = kept(own_home)
    whole = file.read_bytes()
    if damage is None:
        file.unlink()
        file.mkdir()
    elif isinstance(damage, bytes):
        file.write_bytes(damage)
    else:
        file.write_bytes(whole[:damage] + b"?" + whole[damage:])
    assert load_packed(script) == load_persona(script)
    assert file.is_dir() or file.read_bytes() == whole


def test_a_folder_that_cannot_be_used_does_no_harm(script, tmp_path, monkeypatch):
    """Where nothing can be kept, scripts are read."""
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("REHEARSE_HOME", str(tmp_path / "file"))
    assert load_packed(script) == load_persona(script)


def test_what_is_kept_is_for_its_owner_alone(script, own_home):
    """The file is 0600, and no draft stays behind."""
    load_packed(script)
    (file,) = kept(own_home)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_only_so_many_are_kept(tmp_path, own_home, monkeypatch):
    """The oldest go, so the folder does not grow for ever."""
    monkeypatch.setattr(packed, "_MOST_KEPT", 3)
    for number in range(6):
        path = tmp_path / f"{number}.yaml"
        path.write_text(WHOLE.read_text("utf-8"), "utf-8")
        load_packed(path)
    assert len(kept(own_home)) <= 4


def test_several_at_once_get_the_same(script):
    """Two windows that start together do not hurt each other."""
    got = []
    windows = [threading.Thread(target=lambda: got.append(load_packed(script))) for _ in range(6)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert got == [load_persona(script)] * 6


@pytest.fixture
def joined(tmp_path, monkeypatch):
    """A script that extends another and includes a part, named from its own folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "whole-language.yaml").write_text(WHOLE.read_text("utf-8"), "utf-8")
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "a.yaml").write_text(
        "format: 1\npart: A\nalways:\n  - {when: {words: over 150}, says: Well?}\n"
    )
    path = tmp_path / "own.yaml"
    path.write_text(
        "format: 1\nid: own\nextends: whole-language.yaml\n"
        "include: [parts/a.yaml, courtesies]\nalways:\n  - use: thanks\n"
    )
    return path


def test_a_kept_joined_script_is_the_script_to_every_place(joined, never_read):
    """Each thing in its own file, by whatever way the script is named."""
    ways = [joined.name, f"./{joined.name}", str(joined)]
    anew = {way: load_persona(way) for way in ways}
    load_packed(ways[0])
    never_read()
    for way in ways:
        again = load_packed(way)
        assert again == anew[way]
        assert dict(again.files) == dict(anew[way].files)
        for kind in ("always", "reacts"):
            rules = getattr(again, kind)
            assert [one.place for one in rules] == [one.place for one in getattr(anew[way], kind)]
        assert [one.place for one in again.beats.values()] == [
            one.place for one in anew[way].beats.values()
        ]


@pytest.mark.parametrize("name", ["whole-language.yaml", "parts/a.yaml"])
def test_a_change_in_any_file_joined_has_the_script_read_anew(joined, name):
    """Also one that was put in another's place, or is gone."""
    before = load_packed(joined)
    other = joined.parent / name
    other.write_text(other.read_text("utf-8") + "# a remark\n", "utf-8")
    after = load_packed(joined)
    assert after.sha256 != before.sha256
    assert after == load_persona(joined)
    other.unlink()
    with pytest.raises(SourceError, match="P601"):
        load_packed(joined)
