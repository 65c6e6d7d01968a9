"""The bots: each talks as its habit says, for ever if it must."""

from itertools import islice
from pathlib import Path
from random import Random

import pytest

from rehearse.coach.bots import BOTS
from rehearse.coach.habits import GOOD_ORDER, Part
from rehearse.coach.repertoire import EVERYDAY, Repertoire, Sort, load_corpus
from rehearse.persona import load_persona
from rehearse.reading.model import HELPFUL_MOVES

WHOLE = Path(__file__).parent.parent / "persona" / "whole_language.yaml"
TONES = {"timid": "passive", "hostile": "aggressive", "sarcastic": "passive_aggressive"}


@pytest.fixture(scope="module")
def corpus():
    """The replies that ship with the package."""
    return load_corpus()


@pytest.fixture(scope="module")
def labels(corpus):
    """Tone, moves and place of each reply."""
    return {text: rest for text, *rest in corpus.replies}


@pytest.fixture
def part(corpus):
    """What a bot knows at the start of a talk with the manager of the tests."""
    persona = load_persona(WHOLE)
    return Part(persona, Repertoire(corpus, 1), Random(1), heard=("Well?",), beat=persona.start)


def said(part, bot, times=30, heard=()):
    """What a bot says to the same lines, so many times."""
    part.heard = heard or part.heard
    replies = []
    for reply in islice(BOTS[bot].habit(part), times):
        replies.append(reply)
        part.said.add(reply)
    return replies


@pytest.mark.parametrize("bot", BOTS)
def test_no_bot_runs_out_of_words(part, bot):
    """A bot always has a reply, and the same chance gives the same replies."""
    again = Part(part.persona, part.replies, Random(1), heard=part.heard, beat=part.beat)
    first = said(part, bot, 60)
    assert len(first) == 60
    assert first == said(again, bot, 60)
    assert BOTS[bot].about.endswith(".")


@pytest.mark.parametrize(("bot", "tone"), TONES.items())
def test_a_bot_keeps_to_its_tone(part, labels, bot, tone):
    """The timid bot says passive replies, the hostile one aggressive ones, and so on."""
    assert {labels[reply][0] for reply in said(part, bot)} == {tone}


def test_the_prepared_bot_keeps_the_order_of_a_good_talk(part, labels):
    """To lines that ask nothing it says one reply for each step, in order, all assertive."""
    replies = said(part, "prepared", len(GOOD_ORDER), heard=("I see.",))
    for reply, move in zip(replies, GOOD_ORDER, strict=True):
        assert labels[reply][0] == "assertive"
        assert move in labels[reply][1]


def test_the_prepared_bot_takes_up_a_doubt_once(part, labels):
    """A doubt is acknowledged, and then the talk goes on."""
    replies = said(part, "prepared", 3, heard=("There is no budget for that.",))
    assert "acknowledge" in labels[replies[1]][1]
    assert "evidence" in labels[replies[2]][1]


def test_the_prepared_bot_answers_what_it_is_asked(part, labels):
    """A question for an example gets evidence, even where another step was next."""
    talk = BOTS["prepared"].habit(part)
    for heard, move in (("Hello.", "open_agenda"), ("What are you asking for?", "direct_ask"),
                        ("Give me an example.", "evidence")):  # fmt: skip
        part.heard = (heard,)
        reply = next(talk)
        part.said.add(reply)
        assert move in labels[reply][1]


def test_the_one_trick_bot_has_one_trick(part, labels):
    """Every reply of a talk makes the same move; the next talk's another."""
    tricks = []
    for part.number in range(len(HELPFUL_MOVES)):
        part.said = set()
        replies = said(part, "one-trick", 8)
        assert len(set(replies)) > 4
        tricks += {tuple(labels[reply][1]) for reply in replies}
    assert sorted(tricks) == sorted((move,) for move in HELPFUL_MOVES)


def test_the_flatterer_never_asks(part, labels):
    """It thanks and agrees, and no reply of its does anything else."""
    moves = set().union(*(labels[reply][1] for reply in said(part, "flatterer", 60)))
    assert moves == {"gratitude", "acknowledge"}


def test_the_parrot_says_the_last_line_back(part):
    """Word for word."""
    assert said(part, "parrot", 2, heard=("Well.", "And now?")) == ["And now?", "And now?"]


def test_the_off_topic_bot_talks_of_daily_life(part, labels):
    """None of its replies is about work, and none is hostile."""
    found = [labels[reply] for reply in said(part, "off-topic")]
    assert {about for _, _, about in found} == {EVERYDAY}
    assert not {tone for tone, _, _ in found} & {"aggressive", "passive_aggressive"}


def test_the_silent_bot_hardly_speaks(part):
    """It never says more than a word, and mostly nothing."""
    replies = said(part, "silent")
    assert max(len(reply.split()) for reply in replies) <= 1
    assert replies.count("") > len(replies) / 3


def test_the_insider_raises_the_topics_of_the_script(part):
    """What the script waits for comes up: words of its topics, replies of its stories."""
    replies = " ".join(said(part, "insider", 120)).lower()
    topics = part.persona.topics
    assert topics
    assert any(phrase.lower() in replies for phrases in topics.values() for phrase in phrases)


@pytest.mark.parametrize("about", ["at work", EVERYDAY])
def test_a_seed_chooses_the_same_few_replies_of_a_sort(corpus, about):
    """Replies have the labels asked for, and the same seed always takes the same ones."""
    sort = Sort("assertive", "", about)
    one, two = Repertoire(corpus, 7).of(sort), Repertoire(corpus, 7).of(sort)
    assert one == two
    assert set(one) <= set(corpus.of(sort))
    assert set(one) != set(Repertoire(corpus, 8).of(sort))
