"""Fit for which moves words, pieces, cues and features speak: texts -> move_words.yaml.

One logistic sum a move. From where a move is made is chosen on writers that were not fitted on.
"""

import json
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from fitting.figures import f1
from fitting.texts import (
    BOOK,
    PIECE,
    Text,
    folds,
    is_piece,
    matrix,
    move_share,
    seen_twice,
    widely_used,
)
from rehearse.reading.model import HARMFUL_MOVES, MOVES
from rehearse.reading.words import START

HEAD = """\
# For which moves words, runs of words, word pieces, the build of a reply (keys as in words.py), sources
# of cues (@) and features speak, and how much; from a sum of nought up a reply makes the move.
# Made by scripts/fit from rehearse/reading/corpus. Edit by hand if you like.
"""
LOOSE, LEAST = 0.35, 0.35
CLAUSE, EXAMPLE, FOLDS = 0.7, 4.0, 5
PRECISE, PRECISE_OF_HARM = 0.5, 0.6  # the least precision that a border may have
ALWAYS = "@move:"


@dataclass(frozen=True)
class Fitted:
    """The weights of keys (rows; the last is the start) for MOVES (columns)."""

    keys: dict[str, int]
    weights: np.ndarray

    def sums(self, texts: list[Text]) -> np.ndarray:
        """The sum for every move (columns) of every text (rows)."""
        by_key = [row | {START: 1.0} for row in rows(texts)]
        return matrix(by_key, self.keys) @ self.weights


def rows(texts: list[Text]) -> list[dict[str, float]]:
    """The keys of each text with what they count."""
    found = []
    for text in texts:
        share = move_share(text)
        found.append({key: (PIECE if is_piece(key) else 1.0) * share if shared else 1.0
                      for key, shared in text.keys.items() if key != START})  # fmt: skip
    return found


def fit(texts: list[Text]) -> Fitted:
    """Fit on those of these texts that are labelled for moves."""
    texts = seen_twice([text for text in texts if text.moves is not None])
    index = {key: at for key, at in widely_used(texts, ALWAYS).items() if key != START}
    index = {key: at for at, key in enumerate(index)}
    by_key = rows(texts)
    x = matrix(by_key, index)
    columns = np.stack([_fit_move(move, texts, x) for move in MOVES], axis=1)
    return Fitted(index | {START: len(index)}, columns)


def _fit_move(move: str, texts: list[Text], x: csr_matrix) -> np.ndarray:
    """The weights of all columns for `move`, and at the end its start."""
    use = np.array([at for at, text in enumerate(texts) if text.about in ("", move)])
    made = np.array([move in (texts[at].moves or ()) for at in use])
    kind = {"book": EXAMPLE, "clauses": CLAUSE}
    weight = np.array([kind.get(texts[at].set.partition("-")[0], 1.0) for at in use])
    model = LogisticRegression(
        C=LOOSE, max_iter=300, tol=1e-2, class_weight="balanced", solver="liblinear"
    )
    model.fit(x[use], made, sample_weight=weight)
    return np.append(model.coef_[0], model.intercept_[0])


def cross_validate(texts: list[Text]) -> tuple[np.ndarray, list[Text], np.ndarray]:
    """The sums of whole replies by writers not fitted on, those replies, and the borders chosen."""
    texts = [text for text in texts if text.moves is not None]
    fold = folds(texts, FOLDS)
    sums, unseen = [], []
    for part in range(FOLDS):
        held = [text for text in texts if fold[text.writer] == part and text.whole]
        sums.append(fit([text for text in texts if fold[text.writer] != part]).sums(held))
        unseen += held
    table = np.concatenate(sums)
    truth = made(unseen)
    borders = [_border(move, table[:, at], truth[:, at]) for at, move in enumerate(MOVES)]
    return table, unseen, np.array(borders)


def made(texts: list[Text]) -> np.ndarray:
    """Whether each text (rows) makes each move (columns)."""
    return np.array([[move in (text.moves or ()) for move in MOVES] for text in texts])


def _border(move: str, sums: np.ndarray, made_it: np.ndarray) -> float:
    """From which sum a move is made: best F1 with a fair precision, if there is one."""
    floor = PRECISE_OF_HARM if move in HARMFUL_MOVES else PRECISE
    order = np.argsort(-sums, kind="stable")
    hit, said = np.cumsum(made_it[order]), np.arange(1, len(order) + 1)
    score = 2 * hit / (said + made_it.sum())
    fair = (hit / said >= floor) & (said >= 5)
    return float(sums[order][int(np.argmax(np.where(fair, score, score - 10)))])


Scores = dict[str, tuple[float, float, float]]


def scores(sums: np.ndarray, texts: list[Text], borders: np.ndarray) -> Scores:
    """(F1, precision, recall) over all moves together ("moves") and of each."""
    said, true = sums >= borders, made(texts)

    def of(said: np.ndarray, true: np.ndarray) -> tuple[float, float, float]:
        hit = int((said & true).sum())
        return (f1(hit, int(said.sum()), int(true.sum())),
                hit / max(1, said.sum()), hit / max(1, true.sum()))  # fmt: skip

    each = {move: of(said[:, at], true[:, at]) for at, move in enumerate(MOVES)}
    return {"moves": of(said, true)} | each


def write(texts: list[Text]) -> int:
    """Write move_words.yaml, every start moved so that its border is nought; how many were kept."""
    _, _, borders = cross_validate(texts)
    fitted = fit(texts)
    weights = fitted.weights * np.array([[PIECE if is_piece(key) else 1.0] for key in fitted.keys])
    weights[fitted.keys[START]] -= borders
    table = {key: weights[at] for key, at in fitted.keys.items()}
    lines, count = [], 0
    for key in sorted(table):
        least = 0.0 if key == START else LEAST
        inside = [f"{move}: {weight:.2f}" for move, weight in sorted(zip(MOVES, table[key], strict=True))
                  if abs(weight) >= least]  # fmt: skip
        if inside:
            lines.append(f"  {json.dumps(key, ensure_ascii=False)}: {{{', '.join(inside)}}}\n")
            count += len(inside)
    (BOOK / "move_words.yaml").write_text(f"{HEAD}words:\n{''.join(lines)}", encoding="utf-8")
    return count
