"""What the reader is measured against: the nearest whole sentence, and a model of n-grams."""

from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process, utils

Labelled = Sequence[tuple[str, str, str]]  # (text, tone, writer)
Predict = Callable[[Sequence[tuple[str, str]]], list[str]]  # (text, writer) -> tones
_NEAR = 60


def nearest_sentence(known: Labelled) -> Predict:
    """Tones by the most similar sentence of another writer (token_set_ratio)."""
    texts = [utils.default_process(text) for text, _, _ in known]

    def one(text: str, writer: str) -> str:
        near = process.extract(utils.default_process(text), texts, scorer=fuzz.token_set_ratio,
                               limit=_NEAR, score_cutoff=1)  # fmt: skip
        tones = (known[at][1] for _, _, at in near if known[at][2] != writer)
        return next(tones, "neutral")

    return lambda replies: [one(text, writer) for text, writer in replies]


def ngram_model(known: Labelled) -> Predict:
    """Tones by words and character n-grams with a linear model (scikit-learn)."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline, make_union

    parts = make_union(
        TfidfVectorizer(ngram_range=(1, 3), sublinear_tf=True, min_df=2),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=3, sublinear_tf=True),
    )
    line = LogisticRegression(C=3, max_iter=300, tol=1e-3, class_weight="balanced")
    model = make_pipeline(parts, line)
    model.fit([text for text, _, _ in known], [tone for _, tone, _ in known])
    return lambda replies: list(model.predict([text for text, _ in replies]))
