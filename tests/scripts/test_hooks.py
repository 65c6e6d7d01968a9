"""The hooks for pre-commit: their commands exist, and their patterns find scripts."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

from rehearse.cli.main import COMMANDS

ROOT = Path(__file__).parents[2]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
GUIDE = (ROOT / "personas" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_calls_a_command_there_is(name):
    """Installed with the package that brings the program."""
    program, command, *rest = shlex.split(HOOKS[name]["entry"])
    assert f'{program} = "rehearse.cli.main:run"' in (ROOT / "pyproject.toml").read_text()
    assert name == f"{program}-{command}"
    assert (command in COMMANDS, rest, HOOKS[name]["language"]) == (True, [], "python")


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_looks_at_scripts_and_at_nothing_else(name):
    """Those of this repository, and those of a coach's, wherever the folder is."""
    files = re.compile(HOOKS[name]["files"])
    scripts = [path.relative_to(ROOT).as_posix() for path in (ROOT / "personas").glob("*.yaml")]
    assert len(scripts) >= 3
    for path in [*scripts, "a/personas/june-hart.yaml", "personas/june-hart.yml"]:
        assert files.search(path), path
    for path in ["personas/README.md", "personas/persona.schema.json", "my-personas/x.yaml",
                 ".pre-commit-config.yaml", "personas.yaml"]:  # fmt: skip
        assert not files.search(path), path


def test_parts_are_checked_and_not_played():
    """A part in a folder below has findings, but no stories."""
    part = "personas/parts/goodbyes.yaml"
    assert re.search(HOOKS["rehearse-check"]["files"], part)
    assert not re.search(HOOKS["rehearse-test"]["files"], part)


def test_the_guide_names_each_hook():
    """What it says to write uses the hooks there are."""
    named = re.findall(r"- id: (rehearse-\w+)", GUIDE)
    assert named == list(HOOKS)


@pytest.mark.parametrize("command", ["check", "test"])
def test_a_hook_is_called_with_many_files_at_once(command, tmp_path, capsys, monkeypatch):
    """Sound scripts pass; one that is broken fails the lot."""
    from rehearse.cli.main import run

    monkeypatch.setenv("REHEARSE_HOME", str(tmp_path / "home"))
    script = ROOT / "tests" / "transcript" / "scripts" / "mina-test.yaml"
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\n")
    assert run([command, str(script)]) == 0
    assert run([command, str(script), str(broken)]) == 1
    capsys.readouterr()
