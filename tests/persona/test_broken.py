from pathlib import Path

import pytest

from rehearse.persona import check_persona, load_persona
from rehearse.persona.pages import all_pages
from rehearse.source import SourceError

BROKEN = Path(__file__).parent / "broken"
TRIED = {"P201", "P202"}  # examples of a script are tried by a check alone
FILES = sorted(BROKEN.glob("*.yaml"))


def marked_line(path):
    """The line that carries the mark `# <- here`."""
    lines = path.read_bytes().split(b"\n")
    return next(number for number, line in enumerate(lines, 1) if b"# <- here" in line)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_broken_script_gives_its_one_problem_on_the_marked_line(path):
    """The mistake is found where it is, under its code, and nothing else is complained of."""
    code = path.stem.partition("-")[0]
    found = [one for one in check_persona(path) if one.code != "P010" or code == "P010"]
    assert [(one.code, one.place.line) for one in found] == [(code, marked_line(path))]
    assert found[0].message.endswith((".", "!", "?"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_loading_refuses_exactly_what_the_check_calls_an_error(path):
    """A script with an error cannot be used; one with warnings can."""
    found = check_persona(path)
    errors = [one for one in found if one.severity == "error" and one.code not in TRIED]
    if not errors:
        load_persona(path)
        return
    with pytest.raises(SourceError) as caught:
        load_persona(path)
    assert [str(one.place) for one in caught.value.problems] == [str(one.place) for one in errors]


def test_every_code_has_a_broken_script():
    """The corpus shows each finding there is; only a missing file cannot be kept as one."""
    assert set(all_pages()) - {path.stem.partition("-")[0] for path in FILES} == {"P000"}
