"""P010: a script and its file have two names (hint).

The `id` is the name of the file. Two scripts with one id are an error.

Why: the id is how people find the file.

Mend: rename one of the two.

Fails:

    id: joanna-field

Passes:

    id: jo-field

P501: a script without stories (warning).

A story is a short talk that you promise will go a certain way; `rehearse test` plays it.

Why: stories are what tells you that a change broke something.

Mend: write one talk that must go well, and one that must not.

Fails:

    stories: []

Passes:

    stories:
      - name: a plain ask is heard
        talk:
          - you: I want to be shift lead.
            expect: {beat: the_case}
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
