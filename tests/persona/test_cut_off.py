"""Scripts broken off anywhere: only findings come of it, each within the file."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.persona import built_in_folder, check_persona_text

BASE = (Path(__file__).parent / "pages" / "jo-field.yaml").read_text(encoding="utf-8")
SHIPPED = sorted(built_in_folder().glob("*.yaml"))
TYPED = [*"\"'[]{}:#-&*!|>%@,\t\n(", "\n- ", ": ", "é"]
STEP = 9973  # bytes, a prime: scripts/benchmark-check --cuts 1 cuts everywhere


def within(text, file):
    """Check it, and see that each finding is complete and lies in the file or in a part of it."""
    lines = text.count("\n") + 1
    for one in check_persona_text(text, file):
        assert one.place.line >= 1
        assert one.place.line <= lines or one.place.file != file
        assert one.place.column >= 1
        assert one.code
        assert one.message.endswith((".", "!", "?"))
        one.render()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_script_cut_off_gives_findings_alone(path):
    """Whatever is missing from its end, nothing else than findings comes out."""
    data = path.read_bytes()
    for end in range(1, len(data), STEP):
        within(data[:end].decode("utf-8", "ignore"), str(path))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_script_raises_nothing(path):
    """No error, no warning, no hint."""
    found = check_persona_text(path.read_text(encoding="utf-8"), str(path))
    assert [one.render() for one in found] == []


def test_a_small_script_cut_off_gives_findings_alone():
    """Every third place it can be cut at is tried."""
    for end in range(1, len(BASE), 3):
        within(BASE[:end], "jo-field.yaml")


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_script_with_lines_taken_out_or_put_elsewhere_gives_findings_alone(data):
    """The mistakes of a hurried editor end in findings too."""
    lines = BASE.splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        line = lines.pop(data.draw(st.integers(0, len(lines) - 1)))
        if data.draw(st.booleans()):
            lines.insert(data.draw(st.integers(0, len(lines))), line)
    within("\n".join(lines), "jo-field.yaml")


@settings(max_examples=150, deadline=None)
@given(
    at=st.integers(0, len(BASE) - 1),
    typed=st.sampled_from(TYPED),
)
def test_a_stray_sign_gives_findings_alone(at, typed):
    """A key hit by mistake, anywhere."""
    within(BASE[:at] + typed + BASE[at:], "jo-field.yaml")
