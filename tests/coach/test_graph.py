"""The map of a talk: true to the script, readable aloud, and with counts that add up."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.coach.graph import (
    ANYWHERE,
    chart_of,
    load_counts,
    outline,
    read_counts,
    record,
    with_counts,
)
from rehearse.coach.graph.reasons import in_words
from rehearse.persona import built_in_folder, load_persona
from rehearse.persona.condition_format import CONDITION
from rehearse.persona.conditions import read_condition
from rehearse.persona.schema import MODELINE
from rehearse.persona.ways import ways
from rehearse.source import parse_document

PERSONAS = [load_persona(path) for path in sorted(built_in_folder().glob("*.yaml"))]
NAMES = [persona.id for persona in PERSONAS]
CHARTS = [chart_of(persona) for persona in PERSONAS]


def words_of(condition):
    """A condition as a script writes it, in words."""
    node = parse_document(f"when: {condition}").root.entries["when"]
    return in_words(read_condition(node, "here", lambda kind, name: None))


@pytest.mark.parametrize(("condition", "words"), [
    ("direct_ask", "direct ask"),
    ("[plan, timeline, evidence]", "plan, timeline or evidence"),
    ("{all: [direct_ask, evidence]}", "direct ask and evidence"),
    ("{any: [plan, timeline], none: demand}", "any of plan or timeline, but not demand"),
    ("{none: [blame, hint]}", "any reply, but not blame or hint"),
    ("{mood: {trust: over 40}, turn: at least 9}", "trust at least 41 and reply number at least 9"),
    ("{firmness: over 0.5, respect: under 0.4}", "firmness over 0.5 and respect under 0.4"),
    ("{respect: 0.2 to 0.4}", "respect 0.2 to 0.4"),
    ("{visits: under 1}", "here not visited yet"),
    ("{visits: {the_wall: at least 2}}", "visits to the_wall at least 2"),
    ("{words: at most 1}", "at most 1 word"),
    ("{certain: no}", "a reply of uncertain meaning"),
    ("{mentions: [figure, date]}", "a figure or date is named"),
    ("{topic: night_bell, said: [plan, hint]}", "about night bell and plan and hint said by now"),
    ("{remembers: asked, forgets: told}", "asked remembered and told not remembered"),
    ("{pitch: [value], has_pitch: role}", "the pitch is used: value and the pitch has role"),
    ("[plan, {all: [hint, blame]}]", "plan or (hint and blame)"),
])  # fmt: skip
def test_a_condition_reads_as_a_coach_would_say_it(condition, words):
    """In plain words, whatever a script can ask."""
    assert words_of(condition) == words


@pytest.mark.parametrize("key", [key for key in CONDITION.map.fields if key != "none"])
def test_no_part_of_a_condition_is_left_out(key):
    """Whatever key the format has, the words tell of it."""
    example = CONDITION.map.fields[key].example
    assert words_of(f"{{{key}: {example}}}") != "any reply"


@pytest.mark.parametrize("persona", PERSONAS, ids=NAMES)
def test_the_map_has_every_way_of_the_script_and_no_other(persona):
    """What the rules reason about is what is shown, each rule at its arrow."""
    chart = chart_of(persona)
    expected = {
        (ANYWHERE if way.everywhere else way.origin, way.target, way.by)
        for way in ways(persona)
        if not way.back
    }
    expected.add((ANYWHERE, persona.out_of_time, "turn_limit"))
    shown = {
        (arrow.origin, arrow.target, reason.by)
        for arrow in chart.arrows
        for reason in arrow.reasons
        if arrow.target != "back"
    }
    assert shown == expected
    assert {stop.name for stop in chart.stops} == {*persona.beats, *persona.endings}


@pytest.mark.parametrize("chart", CHARTS, ids=NAMES)
def test_beats_come_in_the_order_of_the_talk(chart):
    """The opening first, then by distance; what is only come to from anywhere, after these."""
    depths = [stop.depth for stop in chart.beats()]
    near = [depth for depth in depths if depth is not None]
    assert chart.beats()[0].name == chart.start
    assert near == sorted(near)
    assert depths[: len(near)] == near


@pytest.mark.parametrize("chart", CHARTS, ids=NAMES)
def test_the_outline_reads_well_aloud(chart):
    """Words alone, no drawn signs; every beat, ending, way and labelled rule is in it."""
    text = "\n".join(words for _, words in outline(chart))
    assert not set(text) & set("─│┌└├→←▶•*|<>=")
    for stop in chart.stops:
        assert stop.name in text
    for arrow in chart.arrows:
        for reason in arrow.reasons:
            assert (reason.name or reason.words[:40]) in text


def test_the_outline_of_a_small_script_is_this(tmp_path):
    """The whole of it, as a coach reads it."""
    path = tmp_path / "mia-roth.yaml"
    path.write_text(SMALL.lstrip("\n"), encoding="utf-8")
    lines = [f"{'  ' * depth}{words}" for depth, words in outline(chart_of(load_persona(path)))]
    assert lines == OUTLINE.strip("\n").splitlines()


SMALL = """
format: 1
id: mia-roth
name: Mia Roth
role: Head of Kitchen
stance: receptive
difficulty: 1
brief: A talk.
mood: {patience: 50}
turn_limit: {turns: 8, goto: later}
asks_back: [What?, How?, Why?]
topics: {leave: [your leave]}
always:
  - {name: out of patience, when: {mood: {patience: at most 0}}, goto: later}
  - {when: {topic: leave, visits: {aside: under 1}}, detour: aside}
beats:
  opening:
    phase: ask
    says: Yes?
    hears:
      - {when: direct_ask, goto: why}
      - {when: hint, says: [Go on., And?, So?]}
    otherwise: [Yes?, Well?, And?]
    moves_on: why
  why:
    says: Why?
    hears:
      - {when: evidence, goto: fine}
    otherwise: [Why?, So why?, Tell me why.]
    moves_on: later
  aside:
    says: My leave!
    otherwise: {says: [Well., So., Now.], goto: back}
endings:
  fine: {outcome: agreed, says: Fine.}
  later: {outcome: walked_out, says: Later.}
"""
OUTLINE = """
Mia Roth, Head of Kitchen (receptive): 3 beats, 2 endings, at most 8 replies.

1. opening (the talk starts here, phase ask)
  to why
    - direct ask (line 20)
    - after 2 replies that got no further (line 16)
  stays here: 2 rules

2. why
  to the ending fine
    - evidence (line 27)
  to the ending later
    - after 2 replies that got no further (line 24)
  stays here: 1 rule

3. aside
  back to where the talk was
    - nothing else fits (line 32)

From every beat
  to the ending later
    - out of patience: patience at most 0 (line 13)
    - after 8 replies
  detour to aside
    - about leave and aside not visited yet (line 14)

Endings
  fine, agreed: from why
  later, walked out: from why, every beat
"""


@pytest.mark.parametrize("chart", CHARTS, ids=NAMES)
def test_the_record_is_json_and_has_it_all(chart):
    """Programs get every beat, ending and way with its reasons."""
    made = json.loads(json.dumps(record(chart)))
    assert len(made["beats"]) + len(made["endings"]) == len(chart.stops)
    assert [len(way["reasons"]) for way in made["ways"]] == [len(a.reasons) for a in chart.arrows]
    assert all(way["count"] is None for way in made["ways"])


STOPS = [stop.name for stop in CHARTS[0].stops]
COUNTED = st.dictionaries(
    st.tuples(st.sampled_from([*STOPS, "gone"]), st.sampled_from([*STOPS, "gone"])),
    st.integers(0, 500),
    max_size=40,
)


@given(COUNTED)
@settings(max_examples=60, deadline=None)
def test_no_count_is_lost_or_doubled(counted):
    """What the arrows say, what the script lacks and what stayed in a beat add up to the counts."""
    document = {
        "talks": 9,
        "ways": [{"from": a, "to": b, "count": n} for (a, b), n in counted.items()],
    }
    chart = with_counts(CHARTS[0], read_counts(document))
    shown = sum(arrow.count for arrow in chart.arrows)
    arrows = {(arrow.origin, arrow.target) for arrow in chart.arrows}
    stayed = sum(n for (a, b), n in counted.items() if a == b and (a, b) not in arrows)
    assert shown + sum(chart.lost.values()) + stayed == sum(counted.values())


def test_what_an_always_rule_took_is_counted_there():
    """A way that the beat itself has not belongs to the rule that every beat has."""
    chart = CHARTS[NAMES.index("marcus-oyelaran")]
    counted = read_counts(
        {"talks": 1, "ways": [{"from": "criteria", "to": "he_stops_it", "count": 4}]}
    )
    [arrow] = [a for a in with_counts(chart, counted).arrows if a.target == "he_stops_it"]
    assert (arrow.origin, arrow.count) == (ANYWHERE, 4)


@pytest.mark.parametrize("text", [
    "", "[]", "{}", "nonsense", '{"talks": -1, "ways": []}', '{"talks": 1}', "[" * 100_000,
    '{"talks": 1, "ways": [{"from": "a", "to": 3, "count": 1}]}', '{"talks": true, "ways": []}',
    '{"talks": 1, "ways": [{"from": "a", "to": "b", "count": "1"}]}', '{"talks": 1, "ways": [7]}',
])  # fmt: skip
def test_counts_of_another_shape_are_refused_in_a_sentence(tmp_path, text):
    """Whatever the file holds, one sentence that names it."""
    path = tmp_path / "counts.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"counts\.json: this is not what"):
        load_counts(path)


def test_counts_that_are_not_there_are_said():
    """A missing file is a sentence too."""
    with pytest.raises(ValueError, match="the counts cannot be read: no such file"):
        load_counts("no/such/file.json")


def test_the_guide_shows_the_map_as_it_is(tmp_path):
    """The excerpt in the coach's guide is what `graph` says of the guide's own first manager."""
    guide = (built_in_folder() / "README.md").read_text("utf-8")
    script = next(
        one
        for one in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
        if "\nid: rita-moss" in one
    )
    excerpt = re.search(r"```text\n(2\. the_reason.*?)```", guide, re.DOTALL)[1]
    path = tmp_path / "rita-moss.yaml"
    path.write_text(script, encoding="utf-8")
    lines = [f"{'  ' * depth}{words}" for depth, words in outline(chart_of(load_persona(path)))]
    assert excerpt in "\n".join(lines)


def test_the_guide_names_the_first_line_that_editors_read():
    """Letter for letter."""
    assert MODELINE in (built_in_folder() / "README.md").read_text("utf-8")
