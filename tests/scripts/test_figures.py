"""The figures of scripts/evaluate, on cases that can be counted by hand."""

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

_PATH = Path(__file__).parents[2] / "scripts/fitting/figures.py"
_SPEC = importlib.util.spec_from_file_location("figures", _PATH)
assert _SPEC is not None
assert _SPEC.loader is not None
figures = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(figures)

TONES = ("passive", "assertive", "aggressive", "passive_aggressive", "neutral")
pairs = st.lists(st.tuples(st.sampled_from(TONES), st.sampled_from(TONES)), min_size=1)


@given(pairs)
def test_figures_stay_between_nought_and_one(found):
    """Whatever was read, no figure leaves its range."""
    for of in (figures.three_tone, figures.accuracy, figures.five_tone_f1):
        assert 0 <= of(found) <= 1
    wrong, civil = figures.taken_for_attack(found)
    assert 0 <= wrong <= civil


def test_all_right_is_one_and_all_wrong_is_nought():
    """A perfect reader gets 1 on every figure, and one that is always wrong gets 0."""
    right = [(tone, tone) for tone in TONES]
    wrong = [("passive", "assertive"), ("assertive", "passive"), ("aggressive", "passive")]
    for of in (figures.three_tone, figures.accuracy, figures.five_tone_f1):
        assert of(right) == 1
        assert of(wrong) == 0


def test_open_and_hidden_hostility_count_as_one_of_three():
    """Of three tones, taking a dig for an insult is no mistake; of five it is one."""
    found = [("aggressive", "passive_aggressive"), ("passive", "passive"), ("assertive",) * 2]
    assert figures.three_tone(found) == 1
    assert figures.accuracy(found) == pytest.approx(2 / 3)


def test_moves_are_counted_over_all_replies():
    """Two of three moves found, and one too many: two thirds right of both."""
    true, read = [{"blame", "demand"}, {"plan"}], [{"blame"}, {"plan", "hint"}]
    assert figures.micro_f1(true, read) == pytest.approx((2 / 3, 2 / 3, 2 / 3))


@given(st.lists(st.integers(-5, 5), min_size=1), st.lists(st.integers(-5, 5), min_size=1))
def test_the_area_under_the_curve_is_how_often_the_higher_is_higher(high, low):
    """It is the share of pairs in the right order, ties half."""
    wins = sum((h > other) + (h == other) / 2 for h in high for other in low)
    assert figures.area_under_curve(high, low) == pytest.approx(wins / (len(high) * len(low)))
