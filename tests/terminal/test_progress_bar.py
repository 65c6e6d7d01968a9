"""The progress bar: drawn for somebody who watches, and gone when the answer comes."""

import io

import pytest

from rehearse.terminal.progress_bar import ProgressBar


class Screen(io.StringIO):
    """A terminal that keeps what was written."""

    def isatty(self):
        """It is one."""
        return True


def test_the_bar_fills_up_and_goes_away(monkeypatch):
    """It tells how many are done of how many, on one line, and leaves the line empty."""
    monkeypatch.setenv("TERM", "xterm")
    screen = Screen()
    bar = ProgressBar(4, "talks", screen)
    for _ in range(4):
        bar.add(1)
    drawn = screen.getvalue().split("\r")
    assert "2 of 4 talks" in drawn[2]
    assert drawn[4].count("#") > drawn[1].count("#") > 0
    assert "." not in drawn[4]
    bar.clear()
    assert "\n" not in screen.getvalue()
    assert screen.getvalue().split("\r")[-2].strip() == ""
    assert screen.getvalue().endswith("\r")


@pytest.mark.parametrize(("stream", "term"), [(io.StringIO(), "xterm"), (Screen(), "dumb")])
def test_nothing_is_drawn_where_nobody_watches(monkeypatch, stream, term):
    """No terminal, and no terminal that cannot go back, sees any of it."""
    monkeypatch.setenv("TERM", term)
    bar = ProgressBar(2, "talks", stream)
    bar.add(2)
    bar.clear()
    assert stream.getvalue() == ""
