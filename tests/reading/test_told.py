"""The quick ways of the reader give what the plain ways give."""

from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.reading import MOVES, Reader, load_phrase_book
from rehearse.reading.expansion import parse_cue, with_classes
from rehearse.reading.side_by_side import Columns
from rehearse.reading.told import Tables

BOOK = load_phrase_book()
READER = Reader(BOOK)
TABLES = Tables(BOOK.worth.words, BOOK.move_worth)

WORDS = [
    "I", "would", "like", "to", "you", "never", "listen", "thanks", "a", "raise", "not", "14%",
    "promotion,", "please.", "sorry?", "my", "boss", "said", "that", "can't", "waiting", "after",
]  # fmt: skip
replies = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)


@settings(deadline=None, max_examples=150)
@given(replies, st.sampled_from(["", "No.", "What do you want?"]))
def test_what_is_told_is_what_is_said_and_known(text: str, line: str) -> None:
    """Following words through the tables finds each key of theirs that is said, at its place."""
    found = READER.analyse(text, line)
    assert found is not None
    reply = found.reply
    told = TABLES.told(reply.words, reply.layout, reply.scope, line, found.sources())
    whole = (0, len(reply.words.words))
    known = {
        one.key: ((one.first, one.last) if one.shared else whole, one.shared)
        for one in found.said
        if one.key in BOOK.worth.words or one.key in BOOK.move_worth
    }
    assert {entry.key: ((a, b), shared) for entry, a, b, shared in told} == known
    for entry, *_ in told:
        assert entry.tone == BOOK.worth.words.get(entry.key)
        assert entry.moves == BOOK.move_worth.get(entry.key, {})


@given(st.lists(st.dictionaries(st.sampled_from(MOVES), st.integers(-90_000, 90_000)), max_size=9))
def test_sums_side_by_side(tables: list[dict[str, int]]) -> None:
    """Packed numbers add up as the numbers themselves do, to four decimals."""
    columns = Columns(MOVES)
    packed = sum(columns.pack({k: n / 10_000 for k, n in table.items()}) for table in tables)
    expected = [sum(table.get(move, 0) for table in tables) / 10_000 for move in MOVES]
    assert columns.unpack(packed) == expected


def test_every_cue_is_found_by_its_own_words() -> None:
    """However a cue is filed, its own words lead to it."""
    lost = []
    for phrase in list(BOOK.phrases)[::7]:
        template = parse_cue(with_classes(phrase.text, BOOK.classes))
        for words in template.variants()[:3]:
            reply = " ".join(word for word in words if word != "...")
            found = READER.analyse(reply)
            hits = READER._matcher.hits(found.reply.words, found.reply.layout) if found else []
            if not any(hit.phrase.source == phrase.source for hit in hits):
                lost.append((phrase.text, reply))
    assert lost == []
