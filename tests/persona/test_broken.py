import re
from importlib import import_module
from pathlib import Path

import pytest

from rehearse.persona import check_persona, load_persona
from rehearse.persona.rules import RULES
from rehearse.source import SourceError

BROKEN = Path(__file__).parent / "broken"
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
    errors = [one for one in check_persona(path) if one.severity == "error"]
    if not errors:
        load_persona(path)
        return
    with pytest.raises(SourceError) as caught:
        load_persona(path)
    assert [str(one.place) for one in caught.value.problems] == [str(one.place) for one in errors]


def test_every_rule_has_a_page_and_every_code_a_broken_script():
    """A rule's docstring names its codes, says why, and shows a failing and a passing example."""
    shown = {path.stem.partition("-")[0] for path in FILES}
    for rule in RULES.values():
        page = import_module(rule.check.__module__).__doc__
        assert tuple(re.findall(r"P\d{3}", page.partition(":")[0])) == rule.codes
        assert all(f"\n{part} " in page for part in ("Why:", "Fails:", "Passes:"))
        assert set(rule.codes) <= shown
