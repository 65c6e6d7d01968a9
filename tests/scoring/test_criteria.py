"""What earns and what costs, criterion by criterion."""

import pytest

ASK = "I would like to become team lead in spring."
ASSERTIVE = "assertive: "


@pytest.fixture
def card(make_transcript, spoken):
    """A scorer of lines given as (manager's line, reply, labels), by criterion id."""

    def scored(*lines):
        from rehearse.scoring import score

        result = score(make_transcript([spoken(*line) for line in lines]))
        return {criterion.id: criterion for criterion in result.criteria}

    return scored


def points(criterion):
    """The points of a criterion's evidence, in order."""
    return [entry.points for entry in criterion.evidence if entry.points]


def test_an_empty_talk_scores_nothing(card):
    """Professionalism and tone are earned by turns; a talk without any has no points at all."""
    assert all(criterion.score == 0 for criterion in card().values())


def test_silence_and_chatter_earn_nothing(card):
    """Silence, 'ok', 'fine' and small talk score 0 everywhere."""
    lines = [("Well?", text, "neutral:") for text in ("", "ok", "fine", "It rained all week here.")]
    assert all(criterion.score == 0 for criterion in card(*lines).values())


def test_the_ask_is_a_must(card):
    """Without a direct ask, role, date, plan and agenda together stay a small part of the ask."""
    line = (
        "Hm.",
        "About my time here I have a plan.",
        ASSERTIVE + "open_agenda, plan, #role, #date",
    )
    assert card(line)["ask"].score <= 15


def test_a_hint_leaves_a_trace(card):
    """A hint earns a trace of the ask, no more."""
    assert 0 < card(("Yes?", "Others grow into new things.", "passive: hint"))["ask"].score <= 10


def test_an_ask_repeated_earns_once(card):
    """Asking again and again in other wordings earns little more than asking once or twice."""
    wordings = ["lead now", "the lead role", "that job please", "make me lead", "promotion to lead"]
    one = card(("Hi.", ASK, ASSERTIVE + "direct_ask"))
    many = card(*[("Hm.", f"I want {words} number {n}.", ASSERTIVE + "direct_ask")
                  for n, words in enumerate(wordings)])  # fmt: skip
    assert many["ask"].score <= one["ask"].score + 10
    assert many["tone"].score < 50


def test_a_sentence_pasted_again_earns_nothing(card):
    """The same sentence said twice scores as if it was said once."""
    line = ("Hm.", ASK, ASSERTIVE + "direct_ask, #role")
    once, twice = card(line), card(line, line)
    assert {k: c.score for k, c in once.items()} == {k: c.score for k, c in twice.items()}


def test_parroting_earns_nothing(card):
    """Saying back what the manager just said scores 0."""
    line = (
        "You want to lead the archive team.",
        "I want to lead the archive team.",
        ASSERTIVE + "direct_ask",
    )
    assert all(criterion.score == 0 for criterion in card(line).values())


def test_flattery_alone_earns_next_to_nothing(card):
    """Thanks and praise in every line earn a few points of partnership and no others."""
    lines = [("Hm.", f"Thank you {word}, you are a great boss.", "neutral: gratitude")
             for word in ("so much", "truly again", "with all my heart")]  # fmt: skip
    scores = {name: criterion.score for name, criterion in card(*lines).items()}
    assert scores.pop("partnership") <= 10
    assert not any(scores.values())


def test_hostility_costs_on_tone_and_professionalism(card):
    """A hostile line takes points from both, and earns nothing for the ask in it."""
    good = ("Hi.", ASK, ASSERTIVE + "direct_ask")
    bad = ("Hm.", "Give me that job at once, you fool.", "aggressive: direct_ask, badmouth, demand")
    mild, spoilt = card(good), card(good, bad)
    for name in ("tone", "professionalism"):
        assert spoilt[name].score < mild[name].score
    assert spoilt["ask"].score == mild["ask"].score


def test_a_repair_gives_back_a_part_once(card):
    """An apology after a hostile line earns less than the line cost; without one, nothing."""
    rude = ("Hi.", "You have been lying to me for years.", "aggressive: blame")
    sorry = ("Hm.", "That was unfair of me, I apologise for it.", "assertive: @repair")
    mended = card(rude, sorry)["tone"].evidence
    assert sum(entry.points for entry in mended) == 0
    assert [e.turn for e in mended if "put a sharp line right" in e.why] == [2]
    assert not any("right" in e.why for e in card(sorry)["tone"].evidence)


def test_ending_hostile_weighs_more(card):
    """The same hostile line costs more at the end than in the middle."""
    good = [("Hm.", f"I led project {word} for you.", ASSERTIVE + f"{move}, #figure")
            for word, move in (("alpha", "evidence"), ("beta gamma", "plan"), ("delta", "next_steps"),
                               ("eps zeta", "team_impact"), ("eta theta", "direct_ask"))]  # fmt: skip
    rude = ("Hm.", "You lot are a bunch of liars.", "aggressive: badmouth")
    total = {}
    for name, lines in {"middle": [*good[:2], rude, *good[2:]], "end": [*good, rude]}.items():
        total[name] = sum(c.score * c.weight for c in card(*lines).values())
    assert total["end"] < total["middle"] - 5


def test_a_lone_dig_at_the_door_costs_a_part_of_an_attack(card):
    """A dig as the only hostile line leaves something of the closing; an attack there does not."""
    agreed = ("And then?", "I will send you the list on Friday.", ASSERTIVE + "next_steps, #date")
    bye = "Thanks ever so much for this."
    closings = {
        tone: card(agreed, ("Fine.", bye, f"{tone}:"))["closing"].score
        for tone in ("neutral", "passive_aggressive", "aggressive")
    }
    assert closings["aggressive"] == 0
    assert 0 < closings["passive_aggressive"] < closings["neutral"]


def test_a_timid_line_costs_tone_and_a_part_of_the_ask(card):
    """Hedging and playing down after an ask take from tone and from the ask."""
    ask = ("Hi.", ASK, ASSERTIVE + "direct_ask")
    shrink = (
        "Hm.",
        "Well, only if it is no trouble at all, sorry.",
        "passive: hedge, self_minimise",
    )
    firm, timid = card(ask), card(ask, shrink)
    assert timid["tone"].score < firm["tone"].score
    assert timid["ask"].score < firm["ask"].score


def test_one_hedge_does_not_undo_an_assertive_line(card):
    """A hedge in a line that reads assertive costs nothing."""
    line = ("Hi.", ASK, ASSERTIVE + "direct_ask, hedge")
    assert points(card(line)["ask"]) == [55]


@pytest.mark.parametrize("no", ["No, there is no budget.", "I'm not sure you are ready."])
def test_after_a_no_keeping_the_point_earns_and_giving_up_costs(card, no):
    """Taking the doubt in, asking for the bar and keeping the point earn; giving up does not."""
    ask = ("Hi.", ASK, ASSERTIVE + "direct_ask")
    keeps = (
        no,
        "I see why. What would it need?",
        ASSERTIVE + "acknowledge, ask_criteria, evidence",
    )
    drops = (no, "Oh, then forget about it, never mind.", "passive: give_up, acknowledge")
    strikes = (no, "That is a pathetic excuse and you know it.", "aggressive: blame")
    assert card(ask, keeps)["objection"].score >= 60
    assert card(ask, drops)["objection"].score == 0
    assert card(ask, strikes)["objection"].score == 0


def test_a_civil_opening_is_no_objection(card):
    """What the manager says before the first reply is no doubt, whatever words are in it."""
    line = ("I have no time, there is no budget for anything.", ASK, ASSERTIVE + "direct_ask")
    assert card(line)["objection"].score == 0


def test_a_close_needs_a_step_and_a_date(card):
    """A next step with a date earns most of the close; thanks alone earns none of it."""
    full = (
        "Fine.",
        "I'll send it Friday and we meet in May.",
        ASSERTIVE + "next_steps, timeline, #date",
    )
    thanks = ("Fine.", "Thank you very much for this.", "neutral: gratitude")
    assert card(full)["closing"].score >= 75
    assert card(thanks)["closing"].score == 0


def test_a_figure_counts_only_beside_something_done(card):
    """A figure without an example is no evidence."""
    assert card(("Hm.", "I have been here 7 years.", ASSERTIVE + "#figure"))["evidence"].score == 0


def test_nothing_earned_is_said_in_words(card):
    """A criterion without a gain says what is missing, at no points and with turn 0."""
    entry = card()["evidence"].evidence[-1]
    assert (entry.turn, entry.points) == (0, 0)
    assert entry.why


def test_points_of_the_pitch_count_as_evidence(make_reading):
    """An achievement of the pitch used in a reply counts, also where no move was read."""
    from rehearse.pitch.model import PointUse
    from rehearse.scoring import score
    from rehearse.transcript.model import Header, Transcript, TurnRecord

    reply = "The new rota runs by itself since spring."
    use = PointUse("achievements", "Set up the new rota", (0, 12))
    reading = make_reading(reply, "neutral:")
    turn = TurnRecord(1, None, (), reply, reading, None, None, "", points=(use,))
    result = score(Transcript(Header("0", None, "", 1, "", None), (turn,)))
    scores = {criterion.id: criterion.score for criterion in result.criteria}
    assert scores["evidence"] > 0


def test_an_answer_with_a_date_and_who_does_what_closes(card, make_reading):
    """Asked what comes next, a date and two sides' tasks count, whatever the reader called them."""
    reply = "Review on the second of March. I do the report, you read it."
    answered = card(("Fine. When shall we look at it again?", reply, "assertive: #date"))
    assert answered["closing"].score >= 75
    assert answered["closing"].evidence[0].quote == "I do the report, you read it."
    unasked = card(
        ("Nice weather.", reply, "assertive: #date"), *[("Hm.", "So it is.", "neutral:")] * 9
    )
    assert unasked["closing"].score == 0


def test_a_date_in_the_ask_is_not_yet_a_date_to_look_again(card):
    """By April inside the ask earns less under closing than a date for a second talk."""
    ask = card(("Hi.", "I want the lead role by April.", ASSERTIVE + "direct_ask, timeline, #date"))
    look = card(("Hm.", "Can we look at it again in April?", ASSERTIVE + "timeline, #date"))
    assert 0 < ask["closing"].score < look["closing"].score / 2


def test_after_a_doubt_a_date_for_a_review_is_set(card):
    """After a no a plain sentence with a date and a meeting counts, a date about the past does not."""
    ask = ("Hi.", ASK, ASSERTIVE + "direct_ask")
    meets = ("No, not now.", "Let us meet about it on the third of May.", "neutral: #date")
    past = ("No, not now.", "I trained them all in March of this year.", "neutral: #date")
    assert card(ask, meets)["objection"].score > card(ask, past)["objection"].score
    assert card(ask, meets)["closing"].score > card(ask, past)["closing"].score


def test_the_pitch_s_own_role_counts_as_named(make_transcript, spoken):
    """A role the reader does not know as one is named where it is the one of the pitch."""
    from dataclasses import replace

    from rehearse.pitch.model import PointUse
    from rehearse.scoring import score

    talk = make_transcript(
        [spoken("Hi.", "I want to be bell founder here.", "assertive: direct_ask")]
    )
    use = PointUse("role", "bell founder", (13, 25))
    named = replace(talk, turns=(replace(talk.turns[0], points=(use,)),))
    without, with_role = (score(one).criteria[1].score for one in (talk, named))
    assert with_role == without + 15
