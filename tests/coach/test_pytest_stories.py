"""The stories of scripts as tests of pytest: what is collected, what fails, what is said."""

import os
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from rehearse.coach import run_stories
from rehearse.coach.pytest_stories import looks_like_a_script
from rehearse.persona import load_persona

pytest_plugins = ["pytester"]

SCRIPT = Path(__file__).parent.parent / "transcript" / "scripts" / "mina-test.yaml"
TEXT = SCRIPT.read_text(encoding="utf-8")
LOADED = entry_points(group="pytest11", name="rehearse") and not os.environ.get(
    "PYTEST_DISABLE_PLUGIN_AUTOLOAD"
)
HERE = [] if LOADED else ["-p", "rehearse.coach.pytest_stories"]
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def run(pytester):
    """Runs pytest in a folder of its own with these files; `settings` is its pytest.ini."""

    def call(files, *arguments, settings=""):
        pytester.path.joinpath("pytest.ini").write_text(f"[pytest]\n{settings}", encoding="utf-8")
        for name, text in files.items():
            pytester.path.joinpath(name).write_bytes(text.encode("utf-8"))
        return pytester.runpytest_inprocess(*HERE, "-p", "no:cacheprovider", *arguments)

    return call


def test_each_story_is_a_test_under_its_name(run):
    """With the option, a script's stories pass or fail one by one."""
    more = TEXT + "  - name: thanks are heard\n    talk: [Thank you.]\n"
    result = run({"mina-test.yaml": more}, "--rehearse-personas", "-v")
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["mina-test.yaml::asked and proven PASSED*",
                                 "mina-test.yaml::thanks are heard PASSED*"])  # fmt: skip


def test_a_failing_story_tells_the_difference_as_rehearse_test_does(run):
    """The failure is the talk where it parted ways, not a traceback."""
    wrong = TEXT.replace("{beat: the_case}", "{beat: granted}")
    result = run({"mina-test.yaml": wrong}, "--rehearse-personas")
    result.assert_outcomes(failed=1)
    told = result.stdout.str()
    assert "Traceback" not in told
    assert "mina-test.yaml:56:9: failed: asked and proven" in told
    assert "You: I want the lead role." in told
    assert "expected the beat granted, got the_case" in told


def test_nothing_is_collected_unless_asked_for(run):
    """A project that only has the program installed runs no scripts."""
    result = run({"mina-test.yaml": TEXT, "test_own.py": "def test_own():\n    pass\n"})
    result.assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("arguments", "settings"),
    [(["--rehearse-personas"], ""), ([], "rehearse_personas = true\n"), (["mina-test.yaml"], "")],
)
def test_the_option_the_setting_and_the_name_of_a_file_each_ask_for_stories(
    run, arguments, settings
):
    """Three ways to say that scripts are meant."""
    run({"mina-test.yaml": TEXT}, *arguments, settings=settings).assert_outcomes(passed=1)


def test_other_yaml_is_left_to_others(run):
    """Only files whose lines begin with format: and beats: are scripts."""
    files = {"ci.yaml": "on: push\nformat: 1\n", "music.yml": "tune:\n  format: 1\n  beats: 4\n"}
    result = run({**files, "mina-test.yaml": TEXT}, "--rehearse-personas")
    result.assert_outcomes(passed=1)


def test_a_script_that_cannot_be_read_is_a_test_that_fails(run):
    """Every error is told with its place, and the other scripts are still played."""
    broken = TEXT.replace("goto: the_case", "goto: the_cse", 1)
    result = run({"broken.yaml": broken, "mina-test.yaml": TEXT}, "--rehearse-personas")
    result.assert_outcomes(passed=1, failed=1)
    assert "the_cse" in result.stdout.str()
    assert "broken.yaml::the script can be read" in result.stdout.str()


def test_a_script_without_stories_is_named(run):
    """A run that tested nothing of it does not look as if it had."""
    silent = TEXT[: TEXT.index("stories:")]
    result = run({"silent.yaml": silent, "mina-test.yaml": TEXT}, "--rehearse-personas")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["silent.yaml: there is no story in this script*"])


def test_stories_of_one_name_are_told_apart(run):
    """Each can be asked for by its own name."""
    twice = TEXT + TEXT[TEXT.index("  - name: asked") :]
    result = run({"mina-test.yaml": twice}, "--rehearse-personas", "-v")
    result.stdout.fnmatch_lines(["*::asked and proven PASSED*", "*::asked and proven (2) PASSED*"])


def test_one_story_can_be_chosen_by_its_words(run):
    """pytest's own -k works on the names of stories."""
    more = TEXT + "  - name: thanks\n    talk: [Thank you.]\n"
    result = run({"mina-test.yaml": more}, "--rehearse-personas", "-k", "thanks")
    result.assert_outcomes(passed=1, deselected=1)


def test_the_stories_of_a_script_that_builds_on_another_are_played(run):
    """Though it has no beats of its own; the part it takes in is no script."""
    own = "format: 1\nid: mina-two\nextends: mina-test.yaml\ninclude: a.yaml\n"
    story = TEXT[TEXT.index("stories:") :].replace("name: ", "name: once more, ", 1)
    part = "format: 1\npart: A\nphrases: {farewell: [toodle pip]}\n"
    files = {"mina-test.yaml": TEXT, "mina-two.yaml": own + story, "a.yaml": part}
    result = run(files, "--rehearse-personas", "-v")
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["mina-two.yaml::once more, asked and proven PASSED*"])


def test_pytest_and_rehearse_test_agree_on_every_script_of_the_program():
    """What looks like a script is one; every built-in manager is found by the rule."""
    for path in sorted((ROOT / "personas").glob("*.yaml")):
        assert looks_like_a_script(path)
    assert not looks_like_a_script(ROOT / "personas" / "persona.schema.json")
    assert not looks_like_a_script(ROOT / "no-such-file.yaml")
    assert not looks_like_a_script(ROOT / "personas" / "parts" / "courtesies.yaml")
    assert [result.passed for result in run_stories(load_persona(SCRIPT))] == [True]


def test_the_program_never_imports_pytest_nor_the_plug_in_the_program():
    """pytest is no run-time package, and a run of pytest without scripts loads no room for them."""
    rooms = "import rehearse.coach.stories, rehearse.cli.coach, rehearse.coach"
    plug_in = "import rehearse.coach.pytest_stories"
    for code, absent in ((rooms, "pytest"), (plug_in, "rehearse.persona"), (plug_in, "yaml")):
        line = f"import sys; {code}; sys.exit({absent!r} in sys.modules)"
        assert subprocess.run([sys.executable, "-c", line], check=False).returncode == 0, absent
