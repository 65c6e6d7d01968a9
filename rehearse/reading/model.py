"""What a reply was understood to be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Tone = Literal["passive", "assertive", "aggressive", "passive_aggressive", "neutral"]
TONES: tuple[Tone, ...] = ("passive", "assertive", "aggressive", "passive_aggressive", "neutral")

HELPFUL_MOVES = (
    "gratitude", "open_agenda", "timing_check", "check_in", "evidence", "team_impact",
    "direct_ask", "future_value", "plan", "ask_criteria", "seek_feedback", "visibility",
    "partnership", "skill_development", "offer_support", "alternatives", "mentor_network",
    "timeline", "acknowledge", "next_steps",
)  # fmt: skip
HARMFUL_MOVES = (
    "entitlement", "ultimatum", "blame", "comparison", "badmouth", "self_minimise", "hedge",
    "give_up", "hint", "demand", "personal_need",
)  # fmt: skip
MOVES = HELPFUL_MOVES + HARMFUL_MOVES
SHRINKING = ("self_minimise", "give_up", "hedge")  # to make oneself or one's point small
SOUR = ("entitlement", "ultimatum", "blame", "comparison", "badmouth", "demand")
# A sour move is held against a speaker only from this confidence up: on our corpus those below it
# are wrong every other time, and a civil line must not be punished.
_SURE_OF_SOUR = 0.8

# What a reply does in the talk beside its moves; scripts may ask for them, scores do not.
SIGNALS = ("question", "repair", "agreement", "refusal", "greeting", "farewell", "silence")

MENTION_KINDS = ("figure", "date", "role")


@dataclass(frozen=True, slots=True)
class Cue:
    """A stretch of the reply that counted towards its tone.

    `span` is [start, end) in characters of the text as typed; `phrase` is the phrase-book entry
    or the named feature ("shouting") it was matched with; `similarity` is 0..100; `firmness` and
    `respect` are what it added to each axis; `source` says where it is from: "tone:passive",
    "move:blame", "feature:shouting". `veiled` is what it added to the guess that hostility would
    hide, and `idle` to the guess that nothing is at stake (see `verdict`).
    """

    span: tuple[int, int]
    phrase: str
    similarity: float
    firmness: float
    respect: float
    source: str = ""
    veiled: float = 0.0
    idle: float = 0.0


@dataclass(frozen=True, slots=True)
class MoveHit:
    """A move of labelling-guide.md found in the reply. `confidence` is 0..1."""

    move: str
    confidence: float
    span: tuple[int, int]
    phrase: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A fact the reply names: a figure ("14 %"), a date ("by March") or a role ("team lead").

    `text` is the words as typed, fit to be quoted back in a manager's line.
    """

    kind: str
    text: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class OwnHit:
    """A phrase of the learner's own found in the reply: what it stands for ("move:direct_ask")."""

    source: str
    phrase: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """How one reply reads. `firmness` and `respect` are 0..1 with 0.5 as the middle.

    `certain` is false where the reader would rather ask back than guess. `own` are the phrases of
    the learner's own that were found.
    """

    text: str
    tone: Tone
    certain: bool
    firmness: float
    respect: float
    moves: tuple[MoveHit, ...] = ()
    cues: tuple[Cue, ...] = ()
    signals: frozenset[str] = frozenset()
    mentions: tuple[Mention, ...] = ()
    topics: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    own: tuple[OwnHit, ...] = ()

    def has(self, move: str) -> bool:
        """Whether the reply makes this move."""
        return any(hit.move == move for hit in self.moves)

    def counts(self, move: str) -> bool:
        """Whether the move is found surely enough to act on: a sour one needs more than others."""
        least = _SURE_OF_SOUR if move in SOUR else 0.0
        return any(hit.move == move and hit.confidence >= least for hit in self.moves)

    def to_json(self) -> dict[str, Any]:
        """The reading as contract.md prints it; `from_json` takes it back."""
        own = [{"source": o.source, "phrase": o.phrase, "span": list(o.span)} for o in self.own]
        return {
            "text": self.text,
            "tone": self.tone,
            "certain": self.certain,
            "firmness": self.firmness,
            "respect": self.respect,
            "moves": [
                {"move": m.move, "confidence": m.confidence, "span": list(m.span),
                 "phrase": m.phrase} for m in self.moves
            ],
            "cues": [
                {"span": list(c.span), "phrase": c.phrase, "similarity": c.similarity,
                 "firmness": c.firmness, "respect": c.respect, "source": c.source,
                 "veiled": c.veiled, "idle": c.idle}
                for c in self.cues
            ],
            "signals": sorted(self.signals),
            "mentions": [
                {"kind": m.kind, "text": m.text, "span": list(m.span)} for m in self.mentions
            ],
            "topics": {name: list(span) for name, span in sorted(self.topics.items())},
            **({"own": own} if own else {}),
        }  # fmt: skip

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Reading":
        """A reading from what `to_json` gave; fields added later may be missing."""
        return cls(
            text=data["text"],
            tone=data["tone"],
            certain=data["certain"],
            firmness=data["firmness"],
            respect=data["respect"],
            moves=tuple(
                MoveHit(m["move"], m["confidence"], _span(m["span"]), m["phrase"])
                for m in data["moves"]
            ),
            cues=tuple(
                Cue(_span(c["span"]), c["phrase"], c["similarity"], c["firmness"], c["respect"],
                    c.get("source", ""), c.get("veiled", 0.0), c.get("idle", 0.0))
                for c in data["cues"]
            ),
            signals=frozenset(data.get("signals", ())),
            mentions=tuple(
                Mention(m["kind"], m["text"], _span(m["span"])) for m in data.get("mentions", ())
            ),
            topics={name: _span(span) for name, span in data.get("topics", {}).items()},
            own=tuple(
                OwnHit(o["source"], o["phrase"], _span(o["span"])) for o in data.get("own", ())
            ),
        )  # fmt: skip


def _span(pair: Any) -> tuple[int, int]:
    start, end = pair
    return (start, end)
