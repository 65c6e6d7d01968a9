"""Phrases of the learner's own, in phrases.yaml at home, through every command that reads."""

import json

import pytest

from rehearse.reading import load_phrase_book
from rehearse.transcript.store import kept_paths

REPLY = "Could you put me up for band six?"
PHRASES = "format: 1\ndirect_ask: [put me up for band six]\n"


@pytest.fixture
def phrases(tmp_path):
    """Writes the file at home."""

    def write(text):
        (tmp_path / "home").mkdir(exist_ok=True)
        (tmp_path / "home" / "phrases.yaml").write_text(text)

    return write


def test_read_says_that_a_phrase_is_your_own(rehearse, phrases):
    """In the text and in the data; without the file there is nothing of it."""
    assert "Your own phrase" not in rehearse("read", REPLY).out
    phrases(PHRASES)
    answer = rehearse("read", REPLY)
    assert 'Your own phrase: "put me up for band six" (direct_ask)' in answer.out
    assert rehearse("read", "--json", REPLY).json()["own"][0]["source"] == "move:direct_ask"
    assert rehearse("read", "--json", stdin=REPLY.encode()).json()["own"]


def test_a_talk_is_read_by_them_and_says_so(rehearse, phrases, script):
    """The header's hash covers them, and the same phrases give the same talk."""
    phrases(PHRASES)
    assert rehearse("practice", script, "--seed", 1, stdin=REPLY.encode()).code == 0
    talk = kept_paths()[0]
    header, turn = map(json.loads, talk.read_text().splitlines()[:2])
    assert header["phrasebook"] != load_phrase_book().sha256
    assert turn["reading"]["own"]
    replay = ("replay", talk, "--personas", script.parent)
    assert rehearse(*replay, "--json").json()["same"] is True
    shown = rehearse(*replay)
    assert 'Your own phrase: "put me up for band six"' in shown.out


@pytest.mark.parametrize("now", ["", "format: 1\ndirect_ask: [band seven please]\n"])
def test_a_talk_held_with_other_phrases_is_told_apart(rehearse, phrases, script, now):
    """It cannot be played again or taken up, and the reason is the phrases; its score stays."""
    phrases(PHRASES)
    rehearse("practice", script, "--seed", 1, stdin=REPLY.encode())
    talk = kept_paths()[0]
    scored = rehearse("score", talk, "--json").out
    phrases(now or "format: 1\n")
    replayed = rehearse("replay", talk, "--personas", script.parent)
    assert (replayed.code, "phrases.yaml" in replayed.err) == (0, True)
    talk.write_text("".join(line + "\n" for line in talk.read_text().splitlines()[:2]))
    resumed = rehearse("practice", script, "--resume", talk)
    assert (resumed.code, "phrases.yaml" in resumed.err) == (2, True)
    assert json.loads(scored)["overall"] >= 0


def test_a_talk_held_before_there_were_any_is_told_apart_too(rehearse, phrases, script, talk):
    """Phrases added since make it another reading."""
    phrases(PHRASES)
    answer = rehearse("replay", talk, "--personas", script.parent)
    assert "The phrases of your own (phrases.yaml) are not those" in answer.err


def test_import_reads_by_them(rehearse, phrases, tmp_path):
    """A talk held elsewhere is read as one here would be, and its header says so."""
    text = tmp_path / "talk.txt"
    text.write_text(f"Boss: Well?\nMe: {REPLY}\n")
    before = rehearse("import", text).out.splitlines()
    phrases(PHRASES)
    after = rehearse("import", text).out.splitlines()
    assert json.loads(after[0])["phrasebook"] != json.loads(before[0])["phrasebook"]
    assert json.loads(after[1])["reading"]["own"]


@pytest.mark.parametrize("command", [
    ["read", "Hello."], ["practice", "surly", "--no-save"], ["replay", "TALK"], ["import", "TEXT"],
])  # fmt: skip
def test_a_broken_file_is_one_clear_sentence(rehearse, phrases, tmp_path, talk, command):
    """File, line and column, what is wrong and what to write; exit 2."""
    phrases("format: 1\ndirect_aks: [put me up]\n")
    (tmp_path / "talk.txt").write_text("Boss: Well?\nMe: Hello.\n")
    named = {"TALK": talk, "TEXT": tmp_path / "talk.txt"}
    answer = rehearse(*(named.get(word, word) for word in command))
    place = tmp_path / "home" / "phrases.yaml"
    assert answer.code == 2
    assert answer.err.startswith(f"{place}:2:1: error P004: ")
    assert "Did you mean direct_ask?" in answer.err


def test_blessing_a_talk_held_with_them_says_where_they_belong(rehearse, phrases, script, tmp_path):
    """A story is read without: a phrase that matters goes into the script."""
    own = tmp_path / "mina-test.yaml"
    own.write_text(script.read_text())
    phrases("format: 1\ndirect_ask: [purple elephants dance]\n")
    rehearse("practice", own, "--seed", 1, stdin=b"Purple elephants dance.\n")
    blessed = rehearse("test", own, "--bless", kept_paths()[0])
    assert (blessed.code, "under `phrases` in the script" in blessed.err) == (2, True)
