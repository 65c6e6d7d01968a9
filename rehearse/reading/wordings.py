"""What may be left out of a reply or said otherwise, as wordings.txt lists it."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from rehearse.reading.normalise import normalise
from rehearse.reading.wordlists import word_set

BUILT_IN = Path(__file__).with_name("wordings.txt")
# Words that may stand between those of a wording, as "just" in "I was just hoping to".
FILLERS = word_set("just maybe perhaps possibly kind sort of really actually only probably")
_MOST_FILLERS = 4
_LISTS = {  # the lists that help a reply of each tone, in this order
    "passive": ("passive",),
    "aggressive": ("aggressive", "passive_aggressive"),
    "passive_aggressive": ("passive_aggressive", "aggressive"),
    "assertive": ("assertive",),
}

Pattern = tuple[str, ...]
Wording = tuple[Pattern, str]


def wordings(tone: str) -> tuple[Wording, ...]:
    """What may be put otherwise in a reply of this tone: (plain words said, what to say instead).

    "" instead leaves the words out. A neutral reply has nothing to mend.
    """
    lists = load_wordings()
    return tuple(one for name in _LISTS.get(tone, ()) for one in lists[name])


@cache
def load_wordings() -> Mapping[str, tuple[Wording, ...]]:
    """The lists of wordings.txt by name."""
    lists: dict[str, list[Wording]] = defaultdict(list)
    name = ""
    for line in BUILT_IN.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[] ")
        elif line and not line.startswith("#"):
            said, _, instead = line.partition("=")
            lists[name].append((normalise(said).words, instead.strip()))
    return {name: tuple(each) for name, each in lists.items()}


def matched(words: Pattern, at: int, pattern: Pattern) -> int:
    """Where `pattern`, begun at word `at`, ends in `words`, or 0; fillers may stand in it."""
    here, skipped = at, 0
    for number, wanted in enumerate(pattern):
        while number and here < len(words) and words[here] != wanted and _fills(words, here):
            here, skipped = here + 1, skipped + 1
        if here >= len(words) or words[here] != wanted or skipped > _MOST_FILLERS:
            return 0
        here += 1
    return here


def _fills(words: Pattern, at: int) -> bool:
    return words[at] in FILLERS or (words[at] == "of" and words[at - 1] in ("kind", "sort"))


def wishes(words: Pattern) -> int:
    """How often the words say that somebody wants something."""
    listed = load_wordings()["wish"]
    places = [at for at in range(len(words)) if at == 0 or words[at - 1] != "not"]
    return sum(any(matched(words, at, wish) for wish, _ in listed) for at in places)


def digs(words: Pattern) -> bool:
    """Whether the words hold a turn of speech that is best left out where somebody is sarcastic."""
    listed = load_wordings()["passive_aggressive"]
    turns = [said for said, instead in listed if not instead and len(said) > 1]
    return any(matched(words, at, said) for at in range(len(words)) for said in turns)
