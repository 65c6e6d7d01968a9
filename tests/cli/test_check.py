"""`rehearse check` and `explain`: formats, severities, exit codes, and pages for every code."""

import re

import pytest

PAST_TEXT = "and so it has been for as long as anyone here remembers, year in and year out, "


@pytest.fixture
def odd(tmp_path, script):
    """A script with a warning and a hint, and no error."""
    path = tmp_path / "mina-test.yaml"
    text = script.read_text(encoding="utf-8")
    path.write_text(text.split("stories:")[0].replace("id: mina-test", "id: mina-tests"))
    return path


@pytest.fixture
def wrong(tmp_path, script):
    """A script with an error."""
    path = tmp_path / "wrong" / "mina-test.yaml"
    path.parent.mkdir()
    path.write_text(script.read_text().replace("goto: the_case", "goto: the_cse", 1))
    return path


def test_warnings_and_hints_alone_exit_0_and_strict_counts_warnings(rehearse, odd):
    """--strict is for those who want no warning either; hints never fail."""
    found = rehearse("check", odd, "--json").json()
    assert (found["errors"], found["warnings"], found["hints"]) == (0, 1, 1)
    assert rehearse("check", odd).code == 0
    assert rehearse("check", odd, "--strict").code == 1
    assert rehearse("check", odd, "--strict", "--ignore", "P501").code == 0


def test_a_finding_may_be_left_out_or_count_otherwise(rehearse, odd):
    """Codes are taken in any case, several at a time."""
    assert rehearse("check", odd, "--ignore", "p501,P010", "--json").json()["problems"] == []
    answer = rehearse("check", odd, "--severity", "P010=error", "--json")
    assert (answer.code, answer.json()["errors"]) == (1, 1)


@pytest.mark.parametrize(
    "options", [("--ignore", "P5001"), ("--severity", "P501=loud"), ("--severity", "P999=hint"),
                ("--format", "xml")]
)  # fmt: skip
def test_a_severity_that_makes_no_sense_exits_2(rehearse, odd, options):
    """One sentence, and what is near."""
    answer = rehearse("check", odd, *options)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.strip()
    if options[1] == "P5001":
        assert "Did you mean P" in answer.err


def test_every_way_to_print_has_the_same_findings(rehearse, wrong, odd):
    """Text, JSON and annotations tell the same places and codes in the same order."""
    data = rehearse("check", wrong, odd, "--format", "json").json()["problems"]
    places = [(one["file"], one["line"], one["column"], one["code"]) for one in data]
    text = rehearse("check", wrong, odd).out
    shown = re.findall(r"^(\S+):(\d+):(\d+): \w+ (P\d+): ", text, re.MULTILINE)
    assert [(file, int(line), int(column), code) for file, line, column, code in shown] == places
    github = rehearse("check", wrong, odd, "--format", "github").out
    marks = re.findall(
        r"^::(?:error|warning|notice) file=(.*?),line=(\d+),col=(\d+),title=(P\d+)::.+$",
        github, re.MULTILINE,
    )  # fmt: skip
    assert [(file, int(line), int(column), code) for file, line, column, code in marks] == places
    assert len(github.splitlines()) == len(places)


def test_the_caret_stands_under_the_name_that_is_wrong(rehearse, wrong):
    """The line is quoted as it is, and the roof points at the spot."""
    lines = rehearse("check", wrong).out.splitlines()
    at = next(number for number, line in enumerate(lines) if "P101" in line)
    quoted, caret = lines[at + 1 : at + 3]
    assert quoted[caret.index("^") :].startswith("the_cse")
    assert "Did you mean the_case?" in lines[at]


def test_a_long_line_is_shown_around_the_place(rehearse, tmp_path, script):
    """However long the line is, the word in question and its caret are on the screen."""
    path = tmp_path / "mina-test.yaml"
    talk = "x" + PAST_TEXT * 5
    path.write_text(script.read_text() + f'  - {{name: "{talk}", talk: [Hello.], form: here}}\n')
    lines = rehearse("check", path).out.splitlines()
    caret = next(number for number, line in enumerate(lines) if line.strip() == "^")
    assert len(lines[caret - 1]) < 140
    assert lines[caret - 1][lines[caret].index("^") :].startswith("form:")


def test_annotations_keep_commas_and_percents_of_a_path_apart(rehearse, tmp_path, odd):
    """What a path holds cannot be taken for another property."""
    path = tmp_path / "a,b:c%.yaml"
    path.write_bytes(odd.read_bytes())
    out = rehearse("check", path, "--format", "github").out
    assert "a%2Cb%3Ac%25.yaml,line=" in out


def test_two_scripts_of_one_id_are_told(rehearse, tmp_path, script):
    """The second is the one that cannot be found by its id."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "mina-test.yaml").write_bytes(script.read_bytes())
    answer = rehearse("check", tmp_path, "--json")
    [problem] = answer.json()["problems"]
    assert (answer.code, problem["code"], problem["severity"]) == (1, "P010", "error")
    assert "two" in problem["file"]


def test_a_part_is_checked_with_the_scripts_of_its_folder_and_told_of_once(
    rehearse, tmp_path, script
):
    """The finding names the file of the part, for people and for programs."""
    part = tmp_path / "parts" / "odd.yaml"
    part.parent.mkdir()
    part.write_text("format: 1\npart: Odd\ntopics:\n  rota: [it]\n", encoding="utf-8")
    text = script.read_text(encoding="utf-8").replace(
        "format: 1\n", "format: 1\ninclude: parts/odd.yaml\n"
    )
    for name in ("a-one", "b-two"):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    found = rehearse("check", tmp_path, "--json").json()["problems"]
    assert [one["file"] for one in found if one["code"] == "P206"] == [str(part)]


def test_explain_lists_every_code_and_has_a_page_for_each(rehearse):
    """One line a code; the page begins with it and shows how to mend it."""
    listed = [line.split()[0] for line in rehearse("explain").out.splitlines()]
    assert len(listed) == len(set(listed)) > 60
    assert [page["code"] for page in rehearse("explain", "--json").json()] == listed
    for code in listed:
        answer = rehearse("explain", code.lower())
        assert answer.code == 0
        assert answer.out.startswith(f"{code}: ")
        assert "\nMend: " in answer.out
    assert rehearse("explain", "P101", "--json").json()["fails"].startswith("beats:")


@pytest.mark.parametrize("word", ["P1011", "p04"])
def test_an_unknown_code_exits_2_with_the_nearest(rehearse, word):
    """Did you mean, as for every name."""
    answer = rehearse("explain", word)
    assert (answer.code, answer.out) == (2, "")
    assert "Did you mean P" in answer.err
