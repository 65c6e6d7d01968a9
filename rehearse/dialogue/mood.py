"""The manager's meters: each a whole number from 0 to 100."""

from collections.abc import Mapping

LOWEST, HIGHEST = 0, 100


def starting_mood(
    meters: Mapping[str, int], overrides: Mapping[str, int] | None = None
) -> dict[str, int]:
    """The mood a talk starts in: the script's meters, some set otherwise, clamped to 0..100.

    Raises ValueError, in one sentence, for an override of a meter the script does not have.
    """
    for name in overrides or {}:
        if name not in meters:
            known = ", ".join(meters) or "none"
            raise ValueError(f"There is no mood called {name!r} in this script; it has: {known}.")
    return {name: _clamped(value) for name, value in {**meters, **(overrides or {})}.items()}


def moved(mood: Mapping[str, int], changes: Mapping[str, int]) -> dict[str, int]:
    """A new mood with each change added to its meter, clamped to 0..100."""
    return {name: _clamped(value + changes.get(name, 0)) for name, value in mood.items()}


def _clamped(value: int) -> int:
    return max(LOWEST, min(HIGHEST, value))
