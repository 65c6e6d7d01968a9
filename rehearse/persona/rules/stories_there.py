"""P010, P501: a script that cannot be trusted yet.

A script has at least one story, a talk that goes as promised (P501), and its id is its file's name
(P010).

Why: stories are what tells you that a change broke something; the id is how people find the file.

Fails: a script without `stories`.
Passes: a script with one story that ends the talk well.
"""

from collections.abc import Iterator
from pathlib import PurePath

from rehearse.persona.script import Script
from rehearse.source import Problem


def check(script: Script) -> Iterator[Problem]:
    """A script without stories, and an id that is not the file's name."""
    root = script.document.root
    if not script.persona.stories:
        message = "The script has no stories."
        mend = "Write one talk that must go well, and one that must not."
        yield script.document.problem(root, "P501", message, mend, "warning")
    stem = PurePath(script.document.file).stem.replace("_", "-")
    node = root.get("id")
    if node is not None and script.document.file[:1] != "<" and script.persona.id != stem:
        message = f"The id is '{script.persona.id}', and the file is called '{stem}'."
        yield script.document.problem(node, "P010", message, "Make them the same.", "hint")
