"""Looking whether a script was saved: what counts as news, and what does not."""

import os

import pytest

from rehearse.persona import load_persona
from rehearse.terminal.watching import Watch, digest_of


@pytest.fixture
def path(tmp_path):
    """A file to look after."""
    path = tmp_path / "rita.yaml"
    path.write_text("id: rita\n")
    return path


@pytest.fixture
def watch(path):
    """Looks after it; the file is as it was taken."""
    return Watch(path, digest_of(path))


def news(watch, looks=4):
    """How many of so many looks found something new."""
    return sum(watch.saved() for _ in range(looks))


def test_a_file_left_alone_is_no_news(watch):
    """However often one looks."""
    assert news(watch) == 0


def test_a_save_is_news_once(watch, path):
    """At one look only; saving the same text again, or touching the file, is none."""
    path.write_text("id: rita-moss\n")
    assert news(watch) == 1
    path.write_text("id: rita-moss\n")
    os.utime(path, ns=(1, 1))
    assert news(watch) == 0


def test_a_file_still_being_written_is_waited_for(watch, path):
    """As long as each look finds it otherwise than the last, it is not opened."""
    for length in range(1, 6):
        path.write_text("name: Rita\n" * length)
        assert not watch.saved()
    assert news(watch) == 1


def test_a_file_that_is_gone_is_waited_for(watch, path):
    """Editors put a new file in the old one's place; until it is there, there is no news."""
    path.unlink()
    assert news(watch) == 0
    other = path.with_suffix(".tmp")
    other.write_text("id: rita-moss\n")
    os.replace(other, path)
    assert news(watch) == 1


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b"\x00"])
def test_what_is_no_text_is_news_too(watch, path, content):
    """The person who saved it is told; nothing is raised here."""
    path.write_bytes(content)
    assert news(watch) == 1


def test_a_folder_in_its_place_raises_nothing(watch, path):
    """It is news that the script cannot be read."""
    path.unlink()
    path.mkdir()
    assert news(watch) == 1


PART = "format: 1\npart: What she hears\nphrases: {farewell: [toodle pip]}\n"


@pytest.fixture
def joined(path):
    """A script that takes in a part, which is there, and another that is not yet."""
    path.write_text("format: 1\nid: rita\ninclude: [a.yaml, b.yaml]\n")
    path.with_name("a.yaml").write_text(PART)
    return path


def test_a_part_that_is_saved_or_comes_into_being_is_news(joined):
    """As the script itself would be, and once."""
    watch = Watch(joined, digest_of(joined))
    assert news(watch) == 0
    joined.with_name("a.yaml").write_text(PART + "# a remark\n")
    assert news(watch) == 1
    joined.with_name("b.yaml").write_text(PART)
    assert news(watch) == 1
    joined.with_name("b.yaml").unlink()
    assert news(watch) == 1


def test_what_a_saved_script_takes_in_now_is_looked_after_too(joined):
    """And what it no longer takes in is not."""
    watch = Watch(joined, digest_of(joined))
    assert news(watch) == 0
    joined.write_text("format: 1\nid: rita\ninclude: c.yaml\n")
    assert news(watch) == 1
    joined.with_name("a.yaml").write_text(PART + "# a remark\n")
    assert news(watch) == 0
    joined.with_name("c.yaml").write_text(PART)
    assert news(watch) == 1


def test_a_broken_part_that_is_mended_is_news(joined):
    """Though the script itself stays as it is."""
    part = joined.with_name("a.yaml")
    part.write_text("format: 1\npart: [\n")
    watch = Watch(joined, digest_of(joined))
    assert news(watch) == 0
    part.write_text(PART)
    assert news(watch) == 1


def test_the_digest_of_a_sound_script_is_that_of_its_persona(tmp_path):
    """So a talk knows whether the script it was begun with is still there."""
    path = tmp_path / "on-monday.yaml"
    for more in ("", "include: a.yaml\n"):
        path.with_name("a.yaml").write_text(PART)
        path.write_text(f"format: 1\nid: on-monday\nextends: helen-ferris\n{more}")
        assert digest_of(path) == load_persona(path).sha256
