from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehearse.persona import check_persona, check_persona_text, load_persona, parse_persona
from rehearse.persona.model import Condition, Range
from rehearse.source import SourceError

WHOLE = Path(__file__).parent / "whole_language.yaml"
TEXT = WHOLE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def robin():
    """The manager of the script with every feature."""
    return load_persona(WHOLE)


def test_the_script_with_every_feature_has_nothing_to_complain_of():
    """A script that uses the whole language passes its check without a note."""
    assert check_persona(WHOLE) == []


def test_a_name_a_list_and_a_map_are_conditions(robin):
    """`when` may be one name, a list of which any holds, or a map of which all hold."""
    opening = robin.beats["opening"].hears
    assert robin.reacts[0].when == Condition(any_of=("aggressive",))
    assert opening[2].when == Condition(any_of=("gratitude", "open_agenda", "greeting"))
    assert opening[0].when == Condition(
        all_of=("assertive", "direct_ask"), mood={"trust": Range(low=20)}
    )


def test_conditions_hold_other_conditions(robin):
    """`any`, `all` and `none` take nested conditions beside names."""
    ask = robin.beats["opening"].hears[1].when
    assert ask.all_of == ("direct_ask", Condition(none_of=("aggressive",), words=Range(low=3)))
    assert robin.beats["the_wall"].hears[0].when.any_of[2] == Condition(
        mood={"trust": Range(70, 100)}
    )


def test_visits_without_a_name_are_those_of_the_beat(robin):
    """`visits: RANGE` is about the beat it stands in, a map about the beats it names."""
    assert robin.beats["the_case"].hears[2].when.visits == {"the_case": Range(low=2)}
    assert robin.always[1].when.visits == {"small_talk": Range(high=0)}


def test_lines_are_written_in_three_ways(robin):
    """One line, a list of lines, and lines with a condition, a weight or once."""
    says = robin.beats["opening"].says
    assert [line.text for line in robin.beats["check"].says] == [
        "Tell me how you think it is going."
    ]
    assert (says[1].weight, says[1].when, says[2].once) == (
        2.0,
        Condition(has_pitch=("role",)),
        True,
    )
    assert robin.endings["left_open"].says[0].text == "Let's talk again."


def test_otherwise_is_lines_or_a_whole_response(robin):
    """`otherwise` may be lines alone or a response with effects."""
    assert len(robin.beats["opening"].otherwise.says) == 3
    check = robin.beats["check"].otherwise
    assert (check.id, check.mood, len(check.says)) == ("check.otherwise", {"patience": -5}, 3)


def test_moving_on_is_a_name_or_a_map(robin):
    """`moves_on: the_case` is after two replies, without a line."""
    short, full = robin.beats["check"].moves_on, robin.beats["the_case"].moves_on
    assert (short.goto, short.after, short.says) == ("the_case", 2, ())
    assert (full.goto, full.after) == ("the_wall", 3)


def test_remembering_is_a_name_a_list_or_a_map(robin):
    """Bare names are marks; a map keeps words."""
    opening = robin.beats["opening"].hears
    assert opening[0].remember == {"wanted": "quote", "first_ask": "the role"}
    assert opening[1].remember == {"asked": ""}
    assert opening[2].remember == {"thanked": ""}


def test_a_detour_is_a_way_that_comes_back(robin):
    """`detour` is a goto with the mark that it returns."""
    rota = robin.beats["opening"].hears[3]
    assert (rota.goto, rota.detour) == ("small_talk", True)
    assert robin.beats["small_talk"].otherwise.goto == "back"


def test_responses_know_their_name_and_line(robin):
    """The id and the place are what `/why` and transcripts show."""
    response = robin.beats["opening"].hears[0]
    line = TEXT.split("\n").index("      - name: clear ask") + 1
    assert (response.id, response.name, response.place.line) == (
        "opening.hears.1",
        "clear ask",
        line,
    )


def test_the_head_of_a_script_is_taken_over(robin):
    """Names, meters, phrases, topics and the turn limit are as written."""
    assert (robin.id, robin.stance, robin.difficulty) == ("whole-language", "hesitant", 2)
    assert robin.mood == {"patience": 60, "trust": 40}
    assert (robin.start, robin.turn_limit, robin.out_of_time) == ("opening", 12, "out_of_time")
    assert robin.phrases["repair"] == ("let me put that better",)
    assert robin.topics == {
        "stock_count": ("the stock count", "stocktaking"),
        "holiday": ("summer leave",),
    }
    assert "\n" in robin.brief
    assert len(robin.sha256) == 64


def test_stories_keep_what_they_promise(robin):
    """A reply may stand alone or with what it should lead to."""
    threat, leaving, _ = robin.stories
    assert (threat.seed, threat.mood) == (3, {"patience": 50})
    assert threat.talk[0].expect.mood == {"patience": Range(high=30)}
    assert (leaving.start, leaving.talk[0].you, leaving.talk[0].expect) == (
        "the_wall",
        "Hello.",
        None,
    )
    assert leaving.talk[1].expect.outcome == "partial"


def test_the_first_beat_is_the_start_where_none_is_named():
    """`start` may be left out."""
    assert parse_persona(TEXT.replace("start: opening\n", "")).start == "opening"


def test_problems_of_the_format_and_of_names_are_told_together():
    """One loading tells a wrong value, an unknown key, an unknown beat and a wrong placeholder."""
    text = (
        TEXT.replace("difficulty: 2", "difficulty: two")
        .replace("note: Keep", "nota: Keep")
        .replace("moves_on: the_case", "moves_on: the_cas")
        .replace("Why you, {name}?", "Why you, {nmae}?")
        .replace("  holiday: summer leave", "  holiday: summer leave\n  holiday: leave")
    )
    with pytest.raises(SourceError) as caught:
        parse_persona(text, "robin.yaml")
    assert [one.code for one in caught.value.problems] == ["P006", "P004", "P003", "P101", "P401"]
    assert "robin.yaml:" in str(caught.value)


def test_a_script_cut_anywhere_only_gives_problems():
    """Half a script, at any thirty-first byte, is never a crash."""
    data = TEXT.encode()
    for end in range(0, len(data), 31):
        for problem in check_persona_text(data[:end].decode("utf-8", "ignore"), "cut.yaml"):
            assert problem.place.line >= 1
            assert problem.message


LINES = TEXT.split("\n")


@given(st.data())
def test_a_script_with_lines_lost_doubled_or_moved_only_gives_problems(data):
    """However the lines of a script are mixed up, the check ends with findings."""
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        to = data.draw(st.integers(0, len(lines) - 1))
        change = data.draw(st.sampled_from(["lose", "double", "move", "swap"]))
        if change == "swap":
            lines[at], lines[to] = lines[to], lines[at]
        elif change == "double":
            lines.insert(to, lines[at])
        else:
            line = lines.pop(at)
            if change == "move":
                lines.insert(to, line)
    check_persona_text("\n".join(lines))


@given(st.recursive(
    st.sampled_from(["a", "back", "at least 3", "yes", "-", "1"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["beats", "endings", "says", "hears", "when", "goto", "mood", "stories",
                         "talk", "hint", "turn_limit", "otherwise", "moves_on", "topics", "any",
                         "visits", "remember", "line", "expect", "phrases", "format", "always"]),
        inner, max_size=4),
    max_leaves=25,
))  # fmt: skip
def test_a_document_of_any_shape_only_gives_problems(value):
    """Lists where maps should be, texts where lists should be: findings, never a crash."""
    import json

    with suppress(SourceError):
        parse_persona(json.dumps(value))


def test_a_script_of_absurd_size_is_answered():
    """Thousands of responses in one beat are refused, not compared each with each."""
    response = "      - {when: {all: [plan, blame, {words: 3}]}, goto: the_wall}\n"
    text = TEXT.replace("      - when: refusal\n", response * 8000 + "      - when: refusal\n")
    assert [one.code for one in check_persona_text(text)] == ["P013"]


@pytest.mark.parametrize(("old", "new", "code", "words"), [
    ("when: refusal", "when: plan and timeline", "P011", "{all: [plan, timeline]}"),
    ("when: farewell", "when: angry", "P011", "ultimatum"),
    ("mood: {patience: 60, trust: 40}", "mood: patience 60", "P006", "mood: {trust: 25}"),
    ("\n  check:\n", "\n  Check:\n", "P107", "Write check"),
    ("id: whole-language", "id: Ray Tallow", "P006", "Write ray-tallow"),
])  # fmt: skip
def test_a_coachs_usual_slip_is_answered_with_what_to_write(old, new, code, words):
    """Several names in one, a word nobody knows, a map without braces, a beat with a capital."""
    assert TEXT.count(old) == 1
    first = check_persona_text(TEXT.replace(old, new), "whole-language.yaml")[0]
    assert first.code == code
    assert words in first.mend
