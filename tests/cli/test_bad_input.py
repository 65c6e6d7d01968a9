"""Bad usage and bad input: always exit 2, always a sentence, never a traceback."""

import pytest

ARGUMENTS = [
    ["--nonsense"],
    ["nonsense"],
    [""],
    ["practice", "a", "b"],
    ["practice", "--seed", "four"],
    ["practice", "--seed"],
    ["practice", "--save", "{here}"],
    ["practice", "--save", "{here}/no/folder/t.jsonl"],
    ["practice", "--save", "{here}/t.jsonl", "--no-save"],
    ["practice", "--resume", "--seed", "3"],
    ["personas", "extra"],
    ["pitch", "{here}/none.yaml"],
    ["pitch", "--json"],
    ["pitch", "{binary}"],
    ["read", "--bogus"],
    ["read", "two", "texts"],
    ["read", "--in-reply-to"],
    ["replay"],
    ["replay", "{here}"],
    ["replay", "{here}/none.jsonl"],
    ["replay", "{binary}"],
    ["replay", "{empty}"],
    ["replay", "a\0b"],
    ["score"],
    ["score", "{here}/none.jsonl"],
    ["score", "{text}", "--json"],
    ["score", "-"],
    ["import", "{here}/none.txt"],
    ["import", "{binary}"],
    ["import", "{empty}"],
    ["import", "-"],
    ["import", "{here}"],
    ["import", "{dialogue}", "-o", "{here}"],
    ["import", "{dialogue}", "-o", "{here}/no/out.jsonl"],
    ["check"],
    ["check", "{here}/none.yaml"],
    ["test"],
    ["test", "a\0b"],
]


@pytest.mark.parametrize(
    "arguments", ARGUMENTS, ids=lambda words: " ".join(words).replace("\0", "0")
)
def test_bad_input_exits_2_in_a_sentence(rehearse, tmp_path, arguments):
    """Nothing on standard output, one short complaint on standard error, exit 2."""
    files = {"binary": b"\xff\xfe\x00\x01", "empty": b"", "text": b"Hello there.\n",
             "dialogue": b"Me: Hi.\nBoss: Hi.\n"}  # fmt: skip
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    places = {"here": tmp_path, **{name: tmp_path / name for name in files}}
    answer = rehearse(*(word.format(**places) for word in arguments))
    assert answer.code == 2
    assert answer.err.strip()
    assert "Traceback" not in answer.err
    assert "inside the program" not in answer.err
    assert len(answer.err.strip().splitlines()) <= 3
    if arguments[0] not in ("check", "test"):
        assert answer.out == ""
