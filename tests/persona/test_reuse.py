"""A script joined with what it takes in: what counts, in which order, and where each thing stands."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rehearse.persona import (
    check_persona,
    check_persona_text,
    check_personas,
    load_persona,
    parse_persona,
)
from rehearse.source import SourceError

JO = (Path(__file__).parent / "pages" / "jo-field.yaml").read_text(encoding="utf-8")
PART = """format: 1
part: How a talk is closed
rules:
  goodbyes:
    - name: thanks at the door
      when: {all: [farewell, gratitude]}
      says: Thank you.
      goto: not_yet
    - name: goes
      when: farewell
      goto: not_yet
topics:
  canteen: [the canteen]
phrases:
  farewell: [toodle pip]
asks_back: [Pardon?, Sorry?, How was that?]
"""
STORY = """stories:
  - name: a plain ask is heard
    talk:
      - you: I want to be shift lead.
        expect: {beat: the_case}
"""
HEAD = "format: 1\nid: jo-two\nextends: jo-field.yaml\n"


@pytest.fixture
def folder(tmp_path):
    """A folder with a manager and a part."""
    (tmp_path / "jo-field.yaml").write_text(JO, encoding="utf-8")
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "goodbyes.yaml").write_text(PART, encoding="utf-8")
    return tmp_path


@pytest.fixture
def joined(folder):
    """Makes a script of this text beside them, and loads it."""

    def made(text, head=HEAD, name="jo-two.yaml"):
        path = folder / name
        path.write_text(head + text, encoding="utf-8")
        return load_persona(path)

    return made


def findings(path):
    """What `check` finds, as (code, file, line)."""
    return [(one.code, Path(one.place.file).name, one.place.line) for one in check_persona(path)]


def names(responses):
    """The labels of responses, in order."""
    return [response.name for response in responses]


def test_what_is_not_written_comes_from_the_manager_extended(joined, folder):
    """All but the id, the stories and the floors."""
    own, base = joined("name: Jo Two\n"), load_persona(folder / "jo-field.yaml")
    assert (own.id, own.name, own.stories) == ("jo-two", "Jo Two", ())
    same = ("role", "stance", "brief", "secret", "mood", "start", "turn_limit", "beats", "reacts",
            "endings", "topics", "asks_back")  # fmt: skip
    assert all(getattr(own, part) == getattr(base, part) for part in same)


def test_everything_keeps_the_place_where_it_is_written(joined, folder):
    """So that every finding and every report names the right line of the right file."""
    own = joined("include: parts/goodbyes.yaml\nalways:\n  - use: goodbyes\n")
    assert own.always[0].place == (str(folder / "parts/goodbyes.yaml"), 5, 7)
    assert own.beats["opening"].place.file == str(folder / "jo-field.yaml")
    assert own.path == str(folder / "jo-two.yaml")


def test_maps_are_joined_name_by_name_and_the_own_counts(joined):
    """Topics, endings and meters."""
    own = joined(
        "include: parts/goodbyes.yaml\nmood: {trust: 70, luck: 10}\n"
        "topics:\n  canteen: [lunch]\nendings:\n  not_yet: {outcome: refused, says: No.}\n"
    )
    assert own.mood == {"trust": 70, "luck": 10}
    assert own.topics == {"canteen": ("lunch",), "rota": ("the rota", "shift plan")}
    assert own.endings["not_yet"].outcome == "refused"
    assert list(own.endings) == ["not_yet", "yes_then", "out_of_time"]


def test_parts_come_before_what_is_extended_and_the_own_before_both(joined):
    """Of what stands alone, the first that has it counts."""
    assert joined("include: parts/goodbyes.yaml\n").asks_back[0].text == "Pardon?"
    own = joined("include: parts/goodbyes.yaml\nasks_back: [What?]\n")
    assert [line.text for line in own.asks_back] == ["What?"]


def test_phrases_of_one_sign_are_added_together(joined):
    """However each file writes them."""
    own = joined(
        "include: parts/goodbyes.yaml\n"
        "phrases:\n  farewell: {phrases: [off I go], examples: [Off I go.]}\n"
    )
    assert own.phrases == {"farewell": ("off I go", "toodle pip")}


def test_a_beat_that_both_have_is_joined_key_by_key(joined):
    """The own `says` takes the other's place, the own `hears` stand first, the rest stays."""
    own = joined(
        "beats:\n  opening:\n    says: Yes?\n    hears:\n      - when: hint\n        goto: the_case\n"
    )
    opening = own.beats["opening"]
    assert [line.text for line in opening.says] == ["Yes?"]
    assert [response.when.any_of for response in opening.hears] == [("hint",), (), ()]
    assert (opening.phase, opening.moves_on.goto) == ("opening", "the_case")


def test_a_talk_starts_where_that_of_the_manager_extended_starts(joined):
    """A beat of one's own does not come before it, unless `start` says so."""
    beat = "beats:\n  hall:\n    says: In here.\n    otherwise: Well.\n    moves_on: opening\n"
    assert joined(beat).start == "opening"
    assert joined(f"start: hall\n{beat}").start == "hall"


def test_a_response_with_the_name_of_one_that_came_in_takes_its_place(joined):
    """One rule is changed, and the order stays."""
    own = joined(
        "include: parts/goodbyes.yaml\nalways:\n  - use: goodbyes\n"
        "  - name: thanks at the door\n    when: {all: [farewell, gratitude]}\n    says: Bye.\n"
        "    goto: not_yet\n  - when: silence\n    says: Well?\n"
    )
    assert names(own.always) == ["thanks at the door", "goes", ""]
    assert own.always[0].says[0].text == "Bye."
    third = (
        "format: 1\nid: jo-three\nextends: jo-two.yaml\n"
        "always:\n  - when: hint\n    says: Ah.\n  - {name: goes, when: farewell, goto: yes_then}\n"
    )
    last = joined(third, head="", name="jo-three.yaml")
    assert names(last.always) == ["", "thanks at the door", "goes", ""]
    assert last.always[2].goto == "yes_then"


def test_a_set_may_be_used_in_several_beats_and_stands_once_in_a_list(joined):
    """In `hears` and `always`, from the script itself too."""
    own = joined(
        "rules:\n  silent:\n    - {when: silence, says: Well?}\n"
        "beats:\n  opening:\n    hears:\n      - use: silent\n      - use: silent\n"
        "  the_case:\n    hears:\n      - use: silent\n"
    )
    assert [len(own.beats[beat].hears) for beat in ("opening", "the_case")] == [3, 2]
    assert own.beats["the_case"].hears[0].id == "the_case.hears.1"


def test_a_set_of_ones_own_takes_the_place_of_one_that_came_in_wherever_it_is_used(folder, joined):
    """In the lists of the part itself as well."""
    text = PART + "always:\n  - use: goodbyes\n"
    (folder / "parts" / "goodbyes.yaml").write_text(text, encoding="utf-8")
    own = joined(
        "include: parts/goodbyes.yaml\nrules:\n  goodbyes:\n"
        "    - {name: curt, when: farewell, goto: not_yet}\n"
    )
    assert names(own.always) == ["curt"]


def test_what_is_left_out_is_gone(joined):
    """A thing by its section and name, a response by its label, wherever it stands."""
    own = joined(
        "include: parts/goodbyes.yaml\nleaves_out: [goes, topics.canteen]\n"
        "always:\n  - use: goodbyes\n"
    )
    assert names(own.always) == ["thanks at the door"]
    assert "canteen" not in own.topics


def test_only_what_comes_in_is_left_out(joined, folder):
    """A beat of one's own can be deleted; leaving it out is a slip."""
    with pytest.raises(SourceError, match="P606"):
        joined("leaves_out: beats.hall\nbeats:\n  hall: {says: Hm., moves_on: opening}\n")
    own = joined(
        "include: parts/goodbyes.yaml\nleaves_out: topics.rota\ntopics: {rota: [my week]}\n"
    )
    assert own.topics["rota"] == ("my week",)


def test_a_dangling_way_is_found_in_the_file_that_has_it(joined, folder):
    """What leads to a beat that was left out stands in the other file."""
    with pytest.raises(SourceError) as caught:
        joined("leaves_out: beats.side_talk\n" + STORY)
    [found] = caught.value.problems
    assert (found.code, Path(found.place.file).name) == ("P101", "jo-field.yaml")
    assert "side_talk" in found.quoted


def test_a_finding_in_a_part_is_told_once_for_all_scripts(folder, joined):
    """Whether one script or three take it in, and the part itself is checked with them."""
    (folder / "parts" / "odd.yaml").write_text(
        'format: 1\npart: Odd\nalways:\n  - when: silence\n    says: ["Hm , what?", And?, So?]\n',
        encoding="utf-8",
    )
    for name in ("a", "b"):
        joined("include: parts/odd.yaml\n" + STORY, HEAD.replace("jo-two", name), f"{name}.yaml")
    paths = [folder / "a.yaml", folder / "b.yaml", folder / "parts" / "odd.yaml"]
    assert [one.code for one in check_personas(paths) if one.place.line == 5] == ["P407"]
    assert [one.code for one in check_personas(paths[2:])] == ["P407"]


def test_an_exception_in_a_part_counts_in_every_script(folder, joined):
    """And a script that gives no cause for it does not complain of it."""
    text = PART.replace(
        "says: Thank you.", "says: Thank you , you.  # rehearse: allow P407 because so"
    )
    (folder / "parts" / "goodbyes.yaml").write_text(text, encoding="utf-8")
    use = "always:\n  - use: goodbyes\n"
    joined("include: parts/goodbyes.yaml\n" + use + STORY)
    assert findings(folder / "jo-two.yaml") == []
    assert findings(folder / "parts" / "goodbyes.yaml") == []
    joined("include: parts/goodbyes.yaml\nleaves_out: thanks at the door\n" + use + STORY)
    assert findings(folder / "jo-two.yaml") == []


def test_what_a_part_lacks_its_scripts_may_have(folder):
    """By itself a part may lead anywhere and ask for anything, but for a near miss of its own."""
    part = folder / "parts" / "goodbyes.yaml"
    ways = "always:\n  - {when: {topic: holidays}, goto: anywhere, mood: {nerve: +3}}\n"
    part.write_text(PART + ways, encoding="utf-8")
    assert findings(part) == []
    part.write_text(PART + ways.replace("holidays", "cantine"), encoding="utf-8")
    assert findings(part) == [("P301", "goodbyes.yaml", 18)]
    part.write_text(PART + "reacts:\n  - use: goodbye\n", encoding="utf-8")
    assert [code for code, _, _ in findings(part)] == ["P605"]


@pytest.mark.parametrize(("change", "code"), [
    (("canteen: [the canteen]", "canteen: [the]"), "P206"),
    (("[the canteen]", "{phrases: [the canteen], examples: [Good morning.]}"), "P201"),
    (("when: farewell\n", "when: {all: [assertive, passive]}\n"), "P304"),
    (("says: Thank you.", "syas: Thank you."), "P004"),
    (("part: How a talk is closed", "part: Closing\nname: Jo"), "P004"),
])  # fmt: skip
def test_a_part_by_itself_is_held_to_its_format_its_phrases_and_its_conditions(
    folder, change, code
):
    """Its sets are looked at too, though nothing uses them there."""
    part = folder / "parts" / "goodbyes.yaml"
    part.write_text(PART.replace(*change), encoding="utf-8")
    assert [found for found, _, _ in findings(part)] == [code]


def test_nobody_can_talk_to_a_part(folder):
    """It is said what it is, and what to name instead."""
    with pytest.raises(SourceError, match="P604"):
        load_persona(folder / "parts" / "goodbyes.yaml")


def test_the_hash_is_one_over_all_files(joined, folder):
    """A change in a part is a change of the script; a script by itself keeps its own."""
    before = joined("include: parts/goodbyes.yaml\n")
    assert list(before.files) == [
        str(folder / name) for name in ("jo-two.yaml", "parts/goodbyes.yaml", "jo-field.yaml")
    ]
    part = folder / "parts" / "goodbyes.yaml"
    part.write_text(PART + "# a remark\n", encoding="utf-8")
    after = load_persona(folder / "jo-two.yaml")
    assert after == before.__class__(**{
        **{name: getattr(before, name) for name in before.__slots__}, "sha256": after.sha256
    })  # fmt: skip
    assert after.sha256 != before.sha256
    alone = load_persona(folder / "jo-field.yaml")
    assert alone.files == {}


def test_what_both_lack_is_said_at_the_script(folder):
    """A part brings no turn limit."""
    text = "format: 1\nid: x\ninclude: parts/goodbyes.yaml\n"
    (folder / "x.yaml").write_text(text, encoding="utf-8")
    found = check_persona(folder / "x.yaml")
    assert {one.code for one in found} == {"P005"}
    assert any("'turn_limit'" in one.message for one in found)


def test_a_script_given_as_text_takes_in_the_built_in_ones_alone():
    """It has no folder."""
    text = "format: 1\nid: x\nextends: helen-ferris\ninclude: {}\n"
    own = parse_persona(text.format("courtesies") + "always:\n  - use: thanks\n")
    assert (own.name, own.always[0].name) == ("Helen Ferris", "bare thanks")
    assert [one.code for one in check_persona_text(text.format("parts/a.yaml"))] == ["P602"]


GUIDE_LIKE = (
    HEAD + "include:\n  - parts/goodbyes.yaml\n  - courtesies\nleaves_out: [goes, topics.canteen]\n"
    "rules:\n  silent:\n    - {when: silence, says: [Well?, And?, So?]}\nalways:\n  - use: goodbyes\n  - use: silent\n"
    "beats:\n  opening:\n    hears:\n      - use: thanks\n" + STORY
)


def test_a_joined_script_cut_off_or_with_a_line_gone_gives_findings_alone(folder):
    """Whatever is missing from it or from its part."""
    script, part = folder / "jo-two.yaml", folder / "parts" / "goodbyes.yaml"
    script.write_text(GUIDE_LIKE, encoding="utf-8")
    assert findings(script) == []
    for path in (script, part):
        whole = path.read_text(encoding="utf-8")
        lines = whole.splitlines(keepends=True)
        for text in [whole[:end] for end in range(1, len(whole), 11)] + [
            "".join(lines[:at] + lines[at + 1 :]) for at in range(len(lines))
        ]:
            path.write_text(text, encoding="utf-8")
            for one in check_persona(script):
                assert one.code
                assert Path(one.place.file).is_file()
                one.render()
        path.write_text(whole, encoding="utf-8")


WHOLE = (Path(__file__).parent / "whole_language.yaml").read_text(encoding="utf-8")
SHAREABLE = (
    "mood",
    "topics",
    "phrases",
    "reacts",
    "always",
    "asks_back",
    "spent",
    "beats",
    "endings",
)


def sections(text):
    """The text of each key at the top, by the key."""
    blocks = [one for one in re.split(r"(?m)^(?=[a-z_]+:)", text) if one[:1].isalpha()]
    return {block.partition(":")[0]: block for block in blocks}


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.dictionaries(st.sampled_from(SHAREABLE), st.sampled_from("ab"), min_size=1))
def test_a_script_taken_apart_is_the_same_manager(folder, moved):
    """Whatever of it goes into parts, one or two of them, nothing but the places changes."""
    blocks = sections(WHOLE)
    blocks.pop("start", None)
    whole = folder / "whole-language.yaml"
    whole.write_text("".join(blocks.values()), encoding="utf-8")
    before = load_persona(whole)
    for part in "ab":
        texts = [blocks[key] for key, where in moved.items() if where == part and key in blocks]
        text = "format: 1\npart: Some of it\n" + "".join(texts)
        (folder / f"{part}.yaml").write_text(text, encoding="utf-8")
    own = "".join(text for key, text in blocks.items() if key not in moved)
    whole.write_text(own + "include: [a.yaml, b.yaml]\n", encoding="utf-8")
    after = load_persona(whole)
    assert replace(after, sha256=before.sha256) == before
    assert list(after.beats) == list(before.beats)
    codes = {one.code for one in check_persona(whole)}
    assert codes <= {"P608"}  # of a part that got nothing
