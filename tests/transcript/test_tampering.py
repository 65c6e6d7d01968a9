"""Files somebody has changed: read or refused, never a crash, and what is read can be used."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rehearse.scoring import score
from rehearse.source.problem import SourceError
from rehearse.terminal.show_replay import show_replay
from rehearse.transcript import parse_transcript
from rehearse.transcript.importing import import_talk
from rehearse.transcript.replaying import moments

VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.just([]),
    st.just({}), st.just([[]]), st.just(10**30), st.just([1, 2]), st.just({"id": 3}),
)  # fmt: skip
FIXED = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def attempt(read):
    """What `read` gives, or None and the problems it was refused for."""
    try:
        return read(), ()
    except SourceError as error:
        return None, error.problems


def use(content):
    """Everything that is done with a transcript that could be read."""
    transcript, problems = attempt(lambda: parse_transcript(content, "t"))
    assert all(problem.place.file == "t" for problem in problems)
    if transcript is not None:
        show_replay(transcript, moments(transcript))
        score(transcript)


def places(value, path=()):
    """The path of every value inside a JSON document."""
    yield path
    items = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in items:
        yield from places(inner, (*path, key))


def put(value, path, new):
    """The document with the value at `path` replaced, or left out where `new` is Ellipsis."""
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    if new is ... and len(path) == 1:
        del copy[path[0]]
    else:
        copy[path[0]] = put(copy[path[0]], path[1:], new)
    return copy


@FIXED
@given(st.data())
def test_any_value_may_be_wrong(recorded, data):
    """A value of another kind anywhere in the file, or none at all, is refused or harmless."""
    lines = [json.loads(line) for line in recorded.read_text("utf-8").splitlines()]
    index = data.draw(st.integers(0, len(lines) - 1))
    path = data.draw(st.sampled_from([p for p in places(lines[index]) if p]))
    lines[index] = put(lines[index], path, data.draw(st.one_of(st.just(...), VALUES)))
    use("".join(json.dumps(line) + "\n" for line in lines).encode())


@FIXED
@given(st.integers(0), st.binary(min_size=1, max_size=4))
def test_any_bytes_may_be_wrong(recorded, at, junk):
    """A few other bytes anywhere in the file are refused or harmless."""
    content = bytearray(recorded.read_bytes())
    at %= len(content)
    content[at : at + len(junk)] = junk
    use(bytes(content))


LINE = st.tuples(
    st.sampled_from(["", "Me: ", "Boss: ", "You:", "**Me**: ", "Kim: ", "> ", "- ", "[10:02] Me:",
                     "# ", "Dana Lee: ", "10:02 "]),
    st.text(max_size=20),
).map("".join)  # fmt: skip


@FIXED
@given(st.lists(LINE, max_size=8))
def test_any_text_may_be_brought_in(lines):
    """Whatever is written, it becomes a talk of the words in it, or is refused with a place."""
    text = "\n".join(lines)
    transcript, problems = attempt(lambda: import_talk(text, "t"))
    breaks = text.count("\n") + text.count("\r")
    assert all(1 <= problem.place.line <= breaks + 1 for problem in problems)
    if transcript is not None:
        assert all(word in text for turn in transcript.turns for word in turn.reply.split())
        score(transcript)
