"""Being ended from outside, by a closed window or by `kill`: the talk is saved, nothing is said."""

import contextlib
import signal
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rehearse.terminal.session import Session

_SIGNALS = ("SIGTERM", "SIGHUP")


@contextlib.contextmanager
def kept_on_signals(session: "Session") -> Iterator[None]:
    """While this lasts, SIGTERM and SIGHUP close the talk's file and end the program.

    Every turn is on disk already; closing makes sure of it. The exit code is 128 plus the
    signal's number, as shells have it.
    """

    def leave(number: int, _: object) -> None:
        session.keeping.close()
        raise SystemExit(128 + number)

    before = {}
    for name in _SIGNALS:
        with contextlib.suppress(AttributeError, ValueError, OSError):
            number = getattr(signal, name)  # not every system has both
            if signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
                before[number] = signal.signal(number, leave)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
