"""`rehearse replay`, `score` and `import`: the talk as data and as a page."""

import json

TEXT = b"Manager: Well?\nMe: I want the lead role.\nManager: Why?\nMe: I built the report.\n"


def test_replay_as_data_has_every_turn_and_what_it_did(rehearse, talk):
    """The turns as the contract writes them, with mood before, the rule and the answer."""
    document = rehearse("replay", talk, "--json").json()
    assert [turn["turn"] for turn in document["turns"]] == [1, 2, 3]
    for turn in document["turns"]:
        assert {"state", "manager", "reply", "reading", "mood", "to", "at", "rule", "mood_before",
                "answer"} <= set(turn)  # fmt: skip
    assert document["end"]["outcome"] == "agreed"
    assert document["header"]["format"] == "rehearse-transcript/1"


def test_replay_for_people_shows_reading_mood_and_rule(rehearse, talk):
    """Each turn has the reply with its cues marked, the tone, the mood and the rule that fired."""
    answer = rehearse("replay", talk)
    assert answer.code == 0
    for words in ("Turn 3", "^^^^", "Tone: assertive", "Mood: ", "Rule: opening.hears.1",
                  "The end: granted, agreed"):  # fmt: skip
        assert words in answer.out


def test_a_plain_replay_and_reading_draw_nothing(rehearse, talk):
    """--plain quotes the words that counted instead of marking them."""
    pages = [rehearse("replay", talk, "--plain").out, rehearse("read", "I want it.", "--plain").out]
    for page in pages:
        assert "^" not in page
        assert "|--" not in page
        assert "What counted: “" in page


def test_a_torn_line_is_said_beside_the_answer(rehearse, talk):
    """A talk that was cut off is shown as far as it goes, and the cut is told on standard error."""
    talk.write_bytes(talk.read_bytes()[:-20])
    answer = rehearse("replay", talk, "--json")
    assert answer.json()["end"] is None
    assert "torn" in answer.err


def test_a_score_has_the_fields_of_the_contract_and_adds_up(rehearse, talk):
    """Criteria weighted give the overall score; each criterion's evidence gives its score."""
    card = rehearse("score", talk, "--json").json()
    assert {"overall", "criteria", "outcome", "turns", "rubric"} <= set(card)
    total = sum(criterion["score"] * criterion["weight"] for criterion in card["criteria"])
    assert abs(total - card["overall"]) < 0.01
    for criterion in card["criteria"]:
        assert {"id", "name", "score", "weight", "principles", "evidence"} <= set(criterion)
        assert sum(entry["points"] for entry in criterion["evidence"]) == criterion["score"]
    assert [turn["turn"] for turn in card["turns"]] == [1, 2, 3]


def test_several_talks_give_a_list_of_scores(rehearse, talk):
    """One talk gives one object; two give a list of two, in order."""
    cards = rehearse("score", talk, talk, "--json").json()
    assert cards == [rehearse("score", talk, "--json").json()] * 2


def test_a_score_for_people_quotes_the_words_that_count(rehearse, talk):
    """The page has the score, the outcome apart from it, and quotes with their turn."""
    answer = rehearse("score", talk)
    assert "Score: " in answer.out
    assert "Outcome: agreed. It does not enter the score." in answer.out
    assert 'turn 2, "I want the team lead role by June' in answer.out


def test_an_imported_talk_goes_straight_into_the_score(rehearse, tmp_path):
    """What `import` prints, `score` and `replay` take from a pipe."""
    file = tmp_path / "talk.txt"
    file.write_bytes(TEXT)
    imported = rehearse("import", file)
    assert json.loads(imported.out.splitlines()[0])["persona"] is None
    assert rehearse("import", "-", stdin=TEXT).out == imported.out
    assert rehearse("score", "-", "--json", stdin=imported.out.encode()).json()["overall"] > 0
    assert "Turn 2" in rehearse("replay", "-", stdin=imported.out.encode()).out


def test_import_writes_a_private_file_and_says_so(rehearse, tmp_path):
    """-o makes a new file for its owner alone; a file that is there is refused."""
    out = tmp_path / "out.jsonl"
    first = rehearse("import", "-", "-o", out, stdin=TEXT)
    assert (first.code, first.out) == (0, "")
    assert "2 replies" in first.err
    assert "Taken for you: “Me”. Taken for the manager: “Manager”." in first.err
    assert out.stat().st_mode & 0o777 == 0o600
    again = rehearse("import", "-", "-o", out, stdin=TEXT)
    assert again.code == 2
    assert "already" in again.err


def test_a_talk_without_replies_can_be_shown_and_scored(rehearse, talk):
    """A rehearsal left before the first word is no error."""
    talk.write_bytes(talk.read_bytes().splitlines(keepends=True)[0])
    assert rehearse("replay", talk).code == 0
    assert rehearse("score", talk, "--json").json()["turns"] == []
