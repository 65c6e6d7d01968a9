"""What a pitch still lacks before the talk: short sentences, each with its principles."""

from rehearse.pitch.figures import figures
from rehearse.pitch.model import Pitch
from rehearse.reading.normalise import normalise

_FEW_WORDS = 3
_MANY_WORDS = 25


def advice(pitch: Pitch) -> list[str]:
    """Sentences on what is missing or thin, the most important first; empty for a full pitch.

    Each ends with the ids of the principles it rests on, in brackets.
    """
    return [*_goal(pitch), *_achievements(pitch), *_forward(pitch), *_length(pitch)]


def _goal(pitch: Pitch) -> list[str]:
    found = []
    if not pitch.role:
        found.append("Name the role you want; good work alone does not say it (D1, D2).")
    if not pitch.date:
        found.append("Say by when; a goal without a date is easy to put off (P1, M12).")
    elif not _says_when(pitch.date):
        found.append(f'Turn "{pitch.date}" into a month or a review date (P1, P10).')
    return found


def _says_when(date: str) -> bool:
    vague = {"soon", "asap", "sometime", "eventually", "later", "someday", "now", "immediately"}
    return not vague.intersection(normalise(date).words)


def _achievements(pitch: Pitch) -> list[str]:
    done = pitch.achievements
    if not done:
        return ["Write down two or three things you achieved, with figures (P2, H7)."]
    found = []
    if not any(figures(normalise(point).words) for point in done):
        found.append(
            "None of your achievements has a figure; say how many, how much or how often (H7, P2)."
        )
    if len(done) == 1:
        found.append("One achievement can be waved away; add a second example (P2).")
    return found


def _forward(pitch: Pitch) -> list[str]:
    found = []
    if not pitch.value:
        found.append(
            "Say what your manager and the company get out of it, not only what you did (D4, M8)."
        )
    elif all(_about_oneself(point) for point in pitch.value):
        found.append(
            "Your value points speak of you alone; name what your manager or team gains (H3, M8)."
        )
    if not pitch.plan:
        found.append("Sketch two steps that get you there, and ask what is missing (D3, M11).")
    return found


def _about_oneself(point: str) -> bool:
    """Whether a point speaks in the first person singular and of nobody else."""
    words = set(normalise(point).words)
    others = {"you", "your", "team", "company", "customers", "clients", "us", "our", "we"}
    return bool(words & {"i", "me", "my"}) and not words & others


def _length(pitch: Pitch) -> list[str]:
    found = []
    for kind, point in pitch.points():
        count = len(point.split())
        if count > _MANY_WORDS:
            found.append(f'Shorten "{_start(point)}" to what you can say in one breath (P3).')
        elif count < _FEW_WORDS and kind in ("achievements", "plan"):
            found.append(f'"{point}" is thin; say what you did or will do, in a sentence (P2, D3).')
    return found


def _start(point: str) -> str:
    return " ".join(point.split()[:6]) + " ..."
