"""The shapes a cue takes to be compared with a sentence: one word list, or phrases in any order."""

from collections.abc import Iterable, Mapping, Sequence

from rehearse.reading.book import Phrase
from rehearse.reading.expansion import GAP, Part, Template
from rehearse.reading.lexicon import ARTICLES, LIGHT
from rehearse.reading.stems import stem

# The next word of a cue: its stem, whether it must be there, whether a gap comes before it.
Step = tuple[str, bool, bool]


class Variant:
    """One word list of a cue.

    `anchor` is the stem of its rarest word, `before` and `after` the way from there to its start
    and to its end; `keys` are all stems, `text` the plain words. `spare` is how many other words
    may be slipped in on either way.
    """

    __slots__ = ("after", "anchor", "before", "gapped", "keys", "phrase", "spare", "text")

    def __init__(self, phrase: Phrase, words: Sequence[str], counts: Mapping[str, int]) -> None:
        self.phrase = phrase
        self.keys = tuple(word if word == GAP else stem(word) for word in words)
        heavy = [i for i, word in enumerate(words) if word not in LIGHT and word != GAP]
        spared = _spared(words) if len(heavy) > 1 else frozenset[int]()
        held = [i for i, word in enumerate(words) if i not in spared and word != GAP]
        anchor = min(held, key=lambda i: (counts.get(self.keys[i], 0), i))
        self.anchor = self.keys[anchor]
        self.before = self._steps(range(anchor - 1, -1, -1), spared)
        self.after = self._steps(range(anchor + 1, len(words)), spared)
        self.spare = 1 if len({self.keys[i] for i in held}) > 1 else 0
        self.gapped = GAP in words
        self.text = " ".join(word for word in words if word != GAP)

    def _steps(self, places: Iterable[int], spared: frozenset[int]) -> tuple[Step, ...]:
        steps, after_gap = [], False
        for at in places:
            if self.keys[at] == GAP:
                after_gap = True
            else:
                steps.append((self.keys[at], at not in spared, after_gap))
                after_gap = False
        return tuple(steps)


class Group:
    """A cue of phrases that stand together in any order.

    `pieces` are these phrases: the stems of every alternative, found by their first.
    """

    __slots__ = ("held", "phrase", "pieces")

    def __init__(self, phrase: Phrase, template: Template) -> None:
        self.phrase = phrase
        self.pieces = tuple(_by_head(part) for part in template.parts)
        self.held = frozenset(
            key
            for piece in self.pieces
            for wanted in piece.values()
            for keys in wanted
            for key in keys
        )

    def fits(self, keys: frozenset[str]) -> bool:
        """Whether one alternative of every piece is among these stems."""
        for piece in self.pieces:
            for head in piece.keys() & keys:
                if any(len(wanted) == 1 or keys.issuperset(wanted) for wanted in piece[head]):
                    break
            else:
                return False
        return True


def _by_head(part: Part) -> dict[str, list[tuple[str, ...]]]:
    piece: dict[str, list[tuple[str, ...]]] = {}
    for words in part:
        keys = tuple(map(stem, words))
        if keys and GAP not in keys:
            piece.setdefault(keys[0], []).append(keys)
    return piece


def _spared(words: Sequence[str]) -> frozenset[int]:
    """The places of the words a cue can do without: light ones inside it, articles anywhere."""
    last = len(words) - 1
    return frozenset(
        at
        for at, word in enumerate(words)
        if word in ARTICLES or (word in LIGHT and 0 < at < last and last > 2)
    )
