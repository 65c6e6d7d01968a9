"""Talks in a real terminal, read off its screen."""

import os
import signal


def test_a_whole_talk(terminal, script, store, lines_of):
    """From the brief to the offer after the debrief, with the mood in the toolbar."""
    screen = terminal("practice", script, "--seed", 1)
    screen.wait("patience ▮▮▯▯▯ 50").wait("turn 1 of 6")
    screen.send("Morning Ida.\r").wait("Ida: Why you?").wait("turn 2 of 6")
    assert "You: Morning Ida." in screen.text
    screen.send("That is all.\r").wait("Ida: You have it.").wait("Your choice:")
    assert "They agreed." in screen.text
    screen.send("u\r").wait("Taken back: “That is all.”").wait("turn 2 of 6")
    screen.send("Well, that is all.\r").wait("Your choice:", times=2).send("\r")
    assert screen.finish() == 0
    (path,) = store.iterdir()
    assert str(path) in screen.text.replace("\n", "")
    assert lines_of(path)[-1]["end"]["outcome"] == "agreed"
    assert os.stat(path).st_mode & 0o077 == 0


def test_why_and_undo(terminal, script, store, lines_of):
    """/why names the rule and the mood; /undo shows the manager's line again; both are kept."""
    screen = terminal("practice", script, "--seed", 1).wait("turn 1 of 6")
    screen.send("I am sick of this rotten depot\r").wait("turn 2 of 6").wait("patience ▮▯▯▯▯ 20")
    screen.send("/wh").wait("how your last reply was read").send("\t\r")
    screen.wait("the rule “an insult”").wait("patience 50 to 20 (-30)")
    screen.send("/undo\r").wait("Taken back: “I am sick of this rotten depot”").wait("turn 1 of 6")
    assert screen.text.count("Ida: Come in. What is it?") == 2
    screen.send("I want to ask for something\r").wait("turn 2 of 6").send("\x04")
    assert screen.finish() == 0
    kinds = [next(iter(line)) for line in lines_of(next(store.iterdir()))]
    assert kinds == ["format", "turn", "undo", "turn"]


def test_ctrl_c_warns_then_leaves_and_the_talk_goes_on_later(terminal, script):
    """What was typed stays in the line; the second press leaves with 130; --resume goes on."""
    screen = terminal("practice", script, "--seed", 1).wait("turn 1 of 6")
    screen.send("Morning.\r").wait("turn 2 of 6").send("half a rep")
    screen.wait("You: half a rep").send("\x03").wait("Press Ctrl-C again").wait("You: half a rep")
    screen.send("\x03").wait("--resume")
    assert screen.finish() == 130
    again = terminal("practice", script, "--resume").wait("turn 2 of 6")
    assert "You: Morning." in again.text
    assert again.text.index("Ida: Come in.") < again.text.index("Ida: Why you?")
    again.send("That is all.\r").wait("Your choice:").send("\r")
    assert again.finish() == 0


def test_a_killed_talk_goes_on_in_its_own_file(terminal, script, store, lines_of):
    """Nothing said is lost to kill -9."""
    screen = terminal("practice", script, "--seed", 1).wait("turn 1 of 6")
    screen.send("Morning.\r").wait("turn 2 of 6")
    screen.child.kill(signal.SIGKILL)
    assert screen.finish() == -signal.SIGKILL
    again = terminal("practice", script, "--resume").wait("turn 2 of 6")
    again.send("That is all.\r").wait("Your choice:").send("r\r").wait("turn 1 of 6").send("\x04")
    assert again.finish() == 0
    (path,) = store.iterdir()
    assert [line.get("reply") for line in lines_of(path)[1:3]] == ["Morning.", "That is all."]


def test_being_ended_from_outside_saves_without_a_traceback(terminal, script, store, lines_of):
    """SIGTERM and a closed window leave a sound, unfinished transcript."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        screen = terminal("practice", script, "--seed", 1).wait("turn 1 of 6")
        screen.send("Morning.\r").wait("turn 2 of 6")
        screen.child.kill(number)
        assert screen.finish() == 128 + number
        assert "Traceback" not in screen.text
    assert [len(lines_of(path)) for path in store.iterdir()] == [2, 2]


def test_a_narrow_terminal_and_a_resize(terminal, script):
    """24 columns cut no word of a line; the toolbar fits, and grows with the window."""
    screen = terminal("practice", script, "--seed", 1, columns=24, rows=40)
    screen.wait("patience 50 trust 40")
    assert "Ida has ten minutes\nbefore the lorries\ncome. You want the" in screen.text
    screen.send("One two three four five six").wait("five six").resize(70, 40)
    screen.wait("turn 1 of 6").send("\r").wait("Ida: Why you?")
    assert "You: One two three four five six" in screen.text


def test_a_dumb_terminal_gets_plain_lines(terminal, script):
    """No escape sequence is sent; Ctrl-D leaves, and the commands work."""
    screen = terminal("practice", script, "--seed", 1, term="dumb").wait("You:")
    screen.send("\n").wait("Ida waits").send("quit\n").wait("Commands begin with a slash")
    screen.send("Morning.\n").wait("Ida: Why you?")
    screen.send("/score\n").wait("So far: ").wait("You:", times=5).send("\x04").wait("--resume")
    assert screen.finish() == 0
    assert b"\x1b" not in screen.raw


def test_home_starts_a_talk_and_comes_back(terminal):
    """A number picks a manager, leaving the talk shows the managers again, q leaves."""
    screen = terminal().wait("Who do you want to talk to?")
    assert "Not yet tried." in screen.text
    screen.send("zzz\n").wait("Type one of the numbers").send("p\n").wait("--pitch mine.yaml")
    screen.send("1\n").wait("turn 1 of ").send("\x04").wait("Nothing was said yet.")
    screen.wait("Who do you want to talk to?", times=4).send("q\n")
    assert screen.finish() == 0


def test_a_long_debrief_waits_to_be_read(terminal, script):
    """On a small screen it stops before what was not read yet scrolls away."""
    screen = terminal("practice", script, "--seed", 1, rows=20).wait("turn 1 of 6")
    screen.send("I would like to be the shift lead.\r").wait("turn 2 of 6")
    screen.send("You never listen. That is all.\r").wait("Enter: read on")
    assert "What you could not know" not in screen.text
    screen.send("\r").wait("What you could not know")


def test_what_is_typed_ahead_chooses_nothing_after_the_talk(terminal, script):
    """A reply typed while the talk ends neither starts again nor takes back; a stray line is told."""
    screen = terminal("practice", script, "--seed", 1).wait("turn 1 of 6")
    screen.send("That is all.\rupset\r").wait("Your choice:")
    assert "Taken back" not in screen.text
    screen.send("rather not\r").wait("none of these").wait("Your choice:", times=2)
    screen.send("u\r").wait("Taken back: “That is all.”").wait("turn ").send("\x04")
    assert screen.finish() == 0


def test_keys_typed_too_early_are_kept(terminal, script, store, lines_of):
    """A quick typist's replies, commands and Ctrl-D count, even before the first prompt is up."""
    screen = terminal("practice", script, "--seed", 1).wait("Ida Frost, Depot Manager")
    screen.send("Morning.\r/score\rMore of it.\r\x04")
    assert screen.finish() == 0
    assert screen.text.count("Morning.") == 1
    assert "So far: " in screen.text
    replies = [line.get("reply") for line in lines_of(next(store.iterdir()))]
    assert replies == [None, "Morning.", "More of it."]


def test_plain_lines_in_a_terminal(terminal, script):
    """--plain warns at Ctrl-C, leaves with 130 at the second, and asks what is next by line."""
    screen = terminal("practice", script, "--plain", "--seed", 1).wait("You:")
    screen.send("That is all.\n").wait("r and Enter: again with Ida")
    screen.wait("Your choice:").send("never\n").wait("none of these").send("r\n")
    screen.wait("Nothing leaves this computer", times=2).wait("You:", times=2)
    screen.send("\x03").wait("Press Ctrl-C again").wait("You:", times=3).send("\x03")
    assert screen.finish() == 130
    assert b"\x1b" not in screen.raw
