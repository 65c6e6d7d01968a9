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


def test_coverage_names_what_no_story_reaches_with_its_line(rehearse, script):
    """Beats, endings, rules and lines; for programs, the same with the reason."""
    answer = rehearse("test", script, "--coverage")
    assert answer.code == 0
    assert "1 story reaches 2 of 2 beats, 1 of" in " ".join(answer.out.split())
    assert "shown_out: no talk ended so" in answer.out
    [found] = rehearse("test", script, "--coverage", "--json").json()["coverage"]
    assert found["percent"]["beats"] == 100
    assert {never["kind"] for never in found["never"]} == {"endings", "rules", "lines"}
    assert all(never["line"] and never["why"] for never in found["never"])


def test_a_floor_that_is_missed_exits_1_and_says_so(rehearse, script):
    """In a sentence with the script, the figure and the floor; one that is kept says nothing."""
    answer = rehearse("test", script, "--at-least", "80", "--at-least", "beats=100")
    assert answer.code == 1
    assert f"{script}: The floor --at-least 80 is missed: reached is " in answer.out
    assert "beats" not in answer.out.split("missed")[0]
    assert rehearse("test", script, "--at-least", "beats=100").code == 0
    document = rehearse("test", script, "--at-least", "80", "--json").json()
    assert [sentence.endswith("should be at least 80.") for sentence in document["missed"]] == [
        True
    ]


@pytest.mark.parametrize(
    "words",
    [["--at-least", "many"], ["--at-least", "score=3"], ["--name", "x"], ["--bless", "no.jsonl"]],
)
def test_options_that_make_no_sense_exit_2_in_a_sentence(rehearse, script, words):
    """A floor that is none, a name without a story, a transcript that is not there."""
    answer = rehearse("test", script, *words)
    assert answer.code == 2
    assert answer.err.strip()
    assert "Traceback" not in answer.err


def test_a_script_without_stories_beside_others_is_named(rehearse, tmp_path, script):
    """It was not tested, and that is said; the others decide the exit code."""
    path = tmp_path / "silent.yaml"
    path.write_text(script.read_text().split("stories:")[0])
    answer = rehearse("test", script, path)
    assert answer.code == 0
    assert f"{path}: there is no story in this script" in answer.out


def test_a_failed_story_is_whole_for_programs(rehearse, tmp_path, script):
    """Which reply, what it was read as, which rule answered, what was left unplayed."""
    path = tmp_path / "mina-test.yaml"
    path.write_text(script.read_text().replace("{beat: the_case}", "{beat: granted}"))
    [result] = rehearse("test", path, "--json").json()["results"]
    assert (result["reply"], result["unplayed"]) == (1, 1)
    assert result["turn"]["reply"] == "I want the lead role."
    assert result["turn"]["rule_line"] == 30
    assert result["turn"]["reading"]["moves"]
    assert result["differences"][0]["why"]


def test_bless_writes_the_rehearsal_into_the_script(rehearse, tmp_path, script, talk):
    """What was added is shown; the script then has one story more, and it goes as promised."""
    path = tmp_path / "mina-test.yaml"
    path.write_bytes(script.read_bytes())
    answer = rehearse("test", path, "--bless", talk, "--name", "a good talk")
    assert answer.code == 0
    assert f"Added to {path}, from line 60 on:" in answer.out
    assert "  - name: a good talk\n" in answer.out
    assert path.read_text().startswith(script.read_text())
    assert rehearse("test", path, "--json").json()["stories"] == 2
    again = rehearse("test", path, "--bless", talk)
    assert (again.code, again.out) == (2, "")
    assert "a story already: “a good talk” in line 60" in again.err


def test_bless_for_programs_tells_where_and_what(rehearse, tmp_path, script, talk):
    """File, line, name, how many replies, and the text added."""
    path = tmp_path / "mina-test.yaml"
    path.write_bytes(script.read_bytes())
    document = rehearse("test", path, "--bless", talk, "--json").json()
    assert document["file"] == str(path)
    assert (document["line"], document["replies"]) == (60, 3)
    assert document["added"] in path.read_text()


def test_bless_refuses_the_talk_of_another_script(rehearse, tmp_path, script, talk):
    """One clear sentence, exit 2, and the script is as it was; folders and two scripts too."""
    other = tmp_path / "mona-test.yaml"
    other.write_text(script.read_text().replace("mina-test", "mona-test"))
    before = other.read_bytes()
    answer = rehearse("test", other, "--bless", talk)
    assert answer.code == 2
    assert "was held with mina-test" in answer.err
    assert other.read_bytes() == before
    for paths in ([tmp_path], [other, script]):
        assert rehearse("test", *paths, "--bless", talk).code == 2
