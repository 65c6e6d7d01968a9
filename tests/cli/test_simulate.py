"""`rehearse simulate`: one report for people, one for programs, and floors that can fail."""

import re
import shlex

import pytest

FEW = ("--talks", "22")
HELD: dict[tuple[str, ...], object] = {}  # the reports on the script, each asked for once


@pytest.fixture
def report(rehearse, script):
    """Gives the report on the script as it is, with these options; what only looks shares it."""

    def ask(*more):
        if more not in HELD:
            HELD[more] = rehearse("simulate", script, *FEW, *more)
        return HELD[more]

    return ask


def test_the_same_seed_gives_the_same_report(rehearse, script, report):
    """Byte for byte, as text and as JSON, with nothing on standard error in a pipe."""
    for more in ((), ("--json",)):
        one, two = report(*more), rehearse("simulate", script, *FEW, *more)
        assert (one.code, one.err) == (0, "")
        assert one.out == two.out


def test_the_report_starts_with_one_screen(report):
    """Every bot has a row, then come the sums and what to look at, all before line 50."""
    answer = report()
    lines = answer.out.splitlines()
    assert max(len(line) for line in lines if not line.startswith("  rehearse ")) <= 80
    rows = [line.split()[0] for line in lines[:20] if re.search(r" \d+-\d+ ", line)]
    assert rows[0] == "prepared"
    assert rows[-1] == "all"
    assert len(rows) == 12
    look = next(at for at, line in enumerate(lines) if line.startswith("What to look at"))
    assert look < 50


def test_the_talk_it_points_to_can_be_seen(rehearse, report):
    """The command printed under the remarks shows that very talk, turn by turn."""
    out = report().out
    command = shlex.split(re.search(r"^  rehearse (simulate .*)$", out, re.M)[1])
    answer = rehearse(*command)
    assert answer.code == 0
    assert answer.out.startswith(f"Talk {command[-1]} with Mina Test")
    assert "Turn 1 (opening)" in answer.out
    document = rehearse(*command, "--json").json()
    best = report("--json").json()["best"]
    assert document["score"]["overall"] == best["score"]
    assert document["path"] == best["path"]


def test_the_json_holds_what_the_map_reads(rehearse, script, report, tmp_path):
    """`talks` and `ways` are there, and `rehearse graph --counts` takes the file."""
    answer = report("--json")
    document = answer.json()
    assert document["talks"] == 22
    for way in document["ways"]:
        assert set(way) == {"from", "to", "count"}
        assert way["count"] > 0
    path = tmp_path / "counts.json"
    path.write_text(answer.out, encoding="utf-8")
    graph = rehearse("graph", script, "--counts", path, "--json").json()
    assert graph["talks"] == 22
    assert graph["lost"] == []


def test_a_floor_kept_exits_0_and_a_floor_missed_1(rehearse, script):
    """Each miss is a sentence that names the figure, what it is and what it should be."""
    kept = rehearse("simulate", script, *FEW, "--at-least", "beats=100", "--at-most", "unended=100")
    assert kept.code == 0
    for more in ((), ("--json",)):
        missed = rehearse("simulate", script, *FEW, "--at-least", "score=101",
                          "--at-most", "refused.silent=0", *more)  # fmt: skip
        assert missed.code == 1
        told = missed.err if more else missed.out
        told = " ".join(told.split())
        assert "The floor --at-least score=101 is missed: score is " in told
        assert "refused of the silent bot is 100" in told


def test_a_floor_in_the_script_counts_too(rehearse, script, tmp_path):
    """`floors` in a script make the command exit 1 without an option."""
    path = tmp_path / "mina-test.yaml"
    path.write_text(script.read_text() + "floors: {score: at least 101}\n")
    answer = rehearse("simulate", path, *FEW)
    assert answer.code == 1
    assert "The floor 'score: at least 101' of the script is missed" in " ".join(answer.out.split())
    assert rehearse("simulate", path, "--talks", "2", "--bots", "timid").code == 0


def test_only_the_bots_asked_for_talk(rehearse, script):
    """--bots takes names with commas between them."""
    document = rehearse(
        "simulate", script, "--talks", "5", "--bots", "timid, parrot", "--json"
    ).json()
    assert [(bot["bot"], bot["talks"]) for bot in document["bots"]] == [("timid", 3), ("parrot", 2)]


@pytest.mark.parametrize("wrong", [
    ("--bots", "nobody"), ("--talks", "3"), ("--talks", "many"), ("--talks", "9999999"),
    ("--at-least", "rulez=5"), ("--at-most", "agreed.nobody=5"), ("--talk", "timid"),
    ("--talk", "nobody:3"), ("--talk", "timid:-1"), ("--bots", "timid", "--at-most", "agreed.mix=5"),
])  # fmt: skip
def test_bad_usage_exits_2_with_one_sentence(rehearse, script, wrong):
    """What cannot be is said on standard error before a single talk is held."""
    answer = rehearse("simulate", script, *wrong)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("rehearse simulate: ")
    assert "Traceback" not in answer.err


def test_a_broken_script_is_told_with_its_place(rehearse, tmp_path, script):
    """A script with an error is not simulated; the error comes with file, line and column."""
    path = tmp_path / "mina-test.yaml"
    path.write_text(script.read_text().replace("goto: the_case", "goto: the_cse", 1))
    answer = rehearse("simulate", path)
    assert answer.code == 2
    assert re.search(r"mina-test\.yaml:\d+:\d+: error P101", answer.err)


def test_the_report_says_how_to_read_it_and_how_to_compare(report, rehearse, script):
    """What bots are for, and the options that make two reports comparable, which do so."""
    told = " ".join(report().out.split())
    assert "the bots speak of other trades on purpose" in told
    options = re.search(r"the same seed: (--talks \d+ --seed \d+)\.", told)[1]
    assert rehearse("simulate", script, *options.split()).out == report().out
    assert "Here one talk more or less is 50 % of a bot's row." in told
    few = " ".join(rehearse("simulate", script, "--talks", "11", "--seed", "4").out.split())
    assert "--talks 11 --seed 4" in few
    assert "a row can be one talk, which says little" in few
