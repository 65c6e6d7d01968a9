"""Which words of a reply are taken back: denied, reported from someone else, or only quoted."""

import re
from dataclasses import dataclass

from rehearse.reading.clauses import Clause, Layout
from rehearse.reading.lexicon import NEGATORS
from rehearse.reading.normalise import Words
from rehearse.reading.wordlists import AUXILIARIES, word_set

_REACH = 7
_EPISTEMIC = frozenset(
    [
        "only",
        "just",
        "sure",
        "certain",
        "know",
        "mind",
        "long",
        "yet",
        "least",
        "least",
        "why",
        "even",
    ]
)
_NOT_A_DENIAL = frozenset(
    [
        "problem",
        "doubt",
        "worries",
        "wonder",
        "offence",
        "offense",
        "matter",
        "rush",
        "hurry",
        "longer",
        "more",
        "less",
    ]
)
_PRONOUNS = word_set("i we you he she they it that this")
_OTHERS = frozenset(
    [
        "he",
        "she",
        "they",
        "people",
        "someone",
        "somebody",
        "everyone",
        "everybody",
        "boss",
        "manager",
        "supervisor",
        "colleague",
        "client",
        "customer",
        "patient",
        "mate",
        "friend",
        "wife",
        "husband",
        "partner",
        "mother",
        "father",
        "lead",
        "director",
        "nurse",
        "neighbour",
        "neighbor",
        "teacher",
        "doctor",
        "others",
        "guy",
        "man",
        "woman",
        "folks",
    ]
)
_SAYING = frozenset(
    [
        "said",
        "says",
        "saying",
        "say",
        "told",
        "tells",
        "called",
        "calls",
        "thinks",
        "reckons",
        "thought",
        "believes",
        "claims",
        "claimed",
        "insisted",
        "shouted",
        "wrote",
        "asked",
    ]
)
_QUOTED = re.compile('["“”«]([^"“”«»]{8,})["“”»]')


@dataclass(frozen=True, slots=True)
class Scope:
    """`denied_by[i]`: the place of the negator over word i, or -1. `reported[i]`: not the
    speaker's own words."""

    denied_by: tuple[int, ...]
    reported: tuple[bool, ...]

    def denies(self, first: int, last: int) -> bool:
        """Whether the stretch [first, last) stands under a negator outside of it."""
        by = self.denied_by[first]
        return 0 <= by < first

    def reports(self, first: int, last: int) -> bool:
        """Whether the stretch is someone else's words."""
        return self.reported[first] and self.reported[last - 1]


def find_scope(words: Words, layout: Layout) -> Scope:
    """The scope of every negator, reporting verb and quotation of the reply."""
    denied = [-1] * len(words.words)
    reported = [False] * len(words.words)
    if not NEGATORS.isdisjoint(words.words):
        for clause in layout.clauses:
            _deny(words.words, clause, denied)
    if not _SAYING.isdisjoint(words.words):
        for first, last in layout.sentences:
            _report(words.words, first, last, layout, reported)
    _quote(words, reported)
    return Scope(tuple(denied), tuple(reported))


def _deny(words: tuple[str, ...], clause: Clause, denied: list[int]) -> None:
    for at in range(clause.first, clause.last):
        if words[at] in NEGATORS and not _harmless(words, at, clause):
            for i in range(at + 1, min(clause.last, at + 1 + _REACH)):
                if denied[i] < 0:
                    denied[i] = at


def _harmless(words: tuple[str, ...], at: int, clause: Clause) -> bool:
    """A negator that denies nothing: "why not", "couldn't we", "not only", "no, I ..."."""
    word = words[at]
    after = words[at + 1] if at + 1 < clause.last else ""
    before = words[at - 1] if at > clause.first else ""
    if word == "not":
        if after in _EPISTEMIC or before == "why":
            return True
        early = words[clause.first : at]
        return clause.question and any(w in AUXILIARIES for w in early) and len(early) <= 4
    if word in ("no", "none", "nothing", "nobody"):
        return not after or after in _PRONOUNS or after in _NOT_A_DENIAL or after == "but"
    return False


def _report(
    words: tuple[str, ...], first: int, last: int, layout: Layout, reported: list[bool]
) -> None:
    for at in range(first + 1, last):
        if words[at] not in _SAYING or not _by_others(words, first, at):
            continue
        start = at + 1
        for i in range(start, last):
            clause = layout.clauses[layout.clause_of[i]]
            if i == clause.first and i > start and words[i] in ("but", "so", "and", "because"):
                break
            reported[i] = True


def _by_others(words: tuple[str, ...], first: int, at: int) -> bool:
    subject = words[max(first, at - 3) : at]
    if "you" in subject or "i" in subject or "we" in subject:
        return False
    return any(word in _OTHERS for word in subject)


def _quote(words: Words, reported: list[bool]) -> None:
    for found in _QUOTED.finditer(words.text):
        start, end = found.span(1)
        inside = [i for i, (a, b) in enumerate(words.spans) if a >= start and b <= end]
        if len(inside) >= 3:
            for i in inside:
                reported[i] = True
