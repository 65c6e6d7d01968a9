"""The verdict: from four sums to a tone, and each contribution as it counts on the reply's side."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehearse.reading import read_reply
from rehearse.reading.axes import FIRM, LOW_RESPECT, Contribution
from rehearse.reading.model import MoveHit, Reading
from rehearse.reading.verdict import HOSTILE_FROM, Sums, on_its_side, verdict

sums = st.builds(Sums, *[st.floats(-25, 25, allow_nan=False).map(lambda x: round(x, 4))] * 4)
shares = st.floats(-6, 6, allow_nan=False).map(lambda x: round(x, 4))
contributions = st.lists(
    st.builds(
        lambda f, r, v, i: Contribution("word", "a", 100.0, 0, 1, (0, 1), f, r, v, i),
        shares, shares, shares, shares,
    ),
    min_size=1,
    max_size=8,
)  # fmt: skip

REPLIES = (
    "I would like to be considered for the senior role in March.",
    "You never listen to a word I say.",
    "Sure, whatever you think is best, as usual.",
    "sorry to bother you, it's nothing really, forget it",
    "ok, go on",
    "If I don't get it by Friday I'm out of here.",
)


@given(sums)
def test_a_tone_lies_on_its_side_of_both_borders(found: Sums) -> None:
    """Low respect means a hostile tone and no other; firmness tells the firm tones from the soft."""
    one = verdict(found)
    assert (one.respect < LOW_RESPECT) == (one.tone in ("aggressive", "passive_aggressive"))
    if one.tone == "neutral":
        assert one.firmness == FIRM
    else:
        assert (one.firmness > FIRM) == (one.tone in ("assertive", "aggressive"))
    assert 0 < one.likely <= 1


@given(sums, st.floats(0.1, 5))
def test_more_respect_never_makes_a_reply_hostile(found: Sums, more: float) -> None:
    """What speaks for respect alone can only lead away from the hostile tones."""
    better = verdict(found._replace(respect=found.respect + more))
    assert better.hostile <= verdict(found).hostile


@given(contributions)
def test_the_order_of_contributions_does_not_matter(parts: list[Contribution]) -> None:
    """The sums, and so the verdict, are the same in whatever order cues are found."""
    assert Sums.of(parts) == Sums.of(parts[::-1])


@given(contributions)
def test_what_is_shown_for_each_word_adds_up_to_what_told(parts: list[Contribution]) -> None:
    """On the side of the reply, the shares add up to the score of its tone over the one beside it."""
    total = Sums.of(parts)
    one = verdict(total)
    shown = Sums.of(on_its_side(part, one) for part in parts)
    firm = total.firmness - total.veiled if one.hostile else total.firmness
    assert math.isclose(shown.firmness, firm, abs_tol=1e-2)
    side = 0.5 if one.firmness > FIRM else -0.5
    assert math.isclose(shown.respect, total.respect + side * total.veiled, abs_tol=1e-2)


@pytest.mark.parametrize("text", REPLIES)
def test_the_place_of_a_reading_is_the_sum_of_its_cues(text: str) -> None:
    """Firmness and respect as given are the logistic of what the cues add, to the last digit shown."""
    reading = read_reply(text)
    for place, total in (
        (reading.firmness, math.fsum(cue.firmness for cue in reading.cues)),
        (reading.respect, math.fsum(cue.respect for cue in reading.cues)),
    ):
        assert math.isclose(place, 1 / (1 + math.exp(-total)), abs_tol=1e-4)


def test_a_civil_reply_is_not_called_hostile_on_an_even_chance() -> None:
    """Where hostile and civil are as likely as each other, the reply is held to be civil."""
    assert HOSTILE_FROM > 0.5
    assert not verdict(Sums(20.0, LOW_RESPECT, 0.0, -20.0)).hostile


def test_a_sour_move_counts_only_when_it_is_fairly_sure():
    """Blame found with doubt is shown and not acted on; a doubtful request is."""
    hits = [MoveHit(move, sure, (0, 4), "") for move, sure in
            (("blame", 0.79), ("demand", 0.8), ("direct_ask", 0.5))]  # fmt: skip
    reading = Reading("What", "neutral", False, 0.5, 0.5, moves=tuple(hits))
    assert [hit.move for hit in hits if reading.has(hit.move)] == ["blame", "demand", "direct_ask"]
    assert [hit.move for hit in hits if reading.counts(hit.move)] == ["demand", "direct_ask"]
