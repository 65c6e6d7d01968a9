"""P607: a set of responses that nothing uses (warning).

It stands under `rules` in the script, and no `- use:` puts it anywhere.

Why: what is in it never answers, and is not looked at by `check`.

Mend: write `- use:` with its name under `hears`, `always` or `reacts`, or take the set out.

Fails:

    rules:
      closing:
        - when: farewell
          goto: not_yet

Passes:

    rules:
      closing:
        - when: farewell
          goto: not_yet
    always:
      - use: closing

P608: a part of which nothing is used (hint).

No set of it is used, no condition asks for its topics, and what else it brings the script has
itself or leaves out.

Why: most often the `- use:` was forgotten.

Mend: use what is in it, or take it out of `include`.

Fails:

    include: parts/closing.yaml

Passes:

    include: parts/closing.yaml
    always:
      - use: closing
"""

from collections.abc import Iterator

from rehearse.persona.script import Script
from rehearse.source import Problem
from rehearse.source.characters import shown


def check(script: Script) -> Iterator[Problem]:
    """Each set of the script's own that is not used, and each part that brings nothing."""
    joining = script.joining
    if joining is None or joining.is_part:
        return
    document = joining.layer.document
    sets = document.root.get("rules")
    for name, key in sets.keys.items() if sets else ():
        if name not in joining.used:
            message = f"Nothing uses the set {shown(name)}."
            mend = f"Write - use: {name} under hears, always or reacts, or take it out."
            yield document.problem(key, "P607", message, mend, "warning")
    if not joining.layer.parts:
        return
    bringing = _files_used(script)
    for part in joining.layer.parts:
        files = {one.document.file for one in part.all()}
        if files.isdisjoint(bringing) and part.named_by is not None:
            message = f"Nothing of {shown(part.named_by.value)} is used in this script."
            mend = "Write - use: with a set of it, or take it out."
            yield document.problem(part.named_by, "P608", message, mend, "hint")


def _files_used(script: Script) -> set[str]:
    """The files of everything in the joined script, but for topics that nobody asks for."""
    asked = {use.name for use in script.named("topic")}
    waiting = [script.document.root]
    files = set()
    while waiting:
        node = waiting.pop()
        if node.kind == "text":
            files.add(node.place.file)
        for key, value in node.entries.items():
            if node is script.document.root and key == "topics":
                waiting += [one for name, one in value.entries.items() if name in asked]
            else:
                waiting.append(value)
        waiting += node.items
    return files
