"""The rubric file: what it must hold, and what is said when it does not."""

import re

import pytest

from rehearse.scoring import load_rubric
from rehearse.scoring.criteria import CRITERIA
from rehearse.scoring.rubric import BUILT_IN
from rehearse.source import SourceError

TEXT = BUILT_IN.read_text(encoding="utf-8")
LAST = {"H": 9, "P": 14, "D": 4, "M": 12, "S": 8}


def test_the_rubric_prices_every_criterion():
    """All eight criteria are in the rubric, in a fixed order, with weights that add up to 1."""
    rubric = load_rubric()
    assert [rule.id for rule in rubric.criteria] == list(CRITERIA)
    assert sum(rule.hundredths for rule in rubric.criteria) == 100
    assert all(rule.hundredths % 5 == 0 for rule in rubric.criteria)
    assert len(rubric.sha256) == 64


def test_full_marks_can_be_reached():
    """In every criterion the first points of all gains together make at least 100."""
    for rule in load_rubric().criteria:
        assert sum(sum(p.points) for p in rule.prices.values() if p.points[0] > 0) >= 100, rule.id


def test_every_principle_named_exists():
    """Ids in the rubric are those of the coaching principles, and stand in brackets at the end."""
    named = re.findall(r"\(([A-Z]\d+)\)", TEXT)
    assert named
    for name in named + [p for rule in load_rubric().criteria for p in rule.principles]:
        assert 1 <= int(name[1:]) <= LAST[name[0]], name
    for rule in load_rubric().criteria:
        for price in rule.prices.values():
            assert all(
                re.search(r"\([A-Z]\d+\)\.$", s)
                for s in (price.why, *price.also, price.next_time)
                if s
            )


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("id: tone", "id: tones", "S101", "Did you mean tone?"),
        ("      hinted:", "      hintd:", "S102", "Did you mean hinted?"),
        ("      hinted:", "      hintd:", "S103", '"hinted" has no price'),
        ("gives: [6]", "gives: [6]\n        costs: [3]", "S104", "either gives or costs"),
        ("gives: [55, 5]", "gives: [5, 55]", "S105", "grow"),
        ("weight: 0.20", "weight: 0.30", "S106", "add up to 1.1"),
        ("weight: 0.20", "weight: much", "P006", "0.05"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_mend(tmp_path, old, new, code, words):
    """Each mistake is refused with its line and column, what is wrong and what to write."""
    assert old in TEXT
    path = tmp_path / "rubric.yaml"
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        load_rubric(path)
    assert code in {problem.code for problem in caught.value.problems}
    assert words in str(caught.value)
    assert re.search(r"rubric\.yaml:\d+:\d+: error", str(caught.value))


def test_a_rubric_of_ones_own_changes_the_score(tmp_path, corpus, make_transcript):
    """A rubric given to `score` is the one used, and its fingerprint is on the card."""
    from rehearse.scoring import score

    path = tmp_path / "rubric.yaml"
    path.write_text(TEXT.replace("gives: [55, 5]", "gives: [10, 5]"), encoding="utf-8")
    own = load_rubric(path)
    transcript = make_transcript(corpus[0].lines)
    mine, theirs = score(transcript, own), score(transcript)
    assert mine.overall < theirs.overall
    assert mine.rubric == own.sha256 != theirs.rubric


def test_the_same_thing_is_told_in_other_words_when_it_comes_again(make_transcript, spoken):
    """Four good lines in a row have four different reasons, the same ones each time."""
    from rehearse.scoring import score

    moves = ("direct_ask", "evidence", "plan", "next_steps")
    lines = [spoken("Hm.", f"One {move} and two {move}s.", f"assertive: {move}") for move in moves]
    tone = score(make_transcript(lines)).criteria[0]
    assert len({entry.why for entry in tone.evidence}) == 4
    assert score(make_transcript(lines)).criteria[0] == tone
