"""Why a rule was never used, as far as the counts of many talks can tell."""

from collections import Counter
from collections.abc import Iterator

from rehearse.coach.counts import ASKED_BACK, Counts
from rehearse.coach.fitting import asks_by_name
from rehearse.persona.model import Condition, Response
from rehearse.reading.model import TONES

_NAMED = 3  # names listed, and rules blamed, before it gets long
_ASIDE = ("mood", "firmness", "respect", "visits", "turn", "said", "remembers", "forgets",
          "mentions", "pitch", "has_pitch", "words")  # fmt: skip


def why_unused(response: Response, replies: int, counts: Counts) -> str:
    """The reason in a sentence without its full stop; `replies` came to where the rule stands."""
    if not replies:
        return "no reply was given where it stands"
    came = f"{replies} {'reply' if replies == 1 else 'replies'} came"
    if response.id.endswith(".otherwise"):
        return f"{came}, and something else answered each"
    if response.id.endswith(".moves_on"):
        return f"{came}, and the talk never stood still for long enough"
    if not asks_by_name(response.when):
        rest = _listed(list(asides(response.when)), "and") or "when"
        return f"{came}, but `{rest}` did not hold for one that got this far"
    answered = counts.fits.get(response.id, Counter())
    fitting = answered.total()
    if not fitting:
        return f"{came}, and none was read as {asked_in_words(response.when)}"
    return f"{fitting} of {replies} replies fit by name, but {_instead(response, answered)}"


def _instead(response: Response, answered: Counter[str]) -> str:
    """What became of the replies that fit: earlier rules took them, or more was asked of them."""
    taken = Counter({rule: times for rule, times in answered.items() if _before(rule, response.id)})
    left = answered.total() - taken.total()
    parts = []
    if taken:
        first = sorted(taken.items(), key=lambda item: (-item[1], item[0]))
        named = ", ".join(f"{rule} ({times})" for rule, times in first[:_NAMED])
        more = " and others" if len(first) > _NAMED else ""
        parts.append(f"{named}{more} came first")
    if left:
        rest = _listed(list(asides(response.when)), "and")
        what = f"`{rest}` did not hold" if rest else "its `when` did not hold"
        parts.append(f"{what}{f' for the other {left}' if taken else ''}")
    return "; ".join(parts)


def _before(rule: str, other: str) -> bool:
    """Whether a rule is tried before another that may answer the same reply."""
    if not rule or rule == ASKED_BACK:
        return False
    return _rank(rule) < _rank(other)


def _rank(rule: str) -> tuple[int, int]:
    site, _, number = rule.rpartition(".")
    kinds = ("reacts", "always")
    kind = kinds.index(site) if site in kinds else 2 if site.endswith(".hears") else 3
    return kind, int(number) if number.isdigit() else 0


def asides(condition: Condition) -> Iterator[str]:
    """What a condition asks beside names, by the keys of the script."""
    found = {name for name in _ASIDE if getattr(condition, name)}
    if condition.certain is not None:
        found.add("certain")
    for part in (*condition.any_of, *condition.all_of):
        if isinstance(part, Condition):
            found.update(asides(part))
    yield from sorted(found)


def asked_in_words(condition: Condition) -> str:
    """What a condition asks for by name: "plan or timeline, and certainly assertive"."""
    either = [_part(part) for part in condition.any_of]
    groups = [
        _some(either),
        _listed([_part(part) for part in condition.all_of], "and"),
        _some([f"the topic {name}" for name in condition.topic]),
    ]
    return ", and ".join(group for group in groups if group)


def _part(part: str | Condition) -> str:
    if isinstance(part, Condition):
        return asked_in_words(part)
    return f"certainly {part}" if part in TONES else part


def _some(names: list[str]) -> str:
    return _listed(names, "or") if len(names) <= _NAMED else f"{', '.join(names[:_NAMED])} …"


def _listed(names: list[str], word: str) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word} {names[-1]}"
