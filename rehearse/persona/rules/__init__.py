"""The rules a script is held to, beyond its format. One module each; its docstring is its page.

`CHECKS` lists them all, in the order of their codes.
"""

from collections.abc import Callable, Iterator

from rehearse.persona.rules import targets
from rehearse.persona.script import Script
from rehearse.source import Problem

Check = Callable[[Script], Iterator[Problem]]

CHECKS: dict[str, Check] = {
    "targets": targets.check,
}
