"""Putting a part of a script into a whole one, as text, so that broken YAML stays as it is."""

import re

_KEY = re.compile(r"( *)([a-z][a-z0-9_]*):(.*)$")


def merged(base: str, part: str) -> str:
    """The script with each key of the part in its place: maps are gone into, all else replaced."""
    return "\n".join(_merged(base.splitlines(), part.splitlines())) + "\n"


def _merged(base: list[str], part: list[str]) -> list[str]:
    blocks, more = _blocks(base), _blocks(part)
    if blocks is None or more is None:
        return part
    for name, lines in more.items():
        inner, new = blocks.get(name, [""])[1:], lines[1:]
        is_map = _blocks(inner) is not None and _blocks(new) is not None
        blocks[name] = [lines[0], *_merged(inner, new)] if inner and new and is_map else lines
    return [line for lines in blocks.values() for line in lines]


def _blocks(lines: list[str]) -> dict[str, list[str]] | None:
    """The lines of each key of a map; a key found twice keeps its number. None where it is none."""
    first = next((line for line in lines if line.strip()), "")
    found = _KEY.match(first)
    if found is None or first.lstrip().startswith("- "):
        return None
    indent, blocks, name = found[1], {}, ""
    for number, line in enumerate(lines):
        key = _KEY.match(line)
        if key is not None and key[1] == indent:
            name = key[2] if key[2] not in blocks else f"{key[2]}#{number}"
            blocks[name] = []
        if name:
            blocks[name].append(line)
    return blocks
