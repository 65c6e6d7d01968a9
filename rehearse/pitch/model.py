"""The learner's own facts, which lines may use and conditions may ask for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# The kinds of point a pitch holds, in the order they are shown (principles P1, H7, D4, D3).
POINT_KINDS = ("role", "date", "achievements", "value", "plan")


@dataclass(frozen=True, slots=True)
class Pitch:
    """What the learner wants and what speaks for it. Everything may be left out.

    `name` is how the manager addresses them; `role` the role wanted; `date` by when;
    `achievements`, `value` (to the manager and the company) and `plan` are lists of short points.
    """

    name: str = ""
    role: str = ""
    date: str = ""
    achievements: tuple[str, ...] = ()
    value: tuple[str, ...] = ()
    plan: tuple[str, ...] = ()

    def points(self) -> tuple[tuple[str, str], ...]:
        """Every point as (kind, words), kinds as in POINT_KINDS."""
        single = [("role", self.role), ("date", self.date)]
        many = [("achievements", a) for a in self.achievements]
        many += [("value", v) for v in self.value] + [("plan", p) for p in self.plan]
        return tuple((kind, words) for kind, words in single + many if words)

    def to_json(self) -> dict[str, Any]:
        """The pitch as a transcript's header keeps it."""
        return {
            "name": self.name, "role": self.role, "date": self.date,
            "achievements": list(self.achievements), "value": list(self.value),
            "plan": list(self.plan),
        }  # fmt: skip

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Pitch":
        """A pitch from what `to_json` gave."""
        return cls(
            name=data.get("name", ""), role=data.get("role", ""), date=data.get("date", ""),
            achievements=tuple(data.get("achievements", ())),
            value=tuple(data.get("value", ())), plan=tuple(data.get("plan", ())),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class PointUse:
    """A point of the pitch that a reply used: its kind, its words, and where in the reply."""

    kind: str
    point: str
    span: tuple[int, int]
