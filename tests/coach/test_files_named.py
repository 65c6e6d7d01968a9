"""Scripts that take in others: every report names the file in which a thing stands."""

from pathlib import Path

import pytest

from rehearse.coach.coverage import RULES
from rehearse.coach.graph import chart_of, outline
from rehearse.coach.stories import run_stories
from rehearse.coach.story_coverage import covered_by
from rehearse.coach.story_text import add_story
from rehearse.persona import load_persona
from rehearse.persona.model import Expectation, Story, StoryStep
from rehearse.terminal.show_stories import show_story_coverage

JO = Path(__file__).parents[1] / "persona" / "pages" / "jo-field.yaml"
PART = """format: 1
part: How a talk is closed
rules:
  goodbyes:
    - name: goes
      when: farewell
      goto: not_yet
    - name: is late
      when: {any: greeting, words: over 90}
      goto: out_of_time
"""
OWN = """format: 1
id: jo-two
extends: jo-field.yaml
include: parts/goodbyes.yaml
always:
  - use: goodbyes
stories:
  - name: a goodbye ends it well
    talk:
      - you: Goodbye then.
        expect: {beat: the_case}
"""


@pytest.fixture
def path(tmp_path):
    """A script that takes in a manager and a part."""
    (tmp_path / "jo-field.yaml").write_text(JO.read_text("utf-8"), "utf-8")
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "goodbyes.yaml").write_text(PART, "utf-8")
    path = tmp_path / "jo-two.yaml"
    path.write_text(OWN, "utf-8")
    return path


def test_a_story_that_fails_names_the_file_of_what_answered_and_of_what_would_have_led_there(path):
    """Line and file, as the coach will look for them."""
    [result] = run_stories(load_persona(path))
    assert result.turn is not None
    assert (result.turn.rule_line, result.turn.rule_file) == (5, "parts/goodbyes.yaml")
    assert "answered by always.1, line 5 of parts/goodbyes.yaml" in result.render()
    told = " ".join(why for one in result.differences for why in one.why)
    assert "opening.hears.1 (line 24 of jo-field.yaml) asks for" in told


def test_what_no_story_comes_to_is_listed_with_its_file(path):
    """In the script's own file by the line alone."""
    persona = load_persona(path)
    coverage = covered_by(persona, run_stories(persona))
    never = {one.name: one for one in coverage.never if one.kind == RULES}
    late = never["always.2 (is late)"]
    assert (late.where, late.in_words) == ("parts/goodbyes.yaml:8", "line 8 of parts/goodbyes.yaml")
    shown = "\n".join(show_story_coverage(str(path), 1, coverage))
    assert "jo-field.yaml:15  reacts.1" in shown


def test_the_map_names_the_file_of_each_way(path):
    """In the outline, and as data."""
    chart = chart_of(load_persona(path))
    text = "\n".join(words for _, words in outline(chart))
    assert "goes: farewell (line 5 of parts/goodbyes.yaml)" in text
    assert "(line 24 of jo-field.yaml)" in text


def test_a_story_is_added_to_a_script_that_takes_in_others(path):
    """Only its own file is written, and it is the same manager with one story more."""
    before = load_persona(path)
    texts = {file: Path(file).read_bytes() for file in before.files}
    story = Story("once more", (StoryStep("Goodbye then.", Expectation(beat="not_yet")),))
    add_story(path, story)
    changed = [Path(file).name for file in texts if Path(file).read_bytes() != texts[file]]
    assert changed == ["jo-two.yaml"]
    assert load_persona(path).stories[1:] == (story,)
