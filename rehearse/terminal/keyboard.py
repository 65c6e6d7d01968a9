"""What is typed while no prompt is up: kept for the next one, and not shown twice."""

import contextlib
import sys
from collections.abc import Iterator
from typing import Any

try:
    import termios
except ImportError:  # not on this system, whose terminals keep keys by themselves
    termios = None  # type: ignore[assignment]


@contextlib.contextmanager
def keys_kept() -> Iterator[None]:
    """While this lasts, the terminal holds keys back unshown and unchanged between two prompts.

    Otherwise it would show them itself, swallow Ctrl-D, and make the Enter key a line break of
    the reply. Ctrl-C still interrupts. The terminal is as before when this ends.
    """
    before = _modes()
    if before is None:
        yield
        return
    quiet = _modes() or before
    quiet[0] &= ~termios.ICRNL
    quiet[3] &= ~(termios.ECHO | termios.ICANON)
    quiet[6][termios.VMIN], quiet[6][termios.VTIME] = 1, 0
    _set(quiet)
    try:
        yield
    finally:
        _set(before)


def forget_keys() -> None:
    """Drop the keys held back."""
    if _modes() is not None:
        with contextlib.suppress(termios.error):
            termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)


def _modes() -> list[Any] | None:
    """The modes of the terminal, None where there is none."""
    if termios is None:
        return None
    try:
        return termios.tcgetattr(sys.stdin.fileno())
    except (termios.error, OSError, ValueError):
        return None


def _set(modes: list[Any]) -> None:
    with contextlib.suppress(termios.error):
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, modes)
