"""`# rehearse: allow CODE because …`: findings switched off, and remarks that do not count."""

from pathlib import Path

import pytest

from rehearse.persona import check_persona_text, parse_persona
from rehearse.source import SourceError

BASE = (Path(__file__).parent / "pages" / "jo-field.yaml").read_text(encoding="utf-8")
THREE = "    otherwise: [What else?, And more?, What did it change?]"
ONE = "    otherwise: [What else?]"


def codes(text):
    """The codes found, in the order of the file."""
    return [one.code for one in check_persona_text(text, "jo-field.yaml")]


def test_a_finding_is_allowed_on_its_own_line():
    """With a reason the finding is gone, and nothing is said of the remark."""
    assert codes(BASE.replace(THREE, ONE)) == ["P403"]
    assert codes(BASE.replace(THREE, f"{ONE}  # rehearse: allow P403 because he is curt")) == []


def test_a_remark_on_a_line_of_its_own_speaks_for_the_next():
    """Remarks and blank lines between the two do not matter."""
    above = "    # rehearse: allow P403 because he is curt\n\n    # a remark\n"
    assert codes(BASE.replace(THREE, above + ONE)) == []


def test_several_codes_may_be_allowed_at_once():
    """They are parted by commas; each must be needed."""
    line = "    otherwise: [What else?, What else?]  # rehearse: allow P403, P404 because so"
    assert codes(BASE.replace(THREE, line)) == []
    assert codes(BASE.replace(THREE, line.replace("P404", "P402"))) == ["P404", "P015"]


def test_a_remark_speaks_for_no_other_line():
    """The same finding elsewhere stays, and the remark is said to be not needed."""
    text = BASE.replace(THREE, ONE).replace(
        "name: Jo Field", "name: Jo Field  # rehearse: allow P403 because he is curt"
    )
    assert codes(text) == ["P015", "P403"]


def test_what_would_break_the_talk_cannot_be_allowed():
    """The error stays, the script does not load, and the remark is told."""
    text = BASE.replace("moves_on: not_yet", "moves_on: not_jet  # rehearse: allow P101 because x")
    assert codes(text) == ["P101", "P014"]
    with pytest.raises(SourceError):
        parse_persona(text)


def test_an_error_that_breaks_nothing_can_be_allowed_and_the_script_loads():
    """A response that never comes is no reason to refuse a talk its coach wants."""
    wide = "      - when: evidence\n        goto: yes_then\n"
    later = wide + "      - when: {all: [evidence, plan]}\n        goto: not_yet\n"
    text = BASE.replace(wide, later)
    with pytest.raises(SourceError):
        parse_persona(text)
    remark = "      # rehearse: allow P303 because it is for later\n      - when: {all:"
    parse_persona(text.replace("      - when: {all: [evidence", f"{remark} [evidence"))


def test_a_misspelt_code_is_answered_with_the_nearest():
    """Did you mean, as for every name."""
    text = BASE.replace(THREE, f"{THREE}  # rehearse: allow P4033 because he is curt")
    [found] = check_persona_text(text, "jo-field.yaml")
    assert found.code == "P014"
    assert "Did you mean P403?" in found.mend
