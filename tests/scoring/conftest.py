"""Talks for the scoring tests: hand-made ones, and the corpus under talks/ with its labels."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from rehearse.reading.model import Mention, MoveHit, Reading
from rehearse.transcript.model import EndRecord, Header, Transcript, TurnRecord

TALKS = Path(__file__).parent / "talks"
HEADER = Header("0", None, "", 1, "", None)
_AXES = {
    "passive": (0.2, 0.7),
    "assertive": (0.8, 0.8),
    "aggressive": (0.9, 0.1),
    "passive_aggressive": (0.4, 0.2),
    "neutral": (0.5, 0.6),
}


@dataclass(frozen=True)
class Spoken:
    """A manager's line, the reply to it, and how a person labelled the reply."""

    manager: str
    reply: str
    labels: str


@dataclass(frozen=True)
class RankedTalk:
    """A talk of the corpus with the scores a reader would accept for it."""

    name: str
    low: float
    high: float
    lines: tuple[Spoken, ...]


def labelled(text: str, labels: str, certain: bool = True) -> Reading:
    """A reading from labels such as "assertive: direct_ask, #role, @repair"."""
    tone, _, rest = labels.partition(":")
    names = [name.strip() for name in rest.split(",") if name.strip()]
    whole = (0, len(text))
    firmness, respect = _AXES[tone.strip()]
    return Reading(
        text=text,
        tone=tone.strip(),  # type: ignore[arg-type]
        certain=certain,
        firmness=firmness,
        respect=respect,
        moves=tuple(MoveHit(n, 1.0, whole, "") for n in names if n[0] not in "#@"),
        signals=frozenset(n[1:] for n in names if n[0] == "@"),
        mentions=tuple(Mention(n[1:], n[1:], whole) for n in names if n[0] == "#"),
    )


def transcript(
    lines: Iterable[Spoken],
    read: Callable[[str, str], Reading] | None = None,
    end: EndRecord | None = None,
) -> Transcript:
    """A transcript of these lines, read by their labels or by `read(reply, manager's line)`."""
    turns = []
    for number, line in enumerate(lines, start=1):
        reading = read(line.reply, line.manager) if read else labelled(line.reply, line.labels)
        manager = (line.manager,) if line.manager else ()
        turns.append(TurnRecord(number, None, manager, line.reply, reading, None, None, ""))
    return Transcript(HEADER, tuple(turns), end=end)


def _lines(path: Path) -> tuple[Spoken, ...]:
    lines, manager, reply = [], "", ""
    for row in path.read_text(encoding="utf-8").splitlines():
        if row.startswith("Manager: "):
            manager = row.removeprefix("Manager: ")
        elif row.startswith("Me: "):
            reply = row.removeprefix("Me: ")
        elif row.startswith("> "):
            lines.append(Spoken(manager, reply, row.removeprefix("> ")))
    return tuple(lines)


def _corpus() -> tuple[RankedTalk, ...]:
    talks = []
    for row in (TALKS / "ranking.txt").read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            name, low, high = row.split()
            lines = _lines(TALKS / f"{name}.txt")
            talks.append(RankedTalk(name, float(low), float(high), lines))
    return tuple(talks)


CORPUS = _corpus()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes `ranked_talk` once for each talk of the corpus."""
    if "ranked_talk" in metafunc.fixturenames:
        metafunc.parametrize("ranked_talk", CORPUS, ids=[talk.name for talk in CORPUS])


@pytest.fixture(scope="session")
def corpus() -> tuple[RankedTalk, ...]:
    """The corpus from best to worst."""
    return CORPUS


@pytest.fixture(scope="session")
def spoken() -> type[Spoken]:
    """The maker of a labelled line: manager's line, reply, labels."""
    return Spoken


@pytest.fixture(scope="session")
def make_transcript() -> Callable[..., Transcript]:
    """The maker of a transcript from labelled lines."""
    return transcript


@pytest.fixture(scope="session")
def make_reading() -> Callable[..., Reading]:
    """The maker of a reading from labels."""
    return labelled
