"""The drawn map: nothing overlaps, nothing is fetched, and no script can put a word of its own in."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearse.coach.graph import (
    ANYWHERE,
    Arrow,
    Chart,
    Reason,
    Stop,
    chart_of,
    read_counts,
    with_counts,
)
from rehearse.coach.graph.curves import curves_of
from rehearse.coach.graph.layers import MOST_IN_A_ROW, rows_of
from rehearse.coach.graph.layout import HIGH, WIDE, layout_of
from rehearse.coach.graph.page import page
from rehearse.coach.graph.picture import picture
from rehearse.coach.graph.sketch import as_dot, as_mermaid
from rehearse.persona import built_in_folder, load_persona

CHARTS = [chart_of(load_persona(path)) for path in sorted(built_in_folder().glob("*.yaml"))]
NAMES = [chart.id for chart in CHARTS]
EVIL = "</script><img src=x onerror=alert(1)>\"' & ]]> <!-- \x1b[31m"


def counted(chart):
    """The map with one way taken often, and the rest never."""
    arrow = next(one for one in chart.arrows if one.origin != ANYWHERE)
    way = {"from": arrow.origin, "to": arrow.target, "count": 1234}
    return with_counts(chart, read_counts({"talks": 1300, "ways": [way]}))


@st.composite
def charts(draw):
    """Any map: up to 40 beats, ways at random, some from anywhere, endings."""
    beats = [f"beat_{n}" for n in range(draw(st.integers(1, 40)))]
    ends = [f"end_{n}" for n in range(draw(st.integers(1, 9)))]
    ways = draw(st.lists(st.tuples(st.sampled_from([*beats, ANYWHERE]), st.sampled_from([*beats, *ends])),
                         max_size=90, unique=True))  # fmt: skip
    depths = draw(
        st.lists(st.one_of(st.none(), st.integers(0, 6)), min_size=len(beats), max_size=len(beats))
    )
    stops = [Stop(name, 1, depth=depth) for name, depth in zip(beats, depths, strict=True)]
    stops += [Stop(name, 1, outcome="agreed") for name in ends]
    arrows = [Arrow(a, b, (Reason("r", "any reply"),)) for a, b in ways]
    return Chart("x", "X", "Y", "surly", beats[0], 9, tuple(stops), tuple(arrows))


def drawn_ways(chart):
    """The ways that run between two boxes."""
    found = [(one.origin, one.target) for one in chart.arrows if one.origin != ANYWHERE]
    return [(a, b) for a, b in dict.fromkeys(found) if a != b and b != "back"]


def check_layout(chart):
    """Every box stands by itself within the picture, every way has a curve from box to box."""
    ways = drawn_ways(chart)
    rows = rows_of(chart, ways)
    layout = layout_of(rows)
    boxes = [spot for row in rows.rows for spot in row if isinstance(spot, str)]
    assert sorted(boxes) == sorted(stop.name for stop in chart.stops)
    assert all(sum(isinstance(s, str) for s in row) <= MOST_IN_A_ROW for row in rows.rows)
    for one, other in combinations(boxes, 2):
        beside = abs(layout.x[one] - layout.x[other]) > WIDE + 20
        assert beside or abs(layout.y[one] - layout.y[other]) > HIGH + 20
    for box in boxes:
        assert WIDE / 2 < layout.x[box] < layout.width - WIDE / 2
        assert HIGH / 2 < layout.y[box] < layout.height - HIGH / 2
    for row in rows.rows:  # a long way keeps clear of the boxes of the rows between
        for gap in (spot for spot in row if not isinstance(spot, str)):
            for box in (spot for spot in row if isinstance(spot, str)):
                assert abs(layout.x[gap] - layout.x[box]) > WIDE / 2 + 10
    assert set(curves_of(rows, layout)) == set(ways)


@pytest.mark.parametrize("chart", CHARTS, ids=NAMES)
def test_no_box_covers_another_and_no_long_way_runs_through_one(chart):
    """In the maps of the managers that ship."""
    check_layout(chart)


@given(charts())
@settings(max_examples=40, deadline=None)
def test_any_map_can_be_drawn(chart):
    """Whatever leads where: the layout holds and the drawing is sound XML."""
    check_layout(chart)
    ElementTree.fromstring(picture(chart))


def test_the_same_map_is_drawn_the_same_way():
    """A page under version control changes only with its script."""
    assert page(CHARTS[0]) == page(CHARTS[0])


class Reader(HTMLParser):
    """Notes what a page holds: tags, ids, links, and the attributes that could fetch or run."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.links, self.other = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        """Take down one tag."""
        self.tags.append(tag)
        for key, value in attrs:
            if key == "id":
                self.ids.append(value)
            elif key == "href":
                self.links.append(value)
            elif key in ("src", "style", "srcset", "action", "data") or key.startswith("on"):
                self.other.append((tag, key, value))


@pytest.mark.parametrize(
    "chart", [*CHARTS, *map(counted, CHARTS)], ids=[*NAMES, *(f"{n} counted" for n in NAMES)]
)
def test_the_page_needs_nothing_but_itself(chart):
    """No address is in it, nothing that fetches or runs; every link leads to a place in the page."""
    text = page(chart)
    read = Reader(text)
    assert "//" not in re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)
    assert read.other == []
    assert not {"img", "link", "iframe", "object", "base"} & set(read.tags)
    assert len(read.ids) == len(set(read.ids))
    assert {link for link in read.links if link.removeprefix("#") not in read.ids} == set()


def test_the_page_allows_itself_its_own_style_and_script_alone():
    """The policy in its head has the hashes of both."""
    text = page(CHARTS[0])
    for tag in ("style", "script"):
        [inside] = re.findall(rf"<{tag}>(.*?)</{tag}>", text, flags=re.DOTALL)
        digest = b64encode(sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in text
    assert "default-src 'none'" in text


@pytest.mark.parametrize("chart", CHARTS, ids=NAMES)
def test_every_beat_is_a_link_that_says_what_it_is(chart):
    """The Tab key goes through the stops in the order of the talk, and each has words."""
    text = page(chart)
    links = re.findall(r'<a class="box[^"]*" href="#at-([^"]+)"[^>]* aria-label="([^"]+)"', text)
    assert [name for name, _ in links] == [stop.name for stop in chart.stops]
    assert all(label.startswith(f"{name} ") for name, label in links)


@pytest.mark.parametrize("chart", CHARTS, ids=NAMES)
def test_all_that_is_drawn_stands_in_the_table_too(chart):
    """Who cannot see the drawing misses no way and no reason."""
    table = page(chart).split("<table>")[1].split("</table>")[0]
    assert table.count("<tbody") == len(chart.stops) + 1
    for arrow in chart.arrows:
        for reason in arrow.reasons:
            assert not reason.line or f"line {reason.line}<" in table


def test_counts_are_shown_as_numbers_and_as_widths():
    """The way taken most is the widest; one never taken is drawn so; an ending tells its share."""
    text = page(counted(CHARTS[0]))
    assert "in 1300 talks" in text
    assert re.search(r'class="number"[^>]*>1234<', text)
    assert '<td class="count">1234</td>' in text
    assert '<td class="count">never</td>' in text
    widths = [
        float(one) for one in re.findall(r'class="way[^"]*"[^>]*stroke-width="([\d.]+)"', text)
    ]
    assert sorted(widths)[-1] > 3 * sorted(widths)[-2]
    assert "0 % of talks" in text


def test_dark_and_light_are_both_there():
    """The page follows what the reader's system asks for."""
    text = page(CHARTS[0])
    assert "prefers-color-scheme: dark" in text
    assert "color-scheme: light dark" in text


def evil_chart():
    """A map whose every free text tries to break out."""
    reason = Reason(EVIL, EVIL, EVIL, 3)
    stops = (Stop("end", 1, phase=EVIL), Stop("note", 2, depth=1), Stop("state", 3, outcome=EVIL))
    arrows = (Arrow("end", "note", (reason,) * 5), Arrow("note", "state", (reason,)),
              Arrow(ANYWHERE, "state", (reason,)))  # fmt: skip
    return Chart("x", EVIL, EVIL, EVIL, "end", 3, stops, arrows, 5, {(EVIL, EVIL): 1})


def test_no_word_of_a_script_becomes_markup():
    """Names, labels and roles are shown as typed, whatever is in them."""
    read = Reader(page(evil_chart()))
    assert "img" not in read.tags
    assert read.tags.count("script") == 1
    assert read.other == []


def test_mermaid_and_dot_name_every_stop_and_way():
    """Both come from the library's diagram support, with all that is on the map."""
    for chart in CHARTS:
        shown = [one for one in chart.arrows if one.target != "back"]
        for text, sign in ((as_mermaid(chart), "-->"), (as_dot(chart), "->")):
            pairs = {(one.origin, one.target) for one in shown}
            assert text.count(f" {sign} ") == len(pairs) + (sign == "-->")
            assert all(stop.name in text for stop in chart.stops)


def test_no_word_of_a_script_becomes_mermaid_or_dot():
    """What these languages use as signs is written as codes or within quotes."""
    mermaid, dot = as_mermaid(evil_chart()), as_dot(evil_chart())
    body = mermaid.split("stateDiagram-v2")[1]
    labels = [line.partition(": ")[2] for line in body.splitlines() if "-->" in line]
    assert not any(set(re.sub(r"#\d+;|<br/>", "", label)) & set('<>"#;:{}[]%&') for label in labels)
    assert "\x1b" not in mermaid + dot
    assert not re.search(r"(?<![\w])(note|state) -->", mermaid)  # words that Mermaid keeps
    unquoted = re.sub(r'"(?:[^"\\]|\\.)*"', "", dot)
    assert set(unquoted) <= set(
        "digraph talk {}[]=,->\nnodeedgelabelfontnamestylefillcolorrankdirshapesize"
    )
