"""What reading a transcript file makes of sound, torn and broken ones."""

import json

import pytest

from rehearse.source.problem import SourceError
from rehearse.transcript import parse_transcript, read_transcript


def test_every_prefix_of_a_file_is_readable(recorded):
    """Cut off anywhere after its header, a transcript still gives the turns before the cut."""
    content = recorded.read_bytes()
    header_ends = content.index(b"\n")
    seen = set()
    for length in range(header_ends, len(content) + 1):
        transcript = parse_transcript(content[:length], "cut")
        seen.add(len(transcript.turns))
        rest = content[transcript.sound : length].strip()
        assert bool(transcript.torn) == bool(rest)
    assert seen == {0, 1, 2, 3}


def test_a_prefix_of_the_header_is_refused_in_a_sentence(recorded):
    """A file killed before its first line was whole is said to be no transcript."""
    content = recorded.read_bytes()
    for length in range(content.index(b"\n")):
        with pytest.raises(SourceError, match=r"^cut:1:1: error T101: "):
            parse_transcript(content[:length], "cut")


def test_a_reply_taken_back_stands_apart(recorded):
    """The turns that stand are numbered 1, 2, 3; the one taken back is kept beside them."""
    transcript = read_transcript(recorded)
    assert [turn.number for turn in transcript.turns] == [1, 2, 3]
    assert [turn.number for turn in transcript.undone] == [2]


def _lines(recorded):
    return [json.loads(line) for line in recorded.read_text("utf-8").splitlines()]


def _broken(lines, index, **changes):
    lines[index] = {**lines[index], **changes}
    return lines


BAD = {
    "a turn out of order": (lambda ls: _broken(ls, 1, turn=4), "2:2", "turn 1 should"),
    "a turn number that is text": (lambda ls: _broken(ls, 1, turn="1"), "2:2", "whole number"),
    "a turn without a reply": (lambda ls: [ls[0], {k: v for k, v in ls[1].items() if k != "reply"}], "2:1", 'no "reply"'),
    "a mood of text": (lambda ls: _broken(ls, 1, mood={"patience": "low"}), "2:", "whole number"),
    "an unknown tone": (lambda ls: _broken(ls, 1, reading={**ls[1]["reading"], "tone": "bold"}), "2:", "no tone"),
    "half a reading": (lambda ls: _broken(ls, 1, reading={"text": "x"}), "2:", "not complete"),
    "a span outside the text": (lambda ls: _broken(ls, 1, reading={**ls[1]["reading"], "text": ""}), "2:", "outside"),
    "lines that are no texts": (lambda ls: _broken(ls, 1, manager=[1]), "2:", "list of texts"),
    "an undo of nothing": (lambda ls: [ls[0], {"undo": 1}], "2:2", "no turn 1"),
    "an unknown outcome": (lambda ls: [ls[0], {"end": {"state": "x", "outcome": "won", "manager": []}}], "2:", "no outcome"),
    "a turn after the end": (lambda ls: [ls[0], ls[-1], ls[1]], "3:2", "had ended"),
    "an unknown line": (lambda ls: [ls[0], {"note": 1}], "2:1", "neither"),
    "another format": (lambda ls: _broken(ls, 0, format="diary/1"), "1:2", "no transcript"),
    "a newer version": (lambda ls: _broken(ls, 0, format="rehearse-transcript/2"), "1:2", "reads"),
    "a persona without an id": (lambda ls: _broken(ls, 0, persona={"sha256": "x"}), "1:", '"id"'),
    "a pitch of the wrong shape": (lambda ls: _broken(ls, 0, pitch={"role": 3}), "1:", "must be text"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_broken_transcript_is_refused_with_its_place(recorded, name):
    """Each way of being broken gives one complaint with the file, the line and the column."""
    change, place, words = BAD[name]
    text = "".join(json.dumps(line) + "\n" for line in change(_lines(recorded)))
    with pytest.raises(SourceError) as caught:
        parse_transcript(text.encode(), "t.jsonl")
    [problem] = caught.value.problems
    assert str(problem.place).startswith(f"t.jsonl:{place}")
    assert words in problem.message + problem.mend


def test_a_broken_line_before_the_last_is_refused(recorded):
    """Only the last line may be torn: one broken earlier means that the file was changed."""
    lines = recorded.read_bytes().splitlines(keepends=True)
    lines[2] = lines[2][:9] + b"\n"
    with pytest.raises(SourceError, match=r"^t:3:\d+: error T104: "):
        parse_transcript(b"".join(lines), "t")


def test_bytes_that_are_not_utf8_are_pointed_at(recorded):
    """A byte of another encoding is refused at its line and column."""
    lines = recorded.read_bytes().splitlines(keepends=True)
    lines[1] = lines[1].replace(b"Thanks", b"Th\xe4nks")
    with pytest.raises(SourceError, match=r"^t:2:\d+: error T103: .*UTF-8"):
        parse_transcript(b"".join(lines), "t")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"hello", b"\x00" * 50, b"[1]", b"[" * 90_000,
                                     b"\xff\xfe", b"null", b"{}", b'{"format": NaN}'])  # fmt: skip
def test_what_is_no_transcript_is_called_so(content):
    """Other files are refused in a sentence that points at their first line."""
    with pytest.raises(SourceError, match=r"^t:1:\d+: error T10"):
        parse_transcript(content, "t")


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    """A path that cannot be opened is a complaint too, not a crash."""
    for path in (tmp_path / "none", tmp_path, "a\x00b"):
        with pytest.raises(SourceError, match="T100"):
            read_transcript(path)


def test_windows_newlines_and_a_byte_order_mark_are_taken(recorded):
    """A file that went through another system reads the same."""
    content = recorded.read_bytes()
    moved = b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n")
    assert parse_transcript(moved, "t").turns == read_transcript(recorded).turns
