"""What every manager that comes with the program must have, and that all of it is used."""

import random
from collections import Counter
from dataclasses import replace
from itertools import zip_longest
from string import ascii_lowercase

import pytest

from rehearse.coach import run_stories
from rehearse.dialogue import Rehearsal, find_response
from rehearse.persona import check_persona
from rehearse.reading import TONES

PLAYED = 100  # talks, which take a few seconds
AT_MOST = 800  # talks where some beat or ending has not come up; the rarest does once in 40
PLAIN = {*ascii_lowercase, " ", "'"}  # what a cue without any notation is made of


def test_enough_to_talk_about(manager):
    """A manager has ten beats or more, and four endings or more with different outcomes."""
    assert len(manager.beats) >= 10
    assert len(manager.endings) >= 4
    assert len({ending.outcome for ending in manager.endings.values()}) >= 3


def test_checks_clean(manager):
    """The check finds nothing to mend, so every line that can come up twice has three variants."""
    findings = [p for p in check_persona(manager.path) if p.severity in ("error", "warning")]
    if findings:
        told = "\n".join(f"{p.place}: {p.severity} {p.code}: {p.message}" for p in findings)
        pytest.fail(f"{len(findings)} findings\n{told}", pytrace=False)


def test_stories_hold(manager, reader_for):
    """There are stories, and each goes as promised."""
    results = run_stories(manager, reader_for(manager))
    failed = [result.render() for result in results if not result.passed]
    if failed:
        pytest.fail("\n".join(failed), pytrace=False)
    assert results


@pytest.fixture(scope="module")
def played(manager, reader_for, talk_files, corpus):
    """Talks as they come: someone prepared, timid or hostile, more or less often of another mind.

    Held in one go only: to reload them all would take long and show nothing new. What is said
    depends on all replies there are, so talks go on until everything has come up.
    """
    written = talk_files(manager)
    cues = [cue for cues in manager.topics.values() for cue in cues]
    asides = [f"Can I ask you about {cue}?" for cue in cues if set(cue) <= PLAIN]
    asides += [step.you for story in manager.stories for step in story.talk]
    rehearsals, never = [], states(manager)
    while len(rehearsals) < PLAYED or (never and len(rehearsals) < AT_MOST):
        seed = len(rehearsals)
        chance = random.Random(seed)
        rehearsal = Rehearsal(manager, seed=seed, reader=reader_for(manager))
        own, different = written[chance.choice(sorted(written))], chance.random()
        for said, _ in zip_longest(own, range(manager.turn_limit)):
            if rehearsal.over:
                break
            if said is None or chance.random() < different:
                tone, talk = chance.choice(list(corpus)), chance.choice(list(written))
                said = chance.choice(chance.choice([corpus[tone], written[talk], asides]))
            never.discard(rehearsal.reply(said).to)
        rehearsals.append(rehearsal)
    return rehearsals


def states(manager):
    """The beats and endings that something said must lead to."""
    return {*manager.beats, *manager.endings} - {manager.start, manager.out_of_time}


def test_every_beat_and_ending_comes_up(manager, played):
    """There is no beat and no ending a learner cannot come to; time runs out only at the limit."""
    counts = Counter(turn.to for rehearsal in played for turn in rehearsal.turns)
    never = sorted(name for name in states(manager) if not counts[name])
    others = ", ".join(f"{name} {count}" for name, count in counts.most_common())
    assert not never, f"never reached in {len(played)} talks: {', '.join(never)}; others: {others}"


def test_time_runs_out_at_the_turn_limit(manager, reader_for):
    """Whatever manager it is, a talk that is not over by the turn limit ends there."""
    hurried = replace(manager, turn_limit=2)
    rehearsal = Rehearsal(hurried, seed=1, reader=reader_for(manager))
    for said in ("Good morning.", "I've been here for six years now."):
        rehearsal.reply(said)
    assert rehearsal.end is not None
    assert rehearsal.end.state == manager.out_of_time


def test_reacts_to_every_tone(manager, played):
    """For each tone there is a rule that asks for it and that such a reply has set off.

    No rule needs to ask for a neutral tone: there it must be one that is no mere `otherwise`.
    """
    met, used = Counter(), set()
    for turn in (turn for rehearsal in played for turn in rehearsal.turns):
        tone = turn.reading.tone
        if turn.reading.certain:
            met[tone] += 1
            found = (find_response(manager, name) for name in (turn.reaction, turn.rule))
            rules = [rule for rule in found if rule and not rule.id.endswith(".otherwise")]
            if any(tone == "neutral" or tone in names(rule.when) for rule in rules):
                used.add(tone)
    missing = [tone for tone in TONES if tone not in used]
    assert not missing, f"no rule for {missing}; replies read with certainty: {dict(met)}"


def test_three_variants_of_what_comes_up_twice(manager, played):
    """A rule used twice in one talk has three lines or more, or none; so has a beat.

    Reactions need not: they fall silent when their lines are said.
    """
    poor = {}
    for rehearsal in played:
        entered = Counter(turn.to for turn in rehearsal.turns if turn.to != turn.state)
        used = Counter(turn.rule for turn in rehearsal.turns)
        for name, count in (entered + used).items():
            source = manager.beats.get(name) or find_response(manager, name)
            if count > 1 and source and 0 < len(source.says) < 3:
                poor[name] = len(source.says)
    assert not poor, f"too few lines: {poor}"


def names(condition):
    """The tones, moves and signals that a condition asks for, how deep ever they stand."""
    for part in (*condition.any_of, *condition.all_of):
        if isinstance(part, str):
            yield part
        else:
            yield from names(part)


def test_no_line_twice_in_all_these_talks(played):
    """However a talk goes, the manager does not say the same words twice."""
    repeats = Counter()
    for rehearsal in played:
        heard = list(rehearsal.opening)
        for turn in rehearsal.turns:
            again = [line for line in turn.answer if line in heard]
            repeats.update((turn.state, turn.rule, line) for line in again)
            heard += turn.answer
    assert not repeats, f"(beat, rule, line): {repeats.most_common()}"
