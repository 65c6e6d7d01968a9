"""The learner's own facts and what they still lack, as lines of plain text."""

from collections.abc import Sequence

from rehearse.pitch.model import Pitch
from rehearse.terminal.typeset import wrap


def show_pitch(pitch: Pitch, advice: Sequence[str], width: int = 80) -> list[str]:
    """Every fact under its name, then the advice, one point a paragraph."""
    lines = []
    single = {"Your name": pitch.name, "You want": pitch.role, "By": pitch.date}
    for title, words in single.items():
        lines += wrap(f"{title}: {words or '(nothing yet)'}", width, "  ", first="")
    many = {"What you have achieved": pitch.achievements,
            "What it is worth to them": pitch.value, "Your plan": pitch.plan}  # fmt: skip
    for title, points in many.items():
        lines += ["", f"{title}:"]
        for point in points or ("(nothing yet)",):
            lines += wrap(point, width, "    ", first="  - ")
    lines += ["", "Advice:" if advice else "Nothing is missing."]
    for sentence in advice:
        lines += wrap(sentence, width, "    ", first="  - ")
    return lines
