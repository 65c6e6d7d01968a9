from contextlib import suppress
from hashlib import sha256

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rehearse.source import SourceError, load_document, parse_document, read_document
from rehearse.source.compose import compose

LOADERS = [yaml.SafeLoader] + ([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])
ALIAS_BOMB = "a: &a [x, x]\n" + "".join(
    f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


def check(text, *problems):
    """The findings about a text are exactly these: (code, line, column)."""
    try:
        found = compose(text, "f.yaml").problems
    except SourceError as error:
        found = error.problems
    assert [(one.code, one.place.line, one.place.column) for one in found] == list(problems)
    return found


@pytest.mark.parametrize("loader", LOADERS)
def test_every_scalar_stays_text(loader):
    """Words such as no, 010, 12:30 and null stay as the author wrote them."""
    root = compose("- no\n- 010\n- 12:30\n- null\n- 2026-01-02\n- 1e3\n- ~", "f", loader).root
    assert [item.value for item in root.items] == [
        "no", "010", "12:30", "null", "2026-01-02", "1e3", "~",
    ]  # fmt: skip


@pytest.mark.parametrize("loader", LOADERS)
def test_places_count_lines_and_characters_from_one(loader):
    """Accents, wide characters and emoji count as one column each."""
    root = compose("é: [日本, 😀, x]\nb:\n  c: d", "f", loader).root
    assert [item.place.column for item in root.get("é").items] == [5, 9, 12]
    assert (root.get("b").get("c").place.line, root.get("b").get("c").place.column) == (3, 6)


def test_a_missing_key_is_none():
    """Node.get answers None for a key that is not there, and for nodes that are no maps."""
    root = parse_document("a: b").root
    assert root.get("x") is None
    assert root.get("a").get("x") is None


@pytest.mark.parametrize("text", ["a: b\r\nc: d", "a: b\rc: d", "\ufeffa: b\nc: d"])
def test_line_ends_and_byte_order_mark_of_other_systems_are_read(text):
    """Windows and old Mac line ends, and a byte order mark at the start, change nothing."""
    root = parse_document(text).root
    assert list(root.entries) == ["a", "c"]
    assert root.keys["c"].place.line == 2


def test_a_key_written_twice_names_both_lines():
    """A duplicate key is reported where it is repeated, with the line of the first."""
    (found,) = check("a: 1\nb: 2\na: 3", ("P003", 3, 1))
    assert "line 1" in found.message


def test_all_duplicate_keys_are_told_at_once():
    """One reading tells every duplicate key."""
    check("a: 1\na: 2\nb: {c: 1, c: 2}\nb: 3", ("P003", 2, 1), ("P003", 3, 11), ("P003", 4, 1))


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("a: &x 1", 1, 4), ("a: *x", 1, 4), ("a: !!str 1", 1, 4), ("a:\n  <<: {b: c}", 2, 3),
     ("a: 1\n---\nb: 2", 2, 1), ("[" * 50_000, 1, 51), ("{a: " * 50_000, 1, 201),
     (ALIAS_BOMB, 1, 4), ("- " * 2000, 1, 101), ("? " * 2000, 1, 101)],
)  # fmt: skip
def test_what_yaml_could_do_to_us_is_refused(text, line, column):
    """Anchors, aliases, tags, merge keys, second documents and deep nesting are refused."""
    check(text, ("P007", line, column))


def test_a_file_over_four_megabytes_is_refused(tmp_path):
    """The size is checked before anything is read."""
    path = tmp_path / "big.yaml"
    path.write_text("a: " + "x" * 4_000_001)
    with pytest.raises(SourceError) as caught:
        load_document(path)
    assert caught.value.problems[0].code == "P007"


@pytest.mark.parametrize(
    "char", ["\x00", "\x1b", "\x9b", "\u202e", "\u2066", "\u2028", "\ufeff", "\ud800"]
)
def test_characters_that_could_deceive_are_refused_with_their_place(char):
    """Control, escape and bidi characters are found where they stand and never shown raw."""
    (found,) = check(f"a: b\nc: d{char}e", ("P001", 2, 5))
    assert char not in found.render()


@pytest.mark.parametrize("escape", [r"\e", r"\x9b", r"\u202e", r"\0"])
def test_characters_written_as_escapes_are_refused_too(escape):
    """Double quotes cannot smuggle a control character in."""
    check(f'a: "x{escape}y"', ("P001", 1, 4))


def test_text_that_is_not_utf8_is_refused_at_the_byte(tmp_path):
    """The place is the line and column of the first byte that is not UTF-8."""
    path = tmp_path / "latin.yaml"
    path.write_bytes("a: b\nc: é".encode("latin-1"))
    with pytest.raises(SourceError) as caught:
        load_document(path)
    (found,) = caught.value.problems
    assert (found.code, found.place.line, found.place.column) == ("P001", 2, 4)


@pytest.mark.parametrize("name", ["missing.yaml", ".", "nul\0.yaml"])
def test_what_cannot_be_opened_is_one_sentence(tmp_path, name):
    """A missing file, a folder and an impossible name are problems, not tracebacks."""
    with pytest.raises(SourceError) as caught:
        load_document(tmp_path / name)
    assert caught.value.problems[0].code == "P000"


def test_a_document_knows_the_hash_of_its_bytes(tmp_path):
    """The SHA-256 is that of the file as it lies on disk."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: b\r\n")
    assert read_document(path).sha256 == sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("text", "word"),
    [("a: He said: no", "quotes"), ("a:\n\t- b", "paces"), ("a: 'b", "Close"), ('a: "b', "Close"),
     ("a: [b", "Close"), ("a:\n  - *sighs* No.", "quotes"), ("a:\n  - {name}, no.", "quotes"),
     ('a:\n  - "No," she says.', "single quotes"), ("a:\n  b: 1\n c: 2", "column"),
     ("a:\n  b\nc: d\ne", "indent"), ("a: - b", "line of its own"), ('a: "\\q"', "single quotes"),
     ("a: @b", "quotes"), ("a: `b`", "quotes"), ("a: %b", "quotes"),
     ("a:\n  b:c\n  d: e", "key: value"), ("a:\n  - b\n  -c: d", "- item"), ("a: b: +5", "a: {b: +5}"),
     ("a: “Look: no.”", "straight")],
)  # fmt: skip
@pytest.mark.parametrize("loader", LOADERS)
def test_broken_yaml_is_explained_in_plain_words(text, word, loader):
    """Each usual slip gets one sentence on what is wrong and one on what to write."""
    with pytest.raises(SourceError) as caught:
        compose(text, "f.yaml", loader)
    (found,) = caught.value.problems
    assert found.code == "P002"
    assert word in found.mend
    assert not any(term in found.message for term in ("scalar", "mapping", "token", "block"))


def test_speech_that_yaml_would_cut_short_is_warned_of():
    """A hash tag that starts a comment and an item that joins the text above are told."""
    check("a: we are #1 here", ("P002", 1, 4))
    check("- b\n - c", ("P002", 2, 1))
    check("a: b # a comment")
    check("says: Band # 14", ("P002", 1, 7))
    check("says:\n  - Band # 14", ("P002", 2, 5))
    check("says: Right.  # 2 of them\ntrust: +5 # 2 more")


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text):
    """Whatever is typed, the reading ends in a document or a SourceError."""
    for loader in LOADERS:
        with suppress(SourceError):
            compose(text, "f.yaml", loader)


@given(st.text(alphabet=" \n\t-:#[]{}&*!|>'\"%@`?,ab\\<", max_size=80))
def test_any_text_of_yaml_signs_is_read_or_refused(text):
    """However the signs that mean something in YAML are mixed, both parsers end in an answer."""
    for loader in LOADERS:
        with suppress(SourceError):
            compose(text, "f.yaml", loader)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory, data):
    """Whatever bytes a file holds, reading it ends in a document or a SourceError."""
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(data)
    with suppress(SourceError):
        load_document(path)
