"""How a transcript is heard: quotes, doubts, repeats."""

import pytest

from rehearse.scoring.doubts import voices_doubt
from rehearse.scoring.talk import listen
from rehearse.scoring.words import QUOTE_LENGTH, clause, quote, sentence_with, shortened


@pytest.mark.parametrize(
    "line",
    [
        "No, not with this budget.",
        "There are no promotions every year.",
        "I’m not sure you're ready.",
        "It's too early for that.",
        "I'm worried about the night shift.",
        "I'd lose you on the ward.",
        "We'll see.",
    ],
)
def test_a_no_and_a_hesitation_are_heard(line):
    """Lines that refuse or hesitate are doubts, with straight and curly apostrophes alike."""
    assert voices_doubt(line)


@pytest.mark.parametrize(
    "line",
    ["Good to see you.", "Go on.", "I know what you mean.", "That was strong work.", "Noted.", ""],
)
def test_a_kind_line_is_no_doubt(line):
    """Friendly lines are none, also where a word has a doubt's letters inside."""
    assert not voices_doubt(line)


def test_a_quote_is_the_sentence_around_the_span():
    """The sentence with the span in it is quoted, without its neighbours."""
    reply = "Thanks. I led the audit! It went well."
    assert quote(reply, (10, 13)) == "I led the audit!"
    assert quote(reply) == reply


def test_a_long_quote_is_cut_between_words():
    """A long sentence is cut to about 120 characters around the span, with marks where it is cut."""
    reply = "word " * 60 + "I led the audit " + "word " * 60
    start = reply.index("I led")
    for span in ((0, 4), (start, start + 15)):
        words = quote(reply, span)
        assert len(words) <= QUOTE_LENGTH
        assert set(words.strip("…").split()) <= set(reply.split())
    assert "I led the audit" in words


def test_points_quote_the_clause_that_earned_them():
    """Of a sentence with several clauses only the one with the span is quoted, if it is no scrap."""
    reply = "Thanks for today, I would like to lead the shift, and I cut 1,200 errors, really."
    start = reply.index("lead the shift")
    assert clause(reply, (start, start + 14)) == "I would like to lead the shift"
    assert clause(reply, (reply.index("1,200"), reply.index("errors"))) == "and I cut 1,200 errors"
    assert clause(reply, (reply.index("really"), len(reply))) == reply
    assert sentence_with("Hello there. " + reply, "I would like to lead the shift") == reply


def test_a_shortened_quote_fits_and_says_that_it_is_cut():
    """It ends with a mark where words are missing, and never in the middle of a word."""
    assert shortened("one two three", 13) == "one two three"
    assert shortened("one two, three four", 10) == "one two…"


def test_doubts_count_from_the_first_on(make_transcript, spoken):
    """Replies before the first doubt are not answers to it, all later ones are."""
    lines = [
        spoken("No, never.", "I want to talk to you.", "neutral:"),
        spoken("Go on.", "It is about the lead role.", "neutral:"),
        spoken("I can't promise that.", "What would it need then?", "neutral:"),
        spoken("Patience.", "I have plenty of it here.", "neutral:"),
    ]
    heard = listen(make_transcript(lines))
    assert [exchange.doubted for exchange in heard] == [False, False, True, True]


def test_two_words_and_repeats_are_stale(make_transcript, spoken):
    """A line of two words, and one said before in nearly the same words, may earn nothing."""
    lines = [
        spoken("", "Ok then.", "neutral:"),
        spoken("", "I want to lead the night team.", "assertive: direct_ask"),
        spoken("", "I want to lead the night team now.", "assertive: direct_ask"),
    ]
    assert [exchange.stale for exchange in listen(make_transcript(lines))] == [True, False, True]
