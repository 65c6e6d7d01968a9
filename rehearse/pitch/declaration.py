"""What a pitch file may hold, declared once: for the check and for the file a learner fills in."""

from textwrap import fill

from rehearse.source.shape import Field, Fields, ListOf, OneOf, Text

_WORDS = Text(what="a text")
_POINTS = OneOf(text=_WORDS, list=ListOf(item=_WORDS))

PITCH_SHAPE = Fields(
    what="a pitch",
    about="What a learner wants from the talk and what speaks for it. Everything may be left out.",
    fields={
        "name": Field(shape=_WORDS, about="How your manager addresses you."),
        "role": Field(
            shape=_WORDS,
            about="The role you want, said exactly (D2: say what you want and how).",
            example="shift supervisor",
        ),
        "date": Field(
            shape=_WORDS,
            about="By when (P1: a goal has a date; M7: start early, so nothing is rushed).",
            example="October",
        ),
        "achievements": Field(
            shape=_POINTS,
            about="What you did, each with a figure if you can (P2: concrete examples; "
            "H7: keep the figures and bring them).",
            example="Cut returns by 14 percent since spring",
        ),
        "value": Field(
            shape=_POINTS,
            about="What your step up brings your manager and the company (D4: argue from what you "
            "will bring; M8: what is in it for them?).",
            example="You get the rota off your desk",
        ),
        "plan": Field(
            shape=_POINTS,
            about="How you will get there (D3: bring a clear plan; M11: show it as a draft and ask "
            "what is missing).",
            example="Train two people on my bench before I move",
        ),
    },
)

_HEAD = """\
# Your pitch: the facts you take into the talk. Fill in what you have and leave the rest empty.
# Short points work best, in the words you would say. A text with ": " or " #" in it needs
# double quotes around it. Then: rehearse practice --pitch THIS-FILE
"""


def template(name: str = "") -> str:
    """A pitch file to fill in, in YAML, each key with its why. `name` is put in if given."""
    parts = [_HEAD]
    for key, field in PITCH_SHAPE.fields.items():
        parts.append("\n" + _commented(field.about))
        if field.example:
            parts.append(_commented(f"For example: {field.example}"))
        if key == "name":
            parts.append(f"name: {_double_quoted(name)}\n" if name.strip() else "name:\n")
        elif isinstance(field.shape, OneOf):
            parts.append(f"{key}:\n  -\n  -\n")
        else:
            parts.append(f"{key}:\n")
    return "".join(parts)


def _commented(text: str) -> str:
    return fill(text, width=96, initial_indent="# ", subsequent_indent="# ") + "\n"


def _double_quoted(text: str) -> str:
    """The text as YAML reads it back unchanged, on one line."""
    words = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
