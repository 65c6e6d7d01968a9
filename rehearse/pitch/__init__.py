"""The learner's own facts: what they want, by when, and what speaks for it.

In reading order: `model` (a pitch), `declaration` (its file format and the file to fill in),
`loader` (a file to a pitch), `figures` (numbers in plain words) and
`points` (which points a reply used), `gaps` (what is missing).
"""

from typing import TYPE_CHECKING, Any

from rehearse.pitch.model import POINT_KINDS, Pitch, PointUse

if TYPE_CHECKING:
    from rehearse.pitch.declaration import template
    from rehearse.pitch.gaps import advice
    from rehearse.pitch.loader import load_pitch
    from rehearse.pitch.points import points_used

__all__ = [
    "POINT_KINDS", "Pitch", "PointUse", "advice", "load_pitch", "points_used", "template",
]  # fmt: skip

_HOMES = {"advice": "gaps", "load_pitch": "loader", "points_used": "points",
          "template": "declaration"}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Import what reads YAML or compares words only when it is asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'rehearse.pitch' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"rehearse.pitch.{_HOMES[name]}"), name)
