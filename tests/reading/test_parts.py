"""The smaller parts of the reader: plain words, clauses, cue notation, mentions, persona phrases."""

import json
from importlib.resources import files

import pytest

from rehearse.reading import Reader, load_phrase_book
from rehearse.reading.book import COMPILED, read_files, recipe_hash, to_data
from rehearse.reading.clauses import lay_out
from rehearse.reading.compiling import book_from_files
from rehearse.reading.expansion import NotationError, parse_cue, with_classes
from rehearse.reading.mentions import find_mentions
from rehearse.reading.normalise import normalise


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("I’d LIKE it", "i would like it"),
        ("cant won't dont", "can not will not do not"),
        ("ur gonna c what u did pls", "your going to c what you did please"),
        ("that’s it's", "that is it is"),
        ("Dave's well-known café", "dave well known cafe"),
        ("soooo", "so"),
        ("ﬁne — £3,000 (14%)", "fine £3,000 14%"),
    ],
)
def test_plain_words(typed: str, plain: str) -> None:
    """Typed spellings become the plain words that cues are written in."""
    assert " ".join(normalise(typed).words) == plain


def test_words_keep_their_places() -> None:
    """Each plain word knows the characters it came from."""
    text = "  I can't,  really"
    words = normalise(text)
    assert [text[start:end] for start, end in words.spans] == ["I", "can't", "can't", "really"]


def test_clauses_and_questions() -> None:
    """Commas and conjunctions part clauses; a question is known with and without its mark."""
    layout = lay_out(normalise("I like it here, but I want more. Could you back me"))
    assert [(c.sentence, c.question) for c in layout.clauses] == [
        (0, False), (0, False), (1, True),
    ]  # fmt: skip


def test_cue_notation() -> None:
    """Alternatives, options and gaps stand for word lists; families for all their members."""
    assert parse_cue("i [want|would like] [it|]").variants() == [
        ("i", "want", "it"), ("i", "want"), ("i", "would", "like", "it"), ("i", "would", "like"),
    ]  # fmt: skip
    assert parse_cue("put ... forward").variants() == [("put", "...", "forward")]
    assert with_classes("by {day}", {"day": ["monday", "friday"]}) == "by [monday|friday]"
    assert with_classes("[on {day}|soon]", {"day": ["monday"]}) == "[on monday|soon]"


@pytest.mark.parametrize("cue", ["[a|b", "a]", "...", "[ ]", "a [b [c]]"])
def test_ill_formed_cues_are_refused(cue: str) -> None:
    """A cue that is not well written is refused in words, not with a crash."""
    with pytest.raises(NotationError):
        parse_cue(cue)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I cut waste by 14%", [("figure", "14%")]),
        ("It saved £3,000 in six months", [("figure", "£3,000"), ("date", "in six months")]),
        ("Let us decide by Friday", [("date", "by Friday")]),
        ("maybe next year", [("date", "next year")]),
        ("the ward manager post", [("role", "ward manager")]),
        ("I trained three new starters", [("figure", "three new starters")]),
        ("promoted to senior analyst", [("role", "senior analyst")]),
        ("id like to be lead on the night desk", [("role", "lead")]),
        ("make me charge nurse", [("role", "charge nurse")]),
        ("I want to move up to Band 6", [("role", "Band 6")]),
        ("I do band 6 work", []),
        ("I want to go for the band 6 post", [("role", "band 6")]),
        ("it is a great job and I may stay", []),
    ],
)
def test_mentions(text: str, expected: list[tuple[str, str]]) -> None:
    """Figures, dates and roles are found as typed."""
    assert [(mention.kind, mention.text) for mention in find_mentions(normalise(text))] == expected


def test_a_persona_may_bring_its_own_phrases() -> None:
    """Own phrases add to the book for that reader alone; topics are named with their place."""
    plain = Reader(load_phrase_book())
    own = plain.with_phrases(
        {"direct_ask": ("the desk lead chair",)}, {"vendors": ("the vendor report", "suppliers")}
    )
    text = "I fancy the desk lead chair, and the vendor reprot."
    reading = own.read(text)
    assert reading.has("direct_ask")
    assert text[slice(*reading.topics["vendors"])] == "the vendor reprot"
    assert not plain.read(text).topics
    with pytest.raises(ValueError, match="no tone, move or signal"):
        plain.with_phrases({"politeness": ("please",)})


def test_the_compiled_book_is_the_book() -> None:
    """What is loaded quickly is, to the letter, what the YAML files say."""
    contents = read_files(files("rehearse.reading") / "phrasebook")
    book = load_phrase_book()
    fresh = book_from_files(contents)
    assert fresh.sha256 == book.sha256
    left, right = to_data(fresh), to_data(book)
    for part in ("features", "classes", "phrases"):
        assert _plain(left[part]) == _plain(right[part])
    assert _plain(left["filing"]) == _plain(right["filing"])
    assert _plain(left["sections"]) == _plain(right["sections"])


def _plain(data: object) -> object:
    """Tuples as lists, as JSON keeps them."""
    if isinstance(data, (list, tuple)):
        return [_plain(entry) for entry in data]
    return dict(data) if isinstance(data, dict) else data


def test_the_compiled_book_is_up_to_date() -> None:
    """A book changed without compiling it would start slowly: run scripts/compile-phrases."""
    home = files("rehearse.reading") / "phrasebook"
    made_from = json.loads((home / COMPILED).read_text(encoding="utf-8"))["recipe"]
    assert made_from == recipe_hash(read_files(home))
