"""The coaching principles: every id that can come on screen is explained."""

import re
from pathlib import Path

from rehearse.scoring import load_rubric
from rehearse.terminal.principles import PRINCIPLES

README = Path(__file__).parents[2] / "README.md"


def test_every_principle_is_in_the_readme():
    """The table in the README has each id once, with words of its own, and no other."""
    table = README.read_text("utf-8").partition("## The principles")[2].partition("\n## ")[0]
    rows = dict(re.findall(r"\| ([HPDMS]\d+) \| ([^|]+?) (?=\|)", table))
    assert set(rows) == set(PRINCIPLES)
    assert all(rows.values())


def test_every_principle_of_the_rubric_is_known():
    """An id in a reason or in advice is one that can be looked up."""
    for rule in load_rubric().criteria:
        prices = rule.prices.values()
        words = " ".join(part for one in prices for part in (one.why, *one.also, one.next_time))
        assert {*rule.principles, *re.findall(r"\(([A-Z]\d+)\)", words)} <= set(PRINCIPLES)
