"""A rehearsal made a story: what is promised, what is refused, and what happens to the file."""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.coach.blessing import NotBlessedError, story_of
from rehearse.coach.stories import run_stories
from rehearse.coach.story_text import add_story, with_story
from rehearse.dialogue import Rehearsal
from rehearse.persona import check_persona, load_persona, parse_persona
from rehearse.persona.model import Expectation, Story, StoryStep
from rehearse.pitch import Pitch

SCRIPT = Path(__file__).parent.parent / "transcript" / "scripts" / "mina-test.yaml"
TEXT = SCRIPT.read_text(encoding="utf-8")
HEAD = TEXT[: TEXT.index("stories:")]
TWO = """stories:
  - name: one
    talk: [I want the lead role.]

  - name: two
    talk:
      - you: |
          I want the lead role.
            # by June

# a remark about what follows
"""
WAYS_TO_WRITE = {
    "as it is": TEXT,
    "no stories": HEAD,
    "no line end": TEXT.rstrip("\n"),
    "no stories and no line end": HEAD.rstrip("\n"),
    "empty lines after": TEXT + "\n\n",
    "an empty list": HEAD + "stories: []   # none yet\n",
    "an empty list last": HEAD + "stories: []",
    "a remark after": TEXT + "# the end\n  # really\n",
    "stories first": TWO + HEAD,
    "stories in the middle": HEAD.replace("beats:", TWO + "beats:"),
    "no indentation": re.sub("(?m)^  ", "", TEXT[len(HEAD) :]) + "\n" + HEAD,
    "the end of YAML": TEXT + "...\n",
    "a remark in the key": TEXT.replace("stories:", "stories:   # promises"),
    "a dash alone": TEXT.replace("  - name: asked", "  -\n    name: asked"),
    "Windows": TEXT.replace("\n", "\r\n"),
    "an old Mac": TEXT.replace("\n", "\r"),
}
STORY = Story("kept", (StoryStep("I want the lead role.", Expectation(beat="the_case")),), seed=7)


def held(record, *replies, persona=None, **options):
    """The transcript of a talk with the manager of the tests."""
    rehearsal = Rehearsal(persona or load_persona(SCRIPT), **options)
    for reply in replies:
        rehearsal.reply(reply)
    return record(rehearsal)


@pytest.fixture
def copy(tmp_path):
    """A copy of the script that may be written to."""
    path = tmp_path / "mina-test.yaml"
    path.write_bytes(SCRIPT.read_bytes())
    return path


@pytest.fixture(scope="session")
def talk(record):
    """A talk that ends well."""
    return held(record, "Thank you for the time.", "I want the team lead role by June.",
                "I built the billing report and it saved us 40 hours a month.", seed=3)  # fmt: skip


def test_a_rehearsal_becomes_a_story_that_goes_as_promised(copy, talk):
    """It is the last story of the script, it passes, and check has nothing against it."""
    added = add_story(copy, story_of(talk, load_persona(copy)))
    results = run_stories(load_persona(copy))
    assert [result.passed for result in results] == [True, True]
    assert results[-1].name.endswith("agreed")
    assert check_persona(copy) == []
    lines = copy.read_text(encoding="utf-8").splitlines()
    assert "\n".join(lines[added.line - 1 :]).startswith(added.text)


def test_it_promises_where_each_reply_leads_and_what_was_listened_for(talk):
    """The beat, the move the answering response asks for, the outcome; no move it ignores."""
    story = story_of(talk, load_persona(SCRIPT))
    ask, last = story.talk[1].expect, story.talk[2].expect
    assert (ask.beat, ask.moves, ask.tone) == ("the_case", ("direct_ask",), "")
    assert (last.beat, last.moves, last.outcome) == ("granted", ("evidence",), "agreed")
    assert story.seed == 3


def test_a_talk_begun_in_the_middle_is_a_story_from_there(record):
    """Beat and mood are those the talk began with; where the script has them no more, it is said."""
    begun = {"start": "the_case", "mood": {"trust": 10}}
    talk = held(record, "I built the report and it saved us 40 hours.", **begun)
    talk = replace(talk, header=replace(talk.header, **begun))
    story = story_of(talk, load_persona(SCRIPT))
    assert (story.start, story.mood) == ("the_case", {"trust": 10})
    gone = replace(talk, header=replace(talk.header, start="the_tower"))
    with pytest.raises(NotBlessedError, match="no beat called 'the_tower'"):
        story_of(gone, load_persona(SCRIPT))
    text, _ = with_story(TEXT, story)
    assert parse_persona(text).stories[-1] == story


def test_replies_taken_back_are_no_part_of_the_story(record):
    """Only what stands is promised."""
    rehearsal = Rehearsal(load_persona(SCRIPT))
    rehearsal.reply("Hello.")
    rehearsal.undo()
    rehearsal.reply("I want the lead role.")
    story = story_of(record(rehearsal), load_persona(SCRIPT))
    assert [step.you for step in story.talk] == ["I want the lead role."]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"persona": None}, "brought in by import"),
        ({"persona": {"id": "dana-whitlock", "sha256": ""}}, "was held with dana-whitlock"),
    ],
)
def test_a_talk_of_another_script_is_refused_in_a_sentence(talk, change, said):
    """Another manager's talk, or one of no manager, is not promised here."""
    other = replace(talk, header=replace(talk.header, **change))
    with pytest.raises(NotBlessedError, match=said):
        story_of(other, load_persona(SCRIPT))


def test_a_talk_without_replies_promises_nothing(record):
    """There is nothing to hold the script to."""
    with pytest.raises(NotBlessedError, match="no reply"):
        story_of(held(record), load_persona(SCRIPT))


def test_a_talk_that_is_a_story_already_and_a_name_that_is_taken_are_refused(copy, talk):
    """Blessing twice does not write twice; two stories do not share a name."""
    with pytest.raises(NotBlessedError, match="line 54; choose another name"):
        story_of(talk, load_persona(copy), "asked  and proven")
    add_story(copy, story_of(talk, load_persona(copy), "mine"))
    with pytest.raises(NotBlessedError, match="a story already: “mine” in line"):
        story_of(talk, load_persona(copy))


def test_a_second_talk_of_the_day_gets_a_number(copy, talk, record):
    """Names made by the program do not clash, and a script changed by blessing is still the same."""
    add_story(copy, story_of(talk, load_persona(copy)))
    second = replace(talk, header=replace(talk.header, seed=4))
    story = story_of(second, load_persona(copy))
    assert story.name.endswith(" (2)")


def test_a_talk_that_goes_otherwise_with_the_script_as_it_is_now_is_refused(talk):
    """The sentence names the reply, where it led and where it leads."""
    changed = parse_persona(
        TEXT.replace("goto: the_case\n", "goto: not_now\n", 1), "mina-test.yaml"
    )
    with pytest.raises(
        NotBlessedError, match=r"reply 2, .*led to the_case .*leads to not_now.*has changed"
    ):
        story_of(talk, changed)


def test_a_talk_that_leant_on_a_pitch_is_refused_with_the_reason(record):
    """A story has no pitch, so what only a pitch opened cannot be promised."""
    text = TEXT.replace("when: direct_ask", "when: {has_pitch: [role]}")
    persona = parse_persona(text, "mina-test.yaml")
    talk = held(record, "Hello.", persona=persona, pitch=Pitch(role="team lead"))
    assert talk.turns[0].to == "the_case"
    with pytest.raises(NotBlessedError, match="held with a pitch"):
        story_of(talk, persona)


@pytest.mark.parametrize("text", WAYS_TO_WRITE.values(), ids=WAYS_TO_WRITE)
def test_however_a_script_is_written_the_story_goes_in_and_the_rest_stays(tmp_path, text):
    """Taking the new lines out again gives the old file, line ends and remarks and all."""
    path = tmp_path / "mina-test.yaml"
    path.write_bytes(text.encode("utf-8"))
    before = load_persona(path)
    added = add_story(path, STORY)
    after = load_persona(path)
    assert after.stories == (*before.stories, STORY)
    lines = re.findall(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+", path.read_bytes().decode("utf-8"))
    size = added.text.count("\n") + 1
    kept = lines[: added.line - 1] + lines[added.line - 1 + size :]
    left = re.split(r"\r\n|\n|\r", "".join(kept))
    was = re.split(r"\r\n|\n|\r", text.replace("stories: []   #", "stories:   #"))
    if "stories: []" in was[-1]:
        was[-1] = "stories:"
    assert [line for line in left if line] == [line for line in was if line]
    ends = set(re.findall(r"\r\n|\n|\r", "".join(lines)))
    assert ends == set(re.findall(r"\r\n|\n|\r", text))


def test_a_byte_order_mark_and_the_rights_of_the_file_stay(copy):
    """What stands before the first word, and who may read the file, are kept."""
    copy.write_bytes(b"\xef\xbb\xbf" + copy.read_bytes())
    copy.chmod(0o640)
    add_story(copy, STORY)
    assert copy.read_bytes().startswith(b"\xef\xbb\xbfformat")
    assert copy.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(copy, tmp_path):
    """The file behind it is written."""
    link = tmp_path / "link.yaml"
    link.symlink_to(copy)
    add_story(link, STORY)
    assert link.is_symlink()
    assert load_persona(copy).stories[-1] == STORY


@pytest.mark.parametrize(
    "stories", ["stories: [{name: a, talk: [Hi.]}]\n", "stories:\n  [{name: a, talk: [Hi.]}]\n"]
)
def test_stories_in_brackets_are_left_alone_and_the_story_is_shown(copy, stories):
    """The coach can put it in by hand; nothing was written."""
    copy.write_text(HEAD + stories, encoding="utf-8")
    before = copy.read_bytes()
    with pytest.raises(NotBlessedError, match=r"in brackets.*\n  - name: kept"):
        add_story(copy, STORY)
    assert copy.read_bytes() == before


def test_when_writing_fails_the_old_script_stands_alone(copy, monkeypatch):
    """A full disk or a crash leaves the old file, and nothing beside it."""
    before = copy.read_bytes()

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        add_story(copy, STORY)
    assert copy.read_bytes() == before
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


def test_a_story_that_would_not_hold_is_not_written(copy):
    """What is promised is played first."""
    wrong = replace(STORY, talk=(StoryStep("Hello.", Expectation(beat="granted")),))
    before = copy.read_bytes()
    with pytest.raises(NotBlessedError, match="would not go as promised"):
        add_story(copy, wrong)
    assert copy.read_bytes() == before


@settings(max_examples=80, deadline=None)
@given(reply=st.text(max_size=40), name=st.text(max_size=20))
def test_whatever_was_typed_reads_back_as_it_was_or_does_not_read_at_all(reply, name):
    """Quotes, colons, emoji and line breaks survive; what no script may hold is never changed."""
    words, title = reply.strip(), " ".join(name.split()) or "x"
    text, _ = with_story(TEXT, Story(title, (StoryStep(words),)))
    try:
        story = parse_persona(text).stories[-1]
    except ValueError:
        return
    assert (story.name, story.talk[0].you) == (title, words)
