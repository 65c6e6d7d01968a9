"""Managers in folders of one's own: everywhere a manager is found by id or stance."""

import json
import shutil

import pytest

MINA = "mina-test"


@pytest.fixture
def own(tmp_path, script):
    """The folder at home, with a script of one's own in it and a broken one beside it."""
    folder = tmp_path / "home" / "personas"
    folder.mkdir(parents=True)
    shutil.copy(script, folder)
    (folder / "broken.yaml").write_text("format: 1\nid: broken\n")
    return folder


@pytest.fixture
def named(tmp_path, script):
    """A folder elsewhere, with the same script in it."""
    folder = tmp_path / "of the group"
    folder.mkdir()
    shutil.copy(script, folder)
    return folder


COMMANDS = {
    "practice": ["practice", MINA, "--seed", 1, "--no-save"],
    "check": ["check", MINA],
    "test": ["test", MINA],
    "graph": ["graph", MINA],
    "simulate": ["simulate", MINA, "--talks", 2, "--bots", "silent"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_manager_at_home_is_found_by_id(rehearse, own, command):
    """No option is needed, and the broken script beside it is in nobody's way."""
    answer = rehearse(*COMMANDS[command])
    assert (answer.code, answer.err) == (0, "")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_manager_in_a_folder_named_is_found_by_id(rehearse, named, command):
    """With --personas, and not without."""
    assert rehearse(*COMMANDS[command], "--personas", named).code == 0
    assert rehearse(*COMMANDS[command]).code == 2


@pytest.mark.parametrize("command", ["personas", *COMMANDS])
def test_a_folder_that_is_none_is_refused_in_a_sentence(rehearse, command, tmp_path):
    """Exit 2, before anything else is done."""
    words = COMMANDS.get(command, [command])
    answer = rehearse(*words, "--personas", tmp_path / "nowhere")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "there is no folder" in answer.err


def test_the_list_tells_where_each_manager_comes_from(rehearse, own):
    """The built-in ones come with Rehearse, the others from their files; the broken is told."""
    answer = rehearse("personas")
    assert answer.code == 0
    assert answer.out.count("Comes with Rehearse.") == 3
    assert f"From {own / MINA}.yaml" in answer.out
    assert answer.err.count("\n") == 1
    assert answer.err.startswith(f"{own / 'broken.yaml'}:1:1: ")


def test_a_later_folder_wins_for_the_same_id(rehearse, own, named):
    """The folder named goes before the one at home, and a manager is listed once."""
    found = rehearse("personas", "--personas", named, "--json").json()
    assert [one["path"] for one in found if one["id"] == MINA] == [str(named / f"{MINA}.yaml")]


def test_a_stance_finds_own_managers_too(rehearse, own, monkeypatch):
    """The easiest of a stance may be one's own; the broken script is told once."""
    file = own / f"{MINA}.yaml"
    text = file.read_text()
    file.write_text(text.replace(f"difficulty: {text.split('difficulty: ')[1][0]}", "difficulty: 1")
                    .replace(f"stance: {text.split('stance: ')[1].split()[0]}", "stance: surly"))  # fmt: skip
    answer = rehearse("practice", "surly", "--no-save", stdin=b"Hello.\n")
    assert answer.code == 0
    assert "Mina" in answer.out
    assert [line for line in answer.err.splitlines() if "broken.yaml:1:1:" in line] == [
        answer.err.strip()
    ]


def test_a_talk_with_ones_own_manager_is_taken_up_and_gone_through_again(rehearse, own, tmp_path):
    """Neither the way to its script nor an option is needed."""
    from rehearse.transcript.store import kept_paths

    held = rehearse("practice", MINA, "--seed", 1, stdin=b"Thank you for the time.\n")
    assert held.code == 0
    talk = kept_paths()[0]
    assert f"rehearse practice {MINA} --seed 1" in held.out
    assert f"rehearse replay {talk}\n" in held.out
    assert rehearse("replay", talk, "--json").json()["same"] is True
    talk.write_text("".join(line + "\n" for line in talk.read_text().splitlines()[:-1]))
    assert rehearse("practice", "--resume", stdin=b"").code == 0


def test_a_talk_with_a_manager_of_a_folder_named_is_found_with_that_folder(rehearse, named):
    """What is shown after the talk names the folder, and works as it stands."""
    from rehearse.transcript.store import kept_paths

    held = rehearse("practice", MINA, "--personas", named, stdin=b"Thank you.\n")
    talk = kept_paths()[0]
    assert f"rehearse replay {talk} --personas '{named}'\n" in held.out
    assert rehearse("replay", talk, "--json").json()["same"] is None
    assert rehearse("replay", talk, "--personas", named, "--json").json()["same"] is True


def test_a_talk_is_gone_through_with_the_script_it_was_held_with(rehearse, own, named, talk):
    """Of two managers with one id, the one whose text is the same; broken ones are passed over."""
    (named / f"{MINA}.yaml").write_text("format: 1\nid: mina-test\n")
    shutil.copy(own / f"{MINA}.yaml", own / "a-copy.yaml")
    (own / f"{MINA}.yaml").write_text((own / f"{MINA}.yaml").read_text() + "# other\n")
    assert rehearse("replay", talk, "--personas", named, "--json").json()["same"] is True


def test_a_new_script_says_how_it_is_found(rehearse, tmp_path, monkeypatch):
    """By moving it or naming its folder, and the command shown works; at home it is found."""
    monkeypatch.chdir(tmp_path)
    shown = rehearse("new", "Rita Moss").out
    assert f"move it to {tmp_path / 'home' / 'personas'};" in shown
    command = shown.strip().splitlines()[-1].split("rehearse ")[1].split()
    assert command == ["practice", "rita-moss", "--personas", "."]
    assert rehearse(*command, stdin=b"").code == 0
    (tmp_path / "home" / "personas").mkdir(parents=True, exist_ok=True)
    at_home = tmp_path / "home" / "personas" / "una-bell.yaml"
    shown = rehearse("new", "Una Bell", "-o", at_home).out
    assert "It is among the managers now: rehearse practice una-bell" in shown
    assert rehearse("practice", "una-bell", stdin=b"").code == 0


def test_the_first_screen_takes_folders_too(rehearse, named):
    """`rehearse --personas DIR` is the first screen with more managers; a pipe is told to choose."""
    answer = rehearse("--personas", named)
    assert answer.code == 2
    assert "name a manager" in answer.err
    assert "--personas DIR" in rehearse("--help").out


def test_the_data_of_the_list_holds_every_path(rehearse, own):
    """The JSON names each script's file."""
    found = json.loads(rehearse("personas", "--json").out)
    assert {one["id"] for one in found} > {MINA}
    assert all(one["path"].endswith(f"{one['id']}.yaml") for one in found)


PART = "format: 1\npart: Goodbyes\nphrases:\n  direct_ask: [put me up for band six]\n"


def test_a_part_among_the_scripts_is_nobody_and_nothing_is_wrong_with_it(rehearse, own):
    """It is not listed, not told of, and has no stories; asked for by its path it is refused."""
    (own / "broken.yaml").unlink()
    (own / "goodbyes.yaml").write_text(PART)
    listed = rehearse("personas", "--json")
    assert (listed.err, "goodbyes" in listed.out) == ("", False)
    assert rehearse("test", own).code == 0
    assert rehearse("check", own).code == 0
    assert rehearse("test", own / "goodbyes.yaml").code == 1
