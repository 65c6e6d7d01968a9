"""The schema for editors: it takes what `check` takes and refuses what breaks the form."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from rehearse.persona import built_in_folder, check_persona
from rehearse.persona.declaration import PERSONA
from rehearse.persona.formats import FILE, PART
from rehearse.persona.schema import FILE_NAME, MODELINE, schema, schema_text
from rehearse.source import Fields, SourceError, conform, parse_document, read_document

HERE = Path(__file__).parent
PERSONAS = built_in_folder()
SHIPPED = sorted(PERSONAS.glob("*.yaml"))
PARTS = sorted((PERSONAS / "parts").glob("*.yaml"))
BROKEN = sorted((HERE / "broken").glob("*.yaml"))
WHOLE = HERE / "whole_language.yaml"
# The codes of form: an unknown or missing key, a value of the wrong kind or out of bounds, another
# format, a name with a capital. What is no YAML at all an editor says without a schema.
OF_FORM = {"P004", "P005", "P006", "P008", "P011", "P012", "P013"}
ALSO_OF_FORM = {"P107-capital-in-a-name"}
NOT_OF_FORM = {"P005-what-it-builds-on-has-no-endings"}  # no editor reads the other file
VALIDATOR = Draft202012Validator(schema())


def as_an_editor_reads(node):
    """The data YAML 1.2 makes of a node: plain words may be numbers, true, false or nothing."""
    if node.kind == "map":
        return {key: as_an_editor_reads(value) for key, value in node.entries.items()}
    if node.kind == "list":
        return [as_an_editor_reads(item) for item in node.items]
    if not node.plain:
        return node.value
    if node.value in ("", "~", "null", "Null", "NULL"):
        return None
    if node.value.lower() in ("true", "false"):
        return node.value.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", node.value):
        return int(node.value)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)", node.value):
        return float(node.value)
    return node.value


def complaints(document):
    """What an editor would underline."""
    found = VALIDATOR.iter_errors(as_an_editor_reads(document.root))
    return [f"{'/'.join(map(str, one.absolute_path))}: {one.message[:200]}" for one in found]


def readable(path):
    """The document in a broken script; None where it is no YAML that a schema could judge."""
    try:
        document = read_document(path)
    except SourceError:
        return None
    return None if any(one.severity == "error" for one in document.problems) else document


def of_form(path):
    """Whether the mistake of a broken script is one of form, by its name."""
    return path.stem not in NOT_OF_FORM and (path.stem[:4] in OF_FORM or path.stem in ALSO_OF_FORM)


def test_the_schema_is_one():
    """It holds to the rules for schemas, and says which."""
    Draft202012Validator.check_schema(schema())
    assert schema()["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize("path", [*SHIPPED, *PARTS, WHOLE], ids=lambda path: path.stem)
def test_every_sound_script_passes(path):
    """No squiggle in a manager that ships, nor in the script that uses the whole language."""
    assert complaints(read_document(path)) == []


@pytest.mark.parametrize(
    "path", [one for one in BROKEN if of_form(one)], ids=lambda path: path.stem
)
def test_every_mistake_of_form_is_refused(path):
    """An editor shows it while the coach types."""
    assert complaints(readable(path))


@pytest.mark.parametrize(
    "path",
    [one for one in BROKEN if not of_form(one) and readable(one)],
    ids=lambda path: path.stem,
)
def test_what_is_not_of_form_is_left_to_check(path):
    """An editor says nothing false about a script whose mistake lies deeper."""
    assert complaints(readable(path)) == []


def test_both_kinds_of_broken_script_are_there():
    """Neither of the two tests above is empty."""
    assert sum(map(of_form, BROKEN)) >= 20
    assert sum(not of_form(one) and readable(one) is not None for one in BROKEN) >= 20


def places(value, path=()):
    """Every place within data, as the keys that lead there."""
    yield path
    if isinstance(value, dict | list):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(one, (*path, key))


SCRIPT = as_an_editor_reads(read_document(WHOLE).root)
PLACES = [path for path in places(SCRIPT) if path]
VALUES = st.sampled_from([
    "", " ", "some words", "Two words: three", "small_thaw", "Small", "at least 4", "atleast 4",
    "2 to 4", "yes", "no", "assertive", "direct_ask", "question", "agreed", "figure", "value", "D2",
    "D9", "dana-whitlock", 0, 1, 3, 5, 6, 101, -101, 0.5, 2.5, True, False, [], {}, ["direct_ask"],
    ["some words", 3], [["a"]], [{}], {"goto": "the_wall"}, {"line": "Go on."}, {"trust": 5},
    {"trust": "at least 5"}, {"Trust": 5}, {"you": "Hello."}, {"any": "plan"}, {"wenn": "plan"},
])  # fmt: skip


def changed(path, value, how):
    """The script that uses the whole language, with one place replaced, left out or added to."""
    script = json.loads(json.dumps(SCRIPT))
    inside = script
    for key in path[:-1]:
        inside = inside[key]
    if how == "replaced":
        inside[path[-1]] = value
    elif how == "left out":
        del inside[path[-1]]
    elif isinstance(inside, dict):
        inside["added"] = value
    else:
        inside.append(value)
    return script


@given(st.sampled_from(PLACES), VALUES, st.sampled_from(["replaced", "left out", "added"]))
@settings(max_examples=80, deadline=None)
def test_the_schema_and_check_agree_on_any_change(path, value, how):
    """Whatever one changes in a script, an editor complains when `check` finds the form broken."""
    script = changed(path, value, how)
    document = parse_document(json.dumps(script))
    as_check = conform(document, FILE)
    as_editor = [one.message[:200] for one in VALIDATOR.iter_errors(script)]
    assert bool(as_check) == bool(as_editor), (as_check[:1], as_editor[:1])


def test_it_tells_what_every_key_is_for_with_the_examples_of_the_declaration():
    """Descriptions and examples are those that the guide shows."""
    made = schema()
    for name, thing in (("persona", PERSONA), ("part", PART)):
        one = made["$defs"][name]
        for key, field in thing.fields.items():
            said = one["properties"][key]
            assert said["description"].startswith(field.about)
            assert bool(field.example) == ("examples" in said)
        assert one["required"] == [key for key, field in thing.fields.items() if field.required]


def test_the_examples_pass():
    """Who picks an example in the editor has written something valid."""
    made = schema()
    for thing in (made, *made["$defs"].values()):
        for key, said in thing.get("properties", {}).items():
            one = Draft202012Validator({**said, "$defs": made["$defs"]})
            assert [
                bad.message for e in said.get("examples", []) for bad in one.iter_errors(e)
            ] == [], key


def test_things_of_the_format_are_written_once():
    """Every thing with keys stands in the definitions under its own name."""
    names = set(schema()["$defs"])
    assert {"beat", "ending", "response", "condition", "line", "story", "hint", "part"} <= names
    assert isinstance(PERSONA, Fields)
    assert len(schema_text()) < 80_000


def test_the_committed_schema_is_up_to_date():
    """Else run `rehearse schema -o personas/persona.schema.json`."""
    assert (PERSONAS / FILE_NAME).read_text("utf-8") == schema_text()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_first_line_of_each_script_names_the_schema(path):
    """So that editors find it without any setting."""
    assert path.read_text("utf-8").splitlines()[0] == MODELINE


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.stem)
def test_a_part_that_comes_with_the_program_names_the_schema_and_raises_nothing(path):
    """From the folder below; by itself it is sound."""
    first = path.read_text("utf-8").splitlines()[0]
    assert first == MODELINE.replace(FILE_NAME, f"../{FILE_NAME}")
    assert [one.render() for one in check_persona(path)] == []


@pytest.mark.parametrize(("text", "sound"), [
    ("{format: 1, part: x}", True), ("{format: 1, part: x, id: y}", False), ("{part: x}", False),
    ("{format: 1, id: y, extends: z}", True), ("{format: 1, extends: z}", False),
    ("{format: 1, id: y}", False), ("{format: 1, id: y, include: z}", False),
    ("{format: 1, part: x, always: [{use: z}]}", True),
    ("{format: 1, part: x, always: [{use: z, says: Hm}]}", False),
    ("{format: 1, part: x, reacts: [{use: z}, {says: Hm}]}", True),
    ("{format: 1, part: x, rules: {z: [{use: y}]}}", False),
    ("{format: 1, part: x, stories: []}", False),
])  # fmt: skip
def test_parts_and_scripts_that_build_on_others_have_a_form_of_their_own(text, sound):
    """An editor and `check` agree on each."""
    document = parse_document(text)
    assert (complaints(document) == []) is sound
    assert (conform(document, FILE) == []) is sound
