import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehearse.persona.model import Range
from rehearse.persona.ranges import read_range


@pytest.mark.parametrize(("text", "expected"), [
    ("at least 40", Range(40, None)), ("at most 30", Range(None, 30)), ("over 40", Range(41, None)),
    ("under 5", Range(None, 4)), ("2 to 4", Range(2, 4)), ("3", Range(3, 3)),
    ("over 40.5", Range(41, None)), ("under 40.5", Range(None, 40)), (" at  least 4", None),
    ("at least  4", Range(4, None)), (">4", None), ("40+", None), ("", None), ("-3", None),
])  # fmt: skip
def test_ranges_are_read_as_people_write_them(text, expected):
    """Each way of writing a range of whole numbers, and what is none."""
    assert read_range(text) == expected


def test_over_and_under_leave_the_number_itself_out():
    """For fractions the range begins right beside the number."""
    over, under = read_range("over 0.5", whole=False), read_range("under 0.5", whole=False)
    assert not over.holds(0.5)
    assert over.holds(math.nextafter(0.5, 1))
    assert not under.holds(0.5)
    assert under.holds(math.nextafter(0.5, 0))


@given(st.integers(0, 120), st.integers(0, 120))
def test_whole_numbers_fall_in_ranges_as_in_speech(number, value):
    """Over, under, at least and at most mean for every number what the words say."""
    assert read_range(f"over {number}").holds(value) == (value > number)
    assert read_range(f"under {number}").holds(value) == (value < number)
    assert read_range(f"at least {number}").holds(value) == (value >= number)
    assert read_range(f"at most {number}").holds(value) == (value <= number)
