"""The corpus that ships: its form, its spread, and that no voice repeats itself."""

import json
import re
from collections import Counter, defaultdict
from importlib.resources import files

from rehearse.reading import MOVES, TONES

ROWS = [
    (path.name.removesuffix(".jsonl"), json.loads(line))
    for path in sorted((files("rehearse.reading") / "corpus").iterdir(), key=lambda path: path.name)
    if path.name.endswith(".jsonl")
    for line in path.read_text(encoding="utf-8").splitlines()
]
KEYS = {"id", "writer", "manager", "situation", "stance", "text", "tone", "moves", "trap",
        "courtesy", "agreed", "labels", "open"}  # fmt: skip
RUN = 5  # words
MOST_RUNS = 60  # in all of the corpus: minimal pairs, and phrases everybody uses


def test_every_text_has_its_labels_in_form() -> None:
    """Each text has a tone and moves of the guide, a writer and an id of its own."""
    for _, row in ROWS:
        assert row.keys() <= KEYS, row["id"]
        assert row["text"].strip(), row["id"]
        assert row["writer"], row["id"]
        assert row["tone"] in TONES, row["id"]
        assert set(row.get("moves", ())) <= set(MOVES), row["id"]
        assert row.get("courtesy", 1) in range(1, 6), row["id"]
    assert len({row["id"] for _, row in ROWS}) == len(ROWS)


def test_every_text_was_labelled_twice() -> None:
    """Each text says whether its two readers agreed, and where they did not, what each of them said."""
    for _, row in ROWS:
        assert row["agreed"] in (True, False), row["id"]
        if not row["agreed"]:
            first, second = row["labels"]
            assert first != second, row["id"]


def test_the_corpus_is_wide() -> None:
    """There are thousands of replies, many of everyday talk, by hundreds of voices, of all lengths."""
    kinds = Counter(name.partition("-")[0] for name, _ in ROWS)
    lengths = [len(row["text"].split()) for _, row in ROWS]
    assert kinds["workplace"] >= 3000
    assert kinds["everyday"] >= 800
    assert len({row["writer"] for _, row in ROWS}) >= 500
    assert min(lengths) <= 2
    assert max(lengths) >= 75


def test_no_voice_repeats_itself() -> None:
    """Two texts of one voice share no more than four words in a row, a few minimal pairs aside."""
    known: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    shared = 0
    for _, row in ROWS:
        words = re.findall(r"[a-z0-9']+", row["text"].lower())
        runs = {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
        shared += len(runs & known[row["writer"]])
        known[row["writer"]] |= runs
    assert shared <= MOST_RUNS
