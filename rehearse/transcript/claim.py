"""One window, one talk: an open transcript is claimed, so that no second window writes into it."""

import os
from pathlib import Path


def claim(file: int) -> bool:
    """Claim an open file (a descriptor) until it is closed; False if somebody else has it.

    A killed program lets go by itself. Where the system has no such claims, everything is free.
    """
    try:
        import fcntl
    except ImportError:  # not on this system
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # not on this disk
        return True
    return True


def is_claimed(path: Path) -> bool:
    """Whether a window has this transcript open right now."""
    try:
        file = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    try:
        return not claim(file)
    finally:
        os.close(file)
