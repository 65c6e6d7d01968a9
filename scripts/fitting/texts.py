"""The labelled texts of the corpus and the phrase book, and what the reader finds in each."""

import json
import math
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from fitting.figures import HOSTILE
from rehearse.reading import Reader, load_phrase_book
from rehearse.reading.model import TONES
from rehearse.reading.move_words import MOVE_WORDS
from rehearse.reading.tables import weights_table, worth_table
from rehearse.reading.words import word_share
from rehearse.reading.worth import TONE_WORDS, ToneWorth

ROOT = Path(__file__).resolve().parent.parent.parent
CORPUS = ROOT / "rehearse/reading/corpus"
BOOK = ROOT / "rehearse/reading/phrasebook"
HIDDEN = 0.4  # so many cues are hidden in the second look at each text
LEAST_WRITERS = 3  # a key that fewer used tells of them, not of the language
PIECE, _RULE = 0.5, 0.25  # word pieces are fitted less freely than words, and rules hardly at all
_RIVAL, _DOUBT = 0.5, 0.07  # what a second label takes of the first, what doubt gives to all tones
_FELT_HOSTILE = {1: 0.0, 2: 0.3, 3: 0.08, 4: 0.0, 5: 0.0}  # by courtesy, where the tone is civil


@dataclass(frozen=True)
class Text:
    """A labelled text.

    `tones` are the shares of TONES that its labels give it, `moves` is None where it has no labels
    for them, and `about` the only move it is labelled for ("" if for all). `keys` are the keys of
    the tables with whether they are shared among the words of the text; `cues` (source, firmness,
    respect) what its cues add by themselves.
    """

    set: str
    id: str
    writer: str
    text: str
    manager: str
    tone: str
    tones: tuple[float, ...]
    moves: frozenset[str] | None
    about: str = ""
    words: int = 0
    courtesy: int | None = None
    trap: str = ""
    keys: Mapping[str, bool] = field(default_factory=dict)
    cues: tuple[tuple[str, float, float], ...] = ()

    @property
    def whole(self) -> bool:
        """Whether it is a reply, and not a clause or an example."""
        return self.set.startswith(("workplace", "everyday"))


def corpus() -> list[Text]:
    """Every text of the corpus, as labelled."""
    found = []
    for path in sorted(CORPUS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            found.append(_labelled(path.stem, json.loads(line)))
    return found


def _labelled(name: str, entry: Mapping) -> Text:
    moves = entry.get("moves")
    return Text(name, entry["id"], entry["writer"], entry["text"], entry.get("manager") or "",
                entry["tone"], _shares(entry), None if moves is None else frozenset(moves),
                courtesy=entry.get("courtesy"), trap=entry.get("trap") or "")  # fmt: skip


def _shares(entry: Mapping) -> tuple[float, ...]:
    """The tones of an entry: where its two readers differed, each label has its part.

    A civil text that is brusque all the same (`courtesy` 1 to 5) has a part in the hostile tones, so
    that respect is a matter of degree.
    """
    shares = np.array([float(entry["tone"] == tone) for tone in TONES])
    rivals = {label["tone"] for label in entry.get("labels", ())} - {entry["tone"]}
    for rival in rivals:
        shares = (1 - _RIVAL) * shares + _RIVAL * np.array([float(rival == t) for t in TONES])
    if entry.get("open"):
        shares = (1 - _DOUBT) * shares + _DOUBT / len(TONES)
    if entry["tone"] not in HOSTILE:
        felt = _FELT_HOSTILE.get(entry.get("courtesy"), 0.0)
        shares = (1 - felt) * shares + felt * np.array(
            [(t in HOSTILE) / len(HOSTILE) for t in TONES]
        )
    return tuple(shares)


def book_examples() -> Iterator[Text]:
    """The examples and counter-examples of the phrase book, each labelled for its own entry."""
    for source, section in load_phrase_book().sections.items():
        kind, _, name = source.partition(":")
        for text in section.examples if kind == "tone" else ():
            shares = tuple(float(tone == name) for tone in TONES)
            yield Text("book", source, "the book", text, "", name, shares, None)
        for moves, texts in (({name}, section.examples), (set(), section.nots)):
            for text in texts if kind == "move" else ():
                yield Text("book", source, "the book", text, "", "", (), frozenset(moves), name)


def looked_at(texts: Iterable[Text]) -> list[Text]:
    """The texts with what a reader without fitted weights finds in them."""
    book = replace(
        load_phrase_book(),
        worth=ToneWorth(worth_table({}), worth_table({})),
        move_worth=weights_table({}),
    )
    reader = Reader(book)
    found = []
    for text in texts:
        seen = reader.analyse(text.text, text.manager)
        if seen is not None:
            keys = {one.key: one.shared for one in seen.said}
            cues = tuple((part.source, part.firmness, part.respect) for part in seen.parts)
            found.append(replace(text, words=len(seen.reply.words.words), keys=keys, cues=cues))
    return found


def seen_twice(texts: list[Text]) -> list[Text]:
    """Each text, and each once more with cues hidden at random and what it answers unknown.

    Cues were written with the corpus in view, and strangers use others. A word or two that answer
    something mean little without it: those are seen once.
    """
    chance = random.Random(1)
    again = []
    for text in texts:
        if "=up to 3 words" in text.keys and any(map(_answers, text.keys)):
            continue
        hidden = {source for source in sorted(_sources(text)) if chance.random() < HIDDEN}
        keys = {key: shared for key, shared in text.keys.items()
                if not _answers(key) and key[1:] not in hidden}  # fmt: skip
        cues = tuple(cue for cue in text.cues if cue[0] not in hidden)
        again.append(replace(text, keys=keys, cues=cues))
    return texts + again


def _sources(text: Text) -> set[str]:
    named = {key[1:] for key in text.keys if key[0] == "@"} | {cue[0] for cue in text.cues}
    return {source for source in named if not source.startswith("feature:")}


def _answers(key: str) -> bool:
    return key.startswith("after a ")


def is_piece(key: str) -> bool:
    """Whether a key is a beginning or an ending of a word."""
    return "-" in (key[0], key[-1])


def scale(key: str) -> float:
    """How freely the weight of a key is fitted."""
    return _RULE if key.startswith("@feature:") else PIECE if is_piece(key) else 1.0


def tone_share(text: Text) -> float:
    """What each word of a text counts for its tone."""
    return word_share(text.words, TONE_WORDS)


def move_share(text: Text) -> float:
    """What each word of a text counts for its moves."""
    return word_share(text.words, MOVE_WORDS)


def widely_used(texts: list[Text], always: str = "@") -> dict[str, int]:
    """A place for every key that LEAST_WRITERS used, and for those that begin with `always`."""
    writers: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for key in text.keys:
            writers[key].add(text.writer)
    kept = (key for key, used in writers.items()
            if len(used) >= LEAST_WRITERS or key.startswith(always))  # fmt: skip
    return {key: at for at, key in enumerate(sorted(kept))}


def matrix(rows: Iterable[Mapping[str, float]], index: Mapping[str, int]) -> csr_matrix:
    """Rows of named numbers as a sparse matrix with the columns of `index`."""
    ends, places, values = [0], [], []
    for row in rows:
        for key, value in row.items():
            if key in index:
                places.append(index[key])
                values.append(value)
        ends.append(len(places))
    return csr_matrix((values, places, ends), shape=(len(ends) - 1, len(index)))


def folds(texts: Iterable[Text], count: int) -> dict[str, int]:
    """A fold for every writer, so that nobody is measured on what was fitted to them."""
    names = sorted({text.writer for text in texts})
    random.Random(5).shuffle(names)
    return {name: at % count for at, name in enumerate(names)}


def balance(counts: Mapping[str, int], power: float) -> dict[str, float]:
    """More weight for what is rare."""
    total = sum(counts.values())
    return {name: math.pow(total / (len(counts) * n), power) for name, n in counts.items()}
