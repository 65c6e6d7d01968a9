"""Which points of a pitch a reply used."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.pitch import POINT_KINDS, Pitch, points_used
from rehearse.pitch.figures import figures

PITCH = Pitch(
    name="Sam",
    role="shift supervisor",
    date="October",
    achievements=(
        "Cut returns by 14 percent since spring",
        "Trained three apprentices on the press",
        "Rebuilt the handover checklist",
    ),
    value=("You get the rota off your desk", "Fewer night call-outs for the team"),
    plan=("Shadow Priya on two weekend shifts", "Finish the safety course"),
)

USED = [
    # a reply, and the points it uses
    ("I want to be shift supervisor.", ["shift supervisor"]),
    ("supervisor of the shift, that is what I am after", ["shift supervisor"]),
    ("Could we settle it by October?", ["October"]),
    ("Returns are down 14% on my line.", ["Cut returns by 14 percent since spring"]),
    ("we cut the returns by fourteen per cent", ["Cut returns by 14 percent since spring"]),
    ("Retuns fell by 14 percent, I cut them", ["Cut returns by 14 percent since spring"]),
    ("I've trained 3 apprentices this year", ["Trained three apprentices on the press"]),
    ("The checklist for handover: I rebuilt that.", ["Rebuilt the handover checklist"]),
    ("It would take the rota off your desk", ["You get the rota off your desk"]),
    ("I will be finishing the safety course", ["Finish the safety course"]),
    (
        "I'd be shift supervisor by October, after shadowing Priya on two weekends",
        ["shift supervisor", "October", "Shadow Priya on two weekend shifts"],
    ),
    # another figure, or none: another claim
    ("I cut returns by 12 percent", []),
    ("I cut returns a lot", []),
    ("Trained five apprentices on the press", []),
    # one shared word says nothing
    ("I work the shift with the others", []),
    ("Can you get the desk moved?", []),
    ("14 people were at the meeting", []),
    # the words are all there, but far apart and about other things
    ("The course " + "went on and on about everything under the sun " * 4 + " safety", []),
    ("", []),
    ("???", []),
]


@pytest.mark.parametrize(("reply", "points"), USED)
def test_used(reply, points):
    """A point counts as used when its content and its figure are in the reply, however worded."""
    assert [use.point for use in points_used(reply, PITCH)] == points


def test_the_span_holds_the_words_used():
    """The span of a point is the stretch of the reply that used it."""
    reply = "Well. As I said, returns are down 14% now. Thanks."
    (use,) = points_used(reply, PITCH)
    assert use.kind == "achievements"
    assert reply[slice(*use.span)] == "returns are down 14%"


def test_a_figure_alone_can_be_a_point():
    """A point that is nothing but a figure is used by that figure."""
    pitch = Pitch(achievements=("40,000 a year",))
    assert points_used("that saved 40k", pitch) == ()
    assert [u.point for u in points_used("that saved 40k a year", pitch)] == ["40,000 a year"]


def test_an_empty_pitch_has_no_points():
    """Without a pitch there is nothing to use."""
    assert points_used("I want to be shift supervisor.", Pitch()) == ()


@pytest.mark.parametrize("kind_and_words", PITCH.points())
def test_every_point_is_used_by_its_own_words(kind_and_words):
    """Who says a point as they wrote it down has used it."""
    kind, words = kind_and_words
    assert (kind, words) in [(u.kind, u.point) for u in points_used(words, PITCH)]


@settings(deadline=None, max_examples=100)
@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(st.sampled_from(" ".join(w for _, w in PITCH.points()).split())).map(" ".join),
    )
)
def test_any_reply(reply):
    """Whatever is typed, the uses lie within the reply and are points of the pitch."""
    for use in points_used(reply, PITCH):
        start, end = use.span
        assert 0 <= start < end <= len(reply)
        assert (use.kind, use.point) in PITCH.points()
        assert use.kind in POINT_KINDS


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("14 %", [14]),
        ("fourteen percent", [14]),
        ("twenty five thousand", [25000]),
        ("a dozen", [12]),
        ("1,250 units", [1250]),
        ("2.5 days", [2.5]),
        ("2,5 days", [2.5]),
        ("£40k", [40000]),
        ("three hundred and one", [300]),
        ("one of us", []),
        ("one hundred", [100]),
        ("no number", []),
        ("from 3 to 4", [3, 4]),
    ],
)
def test_figures(words, values):
    """Figures are read as digits, with k and m, or spelled out; a lone "one" is none."""
    from rehearse.reading.normalise import normalise

    assert [value for value, _ in figures(normalise(words).words)] == values
