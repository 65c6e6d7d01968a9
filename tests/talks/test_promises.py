"""What a learner gets for being prepared, timid or hostile: the promise of each written talk."""

from typing import NamedTuple

import pytest

from rehearse.scoring import score

SEEDS = (1, 2, 3)


class Promise(NamedTuple):
    """The outcomes a kind of talk may have, and the scores."""

    outcomes: tuple[str, ...]
    least: float
    most: float


PROMISES = {
    "prepared": Promise(("agreed", "partial"), 75, 100),
    "timid": Promise(("refused", "walked_out", "left"), 0, 55),
    "hostile": Promise(("walked_out", "refused"), 0, 30),
}


class Row(NamedTuple):
    """How one talk went."""

    talk: str
    seed: int
    turns: int
    state: str
    outcome: str
    points: float

    @property
    def missed(self) -> str:
        """What of its promise the talk did not keep; "" if it kept it all."""
        promise = PROMISES[self.talk.split("-")[0]]
        misses = []
        if self.outcome not in promise.outcomes:
            misses.append("outcome")
        if not promise.least <= self.points <= promise.most:
            misses.append("score")
        return " and ".join(misses)

    def __str__(self) -> str:
        went = f"{self.talk:<11} seed {self.seed} {self.turns:>3} turns  {self.outcome:<10} {self.state:<20}"
        return f"{went} {self.points:6.2f}  {self.missed and '<- ' + self.missed}".rstrip()


def test_prepared_timid_and_hostile_talks_end_as_promised(manager, way, play, talk_files):
    """Prepared wins with 75 or more, hostile loses with 30 or less, timid with 55 or less."""
    rows = []
    for name, replies in talk_files(manager).items():
        for seed in SEEDS if way == "straight" else SEEDS[:1]:
            held = play(manager, replies, seed)
            end = held.transcript.end
            points = score(held.transcript).overall
            rows.append(Row(name, seed, len(held.transcript.turns), end.state, end.outcome, points))
    table = "\n".join(map(str, rows))
    missed = sum(bool(row.missed) for row in rows)
    if missed:
        pytest.fail(f"{manager.name}: {missed} of {len(rows)} talks miss\n{table}", pytrace=False)


def test_three_people_wrote_each_kind_of_talk(manager, talk_files):
    """For each manager there are three prepared, three timid and three hostile talks."""
    wanted = {f"{kind}-{number}" for kind in PROMISES for number in (1, 2, 3)}
    assert set(talk_files(manager)) == wanted
