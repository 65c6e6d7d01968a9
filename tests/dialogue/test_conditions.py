"""Every condition of the language, on replies for which it holds and others for which it does not."""

import pytest

from rehearse.pitch import Pitch

CASES = [
    # condition, a reply for which it holds, one for which it does not
    ("assertive", "assertive: a", "neutral: a"),
    ("assertive", "assertive: a", "unsure assertive: a"),
    ("evidence", "unsure evidence: a", "plan: a"),
    ("repair", "repair: a", "question: a"),
    ("[plan, timeline]", "timeline: a", "evidence: a"),
    ("{all: [assertive, plan]}", "assertive plan: a", "assertive: a"),
    ("{any: [plan, {all: [assertive, question]}]}", "assertive question: a", "question: a"),
    ("{none: [blame, hint]}", "plan: a", "hint: a"),
    ("{none: [aggressive]}", "unsure aggressive: a", "aggressive: a"),
    ("{all: [plan, {none: [blame]}]}", "plan: a", "plan blame: a"),
    ("{firmness: over 0.6}", "firm=0.7: a", "firm=0.6: a"),
    ("{respect: 0.4 to 0.6}", "kind=0.5: a", "kind=0.3: a"),
    ("{mentions: [figure, role]}", "figure=12: a", "date=May: a"),
    ("{topic: [report]}", "topic=report: a", "a"),
    ("{pitch: [plan]}", "neutral: I would train Sam first", "neutral: I want it"),
    ("{certain: no}", "unsure: a", "neutral: a"),
    ("{certain: yes}", "neutral: a", "unsure: a"),
    ("{words: at most 2}", "neutral: two words", "neutral: these three words"),
    ("{words: 3}", "neutral: these three words", "neutral: one"),
    ("{said: plan}", "plan: a", "evidence: a"),
    ("{any: plan, words: 1}", "plan: a", "plan: a b"),
]


def beats(when):
    """A script with one response on this condition."""
    return f"""
topics: {{report: the report}}
beats:
  first:
    hears:
      - {{when: {when}, says: Held., goto: yes_then}}
    otherwise: [Not held.]
"""


@pytest.mark.parametrize(("when", "yes", "no"), CASES)
def test_holds(talk, when, yes, no):
    """Each condition holds for the one reply and not for the other."""
    pitch = Pitch(plan=("Train Sam first",))
    assert talk(beats(when), pitch=pitch).reply(yes).to == "yes_then"
    assert talk(beats(when), pitch=pitch).reply(no).to == "first"


@pytest.mark.parametrize(("when", "yes", "no"), CASES)
def test_each_kind_of_condition_is_taken_apart(talk, when, yes, no):
    """The reply for which it does not hold misses a part of it, the other none."""
    for reply, misses in ((yes, False), (no, True)):
        rehearsal = talk(beats(when), pitch=Pitch(plan=("Train Sam first",)))
        rehearsal.reply(reply)
        (trial,) = rehearsal.tried()
        assert bool(trial.missed) is misses
        assert (trial.verdict == "answered") is not misses


@pytest.mark.parametrize(
    ("wanted", "holds"),
    [("at most 50", True), ("under 50", False), ("over 50", False), ("50 to 60", True)],
)
def test_mood(talk, wanted, holds):
    """A mood condition looks at the meter as it is now."""
    r = talk(beats(f"{{mood: {{trust: {wanted}}}}}"))
    assert (r.reply("neutral: a").to == "yes_then") is holds


def test_turn_is_the_number_of_this_reply(talk):
    """The first reply is turn 1."""
    r = talk(beats("{turn: at least 2}"))
    assert [r.reply("neutral: a").to for _ in range(2)] == ["first", "yes_then"]


def test_said_earlier(talk):
    """A move counts as said in every later reply."""
    r = talk(beats("{said: [plan, evidence]}"))
    assert r.reply("plan: a").to == "first"
    assert r.reply("evidence: a").to == "yes_then"


def test_has_pitch(talk):
    """A script can ask whether the pitch has a kind of point, used or not."""
    when = "{has_pitch: [role, plan]}"
    assert talk(beats(when)).reply("neutral: a").to == "first"
    assert talk(beats(when), pitch=Pitch(role="lead")).reply("neutral: a").to == "first"
    full = Pitch(role="lead", plan=("Train Sam",))
    assert talk(beats(when), pitch=full).reply("neutral: a").to == "yes_then"


def test_visits_and_memory(talk):
    """Visits count entries of a beat; remembered names can be asked for and forgotten again."""
    r = talk(
        """
beats:
  first:
    says: [One., Two., Three.]
    hears:
      - {when: {visits: at least 3}, goto: yes_then}
      - {when: {any: gratitude, remembers: thanked}, forget: [thanked], says: Enough.}
      - {when: {any: gratitude, forgets: thanked}, remember: thanked, says: Welcome.}
      - {when: question, goto: first}
    otherwise: [Well.]
"""
    )
    said = [r.reply("gratitude: ta").rule for _ in range(3)]
    assert said == ["first.hears.3", "first.hears.2", "first.hears.3"]
    assert [r.reply("question: eh").to for _ in range(3)] == ["first", "first", "yes_then"]
