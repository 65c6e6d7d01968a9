"""`--watch`: a script that is saved during the talk is taken up, and nothing typed is lost."""

import shutil

import pytest

from rehearse.coach.blessing import story_of
from rehearse.persona import load_persona
from rehearse.transcript import read_transcript
from rehearse.transcript.replaying import verify


@pytest.fixture
def own(script, tmp_path):
    """A script to change."""
    path = tmp_path / "ida-frost.yaml"
    shutil.copy(script, path)
    return path


@pytest.fixture
def watching(terminal):
    """Starts a talk that looks after its script, ten times a second."""
    return lambda own, *options: terminal("practice", own, "--watch", *options, looks=0.1)


def change(path, *pairs):
    """Save the script with these words instead of those."""
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def test_a_saved_script_is_taken_up_where_the_talk_was(watching, own, store):
    """The replies so far are said again, the line being typed stays, and the new words are used."""
    screen = watching(own, "--seed", 1).wait("turn 1 of 6")
    screen.send("Morning.\r").wait("Ida: Why you?").wait("turn 2 of 6").send("Because I am")
    screen.wait("You: Because I am")
    change(own, ("says: Why you?", "says: Why should it be you?"), ("patience: +5", "patience: +9"))
    screen.wait("Your reply leads where it led before.").wait("patience 55 to 59 (+4)")
    screen.wait("Ida: Why should it be you?").wait("patience ▮▮▮▯▯ 59")
    screen.send(" ready.\r").wait("You: Because I am ready.").wait("turn 3 of 6").send("\x04")
    assert screen.finish() == 0
    assert not store.exists()


def test_a_mistake_is_told_and_the_old_script_goes_on(watching, own):
    """With the line and the mend; the talk answers meanwhile, and goes on with the mended script."""
    screen = watching(own, "--seed", 1).wait("turn 1 of 6").send("Half a")
    screen.wait("You: Half a")
    change(own, ("goto: the_case}\n  the_case:", "goto: the_cas}\n  the_case:"))
    screen.wait("was saved with 1 mistake in it").wait("Did you mean the_case?").wait("Line 34: ")
    screen.wait("Nothing you said is lost.").wait("You: Half a").send(" word.\r").wait(
        "Ida: Why you?"
    )
    screen.wait("You: Half a word.")
    change(own, ("goto: the_cas}", "goto: the_case}"))
    screen.wait("again as it was").send("That is all.\r").wait("They agreed.").wait("Your choice:")
    screen.send("\r")
    assert screen.finish() == 0


def test_another_way_is_told_with_its_turn_and_can_be_mended(watching, own):
    """The talk stands where it now leads; the replies left out come back with the old script."""
    screen = watching(own, "--seed", 1).wait("turn 1 of 6")
    screen.send("Morning.\r").wait("turn 2 of 6").send("Because.\r").wait("turn 3 of 6")
    change(own, ("says: Right.\n        goto: the_case", "says: Right."))
    screen.wait("Reply 1 led to the_case and now leads to opening.").wait("Not said again")
    screen.wait("  “Because.”").wait("turn 2 of 6")
    change(own, ("says: Right.\n", "says: Right.\n        goto: the_case\n"))
    screen.wait("Your 2 replies lead where they led before.").wait("turn 3 of 6").send("\x04")
    assert screen.finish() == 0


def test_a_reply_that_now_ends_the_talk_waits_to_be_said(watching, own):
    """The talk stands before it, with the reply in the line: Enter says it."""
    screen = watching(own, "--seed", 1).wait("turn 1 of 6")
    screen.send("Morning.\r").wait("turn 2 of 6")
    change(own, ("says: Right.\n        goto: the_case", "says: Right.\n        goto: late"))
    screen.wait("and now ends the talk (late).").wait("turn 1 of 6")
    screen.send("\r").wait("The lorries are here.").wait("Your choice:").send("\r")
    assert screen.finish() == 0


def test_plain_lines_take_up_a_saved_script_too(watching, own):
    """Without redrawing: what was typed before the change is still in the line."""
    screen = watching(own, "--plain", "--seed", 1).wait("You:")
    screen.send("Morning.\n").wait("Ida: Why you?").wait("You:", times=2).send("Because I")
    screen.wait("You: Because I")
    change(own, ("says: Why you?", "says: Why should it be you?"))
    screen.wait("Ida: Why should it be you?").wait("You:", times=3).send(" can.\n")
    screen.wait("You:", times=4).send("/why\n").wait("  Because I can.").send("\x04")
    assert screen.finish() == 0
    assert b"\x1b" not in screen.raw


def test_a_script_with_a_mistake_is_waited_for(watching, own):
    """The talk begins when it is mended, whether it is the first or another one."""
    change(own, ("goto: the_case}\n  the_case:", "goto: the_cas}\n  the_case:"))
    screen = watching(own, "--seed", 1).wait("has 1 mistake in it.")
    screen.wait("Did you mean the_case?").wait("Ctrl-C leaves.")
    change(own, ("goto: the_cas}", "goto: the_case}"))
    screen.wait("turn 1 of 6").send("That is all.\r").wait("Your choice:")
    change(own, ("goto: the_case}\n  the_case:", "goto: the_cas}\n  the_case:"))
    screen.send("r\r").wait("Ctrl-C leaves.", times=2).send("\x03")
    assert screen.finish() == 130


@pytest.mark.parametrize("changed", [True, False], ids=["changed", "left as it was"])
def test_a_talk_can_be_saved_and_made_a_story(watching, own, tmp_path, changed):
    """What is saved is the talk as the script of the end gives it: it can be played and blessed."""
    kept = tmp_path / "kept.jsonl"
    screen = watching(own, "--seed", 1, "--save", kept).wait("turn 1 of 6")
    screen.send("Morning.\r").wait("Ida: Why you?").wait("turn 2 of 6")
    if changed:
        change(own, ("says: Why you?", "says: Why should it be you?"))
        screen.wait("Ida: Why should it be you?").wait("turn 2 of 6")
    screen.send("That is all.\r").wait("They agreed.").wait("Your choice:")
    assert f"--bless {kept}" in screen.unbroken.replace("  ", "")
    screen.send("\r")
    assert screen.finish() == 0
    talk, persona = read_transcript(kept), load_persona(own)
    assert [turn.reply for turn in talk.turns] == ["Morning.", "That is all."]
    assert verify(talk, persona) == ()
    assert story_of(talk, persona).talk


def test_a_talk_that_is_not_saved_says_how_it_could_be(watching, own):
    """Trying a script out keeps nothing unless asked to; that is said after the talk."""
    screen = watching(own, "--seed", 1).wait("turn 1 of 6").send("That is all.\r")
    screen.wait("with --save FILE it is.").wait("Your choice:").send("\r")
    assert screen.finish() == 0
    assert "--bless" not in screen.unbroken


def test_a_part_is_looked_after_as_the_script_is(watching, own):
    """Saved sound, the talk goes on with it; saved with a mistake, its file and line are named."""
    part = own.with_name("manners.yaml")
    text = "format: 1\npart: Manners\nasks_back: [How is that?]\n"
    part.write_text(text, "utf-8")
    change(own, ("format: 1\n", "format: 1\ninclude: manners.yaml\n"))
    screen = watching(own, "--seed", 1).wait("turn 1 of 6")
    screen.send("Morning.\r").wait("Ida: Why you?").wait("turn 2 of 6")
    change(part, ("asks_back", "ask_back"))
    screen.wait("manners.yaml was saved with 1 mistake in it").wait("Line 3 of manners.yaml: ")
    change(part, ("ask_back", "spent"))
    screen.wait("manners.yaml was saved. The talk goes on with it.").wait(
        "leads where it led before"
    ).send("\x04")
    assert screen.finish() == 0
