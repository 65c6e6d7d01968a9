"""The pages that `rehearse explain` prints: each code has one, and what it shows is true."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

import rehearse
from rehearse.persona import check_persona, check_persona_text
from rehearse.persona.pages import all_pages
from rehearse.persona.rules import RULES

HERE = Path(__file__).parent
BASE = (HERE / "pages" / "jo-field.yaml").read_text(encoding="utf-8")
PAGES = all_pages()


def _merging():
    spec = spec_from_file_location("merging", HERE / "merging.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


merged = _merging().merged


def findings(example, tmp_path):
    """What `check` finds in the script with this example in it, as (code, severity)."""
    command = re.fullmatch(r"\$ rehearse check (\S+)", example)
    if command:
        (tmp_path / "jo-field.yaml").write_text(BASE, encoding="utf-8")
        found = check_persona(tmp_path / command[1])
    elif without := re.fullmatch(r"\(the script without `(\w+)`\)", example):
        left = re.sub(rf"^{without[1]}:.*\n", "", BASE, flags=re.MULTILINE)
        found = check_persona_text(left, "jo-field.yaml")
    else:
        found = check_persona_text(merged(BASE, example), str(HERE / "pages/jo-field.yaml"))
    return sorted({(one.code, one.severity) for one in found})


def test_the_script_the_examples_are_put_into_is_sound():
    """What an example raises comes from the example."""
    assert check_persona_text(BASE, "jo-field.yaml") == []


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.code)
def test_the_failing_example_raises_just_its_code(page, tmp_path):
    """Code and severity are those of the page."""
    assert findings(page.fails, tmp_path) == [(page.code, page.severity)]


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.code)
def test_the_passing_example_raises_nothing(page, tmp_path):
    """What the page recommends is sound."""
    assert page.passes
    assert findings(page.passes, tmp_path) == []


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.code)
def test_a_page_says_what_why_and_how_to_mend(page):
    """Each of the parts a coach looks for is there."""
    assert all(f"\n\n{part} " in page.text for part in ("Why:", "Mend:"))
    assert page.title[0].islower()


def test_every_code_the_program_can_give_has_a_page():
    """No finding goes unexplained, and no page is about nothing."""
    house = Path(rehearse.__file__).parent
    given = set()
    for room in ("source", "persona"):
        for path in (house / room).rglob("*.py"):
            given |= set(re.findall(r'"(P\d{3})"', path.read_text(encoding="utf-8")))
    assert given == set(PAGES)


def test_every_rule_lists_its_codes():
    """The list of rules and the pages in their docstrings agree."""
    listed = [code for rule in RULES.values() for code in rule.codes]
    assert len(listed) == len(set(listed))
    assert set(listed) <= set(PAGES)
