"""The smallest edit: what it may change, and that it does what it says."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.reading import Reading, read_reply, smallest_edit
from rehearse.reading.clauses import lay_out
from rehearse.reading.edits import MOST_READINGS
from rehearse.reading.normalise import normalise
from rehearse.reading.proposals import ADDED, added, possible_changes
from rehearse.reading.rewording import changed, plain
from rehearse.reading.stings import spoiled
from rehearse.reading.wordings import load_wordings, matched, wishes


def _replies() -> list[tuple[str, str]]:
    found, tone = [], ""
    for line in Path(__file__).with_name("edits.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            tone = line.strip("[]")
        elif line and not line.startswith("#"):
            found.append((tone, line))
    return found


REPLIES = _replies()
READINGS = [read_reply(text) for _, text in REPLIES]
EDITS = [(reading, smallest_edit(reading)) for reading in READINGS]
FOUND = [(reading, edit) for reading, edit in EDITS if edit is not None]
NEW_WORDS = {
    word for listed in load_wordings().values() for _, instead in listed for word in plain(instead)
} | {"please", *plain(ADDED)}
PIECES = [
    "I just", "want", "the raise", "maybe", "or else", "I walk", "if you don't", "promote me",
    "give me", "never mind", ",", ".", "?", "!!", "but", "as usual", "SHUT UP", "“fine”", "i'd",
    "you never listen", "sorry to bother you", "\n", "(", ")", "é", "\u200b", "ﬁne", "no", "I",
]  # fmt: skip
odd_replies = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join), st.text(max_size=120)
)


@pytest.mark.parametrize(("reading", "edit"), FOUND, ids=lambda one: getattr(one, "text", ""))
def test_an_edit_reads_as_it_claims(reading: Reading, edit) -> None:
    """The edited text, read again, has the reading that is shown, and it is another verdict."""
    assert edit.reading == read_reply(edit.text)
    assert edit.text != reading.text
    if edit.reading.tone == reading.tone:  # the same in name, but without doubt or sting
        surer = edit.reading.certain and not reading.certain
        assert surer or (spoiled(reading) and not spoiled(edit.reading))


@pytest.mark.parametrize(("reading", "edit"), FOUND, ids=lambda one: getattr(one, "text", ""))
def test_an_edit_keeps_the_wish_and_makes_no_facts_up(reading: Reading, edit) -> None:
    """Whoever wanted something still does, and no word comes that the lists don't hold."""
    assert set(plain(edit.text)) <= set(plain(reading.text)) | NEW_WORDS
    mended = edit.reading.tone in ("assertive", "neutral") and reading.tone != "assertive"
    if mended:
        assert wishes(plain(edit.text)) >= wishes(plain(reading.text))


@pytest.mark.parametrize(("reading", "edit"), FOUND, ids=lambda one: getattr(one, "text", ""))
def test_an_edit_is_small_and_fit_to_be_shown(reading: Reading, edit) -> None:
    """Whole words of the reply are changed, spaces and commas are right, and capitals stay."""
    assert edit.text == changed(reading.text, edit.changes)
    assert edit.size <= 40
    for change in edit.changes:
        start, end = change.span
        assert 0 <= start <= end <= len(reading.text)
    assert not re.search(r"\s\s|\s[,.;!?]|,\s*,|^[,.;]|,$|[,;][.!?]", edit.text)
    if reading.text[0].isupper():
        assert edit.text[0].isupper()
    assert not re.search(r"\b(?:and|but|so|or)[.!?]?$", edit.text)


def test_the_search_is_bounded_and_always_ends_the_same() -> None:
    """The reader is asked at most so many times, and twice the same reply gives the same edit."""
    for reading, edit in EDITS:
        asked: list[str] = []

        def read(text: str, line: str, asked: list[str] = asked) -> Reading:
            asked.append(text)
            return read_reply(text, line)

        assert smallest_edit(reading, "", read) == edit
        assert len(asked) == len(set(asked)) <= MOST_READINGS
        if edit is not None:
            assert edit.tried == len(asked)


@pytest.mark.parametrize(
    ("tone", "share"), [("passive", 0.6), ("aggressive", 0.6), ("assertive", 0.4)]
)
def test_most_replies_have_an_edit(tone: str, share: float) -> None:
    """Of the replies with something to drop or to say otherwise, most find their edit."""
    found = [edit is not None for (meant, _), (_, edit) in zip(REPLIES, EDITS, strict=True)
             if meant == tone]  # fmt: skip
    assert sum(found) >= share * len(found)


@pytest.mark.parametrize("reading", [one for one in READINGS if one.tone == "neutral"])
def test_a_neutral_reply_has_nothing_to_mend(reading: Reading) -> None:
    """What takes no stance gets no edit."""
    assert smallest_edit(reading) is None


def test_a_passive_reply_may_get_a_sentence_that_keeps_the_matter_open() -> None:
    """Where cutting does not do it, one sentence is added at the end, after a full stop."""
    words = normalise("ok, i will do the shift ,")
    assert changed(words.text, (added(words),)) == "ok, i will do the shift. i would" + ADDED[7:]
    for reading, edit in FOUND:
        if any(change.instead == ADDED for change in edit.changes):
            assert reading.tone == "passive"
            assert edit.text.endswith(ADDED[1:])


STRONG = {
    "If you don't give me the raise by June, I'm going to HR.": (
        "I would like you to give me the raise by June."
    ),
    "I'm so sorry to ask, but I'd like to talk about my pay. It's nothing really.": (
        "I'm so sorry to ask, but I'd like to talk about my pay."
    ),
    "I'm leaving unless you make me deputy manager.": (
        "I would like you to make me deputy manager."
    ),
}


LOST = "I feel a bit silly asking, but I'd like to talk about my pay. No rush at all."
STRONG[LOST] = "I'd like to talk about my pay."
_LOST = pytest.mark.xfail(reason="read as assertive, in doubt, so only the doubt is mended")


@pytest.mark.parametrize(
    "text", [pytest.param(text, marks=_LOST if text == LOST else ()) for text in STRONG]
)
def test_a_threat_or_an_apology_around_a_wish_goes_and_the_wish_stays(text: str) -> None:
    """The plainest cases give the edit a person would make."""
    edit = smallest_edit(read_reply(text))
    assert edit is not None
    assert edit.text == STRONG[text]


@settings(deadline=None, max_examples=60)
@given(odd_replies)
def test_any_reply_can_be_searched(text: str) -> None:
    """No text breaks the search, and no change lies outside of the text."""
    edit = smallest_edit(read_reply(text))
    if edit is not None:
        assert edit.reading.text == edit.text
        assert all(0 <= c.span[0] <= c.span[1] <= len(text) for c in edit.changes)


@settings(deadline=None, max_examples=100)
@given(odd_replies, st.sampled_from(["passive", "aggressive", "passive_aggressive", "assertive"]))
def test_any_proposal_can_be_made(text: str, tone: str) -> None:
    """Each change that is proposed gives a text, and leaves the words before it as they were."""
    words = normalise(text)
    for made in possible_changes(words, lay_out(words), tone):
        assert isinstance(changed(text, made), str)
        assert all(change.size for change in made)


def test_no_wording_is_listed_twice_or_in_vain() -> None:
    """Every line of wordings.txt has words that can be found, and each list names them once."""
    for name, listed in load_wordings().items():
        said = [words for words, _ in listed]
        assert all(matched(words, 0, words) == len(words) > 0 for words in said), name
        assert len(set(said)) == len(said), (name, [w for w in said if said.count(w) > 1])
