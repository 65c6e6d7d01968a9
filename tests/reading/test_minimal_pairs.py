"""Pairs of replies that differ in little and mean something else."""

import pytest

from rehearse.reading import Reader, load_phrase_book, read_reply

READER = Reader(load_phrase_book())
HOSTILE = {"aggressive", "passive_aggressive"}


def moves(text: str) -> set[str]:
    """The names of the moves the reply makes."""
    return {hit.move for hit in READER.read(text).moves}


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("I would like to be considered for the supervisor role.", "direct_ask"),
        ("If you don't promote me, I'll leave.", "ultimatum"),
        ("It is your fault I never got on.", "blame"),
        ("Sorry to bother you with this.", "self_minimise"),
        ("Thank you for seeing me.", "gratitude"),
    ],
)
def test_a_denied_or_reported_cue_does_not_count(text: str, move: str) -> None:
    """The move is found when it is said, and not when it is denied or someone else said it."""
    assert move in moves(text)
    assert move not in moves(f'The last manager told us: "{text}"')


@pytest.mark.parametrize(
    ("said", "denied", "move"),
    [
        ("I want to be promoted.", "I do not want to be promoted.", "direct_ask"),
        ("I am going to quit over this.", "I'm not going to quit over this.", "ultimatum"),
        ("It is your fault.", "I am not saying it is your fault.", "blame"),
        ("You owe me this role.", "I don't think you owe me this role.", "entitlement"),
    ],
)
def test_negation_takes_a_move_back(said: str, denied: str, move: str) -> None:
    """A cue in the scope of a negation is not made."""
    assert move not in moves(denied), said


def test_who_is_accused_matters() -> None:
    """What is an attack on the manager is none when the speaker means themselves or no one."""
    accused = READER.read("You never listen to anyone.")
    assert accused.tone in HOSTILE
    assert READER.read("I always listen to everyone.").respect > 2 * accused.respect


def test_a_question_is_no_accusation() -> None:
    """Asking why is not accusing; accusing in the shape of a question is."""
    assert READER.read("Why do you always ignore me?").tone in HOSTILE
    asked = READER.read("What would I need to show to be considered next year?")
    assert asked.tone == "assertive"
    assert "question" in asked.signals


def test_shouting_is_heard() -> None:
    """The same words in capitals are read as less respectful."""
    quiet = READER.read("I need an answer about the role this week.")
    loud = READER.read("I NEED AN ANSWER ABOUT THE ROLE THIS WEEK!!")
    assert loud.respect < quiet.respect
    assert loud.tone == "aggressive"


def test_thanks_do_not_hide_a_threat() -> None:
    """Polite words around a threat leave it a threat."""
    reading = READER.read(
        "Thank you so much for your time. Promote me by Friday or I will hand in my notice."
    )
    assert reading.tone == "aggressive"
    assert {"gratitude", "ultimatum"} <= {hit.move for hit in reading.moves}


def test_one_hedge_does_not_undo_a_request() -> None:
    """A clear request with a maybe in it is still a request; hedge upon hedge is not."""
    clear = READER.read("Maybe this is early, but I would like to be considered for team lead.")
    lost = READER.read("I was just sort of wondering if maybe, possibly, someday, I don't know.")
    assert clear.tone == "assertive"
    assert lost.tone == "passive"
    assert "hedge" in {hit.move for hit in lost.moves}


@pytest.mark.parametrize("text", ["", "   ", "...", "…", "\n"])
def test_saying_nothing_is_silence(text: str) -> None:
    """An empty reply, or one of dots alone, is silence and nothing else."""
    reading = READER.read(text)
    assert reading.signals == {"silence"}
    assert reading.tone == "neutral"
    assert not reading.certain


@pytest.mark.parametrize("text", ["asdf qwer zxcv", "9999", "blorp fnord", "???"])
def test_gibberish_is_not_certain(text: str) -> None:
    """What cannot be understood is never called certain."""
    assert not READER.read(text).certain


@pytest.mark.parametrize(
    "text",
    [
        "I would like to be consdered for the role",
        "i woud like to be considered for teh role",
        "I'd like to be CONSIDERED, for the role",
        "i‘d   like to be considered for the role!",
    ],
)
def test_typos_and_spelling_pass(text: str) -> None:
    """A slip of the finger, a missing apostrophe or a capital does not hide a request."""
    assert "direct_ask" in moves(text)


def test_a_look_alike_word_is_no_match() -> None:
    """ "Unacceptable" is not a misspelt "acceptable"."""
    reader = READER.with_phrases(topics={"fine": ("that is acceptable",)})
    assert "fine" in reader.read("That is acceptable to me.").topics
    assert "fine" not in reader.read("That is unacceptable to me.").topics


@pytest.mark.parametrize(
    "text",
    [
        "Sorry, that came out wrong. I didn't mean it like that.",
        "I take that back, I was out of line.",
        "I shouldn't have said that, let me start again.",
    ],
)
def test_an_honest_repair_does_not_shrink(text: str) -> None:
    """Who takes a bad line back is not read as giving in or as making themselves small."""
    reading = read_reply(text)
    assert "repair" in reading.signals
    assert not (reading.tone == "passive" and reading.certain)
    assert not any(reading.has(move) for move in ("self_minimise", "give_up", "hedge"))
