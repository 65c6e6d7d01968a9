"""The stories of scripts under pytest: a plug-in for coaches with a repository.

Every story is a test, named `rita-moss.yaml::threats end the talk`. Collected are the YAML files
that pytest meets and that look like a script, once `--rehearse-personas` or, in pytest's own
settings, `rehearse_personas = true` asks for it; and any such file named on the command line.
Pytest alone imports this module, and nothing else of the program is imported before there is a
script to read.
"""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from rehearse.persona.model import Persona, Story

_ENDINGS = (".yaml", ".yml")
_SIGNS = re.compile(rb"^(format|beats|extends|include|part)[ \t]*:", re.MULTILINE)
_MOST_READ = 4_000_000  # bytes; no script is larger
_SILENT = pytest.StashKey[list[str]]()


class StoryFailed(Exception):  # noqa: N818 - a failing test, not an error
    """A story went otherwise than promised, or its script cannot be read; the text says it all."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option, and the same as a setting."""
    what = "run the stories in the scripts of managers (YAML with format: and beats: or extends:)"
    group = parser.getgroup("rehearse")
    group.addoption("--rehearse-personas", action="store_true", default=False, help=what)
    parser.addini("rehearse_personas", what, type="bool", default=False)


def pytest_configure(config: pytest.Config) -> None:
    """Keep a list of the scripts that have no story, to name them at the end."""
    config.stash[_SILENT] = []


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "ScriptFile | None":
    """The script in this file, where scripts are asked for and it looks like one."""
    if file_path.suffix not in _ENDINGS:
        return None
    asked = parent.config.getoption("rehearse_personas") or parent.config.getini(
        "rehearse_personas"
    )
    if not (asked or parent.session.isinitpath(file_path)) or not looks_like_a_script(file_path):
        return None
    script: ScriptFile = ScriptFile.from_parent(parent, path=file_path)
    return script


def looks_like_a_script(path: Path) -> bool:
    """Whether lines of the file begin as those of a script: `format:`, and `beats:` or `extends:`.

    `include:` counts as well; a part is no script.
    """
    try:
        with path.open("rb") as file:
            found = set(_SIGNS.findall(file.read(_MOST_READ).removeprefix(b"\xef\xbb\xbf")))
    except OSError:
        return False
    return b"format" in found and len(found) > 1 and b"part" not in found


class ScriptFile(pytest.File):
    """A script; its tests are its stories. One that cannot be read is one test that fails."""

    def collect(self) -> Iterable[pytest.Item]:
        """A test a story, in the script's order."""
        from rehearse.persona import load_persona
        from rehearse.source import SourceError

        try:
            persona = load_persona(self.path)
        except SourceError as error:
            told = "\n".join(one.render() for one in error.problems)
            yield Unreadable.from_parent(self, name="the script can be read", told=told)
            return
        if not persona.stories:
            self.config.stash[_SILENT].append(self.nodeid)
        names: Counter[str] = Counter()
        for story in persona.stories:
            names[story.name] += 1
            again = f" ({names[story.name]})" if names[story.name] > 1 else ""
            yield StoryItem.from_parent(
                self, name=f"{story.name}{again}", persona=persona, story=story
            )


class _ScriptItem(pytest.Item):
    """A test that says why it failed in its own words, without a traceback."""

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        """The difference as `rehearse test` shows it; for any other fault what pytest shows."""
        if isinstance(excinfo.value, StoryFailed):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """The file, the line from 0, and the name."""
        return self.path, None, self.name


class Unreadable(_ScriptItem):
    """A script that cannot be read. `told` is every error in it."""

    def __init__(self, *, told: str, **others: Any) -> None:
        super().__init__(**others)
        self.told = told

    def runtest(self) -> None:
        """Fail: stories that cannot be played are no stories that passed."""
        raise StoryFailed(self.told)


class StoryItem(_ScriptItem):
    """A story of a script."""

    def __init__(self, *, persona: "Persona", story: "Story", **others: Any) -> None:
        super().__init__(**others)
        self.persona = persona
        self.story = story

    def runtest(self) -> None:
        """Play it; it fails at the first reply that does not keep a promise."""
        from rehearse.coach.stories import play_story

        result = play_story(self.persona, self.story)
        if not result.passed:
            raise StoryFailed(result.render())

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """The file, the story's line from 0, and its name."""
        line = self.story.place.line - 1 if self.story.place else None
        return self.path, line, self.name


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Name the scripts that promise nothing: a run without stories must not look like a test."""
    silent = config.stash[_SILENT]
    for script in silent:
        sentence = f"{script}: there is no story in this script, so it was not tested."
        terminalreporter.write_line(sentence)
