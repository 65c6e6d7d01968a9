"""Which line is said, and how its placeholders are filled."""

from collections import Counter

import pytest

from rehearse.dialogue.conditions import Situation
from rehearse.dialogue.lines import pick_fresh, sayable
from rehearse.dialogue.memory import Memory
from rehearse.dialogue.wording import filled, quoted
from rehearse.persona.model import Line
from rehearse.pitch import Pitch

FIVE = """
beats:
  first:
    says: Yes?
    otherwise: [A., B., C.]
"""


def test_shuffled_without_repeats(talk):
    """Every variant is said before the manager falls back on anything."""
    for seed in range(20):
        r = talk(FIVE, seed=seed)
        assert {r.reply("neutral: x").answer for _ in range(3)} == {("A.",), ("B.",), ("C.",)}


def test_the_seed_shuffles(talk):
    """Different seeds give different orders, the same seed always the same one."""

    def order(seed):
        r = talk(FIVE, seed=seed)
        return tuple(r.reply("neutral: x").answer for _ in range(3))

    assert len({order(seed) for seed in range(60)}) == 6
    assert order(7) == order(7)


def test_spent_lines_step_in(talk):
    """Where he would repeat himself, a spent line is said; then what was said longest ago."""
    r = talk("spent: [We did that.]" + FIVE)
    answers = [r.reply("neutral: x").answer for _ in range(6)]
    assert answers[3] == ("We did that.",)
    assert answers[4:] == answers[:2]


def test_a_spent_line_does_not_join_a_fresh_one(talk):
    """Where something new is said anyhow, nobody adds that it was all said before."""
    r = talk(
        """
spent: [We did that.]
beats:
  first:
    says: Yes?
    hears:
      - {when: plan, says: [Hm., So.], goto: first}
    otherwise: [A.]
"""
    )
    answers = [r.reply("plan: x").answer for _ in range(3)]
    assert set(answers[:2]) == {("Hm.",), ("So.",)}
    assert answers[2] == ("We did that.",)


def test_the_same_text_elsewhere_counts_as_said(talk):
    """A text said in one place of the script is not said again from another."""
    r = talk(
        """
beats:
  first:
    says: [Tell me more.]
    otherwise: [Tell me more., Go on.]
"""
    )
    assert r.opening == ("Tell me more.",)
    assert r.reply("neutral: x").answer == ("Go on.",)


def test_once_lines_never_come_back(talk):
    """A line marked once is not even repeated when all else is used up."""
    r = talk(
        """
beats:
  first:
    says: Yes?
    otherwise: [{line: Only now., once: yes}, B.]
"""
    )
    said = Counter(r.reply("neutral: x").answer for _ in range(6))
    assert said == {("Only now.",): 1, ("B.",): 5}


def test_a_line_may_have_a_condition(talk):
    """A variant whose condition does not hold is passed over; it sees the mood after the rule."""
    r = talk(
        """
beats:
  first:
    says: Yes?
    hears:
      - when: plan
        mood: {trust: +30}
        says: [{line: Warm., when: {mood: {trust: over 60}}}, {line: Cold., when: aggressive}]
    otherwise: [B.]
"""
    )
    assert r.reply("plan: x").answer == ("Warm.",)


def test_weights_are_shares():
    """A line of weight 3 comes before one of weight 1 about three times in four."""
    lines = (Line("heavy", weight=3.0), Line("light"))
    choices = sayable(lines, Situation("a", {}, Memory()), {})
    first = Counter(pick_fresh(choices, Memory(), seed, "site").text for seed in range(2000))
    assert 1400 < first["heavy"] < 1600


def test_asking_changes_nothing():
    """Picking a line twice gives the same line: only noting it moves on."""
    choices = sayable([Line(c) for c in "abc"], Situation("a", {}, Memory()), {})
    memory = Memory()
    first = pick_fresh(choices, memory, 1, "site")
    assert pick_fresh(choices, memory, 1, "site") == first
    assert pick_fresh(choices, first.noted_in(memory), 1, "site") != first


@pytest.mark.parametrize(
    ("line", "value", "spoken"),
    [
        ("So, the {role} role.", "the team lead role", "So, the team lead role."),
        ("So, the {role} role.", "team lead", "So, the team lead role."),
        ("A {role} position?", "shift supervisor job", "A shift supervisor position?"),
        ("A {role}?", "operations manager", "An operations manager?"),
        ("You, an {role}?", "the unit lead", "You, a unit lead?"),
        ("That is a {figure} rise.", "8 %", "That is an 8 % rise."),
        ("So a {role}, by {date}.", "buyer", "So a buyer, by buyer."),
        ("You want {role}.", "the team lead role", "You want the team lead role."),
        ("{role}? Really?", "team lead", "Team lead? Really?"),
        ("Hm. {role}, then.", "head of care", "Hm. Head of care, then."),
        ("You want {role}?", "your job", "You want my job?"),
        ("You in the {role} seat.", "your", "You in the your seat."),
        ("Ready by {date}?", "by the end of June", "Ready by the end of June?"),
        ("Ready by {date}?", "in March", "Ready by March?"),
        ("You said {date}.", "by March", "You said by March."),
        ("{figure} is a lot.", "14 %", "14 % is a lot."),
        ("That {figure}.", "a dozen clients", "That dozen clients."),
        ("Is it {role}?", "team lead.", "Is it team lead?"),
    ],
)
def test_facts_fit_the_line(line, value, spoken):
    """A fact is put in so that no article, preposition or noun stands there twice."""
    assert filled(line, dict.fromkeys(("role", "date", "figure"), value)) == spoken


def test_points_are_said_as_written():
    """A point of the pitch goes into a line as it was written, but for a stop at its end."""
    assert (
        filled('"{point}", yes.', {"point": "Cut returns (14 %)."}) == '"Cut returns (14 %)", yes.'
    )


def test_no_value_no_line():
    """A line with a placeholder nothing is known for cannot be said."""
    assert filled("You said {quote}.", {}) is None
    assert filled("You said {quote}.", {"quote": ""}) is None
    assert filled("Nothing to fill.", {}) == "Nothing to fill."


@pytest.mark.parametrize(
    ("text", "span", "quote"),
    [
        ("Hello. I cut waste by a third, easily.", (9, 29), "I cut waste by a third"),
        ("I ran it.", (0, 5), "I ran it"),
        ("Fine, but what is in it for you?", (10, 14), "what is in it for you"),
        (
            "Since last May I have run the whole night shift alone without help",
            (22, 29),
            "run the whole night shift alone without help",
        ),
        (
            "When it went wrong I stayed and I fixed the line and I told nobody about it",
            (21, 27),
            "stayed and I fixed the line",
        ),
        ("red\x1b[31m alert\u202e!", (0, 3), "red [31m alert"),
    ],
)
def test_quotes(text, span, quote):
    """A quote is the clause that counted, or eight words of it, with no loose ends."""
    assert quoted(text, [span]) == quote


def test_a_quote_without_evidence():
    """Where nothing made the rule hold, a short reply is quoted whole and a long one not at all."""
    assert quoted("Maybe later.", []) == "Maybe later"
    assert quoted("one two three four five six seven eight nine", []) == ""


FACTS = """
beats:
  first:
    says: Yes?
    hears:
      - when: plan
        remember: {offer: quote, label: some words}
        says: [{line: "{point}!", weight: 100}, No point.]
      - when: evidence
        says: ["{offer} / {label} / {figure}", None.]
    otherwise: ["{role} {date} {name}", Nothing known.]
"""


def test_facts_come_from_the_talk_then_the_pitch(talk):
    """Role and date are what the learner last said, and before that what the pitch says."""
    pitch = Pitch(name="Sam", role="lead hand", date="May")
    assert talk(FACTS, seed=2).reply("neutral: a").answer == ("Nothing known.",)
    said = {talk(FACTS, seed=s, pitch=pitch).reply("neutral: a").answer[0] for s in range(9)}
    assert said == {"Lead hand May Sam", "Nothing known."}
    replies = {
        talk(FACTS, seed=s, pitch=pitch).reply("role=buyer date=June: a").answer[0]
        for s in range(9)
    }
    assert replies == {"Buyer June Sam", "Nothing known."}


def test_remembered_words_and_points(talk):
    """The learner's own words come back later, and so does the point of the pitch they used."""
    r = talk(FACTS, seed=4, pitch=Pitch(plan=("Train Sam on my bench",)))
    assert r.reply("plan: I would train Sam on the bench").answer == ("Train Sam on my bench!",)
    answers = {r.reply("evidence figure=12_%: done").answer[0] for _ in range(2)}
    assert answers == {"I would train Sam on the bench / some words / 12 %", "None."}
