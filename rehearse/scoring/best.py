"""The learner's own good lines: the one that the talk turned on, and those to take along."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rehearse.scoring.model import Evidence, Scorecard
from rehearse.scoring.talk import COURTESIES, slips
from rehearse.scoring.words import alike, sentence_with
from rehearse.transcript.model import Transcript, TurnRecord

SHORTEST_PHRASE = 5  # words; less is nothing to carry into a meeting
MOST_PHRASES = 5
# Under that nobody should be told to say it again; an assertive line has been found civil already.
LEAST_RESPECT = {"assertive": 0.3, "neutral": 0.6}
LEAST_WORTH = 2.0  # points of the overall score from which a sentence is worth taking along
# What a line that a talk may turn on is worth beyond its points, in points of the overall score.
_TURNS_ON = {"direct_ask": 3.0, "offer_support": 3.0, "evidence": 2.0, "future_value": 2.0,
             "plan": 2.0}  # fmt: skip
_PROOF_WITH_FIGURE = 2.0
_A_POINT_OF_MOOD = 0.2


@dataclass(frozen=True, slots=True)
class BestLine:
    """The line the talk turned on: its turn, the words, and why in one or two sentences."""

    turn: int
    quote: str
    why: str


def best_line(transcript: Transcript, scorecard: Scorecard) -> BestLine | None:
    """The line that earned most, what it asked, proved, offered or moved counted beside its points.

    A line that gives in, shrinks, attacks or is mere courtesy is none, whatever it earned.
    """
    by_turn: dict[int, list[tuple[float, Evidence]]] = defaultdict(list)
    substantial = {r.number: r for r in transcript.turns if _moves_the_talk(r)}
    for entry, worth in _gains(scorecard):
        if entry.turn in substantial:
            by_turn[entry.turn].append((worth, entry))
    if not by_turn:
        return None
    risen = _moods(transcript)

    def weight(number: int) -> tuple[float, int]:
        earned = sum(worth for worth, _ in by_turn[number])
        return earned + _extra(substantial[number]) + risen.get(number, 0.0), -number

    turn = max(by_turn, key=weight)
    record = substantial[turn]
    found = sorted(by_turn[turn], key=lambda one: (_is_courtesy(record, one[1].quote), -one[0]))
    whys = dict.fromkeys(entry.why for _, entry in found)
    return BestLine(turn, sentence_with(record.reply, found[0][1].quote), " ".join(list(whys)[:2]))


def phrases(transcript: Transcript, scorecard: Scorecard) -> tuple[str, ...]:
    """At most five sentences of the learner's own, the weightiest first, no two alike."""
    clean = {r.number: r for r in transcript.turns if _is_clean(r)}
    worth: dict[str, float] = defaultdict(float)
    for entry, points in _gains(scorecard):
        record = clean.get(entry.turn)
        words = sentence_with(record.reply, entry.quote) if record is not None else ""
        whole = "…" not in (words[:1], words[-1:])
        if record is None or not whole or len(words.split()) < SHORTEST_PHRASE:
            continue
        if not _is_courtesy(record, words):
            worth[words] += points + (0 if words in worth else _extra(record, words))
    kept: list[str] = []
    for words in sorted(worth, key=lambda words: -worth[words]):
        if worth[words] >= LEAST_WORTH and not any(alike(words, other) for other in kept):
            kept.append(words)
    return tuple(kept[:MOST_PHRASES])


def _gains(scorecard: Scorecard) -> Iterable[tuple[Evidence, float]]:
    for criterion in scorecard.criteria:
        for entry in criterion.evidence:
            if entry.points > 0:
                yield entry, entry.points * criterion.weight


def _is_clean(record: TurnRecord) -> bool:
    reading = record.reading
    return reading.respect >= LEAST_RESPECT.get(reading.tone, 2) and not slips(reading)


def _moves_the_talk(record: TurnRecord) -> bool:
    reading = record.reading
    shrinks = reading.tone == "passive" and bool(slips(reading))
    only_courtesy = bool(reading.moves) and all(hit.move in COURTESIES for hit in reading.moves)
    facts = bool(reading.mentions) or bool(record.points)
    return not shrinks and not reading.has("give_up") and (facts or not only_courtesy)


def _is_courtesy(record: TurnRecord, words: str) -> bool:
    """Whether these words only thank, agree or the like."""
    moves = {hit.move for hit in record.reading.moves if _stands_in(record, hit.span, words)}
    facts = any(_stands_in(record, m.span, words) for m in record.reading.mentions)
    if "gratitude" in moves:  # thanks for the talk is no more than that
        moves.discard("open_agenda")
    return bool(moves) and moves <= set(COURTESIES) and not facts


def _extra(record: TurnRecord, words: str = "") -> float:
    """What these words of a reply (all of it where "") are worth beyond their points."""
    moves = {h.move for h in record.reading.moves if _stands_in(record, h.span, words)}
    kinds = {m.kind for m in record.reading.mentions if _stands_in(record, m.span, words)}
    proof = _PROOF_WITH_FIGURE if "evidence" in moves and "figure" in kinds else 0.0
    return proof + sum(_TURNS_ON.get(move, 0.0) for move in moves)


def _stands_in(record: TurnRecord, span: tuple[int, int], words: str) -> bool:
    said = " ".join(record.reply[span[0] : span[1]].split())
    return not words or said in words or words in said


def _moods(transcript: Transcript) -> Mapping[int, float]:
    """For each turn with a known mood before it, what the change of all meters is worth."""
    risen: dict[int, float] = {}
    for before, record in zip(transcript.turns, transcript.turns[1:], strict=False):
        if before.mood is not None and record.mood is not None:
            change = sum(now - before.mood.get(name, now) for name, now in record.mood.items())
            risen[record.number] = change * _A_POINT_OF_MOOD
    return risen
