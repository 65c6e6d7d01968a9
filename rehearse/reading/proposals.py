"""Which small changes could be made to a reply: listed wordings, and what can be spared."""

from collections.abc import Iterator, Sequence

from rehearse.reading.clauses import Clause, Layout
from rehearse.reading.normalise import Words
from rehearse.reading.rewording import Change, Changes, size
from rehearse.reading.vocabulary import BASE_VERBS
from rehearse.reading.wordings import FILLERS, load_wordings, matched, wordings
from rehearse.reading.wordlists import AUXILIARIES, word_set

_WISH = "I would like you to"
ADDED = "I would still like to talk about this."
_COORDINATING = word_set("and but so or plus then")
_HANGING = _COORDINATING | word_set("because since although though while if unless when")
_PRONOUNS = word_set("i we you he she they it this that there")
_STARTERS = (  # with what a sentence can begin
    _PRONOUNS | AUXILIARIES | BASE_VERBS
    | word_set("my our your his her their the a an what why how when where who please no yes")
)  # fmt: skip
_CUTTING = word_set("but because unless if although though")
_BINDING = word_set("if unless when while since or")
_LEAD_INS = word_set(
    "and but so because then now just ok well no yes look listen please that honestly also"
)
_DANGLING = word_set("that to of for with the a an my your in at on by from like is are was be not")
_INTERJECTIONS = word_set(
    "sorry fine sure great lovely wonderful brilliant perfect whatever oh wow thanks ok well period"
)
_TIES = word_set("to if that for about of with")
_BOUND = word_set("of about with")
_MORE_ORDERS = word_set("clean turn let hire refund repair return take")
_HOSTILE = ("aggressive", "passive_aggressive")
_LEAST_LEFT = 3  # words of a sentence that may be left of it


def possible_changes(words: Words, layout: Layout, tone: str) -> list[Changes]:
    """What could be changed in a reply of this tone, the smallest first, none twice."""
    found: list[Changes] = [(one,) for one in _listed(words, layout, tone)]
    found += [(one,) for one in _dropped(words, layout)]
    if tone in _HOSTILE:
        found += [*_conditions(words, layout), *_in_small_letters(words)]
    if tone == "aggressive":
        found += _orders(words, layout)
    found.sort(key=lambda made: (size(made), made[0].span, [one.instead for one in made]))
    return list(dict.fromkeys(found))


def added(words: Words) -> Change:
    """A sentence at the end that keeps the matter open."""
    end = len(words.text.rstrip())
    return Change(len(words.words), len(words.words), (end, end), ADDED)


def _listed(words: Words, layout: Layout, tone: str) -> list[Change]:
    """The wordings of wordings.txt that the reply has; the longer one where one holds another."""
    found = [
        Change(at, last, words.span(at, last), instead)
        for said, instead in wordings(tone)
        for at in range(len(words.words))
        if (last := matched(words.words, at, said))
        and _whole(words, at, last)
        and _fits(words, layout, at, last, instead)
    ]
    return [one for one in found if not any(_inside(one, other, words) for other in found)]


def _fits(words: Words, layout: Layout, first: int, last: int, instead: str) -> bool:
    """Whether what is left around words that go, or come, can still be a sentence."""
    after = words.words[last] if last < len(words.words) else ""
    if instead:
        opens = not instead.startswith("I ") or _opens(words, layout, first)
        return opens and after not in _BOUND
    if words.words[first] in _INTERJECTIONS and last - first == 1:
        return _set_off(words, first)
    return last - first == 1 or after not in _TIES


def _set_off(words: Words, at: int) -> bool:
    """Whether a word stands by itself, as "sorry" in "Sorry, but" and not in "I am sorry to"."""
    before, after = (at == 0 or _parted(words, at)), at + 1 == len(words.words)
    before = before or words.words[at - 1] in _INTERJECTIONS
    after = after or _parted(words, at + 1) or words.words[at + 1] in _INTERJECTIONS | {"but"}
    return before and after


def _parted(words: Words, at: int) -> bool:
    """Whether more than a space stands before this word."""
    return bool(words.text[words.spans[at - 1][1] : words.spans[at][0]].strip())


def _inside(one: Change, other: Change, words: Words) -> bool:
    """Whether a change is but a part of another; a filler may always go alone."""
    within = other.first <= one.first and one.last <= other.last
    smaller = one.last - one.first < other.last - other.first
    return within and smaller and words.words[one.first] not in FILLERS


def _opens(words: Words, layout: Layout, at: int) -> bool:
    """Whether a new "I ..." can stand here: a clause begins, or what leads into one goes before."""
    first = layout.clauses[layout.clause_of[at]].first
    before = words.words[first:at]
    return all(word in _LEAD_INS for word in before) and (not before or before[0] not in _BINDING)


def _whole(words: Words, first: int, last: int) -> bool:
    """Whether no typed word, such as "I'd", is cut in two."""
    spans = words.spans
    cut_before = first > 0 and spans[first - 1] == spans[first]
    return not cut_before and (last == len(spans) or spans[last - 1] != spans[last])


def _dropped(words: Words, layout: Layout) -> Iterator[Change]:
    """Whole sentences, the beginning and the end of the reply, and clauses that can be spared."""
    total = len(layout.sentences)
    for number, (first, last) in enumerate(layout.sentences):
        yield _drop(words, first, last)
        if 1 < number < total - 1:
            yield _drop(words, first, len(words.words))
        if 0 < number < total - 2:
            yield _drop(words, 0, last)
        inside = [clause for clause in layout.clauses if clause.sentence == number]
        yield from _spared(words, first, last, _cuts(words, inside))


def _cuts(words: Words, inside: Sequence[Clause]) -> list[int]:
    """Where a sentence can be cut: "so" cuts in "so I asked" and not in "so many"."""
    cuts = []
    for clause in inside[1:]:
        at = clause.first
        word, following = words.words[at], words.words[at + 1 : at + 2]
        heads = _PRONOUNS | {"else"} | (BASE_VERBS if word == "or" else frozenset())
        sure = _parted(words, at) or word in _CUTTING
        if sure or (following and following[0] in heads):
            cuts.append(at)
    return cuts


def _spared(words: Words, first: int, last: int, cuts: Sequence[int]) -> Iterator[Change]:
    """A beginning, an end or a middle of a sentence without which it is one still."""
    for at, cut in enumerate(cuts):
        if _can_begin(words, cut) and last - cut >= _LEAST_LEFT:
            yield _drop(words, first, cut)
        head = words.words[first]
        if head in _HANGING or head == "either" or words.words[cut - 1] in _DANGLING:
            continue
        if cut - first >= _LEAST_LEFT:
            yield _drop(words, cut, last)
        if at + 1 < len(cuts) and words.words[cuts[at + 1]] not in _HANGING - _COORDINATING:
            yield _drop(words, cut, cuts[at + 1])


def _can_begin(words: Words, at: int) -> bool:
    """Whether a sentence can begin with this word, once an "and" or a "but" before it is gone."""
    while words.words[at] in _COORDINATING and at + 1 < len(words.words):
        at += 1
    return words.words[at] in _STARTERS


def _drop(words: Words, first: int, last: int) -> Change:
    return Change(first, last, words.span(first, last))


def _conditions(words: Words, layout: Layout) -> Iterator[Changes]:
    """ "If you don't promote me, I'm gone" and "I'm gone unless you promote me": the wish alone."""
    for clause in layout.clauses:
        for said, instead in load_wordings()["condition"]:
            end = matched(words.words, clause.first, said)
            if not end or end >= clause.last or not _whole(words, clause.first, end):
                continue
            first, last = layout.sentences[clause.sentence]
            if clause.first > first:
                yield (Change(first, end, words.span(first, end), instead),)
                continue
            wish = Change(first, end, words.span(first, end), instead)
            yield (wish,) if clause.last == last else (wish, _drop(words, clause.last, last))


def _orders(words: Words, layout: Layout) -> Iterator[Changes]:
    """A bare order put as a plea or as a wish."""
    for clause in layout.clauses:
        at = clause.first
        while at < clause.last - 1 and words.words[at] in _LEAD_INS:
            at += 1
        negated = words.words[at + 1 : at + 2] == ("not",)
        if words.words[at] in BASE_VERBS | _MORE_ORDERS and not negated:
            start = words.spans[at][0]
            for lead in ("please", _WISH):
                yield (Change(at, at, (start, start), lead),)


def _in_small_letters(words: Words) -> Iterator[Changes]:
    """Shouted words, said."""
    made = []
    for at, (start, end) in enumerate(words.spans):
        typed = words.text[start:end]
        if len(typed) > 1 and typed.isupper() and _whole(words, at, at + 1):
            made.append(Change(at, at + 1, (start, end), typed.lower()))
    if len(made) > 1:
        yield tuple(made)
