"""A pitch as a file: read, refused, and the one to fill in."""

from dataclasses import replace

import pytest

from rehearse.pitch import Pitch, advice, load_pitch, template
from rehearse.source import SourceError


@pytest.fixture
def write(tmp_path):
    """Writes a pitch file and gives its path."""

    def put(text):
        path = tmp_path / "pitch.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return put


def test_load(write):
    """A pitch may hold single texts, and lists or one text where there may be several points."""
    pitch = load_pitch(
        write(
            "name: Sam\nrole: shift supervisor\ndate: October\n"
            "achievements:\n  - Cut returns by 14 percent\n  - no\nvalue: Less rota for you\n"
            "plan: >\n  Shadow Priya\n  for a month\n"
        )
    )
    assert pitch == Pitch(
        name="Sam",
        role="shift supervisor",
        date="October",
        achievements=("Cut returns by 14 percent", "no"),
        value=("Less rota for you",),
        plan=("Shadow Priya for a month",),
    )
    assert Pitch.from_json(pitch.to_json()) == pitch


def test_blank_keys_are_left_out(write):
    """What a learner left empty is as if it were not there."""
    pitch = load_pitch(write("role:\ndate: ' '\nachievements:\n  -\n  - Ran the floor\nplan: []\n"))
    assert pitch == Pitch(achievements=("Ran the floor",))


def test_every_problem_at_once(write):
    """A wrong file is refused with each problem at its place, and what to write instead."""
    path = write("rolle: lead\ndate: [May]\nachievements:\n  - Waste: 14 percent\n")
    with pytest.raises(SourceError) as refused:
        load_pitch(path)
    found = {(p.code, p.place.line, p.place.column) for p in refused.value.problems}
    assert found == {("P004", 1, 1), ("P006", 2, 7), ("P006", 4, 5)}
    text = str(refused.value)
    assert f"{path}:1:1: error P004" in text
    assert "Did you mean role?" in text
    assert "double quotes" in text


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words\n", "name: [a\n", "name: a\nname: b\n"])
def test_no_pitch_at_all(write, text):
    """A file of another form is refused in a sentence with its place, never with a traceback."""
    path = write(text)
    with pytest.raises(SourceError) as refused:
        load_pitch(path)
    assert str(refused.value).startswith(f"{path}:")


def test_the_template_loads(write):
    """The file to fill in can be used as it is: it holds the name and nothing else."""
    name = 'Sam "Six" O\'Neil: #1 \\ lead'
    assert load_pitch(write(template(name))) == Pitch(name=name)
    assert load_pitch(write(template())) == Pitch()


def test_the_template_names_its_principles():
    """Each part of the template says why, in plain words, with the principle's id."""
    text = template()
    for mark in ("P2", "D4", "D3", "achievements:", "value:", "plan:"):
        assert mark in text
    assert max(len(line) for line in text.splitlines()) <= 100


FULL = Pitch(
    role="shift supervisor",
    date="October",
    achievements=("Cut returns by 14 percent", "Trained the apprentices"),
    value=("You get the rota off your desk",),
    plan=("Shadow Priya for a month",),
)


def test_a_full_pitch_needs_no_advice():
    """Where nothing is missing nothing is said."""
    assert advice(FULL) == []


@pytest.mark.parametrize(
    ("change", "word", "principle"),
    [
        ({"role": ""}, "role", "D2"),
        ({"date": ""}, "when", "P1"),
        ({"date": "soon"}, "soon", "P10"),
        ({"achievements": ()}, "achieved", "H7"),
        ({"achievements": ("Ran the floor", "Did it well")}, "figure", "H7"),
        ({"achievements": ("Cut returns by 14 percent",)}, "second", "P2"),
        ({"value": ()}, "manager", "D4"),
        ({"value": ("I would earn more",)}, "alone", "H3"),
        ({"plan": ()}, "steps", "D3"),
        ({"plan": ("Learn",)}, "thin", "D3"),
        ({"plan": ("and then " * 20,)}, "Shorten", "P3"),
    ],
)
def test_what_is_missing_is_named(change, word, principle):
    """Each gap gives one sentence that names it and the principle behind it."""
    (sentence,) = advice(replace(FULL, **change))
    assert word in sentence
    assert principle in sentence
