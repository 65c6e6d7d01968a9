"""Talks as people type them: the score has to agree with a reader who ranked them beforehand."""

from rehearse.scoring import score


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


def test_the_corpus_is_large_and_mixed(corpus):
    """There are at least fourteen talks, short and long, with good and bad among them."""
    lengths = [len(talk.lines) for talk in corpus]
    assert len(corpus) >= 14
    assert min(lengths) <= 3
    assert max(lengths) >= 9
    assert sum(talk.low >= 75 for talk in corpus) >= 3
    assert sum(talk.high <= 30 for talk in corpus) >= 3
