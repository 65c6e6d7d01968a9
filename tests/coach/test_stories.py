import re
from pathlib import Path

import pytest

from rehearse.coach import run_stories
from rehearse.persona import load_persona, parse_persona

WHOLE = Path(__file__).parent.parent / "persona" / "whole_language.yaml"
MINA = WHOLE.parent.parent / "transcript" / "scripts" / "mina-test.yaml"
TEXT = WHOLE.read_text(encoding="utf-8")


def with_stories(stories):
    """The script of the tests with these stories instead of its own."""
    return parse_persona(TEXT[: TEXT.index("stories:")] + stories, "robin.yaml")


def one_result(expect, you="Promote me or I walk.", head=""):
    """The result of a story of one reply."""
    stories = (
        f"stories:\n  - name: it\n{head}    talk:\n      - you: {you}\n        expect: {expect}\n"
    )
    (result,) = run_stories(with_stories(stories))
    return result


def test_the_stories_of_the_whole_language_go_as_promised():
    """The script of the tests keeps its promises."""
    assert [result.passed for result in run_stories(load_persona(WHOLE))] == [True, True, True]


@pytest.mark.parametrize(("expect", "what", "came"), [
    ("{tone: passive}", "the tone", "aggressive"), ("{moves: plan}", "the move", "ultimatum"),
    ("{beat: the_wall}", "the beat", "opening"), ("{outcome: agreed}", "the outcome", "goes on"),
    ("{says: congratulations}", "an answer with", "?"), ("{mood: {patience: over 50}}", "patience", "40"),
    ("{certain: no}", "a reading that is", "certain"),
])  # fmt: skip
def test_each_broken_promise_names_what_was_expected_and_what_came(expect, what, came):
    """Tone, moves, beat, outcome, words, mood and certainty are each compared."""
    (difference,) = one_result(expect).differences
    assert difference.what == what
    assert came in difference.came


def test_a_failed_story_reads_like_the_talk_it_was():
    """Place, name, what was said, and the difference."""
    shown = one_result("{beat: the_wall}").render()
    assert shown.startswith("robin.yaml:")
    assert "You: Promote me or I walk." in shown
    assert "Robin Marsh: " in shown
    assert "expected the beat the_wall, got opening" in shown


def test_only_what_is_expected_is_compared():
    """A reply without expectations cannot fail."""
    assert one_result("{}").passed


def test_a_story_may_start_anywhere_in_any_mood():
    """`from` and `mood` set the scene."""
    head = "    from: closing\n    mood: {trust: 80}\n"
    result = one_result("{mood: {trust: at least 80}}", you="Thank you.", head=head)
    assert result.passed
    assert result.talk[0][1] in (
        "So what happens next?",
        "How do we leave it?",
        "What do we write down?",
    )


def test_a_reply_after_the_end_is_a_difference():
    """A story whose talk ends too early fails at the first reply that comes too late."""
    persona = with_stories("stories:\n  - name: it\n    talk: [Goodbye., One more thing.]\n")
    (result,) = run_stories(persona)
    assert "left_open" in result.render()
    assert not result.passed


def test_quotes_and_case_do_not_matter_in_expected_words():
    """Curly and straight quotes, capitals and spaces are alike."""
    assert one_result('{says: "LET’S talk  again"}', you="Goodbye.").passed


def test_a_script_without_stories_has_no_results():
    """Nothing promised, nothing played."""
    assert run_stories(with_stories("")) == []


def test_a_failed_story_shows_how_the_reply_was_taken():
    """Reading, rule with its line, mood, and which reply it was."""
    shown = one_result("{beat: the_wall}").render()
    assert "read as aggressive, certain: " in shown
    assert re.search(r"answered by [\w.]+, line \d+", shown)
    assert "mood: " in shown
    assert "-> reply 1: " in shown


def test_where_the_beat_is_another_it_says_what_would_have_led_there():
    """The response with its line and what it asks for that was not so; or that there is none."""
    text = MINA.read_text(encoding="utf-8").replace("I want the lead role.", "Good morning.")
    (result,) = run_stories(parse_persona(text, "mina-test.yaml"))
    shown = result.render()
    assert "what leads there:" in shown
    assert "opening.hears.1 (line 30) asks for direct_ask" in shown
    assert "The 1 reply after it was not played." in shown
    (other,) = run_stories(parse_persona(text.replace("{beat: the_case}", "{beat: not_now}")))
    assert "no response of opening leads to not_now" in other.render()


def test_a_response_that_holds_too_but_comes_later_is_said_to():
    """The one that answered is named."""
    text = MINA.read_text(encoding="utf-8").replace(
        "      - when: gratitude\n",
        "      - {when: {any: [direct_ask, farewell]}, goto: shown_out}\n      - when: gratitude\n",
    )
    (result,) = run_stories(parse_persona(text.replace("{beat: the_case}", "{beat: shown_out}")))
    assert "holds too, but opening.hears.1 came first" in result.render()


def test_a_rule_of_always_that_comes_first_is_said_how_to_shield_from():
    """A coach is told what to add to the rule of `always` that took the reply."""
    text = MINA.read_text(encoding="utf-8").replace(
        "always:\n", "always:\n  - {when: {words: at least 1}, says: Later.}\n", 1
    )
    (result,) = run_stories(parse_persona(text))
    assert (
        "holds too, but always.1 came first, as always does; add none: [direct_ask] to its when"
        in result.render()
    )


def test_the_failed_story_in_the_guide_is_what_test_prints():
    """Letter for letter, as the guide takes it apart."""
    guide = (WHOLE.parent.parent.parent / "personas" / "README.md").read_text(encoding="utf-8")
    script = re.search(r"```yaml\n(format:.*?)```", guide, re.DOTALL)[1]
    changed = script.replace("I would like to be considered for desk lead.", "Good morning, Rita.")
    results = run_stories(parse_persona(changed, "rita-moss.yaml"))
    (result,) = [one for one in results if not one.passed]
    assert f"```text\n{result.render()}\n```" in guide
