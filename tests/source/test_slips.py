"""Slips of the hand that YAML stumbles over only further down: each is named in its own line."""

import re

import pytest

from rehearse.source import SourceError
from rehearse.source.compose import compose

SCRIPT = """\
beats:
  opening:
    phase: opening
    hint: {principle: D2, says: Say what you came for.}
    says: Come in. What is it?
    hears:
      - name: asks
        when: {any: [direct_ask, demand]}
        mood: {trust: +5}
        says:
          - Good to hear.
          - That was plain.
        goto: the_case
      - when: plan
        goto: the_case
    otherwise:
      - Go on.
      - And then?
    moves_on: the_case
stories:
  - name: asked for plainly
    from: opening
    talk:
      - Good morning.
      - you: I would like to lead the desk.
        expect: {beat: the_case}
"""
LINES = SCRIPT.split("\n")


def changed(number, pattern, by):
    """The script with one line (from 0) changed in one place."""
    return "\n".join([*LINES[:number], re.sub(pattern, by, LINES[number], count=1),
                      *LINES[number + 1 :]])  # fmt: skip


def places(pattern):
    """The lines (from 0) that have such a thing."""
    return [number for number, line in enumerate(LINES) if re.search(pattern, line)]


def first_finding(text):
    """The first thing that is told of the text; None where it reads as it stands."""
    try:
        problems = compose(text, "f.yaml").problems
    except SourceError as error:
        problems = list(error.problems)
    return problems[0] if problems else None


def test_the_script_reads_as_it_stands():
    """Else the slips below would prove nothing."""
    assert first_finding(SCRIPT) is None


@pytest.mark.parametrize("number", places(r"^[ -]*[a-z_]+: [^{]"))
def test_a_colon_left_out_is_missed_where_it_should_be(number):
    """And what is shown is the line as it should be."""
    found = first_finding(changed(number, ": ", " "))
    assert found.place.line == number + 1
    assert found.mend == f"Write `{LINES[number].strip(' -')}`"


@pytest.mark.parametrize("number", places(r"^ +[a-z_]+:$"))
def test_a_colon_left_out_above_a_list_or_a_map_is_missed_there(number):
    """However far below YAML stumbles."""
    assert first_finding(changed(number, ":$", "")).place.line == number + 1


@pytest.mark.parametrize("number", places(r"- [A-Z]"))
def test_a_space_left_out_after_a_dash_is_missed_there(number):
    """In the first item, in the last and between."""
    found = first_finding(changed(number, "- ", "-"))
    assert found.place.line == number + 1
    assert "after the dash" in f"{found.message} {found.mend}"


@pytest.mark.parametrize(("pattern", "word"), [(r"- (?=when: plan)", "response"),
                                               (r"- (?=you)", "reply")])  # fmt: skip
def test_an_item_without_its_dash_is_not_to_be_deleted(pattern, word):
    """Its key is there twice, or stands below a text; what is told brings the dash back."""
    (number,) = places(pattern)
    found = first_finding(changed(number, pattern, "  "))
    assert f"new {word} begins here" in found.mend or "begins with `you:`" in found.message
