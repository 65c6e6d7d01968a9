"""The house: who may import whom, and what a quick command must not load."""

import ast
import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import rehearse

HOUSE = Path(rehearse.__file__).parent
ROOMS = ("source", "reading", "persona", "pitch", "dialogue", "transcript", "scoring", "coach",
         "terminal", "cli")  # fmt: skip
MODULES = sorted(HOUSE.rglob("*.py"))


@cache
def nodes(path):
    """All there is in a module, parsed once."""
    return list(ast.walk(ast.parse(path.read_text("utf-8"))))


def imports(path):
    """Every module a file imports, wherever in the file, as dotted names with their lines."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write the whole name of the module"
            yield node.module, node.lineno
            if node.module == "rehearse":
                yield from ((f"rehearse.{alias.name}", node.lineno) for alias in node.names)


def named_modules(path):
    """Every text in a file that is the dotted name of one of our modules: lazy imports."""
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            parts = node.value.split(".")
            if parts[0] == "rehearse" and len(parts) > 1 and parts[1] in ROOMS:
                yield node.value, node.lineno


def room_of(name):
    """The room of a dotted module name; None for what is outside the rooms."""
    parts = name.split(".")
    return parts[1] if parts[0] == "rehearse" and len(parts) > 1 and parts[1] in ROOMS else None


def test_every_room_is_listed_and_there_is_no_other():
    """The list of rooms is the list of folders."""
    folders = {path.parent.name for path in HOUSE.glob("*/__init__.py")}
    assert folders == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_no_import_runs_upward(room):
    """A room imports only from itself and from the rooms before it, even inside functions."""
    allowed = ROOMS[: ROOMS.index(room) + 1]
    upward = [
        f"{path.relative_to(HOUSE)}:{line}: {name}"
        for path in sorted((HOUSE / room).rglob("*.py"))
        for name, line in [*imports(path), *named_modules(path)]
        if room_of(name) not in (None, *allowed)
    ]
    assert upward == []


@pytest.mark.parametrize(
    ("package", "rooms"),
    [
        ("prompt_toolkit", {"terminal"}),
        ("transitions", {"dialogue"}),
        ("yaml", {"source", "reading", "scoring"}),
        ("rapidfuzz", {"source", "reading", "persona", "pitch", "scoring", "dialogue"}),
        ("numpy", set()),
    ],
)
def test_a_package_is_used_only_where_it_belongs(package, rooms):
    """The terminal's package stays in the terminal, the machine's in the dialogue, numpy out."""
    users = {
        path.relative_to(HOUSE).parts[0]
        for path in MODULES
        for name, _ in imports(path)
        if name.split(".")[0] == package
    }
    assert users <= rooms


def test_showing_lines_needs_no_prompt():
    """The modules that only lay out lines import no prompt_toolkit, not even inside functions."""
    plain = [HOUSE / "terminal" / "__init__.py", HOUSE / "terminal" / "typeset.py",
             *(HOUSE / "terminal").glob("show_*.py")]  # fmt: skip
    for path in plain:
        assert not [name for name, _ in imports(path) if name.startswith("prompt_toolkit")], path


WATCHED = """
import json, sys
from rehearse.cli.main import run
code = run(sys.argv[1:])
heavy = [n for n in ("numpy", "prompt_toolkit", "transitions", "asyncio") if n in sys.modules]
print(json.dumps([code, heavy]), file=sys.stderr)
"""


@pytest.mark.parametrize("arguments", [["--help"], ["read", "Hello."], ["check", "{script}"],
                                       ["score", "{talk}"], ["personas", "--json"]])  # fmt: skip
def test_a_quick_command_loads_nothing_heavy(arguments, tmp_path):
    """Commands that hold no talk start without numpy, prompt_toolkit and the state machine."""
    script = Path(__file__).parent / "transcript" / "scripts" / "mina-test.yaml"
    talk = tmp_path / "talk.jsonl"
    talk.write_text('{"format": "rehearse-transcript/1", "rehearse": "0", "persona": null, '
                    '"phrasebook": "", "seed": 0, "started": "", "pitch": null}\n')  # fmt: skip
    words = [word.format(script=script, talk=talk) for word in arguments]
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *words], capture_output=True, text=True, check=False
    )
    code, heavy = json.loads(done.stderr.splitlines()[-1])
    assert (code, heavy) == (0, [])


def test_a_script_may_ask_for_each_kind_of_point_a_pitch_has():
    """The persona room lists the kinds by itself, for it may not look up into the pitch room."""
    from rehearse.persona.model import PITCH_KINDS
    from rehearse.pitch.model import POINT_KINDS

    assert PITCH_KINDS == POINT_KINDS
