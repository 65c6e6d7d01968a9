"""The bots by name, and the replies each of them says in one talk."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from rehearse.coach import habits
from rehearse.coach.habits import Part
from rehearse.coach.insider import PITCH, insider
from rehearse.pitch.model import Pitch

Habit = Callable[[Part], Iterator[str]]
WELL, BADLY, OTHERWISE = "well", "badly", "otherwise"


@dataclass(frozen=True, slots=True)
class Bot:
    """A way to talk. `manner` is WELL, BADLY (nobody should get anywhere by it) or OTHERWISE."""

    name: str
    habit: Habit
    manner: str = OTHERWISE
    pitch: Pitch | None = None

    @property
    def about(self) -> str:
        """What it does, in a sentence."""
        return (self.habit.__doc__ or "").partition("\n")[0]


BOTS: Mapping[str, Bot] = {
    bot.name: bot
    for bot in (
        Bot("prepared", habits.prepared, WELL),
        Bot("timid", habits.timid, BADLY),
        Bot("hostile", habits.hostile, BADLY),
        Bot("sarcastic", habits.sarcastic, BADLY),
        Bot("flatterer", habits.flatterer, BADLY),
        Bot("parrot", habits.parrot, BADLY),
        Bot("one-trick", habits.one_trick),
        Bot("off-topic", habits.off_topic, BADLY),
        Bot("silent", habits.silent, BADLY),
        Bot("mix", habits.mix),
        Bot("insider", insider, pitch=PITCH),
    )
}


def seed_of_talk(seed: int, bot: str, number: int) -> int:
    """The seed of one talk of a run: its bot and number decide it, not how many talks there are."""
    key = f"{seed} {bot} {number}".encode()
    return int.from_bytes(blake2b(key, digest_size=4).digest(), "big")
