"""The rules a reply was tried on: how near each came, and why it did not answer."""

SAYS_ASSERTIVE = """
beats:
  first:
    hears:
      - {when: assertive, says: Held., goto: yes_then}
    otherwise: [Not held., Still not., No.]
"""


def test_a_number_just_missed_is_nearer_than_one_far_off(talk):
    """Trust at 50 came closer to a rule at 52 than to one at 70; the number that came is told."""
    rehearsal = talk("""
beats:
  first:
    hears:
      - {when: {mood: {trust: at least 70}}, goto: yes_then}
      - {when: {mood: {trust: at least 52}}, goto: yes_then}
    otherwise: [Well., So., Go on.]
""")
    assert rehearsal.tried() == ()
    rehearsal.reply("neutral: a")
    far, near = rehearsal.tried()
    assert far.nearness < near.nearness < 1
    assert [part.came for part in near.missed] == [50]


def test_a_tone_in_doubt_comes_close(talk):
    """A tone that was heard without certainty is near; one that was not heard is not."""
    rehearsal = talk(SAYS_ASSERTIVE)
    rehearsal.reply("unsure assertive: a")
    assert 0.5 < rehearsal.tried()[0].nearness < 1
    rehearsal.reply("neutral: a")
    assert rehearsal.tried()[0].nearness == 0


def test_a_rule_for_once_and_a_way_back_without_a_detour_say_so(talk):
    """Both hold and cannot answer."""
    rehearsal = talk("""
beats:
  first:
    hears:
      - {when: gratitude, once: yes, says: Fine.}
      - {when: gratitude, goto: back}
    otherwise: [Well., So., Go on.]
""")
    rehearsal.reply("gratitude: a")
    rehearsal.reply("gratitude: a")
    assert [trial.verdict for trial in rehearsal.tried()] == ["used up", "no way back"]
