"""What the learner is told after a talk."""

import pytest

from rehearse.persona.model import Beat, Ending, Persona, Response
from rehearse.reading.model import Mention
from rehearse.scoring import debrief, render, score
from rehearse.transcript.model import EndRecord

GOOD = ("Hi.", "I would like to become team lead in spring.", "assertive: direct_ask")
PROOF = ("Why?", "I led the stock count and we had no errors.", "assertive: evidence, team_impact")
THREAT = ("No, not now.", "Then I quit and you can rot.", "aggressive: ultimatum")


@pytest.fixture
def told(make_transcript, spoken):
    """The debrief of lines given as (manager's line, reply, labels)."""

    def tell(*lines, end=None, persona=None):
        transcript = make_transcript([spoken(*line) for line in lines], end=end)
        return debrief(transcript, score(transcript), persona)

    return tell


def everything(result):
    """All that is rendered, as one text."""
    sections = render(result)
    return "\n".join(line for section in sections for line in (section.title, *section.lines))


def persona():
    """A manager with a secret and one ending."""
    ending = Ending("wall", "refused", (), debrief="She never says yes the first time.\n")
    beat = Beat("opening", (), (), Response("opening.otherwise"))
    return Persona(
        id="x", name="X", role="Boss", stance="surly", difficulty=3, brief="", mood={},
        secret="She was passed over herself.\n", start="opening", beats={"opening": beat},
        endings={"wall": ending}, turn_limit=9, out_of_time="wall",
    )  # fmt: skip


def test_the_best_line_is_quoted_with_its_reason(told):
    """The line that earned most stands with the learner's words and why."""
    best = told(GOOD, PROOF).best
    assert (best.turn, best.quote) == (2, PROOF[1])
    assert "something concrete that you did (P2)" in best.why


def test_the_costliest_line_has_a_better_way(told):
    """The line that cost most stands with why, and with a sentence to say instead."""
    line = told(GOOD, PROOF, THREAT).costliest
    assert (line.turn, line.quote) == (3, THREAT[1])
    assert "as a threat it ends trust (H9)" in line.why
    assert line.better.endswith((".", "?"))


def test_a_talk_without_a_slip_has_no_costly_line(told):
    """Where nothing cost points, no line is held against the learner, and that is said."""
    assert told(GOOD, PROOF).costliest is None
    assert "nothing you said cost you points" in everything(told(GOOD, PROOF))


def test_any_line_that_lost_points_gives_a_costliest_line(corpus, make_transcript):
    """Where any evidence is below zero, a line and a better way to say it are named."""
    for talk in corpus:
        transcript = make_transcript(talk.lines)
        card = score(transcript)
        lost = any(entry.points < 0 for one in card.criteria for entry in one.evidence)
        costliest = debrief(transcript, card).costliest
        assert (costliest is not None) or not lost, talk.name


def test_taking_their_point_is_never_the_best_line(told):
    """A line that only agrees is neither the best line nor one to take along."""
    agree = ("I am staying.", "Okay, I understand that you are staying here.",
             "neutral: acknowledge, partnership")  # fmt: skip
    result = told(agree, ("Hm.", "I led the stock count.", "neutral: evidence"))
    assert result.best.turn == 2
    assert not any("understand" in phrase for phrase in result.phrases)
    assert told(agree).best is None


def test_proof_with_a_figure_beats_a_line_that_earns_alike(told):
    """The line a talk turns on comes first: proof with a figure before a courtesy and a check-in."""
    civil = ("Hi.", "How do you see my work these days?", "assertive: check_in, gratitude")
    proof = ("Hm.", "I cut the errors by 14 percent.", "assertive: evidence, #figure")
    assert told(civil, proof).best.turn == 2


def test_a_wish_in_words_the_reader_missed_is_not_advised_again(told):
    """A wish with the role's name counts as an ask for the advice, though not for the score."""
    missed = ("Hi.", "I'd like to be shift lead one day.", "neutral: evidence, #role")
    assert "which role you want" not in told(missed).next_time
    assert "which role you want" in told(PROOF).next_time


def test_the_pitch_is_told_point_by_point(make_transcript, spoken):
    """Each point used stands with its turn, the role and the date too, and the others as unused."""
    from dataclasses import replace

    from rehearse.pitch.model import PointUse

    lines = [("Hi.", "I want to be junior sister by the first of April.", "assertive: direct_ask")]
    talk = make_transcript([spoken(*line) for line in [*lines, PROOF]])
    pitch = {"role": "junior sister on ward 4", "date": "April", "value": ["calmer nights"],
             "achievements": ["led the stock count"]}  # fmt: skip
    used = (PointUse("achievements", "led the stock count", (0, 9)),)
    role = replace(talk.turns[0].reading, mentions=(Mention("role", "junior sister", (13, 26)),))
    turns = (replace(talk.turns[0], reading=role), replace(talk.turns[1], points=used))
    talk = replace(talk, header=replace(talk.header, pitch=pitch), turns=turns)
    told = {s.title: s.lines for s in render(debrief(talk, score(talk)))}["Your pitch"]
    assert told == (
        "You used 3 of the 4 points you brought.",
        "Used in turn 1: the role, junior sister on ward 4",
        "Used in turn 1: the time, April",
        "Used in turn 2: led the stock count",
        "Not used yet: calmer nights",
    )


def test_a_talk_without_a_pitch_has_no_section_on_it(told):
    """Nothing is said of a pitch nobody brought."""
    assert "Your pitch" not in everything(told(GOOD))


def test_a_hostile_talk_at_zero_still_names_its_costliest_line(told):
    """Also where the score is 0 anyway, the learner hears which line hurt most."""
    assert told(THREAT).costliest is not None


def test_outcome_and_score_stand_apart(told):
    """The answer and the handling are two sections, and a no leaves the score as it is."""
    no, yes = (EndRecord("wall", outcome, ()) for outcome in ("refused", "agreed"))
    assert told(GOOD, end=no).overall == told(GOOD, end=yes).overall
    titles = [section.title for section in render(told(GOOD, end=no))]
    assert titles[:2] == ["How it ended", "How you handled it"]


@pytest.mark.parametrize("outcome", ["agreed", "partial", "refused", "walked_out", "left", None])
def test_every_outcome_has_words(told, outcome):
    """Each way a talk can end, and a talk that did not end, is said in a sentence."""
    end = EndRecord("wall", outcome, ()) if outcome else None
    assert render(told(GOOD, end=end))[0].lines[0].endswith(".")


def test_the_secret_and_the_ending_come_from_the_persona(told):
    """With the persona, its secret and the ending's own word are told; without it, neither."""
    result = told(GOOD, end=EndRecord("wall", "refused", ()), persona=persona())
    assert result.secret == "She was passed over herself."
    assert result.ending == "She never says yes the first time."
    assert "She was passed over herself." in everything(result)
    assert told(GOOD, end=EndRecord("wall", "refused", ())).secret == ""


def test_a_talk_that_may_go_on_keeps_the_secret(told):
    """An interrupted talk can be resumed, so the manager's secret is not told yet."""
    assert told(GOOD, persona=persona()).secret == ""


@pytest.mark.parametrize(
    ("lines", "principle"),
    [
        ([PROOF], "(D2)"),
        ([GOOD], "(P2)"),
        ([GOOD, THREAT, THREAT, THREAT], "(M4)"),
    ],
)
def test_one_thing_to_try_rests_on_a_principle(told, lines, principle):
    """The advice is about what lost the most, with the principle's id at its end."""
    assert principle in told(*lines).next_time


def test_phrases_to_take_along_are_the_learners_own_good_ones(told):
    """Phrases are the learner's words, best first, without doubles and without hostile lines."""
    again = (
        "Hm.",
        "I would like to become team lead in summer.",
        "assertive: direct_ask, timeline",
    )
    phrases = told(GOOD, PROOF, again, THREAT).phrases
    assert phrases[0] in (GOOD[1], PROOF[1])
    assert THREAT[1] not in phrases
    assert len(phrases) == 2


def test_a_good_talk_gives_three_to_five_phrases(corpus, make_transcript):
    """Each of the three best talks of the corpus gives three to five phrases."""
    for talk in corpus[:3]:
        transcript = make_transcript(talk.lines)
        assert 3 <= len(debrief(transcript, score(transcript)).phrases) <= 5


def test_a_calm_debrief_leaves_the_score_unsaid(told):
    """Without numbers the handling is told in words alone."""
    sections = render(told(GOOD, PROOF), numbers=False)
    assert sections[2].lines[0].startswith("You said: “")
    assert not any(character.isdigit() for character in sections[1].lines[0])


def test_what_is_rendered_is_plain_text(corpus, make_transcript):
    """Nothing rendered holds a control character, a line break or an empty line."""
    for talk in corpus:
        transcript = make_transcript(talk.lines)
        for section in render(debrief(transcript, score(transcript))):
            assert all(line.isprintable() and line.strip() for line in section.lines)
