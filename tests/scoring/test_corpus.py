"""Talks as people type them: the score has to agree with a reader who ranked them beforehand."""

import pytest

from rehearse.reading import read_reply
from rehearse.scoring import score
from rehearse.transcript import parse_transcript, transcript_lines
from rehearse.transcript.importing import import_talk

SLACK = 15  # points the reader's slips may move a talk out of its band


@pytest.fixture(scope="module")
def read_scores(corpus, make_transcript):
    """The overall score of each talk of the corpus as the program itself reads it, by name."""
    return {talk.name: score(make_transcript(talk.lines, read_reply)).overall for talk in corpus}


def _ranks(values):
    ordered = sorted(values)
    return [
        (ordered.index(value) + len(ordered) - 1 - ordered[::-1].index(value)) / 2
        for value in values
    ]


def _correlation(scores):
    """Spearman's rank correlation of the scores with the order they stand in, best first."""
    one, other = _ranks(range(len(scores), 0, -1)), _ranks(scores)
    middle = (len(scores) - 1) / 2
    shared = sum((a - middle) * (b - middle) for a, b in zip(one, other, strict=True))
    spread = [sum((a - middle) ** 2 for a in ranks) for ranks in (one, other)]
    return shared / (spread[0] * spread[1]) ** 0.5


def test_a_labelled_talk_scores_in_the_band_a_reader_would_accept(ranked_talk, make_transcript):
    """Read as a person labelled it, each talk scores within the band that was set beforehand."""
    overall = score(make_transcript(ranked_talk.lines)).overall
    assert ranked_talk.low <= overall <= ranked_talk.high


def test_labelled_talks_stand_in_the_reader_s_order(corpus, make_transcript):
    """Read as a person labelled them, the talks rank as a reader ranked them before."""
    scores = [score(make_transcript(talk.lines)).overall for talk in corpus]
    assert _correlation(scores) >= 0.95


def test_talks_read_by_the_program_stand_in_the_reader_s_order(corpus, read_scores):
    """Read by the program itself, the talks still rank much as a reader ranked them."""
    assert _correlation([read_scores[talk.name] for talk in corpus]) >= 0.9


def test_talks_read_by_the_program_score_near_their_bands(corpus, read_scores):
    """Read by the program itself, nearly all talks are close to their band."""
    near = [talk.low - SLACK <= read_scores[talk.name] <= talk.high + SLACK for talk in corpus]
    assert sum(near) >= 0.85 * len(corpus)


def test_hostile_and_timid_talks_score_low_however_read(read_scores):
    """Read by the program itself, hostile talks stay at 30 or less, the timid one under 55."""
    assert max(read_scores["driver_hostile"], read_scores["consultant_demands"]) <= 30
    assert read_scores["lab_assistant_timid"] <= 55


def test_a_talk_saved_and_read_back_scores_the_same(corpus, make_transcript):
    """Written as lines and read again, a transcript has the very same scorecard."""
    for talk in corpus[:4]:
        transcript = make_transcript(talk.lines, read_reply)
        content = "".join(line + "\n" for line in transcript_lines(transcript)).encode()
        assert score(parse_transcript(content, talk.name)) == score(transcript)


def test_a_talk_brought_in_by_import_scores_the_same(corpus, make_transcript):
    """A talk written down as text and imported has the scorecard it has when typed."""
    for talk in corpus[:4]:
        text = "".join(f"Manager: {line.manager}\nMe: {line.reply}\n" for line in talk.lines)
        imported = import_talk(text, talk.name)
        assert score(imported) == score(make_transcript(talk.lines, read_reply))


def test_the_corpus_is_large_and_mixed(corpus):
    """There are at least fourteen talks, short and long, with good and bad among them."""
    lengths = [len(talk.lines) for talk in corpus]
    assert len(corpus) >= 14
    assert min(lengths) <= 3
    assert max(lengths) >= 9
    assert sum(talk.low >= 75 for talk in corpus) >= 3
    assert sum(talk.high <= 30 for talk in corpus) >= 3
