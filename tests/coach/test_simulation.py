"""Many talks with bots: the same for ever, counted right, and told with line numbers."""

import dataclasses
from pathlib import Path

import pytest

from rehearse.coach import simulate
from rehearse.coach.bots import BOTS
from rehearse.coach.coverage import KINDS
from rehearse.coach.holding import set_stage
from rehearse.coach.remarks import remarks
from rehearse.coach.simulation import see
from rehearse.coach.simulation_record import record
from rehearse.persona import load_persona, parse_persona
from rehearse.reading.model import Reading

TALKS = 3 * len(BOTS)
SCRIPT = Path(__file__).parent.parent / "transcript" / "scripts" / "mina-test.yaml"
TEXT = SCRIPT.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def mina():
    """A short script."""
    return load_persona(SCRIPT)


@pytest.fixture(scope="module")
def run(mina):
    """A few talks of every bot with her, held in this process."""
    return simulate(mina, TALKS, processes=1)


def edited(*changes):
    """The short script with some words of it replaced."""
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return parse_persona(text, "mina-test.yaml")


def never(simulation, kind):
    """The names and lines of what was never reached."""
    return {one.name: one.line for one in simulation.coverage.never if one.kind == kind}


def test_the_same_seed_gives_the_same_simulation(mina, run):
    """Whatever the number of processes, every figure, talk and finding comes out the same."""
    assert record(simulate(mina, TALKS, processes=2)) == record(run)


def test_another_seed_gives_other_talks(mina, run):
    """The seed chooses the replies and the manager's lines."""
    assert record(simulate(mina, TALKS, seed=2, processes=1))["bots"] != record(run)["bots"]


def test_a_talk_does_not_depend_on_how_many_there_are(mina, run):
    """Talk number 2 of a bot is the same in a short run and in a long one."""
    shorter = {note.label: note for note in simulate(mina, len(BOTS), processes=1).notes}
    longer = {note.label: note for note in run.notes}
    assert shorter.items() <= longer.items()


def test_each_talk_can_be_seen_again(mina, run):
    """A talk held again by its name has the figures it had in the run."""
    stage = set_stage(mina, run.seed)
    for note in run.notes[::5]:
        seen = see(stage, note.label)
        assert seen.note == note
        assert seen.path[0] == mina.start
        assert seen.path[-1] == note.ending


def test_all_counts_add_up(mina, run):
    """Talks, endings, ways, replies and outcomes tell of the same talks."""
    counts, notes = run.counts, run.notes
    assert len(notes) == TALKS
    assert sum(counts.came[ending] for ending in mina.endings) == TALKS
    assert counts.came[mina.start] == TALKS
    into_endings = [times for (_, to), times in counts.ways.items() if to in mina.endings]
    assert sum(into_endings) == TALKS
    replies = sum(note.turns for note in notes)
    assert run.replies == replies == sum(count.replies for count in counts.beats.values())
    assert sum(times for rule, times in counts.rules.items() if "reacts" not in rule) == replies
    assert sum(count.unsure for count in counts.beats.values()) == sum(n.unsure for n in notes)
    shares = [run.figures[outcome] for outcome in ("agreed", "partial", "refused", "walked_out")]
    assert sum(shares) == pytest.approx(100, abs=0.1)
    for kind in KINDS:
        missed = [one for one in run.coverage.never if one.kind == kind]
        assert run.coverage.there[kind] - run.coverage.reached[kind] == len(missed)


def test_the_best_and_the_worst_are_what_they_say(run):
    """No talk scores more than the best or less than the worst."""
    scores = [note.score for note in run.notes]
    assert (run.best.note.score, run.worst.note.score) == (max(scores), min(scores))
    assert run.best.card.overall == run.best.note.score


def test_what_no_talk_comes_to_is_listed_with_its_line():
    """A beat, a rule, an ending and a line out of reach are told, each with its own line."""
    persona = edited(
        ("reacts:\n", "topics: {attic: [the trombones upstairs]}\nreacts:\n"),
        ("endings:\n", "  attic:\n    says: Nobody comes here.\n    hears:\n"
         "      - when: evidence\n        goto: lost\n    otherwise: {says: No., goto: not_now}\n"
         "endings:\n  lost: {outcome: agreed, says: [How did you get here?]}\n"),
        ("      - name: a clear ask\n", "      - when: {topic: attic}\n        goto: attic\n"
         "      - name: a clear ask\n"),
    )  # fmt: skip
    run = simulate(persona, 6, bots=["prepared", "timid"], processes=1)
    attic = persona.beats["attic"].place.line
    first = persona.beats["opening"].hears[0].place.line
    assert never(run, "beats") == {"attic": attic}
    assert never(run, "endings")["lost"] == persona.endings["lost"].place.line
    assert never(run, "rules")["attic.hears.1"] == attic + 3
    assert never(run, "rules")["opening.hears.1"] == first
    assert never(run, "lines")["Nobody comes here."] == attic + 1
    [reason] = [one.why for one in run.coverage.never if one.name == "opening.hears.1"]
    assert "the topic attic" in reason
    told = remarks(run)[0].text
    assert "attic" in told
    assert str(attic) in told


def test_a_rule_that_others_keep_from_answering_is_told_which():
    """The replies that would have fitted are counted, and the rules that came first named."""
    persona = edited(
        ("      - when: gratitude\n", "      - when: {any: direct_ask, words: at most 60}\n"
         "        goto: the_case\n      - when: gratitude\n"),
        ("when: direct_ask\n", "when: {any: direct_ask, words: at least 2}\n"),
    )  # fmt: skip
    run = simulate(persona, 12, bots=["prepared"], processes=1)
    [reason] = [one.why for one in run.coverage.never if one.name == "opening.hears.2"]
    assert "opening.hears.1" in reason
    assert "came first" in reason


def test_a_talk_that_only_the_turn_limit_ends_is_unended():
    """Talks cut off are counted; those that the script itself leads to that ending are not."""
    slow = edited(("moves_on: {after: 3, goto: not_now}", "moves_on: {after: 6, goto: not_now}"))
    run = simulate(slow, 4, bots=["silent"], processes=1)
    assert run.figures["unended"] == 100
    assert all(note.turns == slow.turn_limit for note in run.notes)
    led = edited(("moves_on: {after: 3, goto: not_now}", "moves_on: {after: 3, goto: out_of_time}"),
                 ("when: gratitude\n", "when: farewell\n        goto: not_now\n"
                  "      - when: gratitude\n"))  # fmt: skip
    run = simulate(led, 4, bots=["silent"], processes=1)
    assert {(note.ending, note.unended) for note in run.notes} == {("out_of_time", False)}


def test_a_line_said_again_in_a_talk_is_told():
    """Where a manager has too little to say, the line is named, with a talk to hear it in."""
    start, end = TEXT.index("spent:"), TEXT.index("beats:")
    few = TEXT[:start] + TEXT[end:]
    few = few.replace("[Go on., And?, I am listening.]", "[Go on.]").replace(
        "{after: 3", "{after: 6"
    )
    run = simulate(parse_persona(few, "mina-test.yaml"), 4, bots=["off-topic"], processes=1)
    assert run.figures["twice"] > 0
    assert any("Go on." in one.text and one.talk for one in remarks(run) if one.about == "twice")


def test_a_yes_to_the_hostile_is_the_first_thing_to_look_at():
    """A script in which anything at all is granted is said to pay those it should not."""
    soft = edited(
        ("mood: {patience: -20}", "mood: {patience: -1}"),
        ("when: evidence", "when: {words: over 0}"),
        ("when: direct_ask", "when: {words: over 0}"),
    )
    run = simulate(soft, 2 * len(BOTS), processes=1)
    told = [one.text for one in remarks(run) if one.about == "pays"]
    assert any("hostile" in text for text in told)
    assert run.figures["agreed.hostile"] == 100


def test_shares_say_of_how_many_talks_they_are():
    """49 % of 91 talks and 49 % of 2 are not the same, and part of a wish can be as it should be."""
    partial = edited(("out_of_time: {outcome: refused", "out_of_time: {outcome: partial"))
    simulation = simulate(partial, TALKS, processes=1)
    texts = [one.text for one in remarks(simulation) if one.about == "pays"]
    given = next(text for text in texts if text.startswith("Given part"))
    assert " % of 3 talks)" in given
    assert given.count(" talks)") == 1
    assert "whoever stays to the end gets this much" in given


@pytest.mark.parametrize(
    ("bots", "talks", "word"), [(["nobody"], 5, "nobody"), ([], 3, "at least")]
)
def test_a_run_that_cannot_be_is_refused_in_a_sentence(mina, bots, talks, word):
    """An unknown bot and fewer talks than bots are said in one sentence."""
    with pytest.raises(ValueError, match=word):
        simulate(mina, talks, bots=bots)


def test_readings_from_memory_are_those_of_the_reader(mina):
    """A reply read once stands for every line of the same kind, whatever the words of the line."""
    stage = set_stage(mina, 1)
    lines = ("", "You wanted to see me?", "What else is there?", "Go on.", "That is good to hear.",
             "No. Not this year.", "We can't do that, I'm afraid.", "I won't. Why should I?",
             "There is no budget for it. Sorry?")  # fmt: skip
    plain = stage.reader.reader
    names = [part.name for part in dataclasses.fields(Reading)]
    for reply in ("No.", "Fine.", "I would like to lead the team by June.", "Ok, never mind.",
                  "You never listen.", "How come?", ""):  # fmt: skip
        for line in lines:
            known, anew = stage.reader.read(reply, line), plain.read(reply, line)
            for name in names:
                assert getattr(known, name) == getattr(anew, name), (reply, line, name)
            assert all(known.has(move) == anew.has(move) for move in ("plan", "give_up"))
