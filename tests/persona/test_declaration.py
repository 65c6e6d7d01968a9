import pytest

from rehearse.persona.beat_format import BEAT
from rehearse.persona.conditions import read_condition
from rehearse.persona.declaration import PERSONA
from rehearse.persona.formats import PART
from rehearse.persona.rules.shadowed import implies
from rehearse.persona.story_format import STORY
from rehearse.source import (
    ByKey,
    Field,
    Fields,
    ListOf,
    MapOf,
    Named,
    OneOf,
    conform,
    parse_document,
)
from rehearse.source.bare import ITEMS


def all_fields(shape, path="persona", seen=None):
    """Every field of the format with its path, each shape once."""
    seen = set() if seen is None else seen
    if id(shape) in seen:
        return
    seen.add(id(shape))
    if isinstance(shape, Fields):
        for key, field in shape.fields.items():
            yield f"{path}.{key}", key, field
            yield from all_fields(field.shape, f"{path}.{key}", seen)
    elif isinstance(shape, OneOf):
        for way in (shape.text, shape.list, shape.map):
            yield from all_fields(way, path, seen)
    elif isinstance(shape, ListOf):
        yield from all_fields(shape.item, path, seen)
    elif isinstance(shape, MapOf):
        yield from all_fields(shape.value, path, seen)
    elif isinstance(shape, ByKey):
        for way in (shape.there, shape.absent):
            yield from all_fields(way, path, seen)
    elif isinstance(shape, Named):
        yield from all_fields(shape.find(), path, seen)


FIELDS = [*all_fields(PERSONA), *all_fields(PART, "part")]


@pytest.mark.parametrize(("path", "key", "field"), FIELDS, ids=[path for path, _, _ in FIELDS])
def test_every_field_says_what_it_is_and_its_example_passes(path, key, field):
    """The reference made from the declaration has no blank and no wrong example."""
    assert field.about.endswith(".")
    if field.example:
        holder = Fields(what="it", fields={key: Field(shape=field.shape, about="")})
        assert conform(parse_document(f"{key}: {field.example}"), holder) == []


@pytest.mark.parametrize(("key", "item"), ITEMS.items())
def test_items_are_said_to_begin_with_a_key_they_have(key, item):
    """What the reader of broken YAML tells authors to write is of the format."""
    holder = Fields(what="it", fields=PERSONA.fields | BEAT.fields | STORY.fields)
    found = conform(parse_document(f"{key}:\n  - {item[1]}: x"), holder)
    assert not [one for one in found if one.code == "P004"]


def test_required_fields_have_an_example_or_are_lists():
    """Who leaves one out is shown what to write."""
    for path, _, field in FIELDS:
        assert (
            not field.required
            or field.example
            or path.endswith((".beats", ".endings", ".talk", ".says", ".turn_limit"))
        )


@pytest.mark.parametrize(("narrow", "wide", "expected"), [
    ("assertive", "[assertive, plan]", True), ("[assertive, plan]", "assertive", False),
    ("{all: [assertive, plan]}", "plan", True), ("plan", "{all: [assertive, plan]}", False),
    ("{any: plan, mood: {trust: over 50}}", "{any: plan, mood: {trust: at least 40}}", True),
    ("{any: plan, mood: {trust: over 30}}", "{any: plan, mood: {trust: at least 40}}", False),
    ("{any: plan}", "{any: plan, none: [blame]}", False),
    ("{any: plan, none: [blame, hint]}", "{any: plan, none: [blame]}", True),
    ("{said: [plan, hint]}", "{said: plan}", True), ("{said: plan}", "{said: [plan, hint]}", False),
    ("{topic: a}", "{topic: [a, b]}", True), ("{topic: [a, b]}", "{topic: a}", False),
    ("{certain: yes}", "{certain: no}", False), ("plan", "{words: at most 3}", False),
    ("{all: [plan, {any: [hint, blame]}]}", "{all: [{any: [hint, blame]}]}", True),
])  # fmt: skip
def test_a_condition_covers_another_only_where_that_is_sure(narrow, wide, expected):
    """The rule on responses that never come rests on this."""
    conditions = []
    for text in (narrow, wide):
        node = parse_document(f"when: {text}").root.get("when")
        conditions.append(read_condition(node, "here", lambda kind, name: None))
    assert implies(*conditions) is expected
