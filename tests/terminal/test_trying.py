"""Trying a script out: another beginning, and the rules that came close, through a pipe."""

import shlex
from pathlib import Path

import pytest

from rehearse.persona import load_persona
from rehearse.source.problem import SourceError
from rehearse.transcript import read_transcript
from rehearse.transcript.replaying import moments, resume, verify


def told(out):
    """The output in one line, however it was wrapped."""
    return " ".join(out.split())


def test_a_talk_begins_in_any_beat_with_any_mood(talk, store):
    """It says so, starts with that beat's line, and is not kept among the talks."""
    held = talk("Because.\n/score\n", start="the_case", mood={"patience": 20})
    assert "This talk begins in the_case. Set by hand: patience 20." in held.out
    assert "This talk is not kept." in held.out
    assert held.out.index("Ida: Why you?") < held.out.index("You: Because.")
    assert "patience low (20), trust middling (40)" in told(held.out)
    assert held.out.endswith("--seed 1 --from the_case --mood patience=20\n")
    assert not store.exists()


def test_such_a_talk_can_be_kept_and_replays_the_same(talk, script, tmp_path):
    """--save keeps where it began, so it plays again as it was and can be gone on with."""
    path = tmp_path / "tried.jsonl"
    talk("Because.\n", start="the_case", mood={"patience": 20}, save=path)
    transcript, persona = read_transcript(path), load_persona(script)
    assert (transcript.header.start, transcript.header.mood) == ("the_case", {"patience": 20})
    assert not transcript.extra
    assert verify(transcript, persona) == ()
    assert moments(transcript, persona)[0].mood_before["patience"] == 20


def test_such_a_talk_can_be_gone_on_with(talk, script, tmp_path):
    """Its unfinished record leads back to the beat and the mood it had."""
    path = tmp_path / "tried.jsonl"
    talk("Because.\n", start="the_case", mood={"patience": 20}, save=path)
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if '"end"' not in line), "utf-8")
    again = resume(read_transcript(path), load_persona(script))
    assert (again.state, again.mood["patience"], again.turn_number) == ("the_case", 20, 1)


@pytest.mark.parametrize(
    ("words", "others"),
    [('"from": "the_case"', '"from": "nowhere"'), ('"from": "the_case"', '"from": 7'),
     ('{"patience": 20}', '{"hope": 20}'), ('{"patience": 20}', '{"patience": "low"}')],
)  # fmt: skip
def test_a_beginning_that_was_tampered_with_is_told(talk, script, tmp_path, words, others):
    """A beat or meter that the script has not, or no such thing at all, is a finding."""
    path = tmp_path / "tried.jsonl"
    talk("Because.\n", start="the_case", mood={"patience": 20}, save=path)
    text = path.read_text("utf-8")
    assert words in text
    path.write_text(text.replace(words, others, 1), "utf-8")
    with pytest.raises(SourceError):
        verify(read_transcript(path), load_persona(script))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"start": "the_cas"}, "there is no beat 'the_cas' in this script. Did you mean the_case?"),
        ({"start": "late"}, "'late' is an ending of this script"),
        ({"mood": {"patiens": 3}}, "no meter 'patiens' in this script. Did you mean patience?"),
        ({"watch": True}, "--watch needs a terminal"),
    ],
)
def test_what_cannot_be_tried_is_said_in_a_sentence(talk, options, said):
    """An unknown beat or meter with the nearest one; --watch in a pipe; exit 2."""
    held = talk("Hello.\n", **options)
    assert held.code == 2
    assert said in held.err
    assert len(held.err.splitlines()) == 1


def test_why_names_the_rule_that_came_first_and_those_that_came_close(talk):
    """With line numbers; what fits too is told apart from what does not hold."""
    held = talk("I am sick of this rotten depot.\n/why\n", keep=False)
    why = told(held.out.partition("For coaches:")[2])
    assert "the rule “an insult” (opening.hears.1, line 24 of the script)" in why
    assert "- line 28, “any word” (opening.hears.2): fits too, but line 24 stands above it." in why


def test_why_all_goes_through_every_rule(talk, script):
    """Each rule tried has its line, and what it asked for that was not so."""
    held = talk("Morning.\n/why all\n", keep=False)
    all_rules = told(held.out.partition("Every rule tried")[2])
    assert "always.1: only when about done (it was not so)." in all_rules
    assert "“an insult” (opening.hears.1): only when about insult (it was not so)." in all_rules
    assert "“any word” (opening.hears.2): answered." in all_rules


def test_a_calm_talk_speaks_of_no_rules(talk):
    """Where no numbers are shown, none are in the rules either."""
    held = talk("Morning.\n/why all\n", keep=False, calm=True)
    assert "Came close" not in held.out
    assert "Every rule tried" not in held.out


def test_the_guide_shows_why_as_it_is(talk, tmp_path):
    """What the coach's guide prints for its first manager is what the program prints."""
    guide = (Path(__file__).parents[2] / "personas" / "README.md").read_text("utf-8")
    shown = guide.partition("```text\nFor coaches: ")[2].partition("```")[0]
    path = tmp_path / "rita-moss.yaml"
    path.write_text("format: 1" + guide.partition("```yaml\nformat: 1")[2].partition("```")[0])
    held = talk("Well then.\n/why\n", persona=str(path), start="the_worry",
                mood={"patience": 3}, keep=False)  # fmt: skip
    assert shown
    assert f"For coaches: {shown}" in held.out


def test_why_shows_the_smallest_edit(talk):
    """What would change the tone, as `read` shows it; of a reply without a stance, nothing."""
    held = talk("Promote me now or I quit.\n/why\nMorning.\n/why\n", keep=False)
    first, second = held.out.split("For coaches:")[:2]
    assert "Smallest edit: " in first
    assert first.index("Tone: ") < first.index("Smallest edit: ") < first.index("Heard in it")
    assert "Smallest edit" not in second.partition("Tone: ")[2]
    assert "nothing to mend" not in held.out


def test_why_knows_the_scripts_own_phrases_when_it_looks_for_an_edit(talk, script, tmp_path):
    """The edited reply is read by the reader of the talk, not by the plain book."""
    own = tmp_path / "ida-frost.yaml"
    own.write_text(
        script.read_text("utf-8") + "phrases:\n  aggressive: [the depot or the door]\n", "utf-8"
    )
    held = talk("I want the lead role. The depot or the door.\n/why\n", persona=str(own),
                keep=False)  # fmt: skip
    edit = held.out.partition("Smallest edit")[2].partition("Heard in it")[0]
    assert "the depot or the door" not in edit.partition("“")[2].lower()


def test_a_talk_with_a_script_by_path_says_how_to_make_it_a_story(talk, script, store):
    """Once, with both paths, where the talk is kept and a story can have it."""
    held = talk("That is all.\n")
    kept = next(store.iterdir())
    assert held.out.count("--bless") == 1
    assert shlex.join(["rehearse", "test", str(script), "--bless", str(kept)]) + "\n" in held.out


@pytest.mark.parametrize("options", [{"keep": False}, {"persona": "receptive"},
                                     {"once_more": True}])  # fmt: skip
def test_where_there_is_nothing_to_bless_nothing_is_said_of_it(talk, options):
    """Of a talk that is not kept, one with a built-in manager, and one after another."""
    assert "--bless" not in talk("That is all.\n", **options).out
