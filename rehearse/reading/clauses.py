"""Cut a reply into sentences and clauses, and say which of them ask something."""

import re
from dataclasses import dataclass
from itertools import pairwise

from rehearse.reading.normalise import Words
from rehearse.reading.wordlists import AUXILIARIES, word_set

_HARD = re.compile(r"[.!?;\n…]|:\s")
_SOFT = re.compile(r"[,()]|\s[-–—]+\s|—|--")
_QUESTION_MARK = re.compile(r"[?？؟]")
_CONJUNCTIONS = frozenset(
    [
        "but",
        "so",
        "because",
        "since",
        "although",
        "though",
        "while",
        "however",
        "whereas",
        "unless",
        "if",
        "when",
        "then",
        "or",
    ]
)
_SUBJECTS = word_set("i we you he she they it this that there")
_SUBJECT_NEXT = frozenset((subject,) for subject in _SUBJECTS)
_AND = frozenset(("and", "plus"))
_WH = word_set("what why how when where who which whose whom")
_AUX = AUXILIARIES | {"may", "might"}
_LEAD_INS = frozenset(
    [
        "and",
        "but",
        "so",
        "ok",
        "well",
        "also",
        "then",
        "or",
        "now",
        "hi",
        "hello",
        "yes",
        "no",
        "right",
        "please",
        "sorry",
        "just",
        "honestly",
    ]
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Words [first, last) of the reply. `sentence` counts sentences from 0.

    `question` holds for a clause that asks, with or without its mark.
    """

    first: int
    last: int
    sentence: int
    question: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """Sentences as [first, last) word ranges, the clauses in order, and each word's clause."""

    sentences: tuple[tuple[int, int], ...]
    clauses: tuple[Clause, ...]
    clause_of: tuple[int, ...]


def lay_out(words: Words) -> Layout:
    """The sentences and clauses of a reply; an empty reply has none."""
    sentences: list[tuple[int, int]] = []
    clauses: list[Clause] = []
    first = 0
    for last, closing, breaks in _sentences(words):
        marked = bool(_QUESTION_MARK.search(closing))
        edges = [first, *breaks, last]
        for start, end in pairwise(edges):
            asks = (marked and end == last) or _asks(words.words, start, end)
            clauses.append(Clause(start, end, len(sentences), asks))
        sentences.append((first, last))
        first = last
    clause_of = [i for i, clause in enumerate(clauses) for _ in range(clause.first, clause.last)]
    return Layout(tuple(sentences), tuple(clauses), tuple(clause_of))


def _sentences(words: Words) -> list[tuple[int, str, list[int]]]:
    """(last word, text between it and the next word, clause breaks) of each sentence."""
    found: list[tuple[int, str, list[int]]] = []
    breaks: list[int] = []
    first = 0
    text, plain = words.text, words.words
    end = words.spans[0][1] if plain else 0
    for here, (start, next_end) in enumerate(words.spans):
        gap = text[end:start]
        end = next_end
        if gap != " " and len(gap) > 1 and _HARD.search(gap):
            found.append((here, gap, breaks))
            breaks, first = [], here
        elif here > first and (
            (gap != " " and gap and _SOFT.search(gap))
            or plain[here] in _CONJUNCTIONS
            or (plain[here] in _AND and plain[here + 1 : here + 2] in _SUBJECT_NEXT)
        ):
            breaks.append(here)
    if plain:
        found.append((len(plain), text[end : end + 40], breaks))
    return found


def _asks(words: tuple[str, ...], first: int, last: int) -> bool:
    """Whether the clause is built as a question: "could you", "what would", "how do"."""
    while first < last and words[first] in _LEAD_INS:
        first += 1
    if last - first < 3:
        return False
    head, second, third = words[first : first + 3]
    if head in _AUX:
        return second in _SUBJECTS or (second == "not" and third in _SUBJECTS)
    if head in _WH:
        return second in _AUX and head != "when"
    return False
