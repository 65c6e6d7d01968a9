"""What the learner is told after a talk."""

import pytest

from rehearse.persona.model import Beat, Ending, Persona, Response
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
    """Where nothing cost points, no line is held against the learner."""
    assert told(GOOD, PROOF).costliest is None
    assert "cost you" not in everything(told(GOOD, PROOF))


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
    handled = render(told(GOOD, PROOF), numbers=False)[1]
    assert not any(character.isdigit() for character in handled.lines[0])


def test_what_is_rendered_is_plain_text(corpus, make_transcript):
    """Nothing rendered holds a control character, a line break or an empty line."""
    for talk in corpus:
        transcript = make_transcript(talk.lines)
        for section in render(debrief(transcript, score(transcript))):
            assert all(line.isprintable() and line.strip() for line in section.lines)
