"""What an author meant by a map that has keys nobody knows: speech that YAML took apart."""

import re
import unicodedata
from collections.abc import Collection
from typing import NamedTuple

from rehearse.source.node import Node
from rehearse.source.suggest import nearest


class Speech(NamedTuple):
    """Speech read as keys: the key it was cut at, the words it was, and the keys it became."""

    at: Node
    text: str
    keys: tuple[str, ...]
    under: str = ""


def cut_in_braces(node: Node, known: Collection[str]) -> Speech | None:
    """A text in {braces} that its commas made keys of; `under` is the key it stands below."""
    under, run = "", list[str]()
    for key, value in node.entries.items() if node.flow else ():
        if key in known or nearest(key, known):
            if run:
                break
            under = key if value.kind == "text" and value.plain else ""
        elif under and value.kind == "text":
            run.append(key)
    if not any(node.entries[key].empty or " " in key for key in run):
        return None
    parts = [node.entries[under].value, *(_as_said(node, key) for key in run)]
    return Speech(node.keys[run[0]], ", ".join(parts), tuple(run), under)


def said_as_key(node: Node, known: Collection[str]) -> Speech | None:
    """A text with a colon where a map has more below it: the words before the colon are no key."""
    for key, value in node.entries.items():
        speech = " " in key.strip() or key[:1].isupper()
        if speech and value.kind == "text" and key not in known and not nearest(key, known):
            return Speech(node.keys[key], _as_said(node, key), (key,))
    return None


def quoted(text: str) -> str:
    """The text as it is safe in YAML: in double quotes, or in single ones where it has double."""
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


def respelt(value: str, sign: str) -> str:
    """The words in small plain letters, joined by the sign: "Ray Tallow" is "ray-tallow"."""
    letters = unicodedata.normalize("NFKD", value.replace("'", "").replace("’", ""))
    plain = "".join(char for char in letters if not unicodedata.combining(char)).casefold()
    return re.sub(r"[^a-z0-9]+", sign, plain).strip(sign)[:60].strip(sign)


def _as_said(node: Node, key: str) -> str:
    value = node.entries[key].value
    return f"{key}: {value}" if value else key
