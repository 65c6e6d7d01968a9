"""What changed for the better or the worse, said as a fact: how it was then, and how it is now.

Plain facts about work are full of words that sound like complaints (missed, never, nobody); the
turn from then to now is what tells them from one.
"""

from collections.abc import Iterator

from rehearse.reading.found import Found, Reply
from rehearse.reading.wordlists import word_set

_NOW = word_set("now since today nowadays")
_COUNTS = word_set(
    "one two three four five six seven eight nine ten eleven twelve none zero half nought"
)
_STEPS = word_set("from to by under below")
_MOVED = word_set("down up fell dropped went cut came rose halved")
_REACH = 5  # words between the ends of "from nine a week to two"


def then_and_now(reply: Reply) -> Iterator[Found]:
    """ "It used to be missed, now it never is"; "from nine a week to two". Once a reply.

    "You used to listen" is about the other person, and no fact of work.
    """
    words = reply.words.words
    if "used" in reply.present and not _NOW.isdisjoint(reply.present):
        for at, word in enumerate(words[:-1]):
            if word == "used" and words[at + 1] == "to" and words[max(0, at - 1)] != "you":
                now = next((n for n in range(len(words)) if words[n] in _NOW), at)
                yield Found("then_and_now", min(at, now), max(at + 2, now + 1))
                return
    for at, word in enumerate(words):
        end = _moved_to(words, at) if word in _MOVED or word == "from" else None
        if end is not None:
            yield Found("then_and_now", at, end)
            return


def _moved_to(words: tuple[str, ...], at: int) -> int | None:
    """The end of "from 9 to 2" or "down to two" that starts at `at`, or None."""
    steps = [n for n in range(at, min(at + _REACH, len(words) - 1))
             if words[n] in _STEPS and _counts(words[n + 1])]  # fmt: skip
    if words[at] == "from":
        return steps[1] + 2 if len(steps) > 1 else None
    return steps[0] + 2 if steps else None


def _counts(word: str) -> bool:
    return word in _COUNTS or not word[0].isalpha()
