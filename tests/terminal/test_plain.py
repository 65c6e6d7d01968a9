"""A talk through a pipe: one reply a line in, the whole talk in plain text out."""

import subprocess
import sys

import pytest

TALK = """\
Ida Frost, Depot Manager
Receptive: on your side, and will test how well you prepared. Difficulty:
gentle (1 of 5).

Ida has ten minutes before the lorries come. You want the shift lead job.

One reply a line. /hint gives a way in, /help lists the commands.
Nothing leaves this computer. This talk is not kept.

Ida: Come in. What is it?

You: Morning Ida.

Ida: Right.
Ida: Why you?

You: Because I have run the night shift on my own since the summer, and
  nobody had to come in once.

Ida: Fair enough.

You: That is all.

Ida: You have it.

How it ended
They agreed.
You said what you came for.
"""
REPLIES = """\
Morning Ida.
Because I have run the night shift on my own since the summer, and nobody had to come in once.
That is all.
"""


def test_the_output_reads_as_a_talk(talk):
    """Brief, both sides' lines under their names, wrapped, then the debrief; and exit 0."""
    held = talk(REPLIES, keep=False)
    assert held.code == 0
    assert held.out.startswith(TALK)
    assert "\nHow you handled it\n" in held.out
    assert "\nIda has put your name forward already.\n" in held.out
    assert held.out.endswith(" --seed 1\n")
    assert held.err == ""


def test_the_same_seed_gives_the_same_talk(talk):
    """Word for word, whatever the time."""
    assert talk(REPLIES, keep=False).out == talk(REPLIES, keep=False).out


def test_a_seed_nobody_chose_is_told_and_brings_the_talk_back(talk):
    """What the last line names can be typed to have the same lines again."""
    first = talk(REPLIES, keep=False, seed=None)
    seed = int(first.out.split()[-1])
    assert talk(REPLIES, keep=False, seed=seed).out == first.out


def test_empty_lines_are_skipped_and_the_end_of_file_ends_the_talk(talk, store, lines_of):
    """A talk that runs dry is recorded as left, and still goes through the debrief."""
    held = talk("\n  \r\nMorning.\r\n\n")
    (path,) = store.iterdir()
    assert held.code == 0
    assert lines_of(path)[-1]["end"]["outcome"] == "left"
    assert [line["reply"] for line in lines_of(path) if "turn" in line] == ["Morning."]
    assert "You left before the end." in held.out


def test_saying_nothing_keeps_nothing(talk, store):
    """No reply, no file, no score."""
    held = talk("")
    assert held.code == 0
    assert not store.exists()
    assert "nothing to go through" in held.out
    assert "score" not in held.out.lower()


def test_slash_commands_work_in_a_pipe(talk):
    """Each answers, and none counts as a reply."""
    held = talk("/hint\n/why\nMorning.\n/why\n/score\n/pitch\n/help\n/undo\n/quit\nNever heard.\n")
    assert "A way in: Say in one sentence what you came for." in held.out
    assert "(D2)" in held.out
    assert "You have not said anything yet" in held.out
    assert "answer by the rule “any word” (opening.hears.2, line " in held.out
    assert "What it did to Ida: patience 50 to 55 (+5), trust as before (40)." in held.out
    assert "^^" not in held.out
    assert "coaching principles, listed in README" in " ".join(held.out.split())
    assert "Taken back: “Morning.”\n\nIda: Come in. What is it?" in held.out
    assert "Never heard." not in held.out


def test_an_early_score_says_so_and_names_two_criteria(talk):
    """Under four replies it is too early; strongest and most to gain are never the same."""
    held = talk("I would like to lead the night shift.\n/score\nOne.\nTwo.\nThree.\n/score\n")
    early, _, later = held.out.partition("Two.")
    assert "too early" in early
    assert "too early" not in later
    for line in held.out.splitlines():
        if line.startswith("Strongest: "):
            best, _, widest = line.removeprefix("Strongest: ").partition(". Most to gain: ")
            assert best.split(" (")[0] != widest.split(" (")[0]


def test_a_reply_may_begin_with_a_slash_typed_twice(talk, store, lines_of):
    """Two slashes send one; one alone is told how."""
    held = talk("/hnt\n//24 is what we call it\n")
    assert "Did you mean /hint?" in held.out
    assert "begin it with two" in held.out
    assert lines_of(next(store.iterdir()))[1]["reply"] == "/24 is what we call it"


def test_a_turn_is_on_disk_before_the_answer_is_shown(talk, store, monkeypatch):
    """At the moment a manager's answer is printed, its turn is in the file."""
    from rehearse.terminal.console import Console

    seen = []
    show = Console.speech

    def spy(console, name, line):
        files = list(store.glob("*.jsonl"))
        seen.append((name, line, files[0].read_text() if files else ""))
        show(console, name, line)

    monkeypatch.setattr(Console, "speech", spy)
    talk("Morning.\nThat is all.\n")
    answers = {line: on_disk for name, line, on_disk in seen if name == "Ida"}
    assert '"reply": "Morning."' in answers["Right."]
    assert '"outcome": "agreed"' in answers["You have it."]


def test_what_could_steer_the_terminal_is_not_passed_on(talk):
    """Control and direction characters in a reply are shown as stand-ins."""
    held = talk("Morning \x1b[2J\x07 \u202eadI\n".encode(), keep=False)
    assert not set("\x1b\x07\u202e") & set(held.out)
    assert "\ufffd" in held.out


def test_bytes_that_are_no_text_end_in_no_traceback(talk):
    """Broken UTF-8 and a byte order mark are read as well as they can be."""
    held = talk(b"\xef\xbb\xbfMorning \xff\xfe Ida\nThat is all.\n", keep=False)
    assert held.code == 0
    assert "You: Morning" in held.out


@pytest.mark.parametrize("calm", [True, False])
def test_calm_shows_no_numbers(talk, calm):
    """No digit in the talk, the answers of the commands, or the debrief's own words."""
    held = talk("/help\nMorning.\n/why\n/score\n/pitch\nThat is all.\n", keep=False, calm=calm)
    words = held.out.partition("To have the same manager")[0]
    digits = [line for line in words.splitlines() if any(c.isdigit() for c in _own(line))]
    assert bool(digits) is not calm, digits


def _own(line):
    """A line without the ids of principles, which are names."""
    import re

    return re.sub(r"\b[HPDMS]\d+\b", "", line)


def test_hints_can_be_off(talk):
    """With --no-hints, /hint says so and nothing offers one."""
    held = talk("/hint\n", keep=False, hints=False)
    assert "Hints are off" in held.out
    assert "a way in" not in held.out


def test_a_file_that_is_there_stays_as_it_is(talk, tmp_path):
    """--save refuses it in a sentence, before the talk."""
    path = tmp_path / "mine.jsonl"
    path.write_text("mine")
    held = talk("Morning.\n", save=path)
    assert (held.code, held.out, path.read_text()) == (2, "", "mine")
    assert "nothing is written over" in held.err


def test_a_manager_nobody_knows_is_said_in_a_sentence(talk):
    """Exit 2, no traceback; and so is naming none in a pipe."""
    assert talk("", persona="surlie").code == 2
    held = talk("", persona=None)
    assert held.code == 2
    assert "rehearse personas" in held.err


def test_the_pitch_is_told_in_short_and_shown_in_full(talk, tmp_path):
    """What is wanted and by when before the talk; every point with /pitch."""
    path = tmp_path / "pitch.yaml"
    path.write_text("role: shift lead\ndate: by May\nachievements: [ran the night shift]\n")
    held = talk("/pitch\n", pitch=path, keep=False)
    assert "Your pitch: shift lead, by May. 1 point ready; /pitch shows it." in held.out
    assert "- ran the night shift" in held.out


def test_a_plain_talk_does_not_load_the_prompt(script, tmp_path):
    """Neither prompt_toolkit nor asyncio is imported for a talk through a pipe."""
    code = (
        "import sys; from rehearse.cli.main import run\n"
        f"run(['practice', {str(script)!r}, '--no-save'])\n"
        "print([n for n in ('prompt_toolkit', 'asyncio', 'numpy') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], input="Morning.\n", text=True,
                          capture_output=True, check=True)  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_talk_killed_before_its_end_was_written_is_finished(talk, store, lines_of):
    """Going on with it writes the end, shows the last lines again and gives the debrief."""
    talk(REPLIES)
    (path,) = store.iterdir()
    whole = path.read_text()
    path.write_text("".join(whole.splitlines(keepends=True)[:-1]))
    held = talk("", resume="", seed=None)
    assert "You: That is all.\n\nIda: You have it.\n\nHow it ended\nThey agreed." in held.out
    assert path.read_text() == whole


def test_a_changed_script_is_said_and_nothing_is_lost(talk, store, script, tmp_path):
    """The file stays as it is, and the sentence names it."""
    talk("Morning.\n")
    (path,) = store.iterdir()
    unfinished = "".join(path.read_text().splitlines(keepends=True)[:-1])
    path.write_text(unfinished)
    changed = tmp_path / "ida-frost.yaml"
    changed.write_text(script.read_text().replace("Right.", "All right."))
    held = talk("More.\n", persona=str(changed), resume="", seed=None)
    assert held.code == 2
    assert "has changed since this talk was held" in held.err
    assert str(path) in held.err
    assert path.read_text() == unfinished


def test_there_may_be_nothing_to_go_on_with(talk):
    """--resume without an unfinished talk says so."""
    held = talk("", resume="", seed=None)
    assert held.code == 2
    assert "no unfinished talk with Ida Frost" in held.err


def test_a_disk_that_takes_nothing_is_told_once_and_the_talk_goes_on(talk, tmp_path, monkeypatch):
    """One sentence at the first reply, then the talk as ever, and no word of a file at the end."""
    (tmp_path / "no-folder").write_text("")
    monkeypatch.setenv("REHEARSE_HOME", str(tmp_path / "no-folder" / "home"))
    held = talk("Morning.\nMore of it.\nThat is all.\n")
    assert held.code == 0
    assert held.out.count("cannot be saved") == 1
    assert "They agreed." in held.out
    assert "This talk was not kept." in held.out


def test_a_manager_who_says_nothing_leaves_the_word_to_the_learner(talk, script, tmp_path):
    """A response without lines shows none; what was said last is there again after /undo."""
    silent = tmp_path / "ida-frost.yaml"
    text = script.read_text().replace("        says: [I see., Fair enough., Hm., Well., So.]\n", "")
    silent.write_text(text)
    held = talk("Morning.\nOne more thing.\nAnd one.\n/undo\n", persona=str(silent), keep=False)
    assert "You: One more thing.\n\nYou: And one.\n\n/undo\n" in held.out
    assert "Taken back: “And one.”\n\nIda: Right.\nIda: Why you?\n" in held.out


def test_shown_commands_begin_as_the_program_was_called(talk, tmp_path, monkeypatch):
    """What scripts/rehearse was called as stands in front, as long as it is a file from here."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REHEARSE_COMMAND", "./scripts/rehearse")
    assert "\n  rehearse replay " in talk("Morning.\n").out
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "rehearse").write_text("")
    shown = talk("Morning.\n").out
    assert "\n  ./scripts/rehearse replay " in shown
    assert "\n  ./scripts/rehearse practice " in shown
    assert "  rehearse " not in shown
