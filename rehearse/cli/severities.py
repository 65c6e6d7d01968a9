"""How much findings count, as the command line wants it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from rehearse.source.problem import Problem, Severity

LEVELS: tuple[Severity, ...] = ("error", "warning", "hint")
_FIRM = "P000"  # a file that cannot be read is no matter of taste


@dataclass(frozen=True, slots=True)
class Severities:
    """Codes to leave out, and codes to count as another severity than their own."""

    ignored: frozenset[str] = frozenset()
    levels: Mapping[str, str] = field(default_factory=dict)

    def applied(self, problems: Sequence[Problem]) -> list[Problem]:
        """The problems left, in the same order, each with the severity it counts as."""
        return [
            replace(problem, severity=cast(Severity, self.levels[problem.code]))
            if problem.code in self.levels
            else problem
            for problem in problems
            if problem.code not in self.ignored or problem.code == _FIRM
        ]
