"""Looking whether a script was saved: what counts as news, and what does not."""

import os

import pytest

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
