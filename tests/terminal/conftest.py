"""Talks through a pipe inside the test, and real terminals with a screen that can be read."""

import io
import json
import os
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pexpect
import pyte
import pytest

from rehearse.terminal import practice
from rehearse.terminal.options import PracticeOptions

SCRIPT = Path(__file__).parent / "scripts" / "ida-frost.yaml"
PATIENCE = 15  # seconds until a screen that does not show what it should is a failure
# The program, but looking more often whether a script was saved: `-m rehearse` with that changed.
LOOKING = """\
import runpy
import rehearse.terminal.console as console
console.LOOKS = {looks}
runpy.run_module("rehearse", run_name="__main__", alter_sys=True)
"""


@pytest.fixture
def script():
    """A script that answers by what is said, so that nothing here depends on the reader."""
    return SCRIPT


@pytest.fixture(autouse=True)
def store(monkeypatch, tmp_path):
    """A home of its own for every test; gives the folder of its transcripts."""
    monkeypatch.setenv("REHEARSE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("REHEARSE_COMMAND", raising=False)
    return tmp_path / "home" / "transcripts"


@dataclass
class Talk:
    """What a talk through a pipe gave."""

    code: int
    out: str
    err: str


@pytest.fixture
def talk(monkeypatch, capsys):
    """Call it with replies, one a line, and options of the practice; seed 1 unless told."""

    def hold(replies, **options):
        lines = replies if isinstance(replies, bytes) else replies.encode()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines), encoding="utf-8"))
        asked = {"persona": str(SCRIPT), "seed": 1, **options}
        code = practice.run(PracticeOptions(**asked))
        return Talk(code, *capsys.readouterr())

    return hold


def hear_ctrl_c():
    """What a shell starts behind itself does not hear it, nor does anything begun by that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """A program in a terminal, and the screen it draws."""

    def __init__(self, arguments, home, columns=80, rows=40, term="xterm-256color", looks=None):
        environment = {**os.environ, "REHEARSE_HOME": str(home), "TERM": term,
                       "LANG": "C.UTF-8"}  # fmt: skip
        for name in ("NO_COLOR", "COLUMNS", "LINES"):  # xdist's workers have a size
            environment.pop(name, None)
        self.screen = pyte.HistoryScreen(columns, rows, history=1000)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._rows = {}  # as read off the screen when it was last looked at
        self._text = ""
        start = ["-m", "rehearse"] if looks is None else ["-c", LOOKING.format(looks=looks)]
        self.child = pexpect.spawn(
            sys.executable, [*start, *map(str, arguments)],
            env=environment, dimensions=(rows, columns), preexec_fn=hear_ctrl_c,
        )  # fmt: skip
        self.child.delaybeforesend = None
        self.child.ptyproc.delayafterclose = 0  # whoever is closed was waited for, or is killed
        self.screen.write_process_input = self.child.send  # it is asked where the cursor is

    @property
    def text(self):
        """Everything shown so far that still stands, what has scrolled away included."""
        if self.screen.dirty:
            for y in self.screen.dirty:
                self._rows[y] = self._line(self.screen.buffer[y])
            self.screen.dirty.clear()
            gone = [self._line(line) for line in self.screen.history.top]
            self._text = "\n".join(gone + [self._rows[y] for y in range(self.screen.lines)])
        return self._text

    def _line(self, cells):
        """The text of a line; the second half of a wide character is an empty cell."""
        return "".join(cells[x].data for x in range(self.screen.columns)).rstrip()

    @property
    def unbroken(self):
        """The same in one line: a long path runs over the edge of the screen."""
        return self.text.replace("\n", "")

    def send(self, text):
        """Type something."""
        self.child.send(text)
        return self

    def wait(self, words, times=1):
        """Read until the words are on the screen (so many times), broken at its edge or not."""
        end, running = time.monotonic() + PATIENCE, True
        while max(self.text.count(words), self.unbroken.count(words)) < times:
            if not running or time.monotonic() > end:
                pytest.fail(f"no {words!r} on:\n{self.text}", pytrace=False)
            running = self._read()
        return self

    def finish(self):
        """Read to the end; gives the exit code (minus the signal's number if it was killed)."""
        end = time.monotonic() + PATIENCE
        while self._read():
            if time.monotonic() > end:
                pytest.fail(f"it does not end, with this shown:\n{self.text}", pytrace=False)
        self.child.wait()
        self.child.close()
        return -self.child.signalstatus if self.child.signalstatus else self.child.exitstatus

    def resize(self, columns, rows):
        """Make the window another size."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def _read(self):
        try:
            got = self.child.read_nonblocking(4096, timeout=0.2)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += got
        self.stream.feed(got)
        return True


@pytest.fixture
def terminal(tmp_path):
    """Opens terminals, and closes what is left open."""
    opened = []

    def start(*arguments, **how):
        opened.append(Terminal(arguments, tmp_path / "home", **how))
        return opened[-1]

    yield start
    for one in opened:
        one.child.close(force=True)


@pytest.fixture
def lines_of():
    """The lines of a transcript, as data."""
    return lambda path: [json.loads(line) for line in path.read_text("utf-8").splitlines()]
