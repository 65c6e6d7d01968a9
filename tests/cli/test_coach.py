"""`rehearse check` and `test`: exit codes that can be trusted, places that can be found."""

import pytest


@pytest.fixture
def broken(tmp_path, script):
    """The sound script with a word in it that leads nowhere."""
    path = tmp_path / "scripts" / "mina-test.yaml"
    path.parent.mkdir()
    path.write_text(script.read_text().replace("goto: the_case", "goto: the_cse", 1))
    return path


def test_a_sound_script_passes_both(rehearse, script):
    """check and test exit 0 on a script without errors whose stories hold, file or folder."""
    for path in (script, script.parent):
        for command in ("check", "test"):
            assert rehearse(command, path).code == 0


def test_an_error_is_told_with_its_place_and_exits_1(rehearse, broken):
    """check names the file, line and column of what is wrong, and what was meant."""
    answer = rehearse("check", broken)
    assert answer.code == 1
    assert f"{broken}:" in answer.out
    assert "the_cse" in answer.out
    [problem, *_] = rehearse("check", broken, "--json").json()["problems"]
    assert set(problem) == {
        "file", "line", "column", "code", "severity", "message", "mend", "quoted"
    }  # fmt: skip


def test_a_story_that_goes_otherwise_fails(rehearse, tmp_path, script):
    """test exits 1 when a story fails, and says what was expected and what came."""
    path = tmp_path / "mina-test.yaml"
    path.write_text(script.read_text().replace("{beat: the_case}", "{beat: opening}"))
    answer = rehearse("test", path)
    assert answer.code == 1
    assert "expected the beat opening" in answer.out
    document = rehearse("test", path, "--json").json()
    assert (document["stories"], document["failed"]) == (1, 1)
    assert document["results"][0]["passed"] is False


def test_a_script_that_cannot_be_loaded_fails_its_test(rehearse, broken):
    """Stories that cannot be played are no stories that passed."""
    assert rehearse("test", broken).code == 1


def test_no_story_at_all_is_said_and_fails(rehearse, tmp_path, script):
    """A script without stories was not tested, and test says so with exit 1."""
    path = tmp_path / "mina-test.yaml"
    path.write_text(script.read_text().split("stories:")[0])
    answer = rehearse("test", path)
    assert answer.code == 1
    assert "no story" in answer.out


@pytest.mark.parametrize("command", ["check", "test"])
def test_a_path_that_leads_nowhere_exits_2(rehearse, tmp_path, script, command):
    """A missing file and a folder without scripts exit 2, whatever else was fine."""
    for path in (tmp_path / "none.yaml", tmp_path):
        answer = rehearse(command, script, path)
        assert answer.code == 2
        assert str(path) in answer.err
