"""Phrases of a persona's or a learner's own: they count, also where the book has the same words."""

import pytest

from rehearse.reading import Reader, Reading, load_phrase_book, reader_knowing
from rehearse.reading.model import MOVES
from rehearse.reading.own import NO_PHRASES, OwnPhrases, phrasebook_hash

BOOK = load_phrase_book()
READER = Reader(BOOK)
SIGNS = "[{+."


def _same_as_the_book() -> list[tuple[str, str]]:
    """Moves with a cue that alone does not make them: the words speak for too little."""
    found: dict[str, str] = {}
    for phrase in list(BOOK.phrases)[::7]:
        kind, _, move = phrase.source.partition(":")
        plain = kind == "move" and not any(sign in phrase.text for sign in SIGNS)
        if plain and move not in found and not READER.read(phrase.text).has(move):
            found[move] = phrase.text
    return sorted(found.items())


@pytest.mark.parametrize(("move", "cue"), _same_as_the_book())
def test_an_own_phrase_counts_where_the_book_has_the_same_one(move: str, cue: str) -> None:
    """A persona's phrase equal to a cue of the book is the persona's own all the same."""
    reading = READER.with_phrases({move: (cue,)}).read(cue)
    assert reading.has(move)


TONED = {
    "passive": "I'm sorry, it's my fault, forget I asked. The lamp is by the door. Never mind me.",
    "aggressive": "You useless idiot. The lamp is by the door. Shut up and pay me or I quit.",
    "neutral": "Okay. The lamp is by the door.",
}


@pytest.mark.parametrize("tone", TONED)
@pytest.mark.parametrize("move", MOVES)
def test_an_own_phrase_counts_whatever_the_tone_of_the_rest(tone: str, move: str) -> None:
    """A phrase of a script or of the learner makes its move in a reply of any tone."""
    phrases = {move: ("the lamp is by the door",)}
    assert READER.read(TONED[tone]).tone == tone
    assert READER.with_phrases(phrases).read(TONED[tone]).has(move)
    assert READER.with_own(OwnPhrases(phrases)).read(TONED[tone]).has(move)


@pytest.mark.parametrize("phrase", ["Band 5", "the 5 rota", "[grade|level] 7", "tier 2 + desk"])
def test_a_figure_in_an_own_phrase_is_that_figure(phrase: str) -> None:
    """A phrase with a number in digits is found by that number, and by no other."""
    reader = READER.with_phrases(topics={"post": (phrase,)})
    said = phrase.replace("[grade|level]", "grade").replace(" +", "")
    assert "post" in reader.read(f"At the moment I hold {said}.").topics
    other = said.translate(str.maketrans("572", "683"))
    assert "post" not in reader.read(f"At the moment I hold {other}.").topics


def test_an_own_phrase_that_is_denied_or_anothers_does_not_count() -> None:
    """It is meant for this talk, and still has to be said by the learner and meant."""
    reader = READER.with_phrases({"acknowledge": ("the lamp is by the door",)})
    for text in ("I never said the lamp is by the door.", "My boss said the lamp is by the door."):
        assert not reader.read(text).has("acknowledge")


def test_there_are_such_cues() -> None:
    """The test above tries some, also of those that ask for a question or a beginning."""
    tried = {cue for _, cue in _same_as_the_book()}
    assert len(tried) >= 3
    assert any(phrase.needs and phrase.text in tried for phrase in BOOK.phrases)


def test_a_learners_phrase_counts_and_says_that_it_is_ones_own() -> None:
    """It makes its move, and the reading names it with its place; a persona's is not so named."""
    phrases = {"direct_ask": ("put me up for band six",)}
    text = "Fine, then put me up for band six."
    reading = READER.with_own(OwnPhrases(phrases)).read(text)
    assert reading.has("direct_ask")
    (own,) = reading.own
    assert (own.source, own.phrase) == ("move:direct_ask", "put me up for band six")
    assert text[slice(*own.span)] == "put me up for band six"
    assert READER.with_phrases(phrases).read(text).own == ()


def test_both_know_theirs() -> None:
    """A learner's phrases and a persona's are known beside each other, in either order."""
    mine = OwnPhrases({"direct_ask": ("put me up for band six",)})
    theirs = {"vendors": ("the vendor report",)}
    text = "Put me up for band six. I read the vendor report."
    one = READER.with_own(mine).with_phrases(topics=theirs).read(text)
    assert one == READER.with_phrases(topics=theirs).with_own(mine).read(text)
    assert (list(one.topics), len(one.own)) == (["vendors"], 1)


def test_a_topic_called_like_a_move_makes_no_move() -> None:
    """To raise the topic `plan` is not to have a plan."""
    reader = READER.with_phrases(topics={"plan": ("the roof plan",)})
    reading = reader.read("I saw the roof plan on your desk.")
    assert "plan" in reading.topics
    assert reading.has("plan") == READER.read("I saw the roof plan on your desk.").has("plan")


def test_a_reading_keeps_its_own_phrases_in_json() -> None:
    """They come back as they were; a reading without has no key for them."""
    reading = READER.with_own(OwnPhrases({"repair": ("let me walk it back",)})).read(
        "Let me walk it back."
    )
    assert reading.own
    assert "repair" in reading.signals
    assert Reading.from_json(reading.to_json()) == reading
    assert "own" not in READER.read("Let me walk it back.").to_json()


def test_the_hash_covers_the_book_and_ones_own() -> None:
    """Other phrases, another hash; none of one's own, the hash of the book."""
    one, other = OwnPhrases({"plan": ("a",)}), OwnPhrases({"plan": ("b",)})
    hashes = {phrasebook_hash(BOOK.sha256, own.sha256) for own in (one, other, NO_PHRASES)}
    assert len(hashes) == 3
    assert BOOK.sha256 in hashes
    assert reader_knowing(NO_PHRASES).read("I want it.") == READER.read("I want it.")


@pytest.mark.parametrize(
    "text",
    [
        "It's not about the night rota.",
        "It isn't the night rota.",
        "I'm not happy with your night rota.",
        "I didn't come because of the night rota.",
        "My boss said the night rota is fine.",
        "Stuff the night rota, you idiot.",
        "It is the night rota.",
    ],
)
def test_a_topic_comes_up_though_it_is_not_the_matter(text: str) -> None:
    """Denied to be the matter, brought up by others or cursed, it is spoken of all the same."""
    reader = READER.with_phrases(
        {"aggressive": ("stuff the night rota",)}, {"rota": ("night rota",)}
    )
    topics = reader.read(text).topics
    assert text[slice(*topics["rota"])] == "night rota"


@pytest.mark.parametrize(
    "text", ["I have nobody to take over.", "I can't take over.", "No one will take over from me."]
)
def test_what_is_said_not_to_be_does_not_come_up(text: str) -> None:
    """A topic that says something of its own is not heard where just that is denied."""
    assert not READER.with_phrases(topics={"successor": ("take over",)}).read(text).topics


def test_a_denied_topic_leaves_the_tone_as_it_was() -> None:
    """To know a topic changes neither axis nor any move."""
    for text in ("It's not about the rota.", "It is about the rota.", "I want no rota but pay."):
        one, other = READER.read(text), READER.with_phrases(topics={"rota": ("rota",)}).read(text)
        assert (one.tone, one.firmness, one.respect) == (other.tone, other.firmness, other.respect)
        assert one.moves == other.moves
