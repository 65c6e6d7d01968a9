"""What the stories of a script reach and what they never do, as lines with line numbers."""

from itertools import groupby

from rehearse.coach.coverage import BEATS, ENDINGS, KINDS, LINES, RULES, Coverage, Never
from rehearse.coach.story_coverage import lines_in_words
from rehearse.scoring.words import shortened
from rehearse.terminal.typeset import wrap
from rehearse.terminal.wording import count

_WORDS_OF_A_LINE = 60
_TITLES = {BEATS: "Beats never entered", ENDINGS: "Endings never reached",
           RULES: "Rules never used", LINES: "Lines never said"}  # fmt: skip


def show_story_coverage(file: str, stories: int, found: Coverage, width: int = 80) -> list[str]:
    """How much `stories` stories of the script in `file` reach, then all they do not, by kind."""
    parts = ", ".join(f"{found.reached[kind]} of {found.there[kind]} {kind}" for kind in KINDS)
    verb = "reaches" if stories == 1 else "reach"
    head = f"{file}: {count(stories, 'story', 'stories')} {verb} {parts}"
    lines = wrap(f"{head} ({found.percent(*KINDS):.0f} % of all).", width, "    ", first="")
    for kind, group in groupby(found.never, key=lambda one: one.kind):
        lines += [f"  {_TITLES[kind]}:", *_missed(kind, list(group), width)]
    return lines


def _missed(kind: str, missed: list[Never], width: int) -> list[str]:
    """What deserves its own line, then in one line each what only stands beside something else."""
    lines: list[str] = []
    for one in missed:
        if not (one.within or one.by_chance or one.spare):
            name = f"“{shortened(one.name, _WORDS_OF_A_LINE)}”" if kind == LINES else one.name
            lines += wrap(f"{name}: {one.why}", width, " " * 8, first=f"{one.where:>6}  ")
    where = "rules never used" if kind == LINES else "beats never entered"
    for why, some in (
        ("not needed, as something else always answered", [one for one in missed if one.spare]),
        ("variants passed over by chance", [one for one in missed if one.by_chance]),
        (f"of {where}", [one for one in missed if one.within]),
    ):
        if some:
            lines += wrap(f"{why}: {lines_in_words(some)}", width, " " * 10, first=" " * 8)
    return lines
