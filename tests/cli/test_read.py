"""`rehearse read`: what programs get and what people see."""

import json
import subprocess
import sys

import pytest

from rehearse.dialogue import Rehearsal
from rehearse.persona import load_persona
from rehearse.reading import TONES, read_reply, smallest_edit

REPLY = "I want the team lead role by June, but you never listen."


def test_the_reading_has_the_fields_of_the_contract(rehearse):
    """text, tone, certain, firmness, respect, moves and cues, with spans into the text as typed."""
    answer = rehearse("read", REPLY, "--json")
    reading = answer.json()
    assert (answer.code, answer.err) == (0, "")
    assert reading["text"] == REPLY
    assert reading["tone"] in TONES
    assert isinstance(reading["certain"], bool)
    assert 0 <= reading["firmness"] <= 1
    assert 0 <= reading["respect"] <= 1
    assert reading["moves"]
    assert reading["cues"]
    for move in reading["moves"]:
        assert {"move", "confidence", "span", "phrase"} <= set(move)
    for cue in reading["cues"]:
        assert {"span", "phrase", "similarity", "firmness", "respect"} <= set(cue)
    for start, end in [item["span"] for item in reading["moves"] + reading["cues"]]:
        assert 0 <= start < end <= len(REPLY)


def test_each_line_of_a_pipe_gets_its_answer_in_order(rehearse):
    """Plain lines, empty ones and JSON objects are answered one line each, in order."""
    lines = ["Thank you.", "", '{"text": "I want the lead role.", "in_reply_to": "Well?"}',
             "  spaces kept  ", '{"text": "x", "in_reply_to": null}', "[not an object]", "{broken"]  # fmt: skip
    answer = rehearse("read", "--json", stdin="\n".join(lines).encode())
    texts = [json.loads(line)["text"] for line in answer.out.splitlines()]
    assert texts == ["Thank you.", "", "I want the lead role.", "  spaces kept  ", "x",
                     "[not an object]", "{broken"]  # fmt: skip


def test_a_line_in_a_pipe_reads_as_the_same_text_given_alone(rehearse):
    """It makes no difference which way a reply comes in."""
    alone = rehearse("read", REPLY, "--json", "--in-reply-to", "Well?").json()
    piped = rehearse("read", "--json", "--in-reply-to", "Well?", stdin=REPLY.encode()).json()
    assert alone == piped == read_reply(REPLY, "Well?").to_json()


def test_an_answer_comes_before_the_next_line_is_given():
    """Answers are handed over at once, so that a program can talk with `read` line by line."""
    process = subprocess.Popen(
        [sys.executable, "-m", "rehearse", "read", "--json"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    for text in ("First.", "Second."):
        process.stdin.write(text.encode() + b"\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["text"] == text
    process.stdin.close()
    assert process.wait() == 0


def test_hidden_line_breaks_do_not_break_lines(rehearse):
    """Characters that some programs take for line ends are escaped in JSON lines."""
    answer = rehearse("read", "--json", stdin="a\u2028b\x85c\n".encode())
    assert len(answer.out.splitlines()) == 1
    assert json.loads(answer.out)["text"] == "a\u2028b\x85c"


BAD_LINES = {
    b'{"in_reply_to": "x"}': '<standard input>:1:1: error R100: The object has no "text".',
    b'{"text": 3}': '<standard input>:1:2: error R100: "text" is not text.',
    b'{"text": "x", "in_reply_to": []}': '<standard input>:1:15: error R100: "in_reply_to" is not',
    b"caf\xe9": "<standard input>:1:4: error R100: This is not UTF-8 text.",
}


@pytest.mark.parametrize("line", BAD_LINES)
def test_a_line_that_is_no_reply_is_refused_with_its_place(rehearse, line):
    """A bad line exits 2 with line and column; the lines before it keep their answers."""
    answer = rehearse("read", "--json", stdin=b"Fine.\n" + line)
    assert answer.code == 2
    assert len(answer.out.splitlines()) == 1
    assert answer.err.startswith(BAD_LINES[line].replace(":1:", ":2:", 1))


def test_a_person_sees_what_counted_the_edit_the_moves_and_the_sum(rehearse):
    """The reply with marks under its phrases, its tone, its smallest edit, its moves, the sum."""
    answer = rehearse("read", REPLY)
    lines = answer.out.splitlines()
    assert lines[0].strip() == REPLY
    assert set(lines[1]) <= {" ", "^", "."}
    reading = read_reply(REPLY)
    for cue in reading.cues:
        start, end = cue.span
        if cue.source.partition(":")[0] in ("tone", "move"):
            assert lines[1][2 + start : 2 + end] == "^" * (end - start)
    assert "Tone: " in answer.out
    for hit in reading.moves:
        assert f"({hit.move}, " in " ".join(answer.out.split())
    assert "The sum" in answer.out
    edit = smallest_edit(reading)
    if edit is not None:
        assert edit.text in " ".join(answer.out.split())


def test_every_cue_can_be_seen(rehearse):
    """With --all each cue of the reading has a row of its own, and they add up."""
    table = rehearse("read", REPLY, "--all").out.partition("The sum")[2].partition("How to read")[0]
    lines = table.splitlines()[1:]
    assert len(lines) == len(read_reply(REPLY).cues) + 2


@pytest.mark.parametrize("text", ["", " ", "\n", "?!", "\u0301", "你好" * 60, "x" * 400])
def test_any_text_can_be_shown(rehearse, text):
    """Odd replies are shown too, within the page."""
    answer = rehearse("read", text)
    assert answer.code == 0
    assert "Tone: " in answer.out


def test_windows_lines_and_a_byte_order_mark_are_taken(rehearse):
    """A file from another system reads the same."""
    answer = rehearse("read", "--json", stdin=b"\xef\xbb\xbfHello.\r\nBye.\r\n")
    assert [json.loads(line)["text"] for line in answer.out.splitlines()] == ["Hello.", "Bye."]


@pytest.fixture
def own_script(tmp_path, script):
    """A script with a phrase and a topic of its own."""
    path = tmp_path / "mina-test.yaml"
    own = "phrases: {acknowledge: [must have been horrible]}\ntopics: {rota: [the rota]}\n"
    path.write_text(script.read_text() + own)
    return path


SPOKEN = "That must have been horrible. But it's not about the rota, sorry?"


@pytest.mark.parametrize("by_id", [False, True])
def test_a_manager_s_phrases_and_topics_count_and_are_shown(rehearse, own_script, by_id):
    """By path and by id: as a talk with that manager would hear it, with the words."""
    named = ("mina-test", "--personas", own_script.parent) if by_id else (own_script,)
    shown = rehearse("read", SPOKEN, "--persona", *named)
    assert (shown.code, shown.err) == (0, "")
    assert 'Phrase of Mina Test\'s script: "must have been horrible" (acknowledge)' in shown.out
    assert 'the topic rota: "the rota" (topic)' in shown.out
    data = rehearse("read", SPOKEN, "--persona", *named, "--json").json()
    assert "acknowledge" in {move["move"] for move in data["moves"]}
    assert list(data["topics"]) == ["rota"]
    turn = Rehearsal(load_persona(own_script), seed=1).reply(SPOKEN)
    alone = rehearse("read", SPOKEN, "--json").json()
    assert [hit.move for hit in turn.reading.moves] == [hit["move"] for hit in data["moves"]]
    assert alone["topics"] == {}
    assert "script" not in rehearse("read", SPOKEN).out


def test_phrases_of_the_learner_and_of_a_manager_are_told_apart(rehearse, own_script, tmp_path):
    """Each is shown as what it is."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "phrases.yaml").write_text("format: 1\nplan: [it is about tea]\n")
    shown = rehearse("read", "It is about tea. Must have been horrible.", "--persona", own_script)
    assert 'Your own phrase: "It is about tea" (plan)' in shown.out
    assert 'Phrase of Mina Test\'s script: "Must have been horrible" (acknowledge)' in shown.out


@pytest.mark.parametrize("wrong", [("--persona", "no-one"), ("--personas", ".")])
def test_a_manager_that_is_not_there_is_told_in_a_sentence(rehearse, wrong):
    """On standard error, exit 2; so is a folder that nobody is looked for in."""
    answer = rehearse("read", "Hello.", *wrong)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("rehearse read: ")


def test_what_rules_can_listen_for_is_named_with_its_words(rehearse):
    """Signals and mentions stand beside the moves; where there are none, nothing does."""
    out = " ".join(rehearse("read", "Would the team lead role start by June?").out.split())
    also = out.partition("Also heard:")[2]
    for one in ("a question (question)", 'a role: "team lead" (mentions)', 'a date: "by June"'):
        assert one in also
    assert "Also heard" not in rehearse("read", "Mm hm").out


@pytest.mark.parametrize("more", [(), ("--plain",), ("--all",)])
def test_a_sentence_says_how_to_read_the_sum(rehearse, more):
    """Whatever form it has."""
    out = " ".join(rehearse("read", REPLY, *more).out.split())
    assert "How to read it: + makes a reply firmer or more respectful" in out
