"""Stems: "asking", "asked" and "asks" meet in one key, so that a cue need not list them all.

This is deliberately light. It only joins forms of one verb or noun; "promote" and "promotion"
stay apart, and no word loses a beginning such as "un-" or "in-".
"""

import sys
from functools import lru_cache

_IRREGULAR = {
    "led": "lead", "leading": "lead", "gave": "give", "given": "give", "giving": "give",
    "took": "take", "taken": "take", "taking": "take", "ran": "run", "running": "run",
    "brought": "bring", "built": "build", "made": "make", "making": "make", "got": "get",
    "getting": "get", "gotten": "get", "went": "go", "gone": "go", "going": "go", "goes": "go",
    "felt": "feel", "kept": "keep",
    "left": "leave", "leaving": "leave", "seen": "see",
    "saw": "see", "came": "come", "coming": "come", "heard": "hear", "spoke": "speak",
    "spoken": "speak", "wrote": "write", "written": "write", "writing": "write", "did": "do",
    "done": "do", "does": "do", "doing": "do", "was": "be", "were": "be", "is": "be", "am": "be",
    "are": "be", "been": "be", "being": "be", "has": "have", "had": "have", "having": "have",
    "people": "person", "children": "child", "kids": "kid", "men": "man", "women": "woman",
    "putting": "put", "setting": "set", "quitting": "quit", "sat": "sit", "taught": "teach",
    "paid": "pay", "lost": "lose", "losing": "lose", "found": "find", "meant": "mean",
    "grew": "grow", "grown": "grow", "held": "hold", "an": "a", "using": "use", "used": "use",
    "cared": "care", "caring": "care", "hoped": "hope", "hoping": "hope",
    "these": "this", "those": "that",
}  # fmt: skip
_KEEP = frozenset(
    [
        "this",
        "his",
        "its",
        "us",
        "is",
        "was",
        "as",
        "has",
        "always",
        "perhaps",
        "thanks",
        "yes",
        "less",
        "unless",
        "thus",
        "plus",
        "during",
        "thing",
        "nothing",
        "something",
        "anything",
        "everything",
        "morning",
        "evening",
        "spring",
        "bring",
        "king",
        "during",
        "need",
        "indeed",
        "news",
        "means",
        "across",
        "process",
        "access",
        "success",
        "business",
        "boss",
        "miss",
        "pass",
        "class",
        "stress",
        "address",
        "series",
        "hundred",
        "sacred",
        "feed",
        "speed",
        "proceed",
        "exceed",
        "interested",
        "sometimes",
        "else",
    ]
)
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The key under which the forms of `word` (plain, lower case) meet.

    It is interned: keys are compared all the time, and mostly with themselves.
    """
    return sys.intern(_IRREGULAR.get(word) or _strip(word))


def _strip(word: str) -> str:
    if len(word) < 4 or word in _KEEP or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        if word.endswith(ending):
            return _bare(word, word[: -len(ending)])
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def _bare(word: str, base: str) -> str:
    if len(base) < 3 or not _VOWELS.intersection(base):
        return word
    if base[-1] == base[-2] and base[-1] not in "lszeo":
        return base[:-1]
    return base[:-1] if len(base) > 4 and base.endswith("e") else base
