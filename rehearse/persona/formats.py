"""What a file may be: a manager's script, one that builds on others, or a part for several.

All are made of the fields of the one declaration; only what must be there differs.
"""

from collections.abc import Collection
from dataclasses import replace

from rehearse.persona.condition_format import WORDS
from rehearse.persona.declaration import PERSONA
from rehearse.source import ByKey, Field, Fields

# The maps whose entries are joined name by name, and the lists of responses.
BY_NAME = ("mood", "rules", "phrases", "topics", "beats", "endings")
LISTS = ("reacts", "always")
# What stands for the file itself, and never comes from another one.
OWN = ("format", "id", "part", "extends", "include", "leaves_out", "stories", "floors", "note")
_SHARED = (
    "format", "note", "include", "leaves_out", *BY_NAME, *LISTS, "asks_back", "spent",
)  # fmt: skip


def _needing(kept: Collection[str]) -> Fields:
    """The persona format, of whose needed keys only these must be there."""
    fields = {
        key: replace(field, required=field.required and key in kept)
        for key, field in PERSONA.fields.items()
    }
    return replace(PERSONA, fields=fields)


PART = Fields(
    what="a part",
    about="What several scripts share; each takes it in by `include`. It has no `id` and no"
    " `name`: nobody talks to a part.",
    fields={
        "format": PERSONA.fields["format"],
        "part": Field(
            shape=WORDS,
            about="What it holds, in words; by this key the file is a part.",
            required=True,
            example="How a talk is closed",
        ),
        **{
            key: replace(field, required=key == "format")
            for key, field in PERSONA.fields.items()
            if key in _SHARED
        },
    },
)
# One that extends another needs no more than its own name; parts may bring beats and endings.
EXTENDING = _needing(("format", "id"))
INCLUDING = _needing(PERSONA.fields.keys() - {"beats", "endings"})
FILE = ByKey(
    key="part",
    there=PART,
    absent=ByKey(
        key="extends",
        there=EXTENDING,
        absent=ByKey(key="include", there=INCLUDING, absent=PERSONA),
    ),
)
