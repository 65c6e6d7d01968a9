"""Taking in talks written down as text, in the ways people write them down."""

import re

import pytest

from rehearse.source.problem import SourceError
from rehearse.transcript import parse_transcript, transcript_lines
from rehearse.transcript.importing import import_talk
from rehearse.transcript.replaying import moments

PLAIN = """Manager: You wanted to talk?
Me: Yes. I want the lead role.
Manager: Why you?
Me: I built the billing report.
Manager: Let me think.
"""

SAME_TALK = {
    "plain": PLAIN,
    "other words for the two": PLAIN.replace("Me:", "You:").replace("Manager:", "Boss:"),
    "the manager's name": PLAIN.replace("Manager:", "Dana Whitlock:"),
    "the learner's name": PLAIN.replace("Me:", "Kim:"),
    "I and you": PLAIN.replace("Me:", "I:").replace("Manager:", "You:"),
    "an employee": PLAIN.replace("Me:", "EMPLOYEE:"),
    "times in front": re.sub("^", "[10:02] ", PLAIN.strip(), flags=re.M),
    "dates and times in front": re.sub("^", "2026-03-04 10:02:33 - ", PLAIN.strip(), flags=re.M),
    "times behind the name": PLAIN.replace("Me:", "Me (10:02):"),
    "bold names": PLAIN.replace("Me:", "**Me:**").replace("Manager:", "**Manager**:"),
    "a markdown list": re.sub("^", "- ", PLAIN.strip(), flags=re.M),
    "a numbered list": re.sub("^", "1. ", PLAIN.strip(), flags=re.M),
    "a quotation": re.sub("^", "> ", PLAIN.strip(), flags=re.M),
    "blank lines, a heading and a rule": "# My talk\n\n---\n\n" + PLAIN.replace("\n", "\n\n"),
    "a name on a line of its own": PLAIN.replace(": ", ":\n"),
    "several lines each": PLAIN.replace("Yes. I", "Yes.\nI"),
    "the name again on each line": PLAIN.replace("Yes. I", "Yes.\nMe: I"),
    "windows newlines": PLAIN.replace("\n", "\r\n"),
    "no space behind the colon": PLAIN.replace(": ", ":"),
}  # fmt: skip


@pytest.mark.parametrize("way", SAME_TALK)
def test_every_way_of_writing_a_talk_down_gives_the_same_talk(way):
    """Names, times and markdown differ; who said what comes out the same."""
    transcript = import_talk(SAME_TALK[way], "talk.txt")
    assert [(turn.manager, turn.reply) for turn in transcript.turns] == [
        (("You wanted to talk?",), "Yes. I want the lead role."),
        (("Why you?",), "I built the billing report."),
    ]
    assert moments(transcript)[-1].answer == ("Let me think.",)


def test_an_imported_talk_has_readings_and_no_script():
    """Its header says persona null; its turns have a reading but no state, mood, to or rule."""
    transcript = import_talk(PLAIN, "talk.txt")
    assert transcript.header.persona is None
    first = transcript.turns[0]
    assert (first.state, first.mood, first.to, first.rule) == (None, None, None, "")
    assert first.reading.has("direct_ask")


def test_an_imported_talk_survives_its_file():
    """Written as a transcript and read back, nothing is lost, the manager's last word included."""
    transcript = import_talk(PLAIN, "talk.txt")
    content = "".join(line + "\n" for line in transcript_lines(transcript)).encode()
    again = parse_transcript(content, "")
    assert again.turns == transcript.turns
    assert moments(again) == moments(transcript)


def test_the_same_text_gives_the_same_bytes():
    """No clock and no chance enter an imported talk."""
    first, second = (list(transcript_lines(import_talk(PLAIN, "t"))) for _ in range(2))
    assert first == second


def test_a_colon_inside_a_sentence_starts_no_speaker():
    """Words with a colon after them, a time or an address go on with what is being said."""
    text = "Boss: Well?\nMe: I see it so:\none thing: I did it\nat 10:02: yes\nNote: see http://a.b"
    [turn] = import_talk(text, "t").turns
    assert turn.reply == "I see it so: one thing: I did it at 10:02: yes Note: see http://a.b"


UNCLEAR = {
    "nobody is named": ("Hello there.\nHow are you?", "t:1:1", "No line says who speaks"),
    "empty": ("", "t:1:1", "No line says who speaks"),
    "two names and nobody is me": ("Kim: hi\nDana: yes?\n", "t:1:1", "could be you or the manager"),
    "a third speaker": (PLAIN + "Pat: Hi.\nMe: Hi.\nPat: Bye.\n", "t:6:1", "third speaker"),
    "only the manager": ("Manager: Hello?\nManager: Anyone?", "t:1:1", "You say nothing"),
    "words before anybody": ("So it began.\nMe: Hi.\nBoss: Hi.", "t:1:1", "Nobody is named"),
}


@pytest.mark.parametrize("case", UNCLEAR)
def test_what_is_not_clear_is_asked_about_with_its_line(case):
    """A talk nobody could place is refused with the line and how to write it."""
    text, place, words = UNCLEAR[case]
    with pytest.raises(SourceError) as caught:
        import_talk(text, "t")
    problem = caught.value.problems[0]
    assert str(problem.place) == place
    assert words in problem.message
    assert '"Me:"' in problem.mend
