"""Fit what words, pieces and sources of cues add to the tone: texts -> words.yaml.

The cues keep what their authors gave them. Words, sources and the likeness of words are fitted
together with them to the shares of the five tones (rehearse/reading/verdict.py), each held back by
`PULL`, so that what is seen seldom is trusted little.
"""

import json
from collections import Counter
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack

from fitting.texts import (
    BOOK,
    Text,
    folds,
    matrix,
    scale,
    seen_twice,
    tone_share,
    widely_used,
)
from fitting.vectors import summed, word_vectors
from rehearse.reading.axes import LOW_RESPECT
from rehearse.reading.model import TONES
from rehearse.reading.verdict import Sums, Verdict, verdict
from rehearse.reading.words import START

HEAD = """\
# What words, runs of words, word pieces and the build of a reply (keys as in words.py) and whole
# sources of cues add: [firmness, respect, veiled, idle]; see axes.py.
# Made by scripts/fit from rehearse/reading/corpus. Edit by hand if you like: it is read as it stands.
"""
PULL, LIKENESS, POWER, STEPS = 1.3, 1.4, 0.5, 200
CLAUSE, EXAMPLE = 0.25, 2.0  # how much a clause and an example count, beside a reply
LEAST, LEAST_BY_LIKENESS = 0.15, 0.25


@dataclass(frozen=True)
class Fitted:
    """What keys are worth on each axis, those of the tables and those of words by likeness."""

    keys: dict[str, int]
    worth: np.ndarray
    likeness: np.ndarray


def rows(texts: list[Text]) -> list[dict[str, float]]:
    """The keys of each text with what they count."""
    found = []
    for text in texts:
        share = tone_share(text)
        keys = {key: scale(key) * (share if shared else 1.0)
                for key, shared in text.keys.items() if key[0] != "@" and key != START}  # fmt: skip
        found.append(keys | {"@" + source: scale("@" + source) for source, _, _ in text.cues})
    return found


def _by_cues(texts: list[Text]) -> np.ndarray:
    """The scores that the cues give by themselves: texts by TONES."""
    firm = np.array([sum(cue[1] for cue in text.cues) for text in texts])
    civil = np.array([sum(cue[2] for cue in text.cues) for text in texts])
    none = np.zeros(len(texts))
    return np.stack([none, firm, firm - civil, -civil, none], axis=1)


def fit(texts: list[Text]) -> Fitted:
    """Fit on these texts."""
    texts = seen_twice([text for text in texts if text.tone])
    keys = widely_used(texts)
    by_key = rows(texts)
    used = {key for row in by_key for key in row if key in keys or key[0] == "@"}
    index = {key: at for at, key in enumerate(sorted(used))}
    x = hstack([matrix(by_key, index), csr_matrix(LIKENESS * summed(by_key))]).tocsr()
    scores = _softmax_fit(
        x, _by_cues(texts), np.array([text.tones for text in texts]), _weights(texts)
    )
    axes = _to_axes(scores)
    axes[-1, 1] += LOW_RESPECT
    size = len(index)
    worth = np.vstack([axes[:size], axes[-1:]])
    return Fitted(index | {START: size}, worth, LIKENESS * axes[size:-1])


def _weights(texts: list[Text]) -> np.ndarray:
    counts = Counter(text.tone for text in texts)
    total = len(texts)
    kind = {"book": EXAMPLE, "clauses": CLAUSE}
    return np.array([kind.get(text.set.partition("-")[0], 1.0)
                     * (total / (len(TONES) * counts[text.tone])) ** POWER for text in texts])  # fmt: skip


def _softmax_fit(
    x: csr_matrix, given: np.ndarray, shares: np.ndarray, weight: np.ndarray
) -> np.ndarray:
    """Weights (columns of x and a constant, by TONES) that bring the scores near the shares."""
    turned, size, wanted = x.T.tocsr(), x.shape[1], shares * weight[:, None]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        table = flat.reshape(size + 1, len(TONES))
        scores = given + x @ table[:-1] + table[-1]
        scores = scores - scores.max(1, keepdims=True)
        sizes = np.exp(scores)
        totals = sizes.sum(1, keepdims=True)
        off = sizes / totals * weight[:, None] - wanted
        slope = np.vstack([turned @ off + PULL * table[:-1], off.sum(0)])
        cost = -(wanted * (scores - np.log(totals))).sum() + 0.5 * PULL * (table[:-1] ** 2).sum()
        return cost, slope.ravel()

    start = np.zeros((size + 1) * len(TONES))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return found.x.reshape(size + 1, len(TONES))


def _to_axes(scores: np.ndarray) -> np.ndarray:
    """Scores of tones as firmness, respect, veiled and idle; `verdict` takes them back."""
    passive, assertive, aggressive, passive_aggressive, neutral = scores.T
    open_, hidden = aggressive - assertive, passive_aggressive - passive
    return np.stack(
        [assertive - passive, -(open_ + hidden) / 2, hidden - open_, neutral - passive], 1
    )


def read_by(texts: list[Text], fitted: Fitted) -> list[Verdict]:
    """The verdict on each text, by weights not yet rounded."""
    by_key = [row | {START: 1.0} for row in rows(texts)]
    sums = matrix(by_key, fitted.keys) @ fitted.worth + summed(by_key) @ fitted.likeness
    sums[:, :2] += _by_cues(texts)[:, [1, 3]] * [1, -1]
    return [verdict(Sums(*row)) for row in sums]


def cross_validate(texts: list[Text], count: int = 5) -> list[tuple[Text, Verdict]]:
    """Every reply with the verdict on it by weights fitted on other writers."""
    fold = folds(texts, count)
    found = []
    for at in range(count):
        fitted = fit([text for text in texts if fold[text.writer] != at])
        unseen = [text for text in texts if fold[text.writer] == at and text.whole]
        found += zip(unseen, read_by(unseen, fitted), strict=True)
    return found


def write(fitted: Fitted) -> int:
    """Write words.yaml; what is worth next to nothing is left out. How many were kept."""
    table = {key: fitted.worth[at] * scale(key) for key, at in fitted.keys.items()}
    index, vectors = word_vectors()
    likeness = vectors @ fitted.likeness
    for key, at in index.items():
        if key in table:
            table[key] = table[key] + likeness[at]
        elif max(abs(likeness[at])) >= LEAST_BY_LIKENESS:
            table[key] = likeness[at]
    kept = sorted(key for key, row in table.items() if max(abs(row)) >= LEAST or key[0] in "=@")
    sources, words = [k for k in kept if k[0] == "@"], [k for k in kept if k[0] != "@"]
    lines = {name: "".join(_line(key[cut:], table[key]) for key in keys)
             for name, keys, cut in (("sources", sources, 1), ("words", words, 0))}  # fmt: skip
    text = HEAD + "".join(f"{name}:\n{body}" for name, body in lines.items())
    (BOOK / "words.yaml").write_text(text, encoding="utf-8")
    return len(kept)


def _line(key: str, row: np.ndarray) -> str:
    numbers = ", ".join(f"{value:.2f}" for value in row + 0.0)
    return f"  {json.dumps(key, ensure_ascii=False)}: [{numbers}]\n"
