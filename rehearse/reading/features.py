"""What a reply does beyond its phrases: shouting, accusing, ordering, hedging, stating plainly.

Each rule gives the stretches where it holds; features.yaml says what each of them counts.
"""

from collections.abc import Callable, Iterator

from rehearse.reading.change import then_and_now
from rehearse.reading.clauses import Clause
from rehearse.reading.found import Found, Reply
from rehearse.reading.loudness import exclaiming, scare_quotes, shouting, trailing_off
from rehearse.reading.vocabulary import (
    ACCUSING,
    ACCUSING_STARTS,
    BASE_VERBS,
    CURSES,
    DEEDS,
    HEDGE_STARTS,
    HEDGES,
    MENTAL,
    NOT_ORDERS,
    SOFTENERS,
    TELLS_LEAVING,
    TELLS_THREATS,
    refuses,
)  # fmt: skip
from rehearse.reading.wordlists import word_set

_ALWAYS = word_set("always never constantly forever")
_COURTESY = word_set("please thanks thank appreciate grateful")
_PILE = 3  # hedges
_SPEAKERS = word_set("i we my our")
_STATERS = word_set("i we")
_HOLDING_OUT = word_set("if unless or otherwise")
_WH_ASK = word_set("what which how when where who")
_AUX_ASK = word_set("could can would will is are do does may should")


Rule = Callable[[Reply], Iterator[Found]]


def find_features(reply: Reply) -> list[Found]:
    """Every feature of the reply, rule by rule in the order of the table below."""
    return [found for rule in RULES for found in rule(reply)]


def _accusing_question(reply: Reply) -> Iterator[Found]:
    words = reply.words.words
    for clause in reply.layout.clauses:
        start = _skip(words, clause)
        if start >= len(words) or words[start] not in ACCUSING_STARTS:
            continue
        for size in (5, 4, 3, 2):
            if " ".join(words[start : start + size]) in ACCUSING:
                yield Found("accusing_question", start, min(start + size, clause.last))
                break


def _always_never(reply: Reply) -> Iterator[Found]:
    words = reply.words.words
    if _ALWAYS.isdisjoint(reply.present):
        return
    for clause in reply.layout.clauses:
        for at in range(clause.first, clause.last - 1):
            if words[at] != "you" or (at and words[at - 1] in ("thank", "for", "to", "if")):
                continue
            for end in range(at + 1, min(at + 4, clause.last)):
                if words[end] in _ALWAYS:
                    yield Found("always_never", at, end + 1)
                    break


def _ordering(reply: Reply) -> Iterator[Found]:
    words = reply.words.words
    for clause in reply.layout.clauses:
        at = _skip(words, clause)
        if at >= clause.last or clause.question or words[at] not in BASE_VERBS:
            continue
        if words[at : at + 2] in NOT_ORDERS or words[at : at + 3] in NOT_ORDERS:
            continue
        around = words[clause.first : clause.last]
        if not SOFTENERS.intersection(around):
            yield Found("ordering", at, min(at + 3, clause.last))


def _cursing(reply: Reply) -> Iterator[Found]:
    words = reply.words.words
    if CURSES.isdisjoint(reply.present):
        return
    for at, word in enumerate(words):
        if word not in CURSES:
            continue
        near = words[max(0, at - 3) : at + 4]
        aimed = "you" in near or "your" in near
        yield Found("cursing_at_you" if aimed else "cursing", at, at + 1)


def _threat(reply: Reply) -> Iterator[Found]:
    """ "If you don't ..., I'll leave"; "promote me or I walk"; "unless ..., I am done"."""
    if _HOLDING_OUT.isdisjoint(reply.present):
        return
    words = reply.words.words
    clauses = reply.layout.clauses
    for clause in clauses:
        held_out = _consequence(words, clause)
        if held_out is None:
            continue
        before = [c for c in clauses if c.sentence == clause.sentence and c.first < clause.first]
        after = [c for c in clauses if c.sentence == clause.sentence and c.first >= clause.last]
        if any(_condition(words, c) for c in (*before[-2:], *after[:1])):
            yield Found("threat", held_out, clause.last)
        elif words[clause.first] in ("or", "otherwise"):
            yield Found("or_else", clause.first, clause.last)


def _or_else(reply: Reply) -> Iterator[Found]:
    words = reply.words.words
    if "else" not in reply.present:
        return
    for at in range(len(words) - 1):
        if words[at : at + 2] == ("or", "else"):
            yield Found("or_else", at, at + 2)


def _condition(words: tuple[str, ...], clause: Clause) -> bool:
    inside = words[clause.first : clause.last]
    if inside[0] == "unless":
        return True
    if "if" not in inside[:3]:
        return False
    return any(w in inside for w in ("not", "no", "never", "nothing", "again", "refuse"))


def _consequence(words: tuple[str, ...], clause: Clause) -> int | None:
    """Where "I will leave", "I am going to HR", "I walk" starts in the clause."""
    for at in range(clause.first, min(clause.first + 3, clause.last)):
        if words[at] in ("i", "you"):
            told = TELLS_LEAVING if words[at] == "i" else TELLS_THREATS
            if told.search(" ".join(words[at + 1 : min(at + 6, clause.last)])):
                return at
    return None


def _hedge_pile(reply: Reply) -> Iterator[Found]:
    words = reply.words.words
    starts = [at for at, word in enumerate(words) if word in HEDGE_STARTS]
    if len(starts) < _PILE:
        return
    placed: list[tuple[int, int]] = []
    for at in starts:
        for size in (3, 2, 1):
            if " ".join(words[at : at + size]) in HEDGES and at + size <= len(words):
                placed.append((at, at + size))
                break
    if len(placed) >= _PILE and placed[-1][0] - placed[0][0] <= 25:
        yield Found("hedge_pile", placed[0][0], placed[-1][1])


def _plain_statement(reply: Reply) -> Iterator[Found]:
    words = reply.words.words
    if _STATERS.isdisjoint(reply.present):
        return
    for clause in reply.layout.clauses:
        for at in range(clause.first, min(clause.first + 4, clause.last - 1)):
            if words[at] not in _STATERS:
                continue
            end = at + 1
            while end < clause.last and words[end] in ("have", "really", "also", "am", "would"):
                end += 1
            said = words[end] if end < clause.last else ""
            if said in MENTAL or said in DEEDS:
                yield Found("plain_statement", at, end + 1)
            break


def _direct_question(reply: Reply) -> Iterator[Found]:
    words = reply.words.words
    for clause in reply.layout.clauses:
        at = _skip(words, clause)
        if not clause.question or clause.last - at < 4:
            continue
        if words[at] in _WH_ASK or words[at] in _AUX_ASK:
            yield Found("direct_question", at, min(at + 4, clause.last))


def _figure_given(reply: Reply) -> Iterator[Found]:
    words = reply.words
    for mention in reply.mentions:
        if mention.kind != "figure":
            continue
        inside = [
            i for i, (a, b) in enumerate(words.spans) if a < mention.span[1] and b > mention.span[0]
        ]
        if not inside:
            continue
        clause = reply.layout.clauses[reply.layout.clause_of[inside[0]]]
        if not _SPEAKERS.isdisjoint(words.words[clause.first : clause.last]):
            yield Found("figure_given", inside[0], inside[-1] + 1)


def _curt(reply: Reply) -> Iterator[Found]:
    words = reply.words.words
    if not 1 <= len(words) <= 3:
        return
    asked = reply.in_reply_to.rstrip().endswith("?")
    if words == ("no",) and reply.in_reply_to:
        yield Found("curt_no", 0, 1)
    elif (
        not asked
        and words[0] in ("fine", "ok", "sure", "understood", "right")
        and refuses(reply.in_reply_to)
    ):
        yield Found("curt_giving_in", 0, len(words))


def _courtesy(reply: Reply) -> Iterator[Found]:
    if _COURTESY.isdisjoint(reply.present):
        return
    for at, word in enumerate(reply.words.words):
        if word in _COURTESY:
            yield Found("courtesy", at, at + 1)


def _skip(words: tuple[str, ...], clause: Clause) -> int:
    """Past the words a sentence may lead in with."""
    at = clause.first
    while at < clause.last and words[at] in LEAD_INS:
        at += 1
    return at


LEAD_INS = word_set("and but so ok well then or now just oh also right look")


RULES: tuple[Rule, ...] = (
    shouting, exclaiming, trailing_off, scare_quotes, _accusing_question, _always_never,
    _ordering, _cursing, _threat, _or_else, _hedge_pile, _plain_statement, _direct_question,
    _figure_given, then_and_now, _curt, _courtesy,
)  # fmt: skip
