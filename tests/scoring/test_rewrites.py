"""A better way to say it: always there, always whole sentences, and itself assertive."""

from itertools import combinations, product

import pytest

from rehearse.dialogue.wording import filled
from rehearse.reading import read_reply
from rehearse.reading.model import HARMFUL_MOVES
from rehearse.scoring.facts import facts_of, when
from rehearse.scoring.questions import ASKED, asked_for
from rehearse.scoring.rewrites import FAULTS, fault_of, load_rewrites, rewrite
from rehearse.transcript.model import Header, Transcript

FACTS = [
    {"role": "team lead", "when": "by March", "point": "the new rota, which saves ten hours"},
    {"role": "Head of Nursing", "when": "at the next review", "point": "moved 400 people over"},
    {"role": "junior sister on ward 4", "when": "by the summer", "point": "the new rota"},
    {"role": "senior analyst", "when": "in six months", "point": "I trained the two new starters"},
]


def _variants():
    return [(fault, line) for fault, lines in load_rewrites().items() for line in lines]


def test_every_fault_has_rewrites():
    """Each fault has three or more, and every harmful move and hostile tone is a fault."""
    rewrites = load_rewrites()
    assert set(FAULTS) == {*HARMFUL_MOVES, "sarcasm", "sharp"}
    assert set(rewrites) == {*FAULTS, *(f"asked_{kind}" for kind in ASKED)}
    assert all(len(lines) >= 3 for lines in rewrites.values())


@pytest.mark.parametrize(("fault", "line"), _variants())
def test_a_rewrite_reads_assertive(fault, line):
    """Every rewrite, with any learner's facts in it, reads assertive and makes no harmful move."""
    for facts in FACTS:
        words = filled(line, facts)
        reading = read_reply(words)
        assert reading.tone == "assertive", words
        assert not [hit.move for hit in reading.moves if hit.move in HARMFUL_MOVES], words


def test_a_rewrite_never_has_a_gap():
    """Whatever facts are known, the sentence has none missing and ends as a sentence does."""
    names = sorted(FACTS[0])
    for count in range(len(names) + 1):
        for known in combinations(names, count):
            facts = {name: FACTS[0][name] for name in known}
            for fault, asked in product((*FAULTS, ""), ("", *ASKED)):
                for turn in range(1, 5):
                    words = rewrite(fault, facts, turn, asked)
                    assert "{" not in words
                    assert words[0].isupper()
                    assert words[-1] in ".?"


@pytest.mark.parametrize(
    ("date", "answer"),
    [
        ("March", "by March"),
        ("by March", "by March"),
        ("In six months", "in six months"),
        ("next quarter", "next quarter"),
        ("this year", "this year"),
        ("end of the quarter", "by the end of the quarter"),
        ("the end of June", "by the end of June"),
        ("summer", "by the summer"),
        ("Friday", "by Friday"),
        ("1 July", "by 1 July"),
        ("coming year", "in the coming year"),
        ("last spring", ""),
        ("over six months", ""),
        ("for two years", ""),
        ("Fridays", ""),
        ("tomorrow", ""),
        ("", ""),
    ],
)
def test_a_date_answers_when(date, answer):
    """A date becomes an answer to "when?", or is passed over where it is none."""
    assert when(date) == answer


def test_facts_come_from_the_pitch_first():
    """The pitch's role, date and first achievement are taken, without a doubled "role"."""
    pitch = {"role": "shift lead role", "date": "autumn", "achievements": ["Cut waste by half."]}
    facts = facts_of(Transcript(Header("0", None, "", 1, "", pitch), ()))
    assert facts == {"role": "shift lead", "when": "by the autumn", "point": "Cut waste by half"}


def test_facts_of_a_hostile_line_are_left_alone(make_transcript, spoken):
    """A date from a threat does not come back in the sentence offered instead."""
    line = spoken("", "By Friday or I go.", "aggressive: ultimatum, #date")
    assert "when" not in facts_of(make_transcript([line]))


@pytest.mark.parametrize(
    ("labels", "fault"),
    [
        ("aggressive: blame, ultimatum", "ultimatum"),
        ("aggressive:", "sharp"),
        ("passive_aggressive: evidence", "sarcasm"),
        ("passive: hedge, give_up", "give_up"),
        ("passive:", "hedge"),
        ("neutral: personal_need", "personal_need"),
        ("assertive: direct_ask", ""),
    ],
)
def test_the_gravest_fault_is_rewritten(make_reading, labels, fault):
    """Of several faults the gravest counts; a tone without a move has a fault of its own."""
    assert fault_of(make_reading("Some words of it.", labels)) == fault


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Fine. When shall we look at it again?", "next"),
        ("And who does what?", "next"),
        ("Why you?", "example"),
        ("So what have you done for us?", "example"),
        ("You wanted to see me.", "wish"),
        ("I see.", ""),
    ],
)
def test_what_the_manager_asked_for_is_heard(line, kind):
    """A question for a date or step, for an example or for the wish is told from other lines."""
    assert asked_for(("Hm.", line)) == kind


@pytest.mark.parametrize("fault", FAULTS)
def test_a_question_for_a_date_is_answered_with_a_date_and_a_step(fault):
    """Whatever was wrong with the reply, the better one says when and who does what."""
    words = rewrite(fault, {"role": "shift lead", "when": "by March"}, 1, "next")
    assert "by March" in words
    assert "I will" in words


def test_a_long_role_stays_good_english():
    """No rewrite puts a role in front of the word role."""
    for lines in load_rewrites().values():
        assert not [line for line in lines if "{role} role" in line or "the {role}" in line]


def test_the_wish_is_not_for_the_day_of_the_next_small_step(make_transcript, spoken):
    """A month named for the role is taken before the Wednesday on which a note is promised."""
    replies = ("I'd like the duty manager job.", "In June.", "I'll bring it by Wednesday.")
    talk = make_transcript([spoken("", reply, "") for reply in replies], lambda r, _: read_reply(r))
    assert facts_of(talk)["when"] == "in June"
