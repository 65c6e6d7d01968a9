"""The map of a talk as one HTML page that needs nothing else: the drawing, and all of it in words.

Every word of a script is escaped, and the page forbids itself all but its own style and script.
"""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from pathlib import Path

from rehearse.coach.graph.chart import ANYWHERE, Arrow, Chart, Reason, Stop
from rehearse.coach.graph.picture import picture
from rehearse.persona.model import BACK

_HERE = Path(__file__).parent
_SMALLEST = 0.72  # of the drawing's own size
_OPEN = 3  # reasons of a way shown before one asks for the rest


def page(chart: Chart) -> str:
    """The whole page, as text in UTF-8's range."""
    drawn = picture(chart)
    style = (_HERE / "page.css").read_text("utf-8") + _sizes(drawn)
    script = (_HERE / "page.js").read_text("utf-8")
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    name = escape(chart.name)
    return "\n".join(
        [
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{name}: the map of the talk</title>",
            f"<style>{style}</style>\n</head>\n<body>",
            f'<header><h1>{name}: the map of the talk</h1><p class="sub">{_summary(chart)}</p>',
            f"{_legend(chart)}</header>",
            "<main>",
            _figure(drawn),
            f'<section aria-labelledby="ways"><h2 id="ways">What leads where</h2>{_table(chart)}',
            "</section>",
            *_lost(chart),
            "</main>",
            "<footer>Made by <code>rehearse graph</code>. Line numbers are those of the script."
            "</footer>",
            f"<script>{script}</script>\n</body>\n</html>\n",
        ]
    )


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


def _summary(chart: Chart) -> str:
    words = (
        f"{chart.role}, {chart.stance}. {_count(len(chart.beats()), 'beat')},"
        f" {_count(len(chart.endings()), 'ending')}, at most"
        f" {_count(chart.turn_limit, 'reply', 'replies')}."
    )
    if chart.talks:
        words += f" The numbers say how often a way was taken in {_count(chart.talks, 'talk')}."
    return escape(words)


def _legend(chart: Chart) -> str:
    """The signs used in this drawing, in words."""
    tip = ' marker-end="url(#tip0)"'
    entries = [
        (f'<path class="way" d="M2,8H34"{tip}/>', "a way"),
        (
            f'<circle class="tail" cx="16" cy="4" r="4"/><path class="way" d="M16,4L34,9"{tip}/>',
            "a way that every beat has",
        ),
    ]
    if any(arrow.detour for arrow in chart.arrows):
        both = f'{tip} marker-start="url(#tip0)"'
        entries.append((f'<path class="way detour" d="M12,8H34"{both}/>', "a detour and back"))
    if chart.talks:
        never = ' marker-end="url(#tip0never)"'
        entries.append((f'<path class="way never" d="M2,8H34"{never}/>', "never taken"))
    items = [
        f'<li><svg viewBox="0 0 46 16" aria-hidden="true">{sign}</svg>{escape(words)}</li>'
        for sign, words in entries
    ]
    return f'<ul class="legend" aria-label="Signs used">{"".join(items)}</ul>'


def _sizes(drawn: str) -> str:
    """How wide the drawing is at most, and at least before it scrolls: its words stay readable."""
    width = float(drawn.split(' width="', 1)[1].split('"', 1)[0])
    return f"figure svg {{ min-width: {width * _SMALLEST:.0f}px; max-width: {width:.0f}px; }}\n"


def _figure(drawn: str) -> str:
    return (
        '<div class="sheet"><figure><div class="scroll" tabindex="0" role="region"'
        f' aria-label="The map, drawn">\n{drawn}\n</div>'
        '<figcaption class="told" id="how" aria-live="polite">Point at a beat, or go through them'
        " with the Tab key, to see its ways alone. Enter leads to its part of the table."
        "</figcaption></figure></div>"
    )


def _table(chart: Chart) -> str:
    counted = '<th scope="col" class="count">Taken</th>' if chart.talks else ""
    head = (
        '<thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col">When</th>'
        f"{counted}</tr></thead>"
    )
    groups = [_group(stop.name, _head(stop, chart), chart) for stop in chart.beats()]
    groups.append(_group(ANYWHERE, "every beat", chart))
    groups += [_ending(stop, chart) for stop in chart.endings()]
    return f"<table>{head}\n" + "\n".join(groups) + "\n</table>"


def _head(stop: Stop, chart: Chart) -> str:
    notes = [stop.where]
    if stop.name == chart.start:
        notes.insert(0, "the talk starts here")
    if not stop.reached:
        notes.insert(0, "nothing leads here")
    if stop.stays:
        notes.append(f"{_count(stop.stays, 'rule')} that {'stays' if stop.stays == 1 else 'stay'}")
    return f'{_name(stop.name)}<br><span class="small">{escape(", ".join(notes))}</span>'


def _group(origin: str, head: str, chart: Chart) -> str:
    arrows = chart.leaving(origin)
    rows = [_row(arrow, chart) for arrow in arrows] or [
        f'<td colspan="{3 if chart.talks else 2}">no way on</td>'
    ]
    first = f'<th scope="rowgroup" rowspan="{len(rows)}">{head}</th>'
    body = "".join(f"<tr>{first if n == 0 else ''}{row}</tr>" for n, row in enumerate(rows))
    name = "anywhere-" if origin == ANYWHERE else f"at-{escape(origin)}"  # no beat ends in "-"
    return f'<tbody id="{name}" data-told="{escape(_told(arrows))}">{body}</tbody>'


def _told(arrows: list[Arrow]) -> str:
    """The ways of a beat in one breath, for who points at it."""
    said = [f"{_whither(arrow)}: {arrow.label(2, 48)}." for arrow in arrows]
    return f"leads {' '.join(said)}" if said else "leads nowhere."


def _whither(arrow: Arrow) -> str:
    if arrow.target == BACK:
        return "back to where the talk was"
    return f"on a detour to {arrow.target}" if arrow.detour else f"to {arrow.target}"


def _row(arrow: Arrow, chart: Chart) -> str:
    counted = ""
    if chart.talks:
        counted = f'<td class="count">{arrow.count if arrow.count else "never"}</td>'
    target = escape(arrow.target)
    if arrow.target == BACK:
        link = "back to where the talk was"
    else:
        link = f'<a href="#at-{target}">{_name(arrow.target)}</a>'
        link += ' <span class="small">(a detour)</span>' if arrow.detour else ""
    return f"<td>{link}</td><td>{_reasons(arrow.reasons)}</td>{counted}"


def _reasons(reasons: tuple[Reason, ...]) -> str:
    if len(reasons) == 1:
        return _reason(reasons[0])
    items = [f"<li>{_reason(reason)}</li>" for reason in reasons]
    if len(reasons) <= _OPEN + 1:
        return f"<ul>{''.join(items)}</ul>"
    rest = f"and {len(items) - _OPEN} more"
    return (
        f"<ul>{''.join(items[:_OPEN])}</ul><details><summary>{rest}</summary>"
        f"<ul>{''.join(items[_OPEN:])}</ul></details>"
    )


def _reason(reason: Reason) -> str:
    name = f"<b>{escape(reason.name)}</b>: " if reason.name else ""
    line = f' <span class="small">{escape(reason.where)}</span>' if reason.line else ""
    return f"{name}{escape(reason.words)}{line}"


def _ending(stop: Stop, chart: Chart) -> str:
    """An ending has no way on; its row says from where it is come to."""
    arrows = [arrow for arrow in chart.arrows if arrow.target == stop.name]
    arrows.sort(key=lambda arrow: arrow.origin == ANYWHERE)
    named = [
        "every beat" if arrow.origin == ANYWHERE else
        f'<a href="#at-{escape(arrow.origin)}">{escape(arrow.origin)}</a>'
        for arrow in arrows
    ]  # fmt: skip
    head = f'{_name(stop.name)}<br><span class="small">{escape(stop.where)}</span>'
    outcome = escape(stop.outcome.replace("_", " "))
    come = f"come to from {', '.join(named)}" if named else "nothing leads here"
    counted = ""
    if chart.talks:
        counted = f'<td class="count">{sum(arrow.count or 0 for arrow in arrows) or "never"}</td>'
    origins = [a.origin if a.origin != ANYWHERE else "every beat" for a in arrows]
    told = f"ends the talk, {outcome}; come to from {escape(', '.join(origins))}."
    return (
        f'<tbody id="at-{escape(stop.name)}" data-told="{told}"><tr><th scope="rowgroup">{head}'
        f"</th><td>the talk ends: {outcome}</td><td>{come}</td>{counted}</tr></tbody>"
    )


def _lost(chart: Chart) -> Iterator[str]:
    if chart.lost:
        lost = ", ".join(f"{a} to {b} ({count})" for (a, b), count in chart.lost.items())
        yield (
            "<section><h2>Counted, but not in this script</h2><p>The script has changed since:"
            f" {escape(lost)}.</p></section>"
        )


def _name(name: str) -> str:
    """A name that a narrow column may break after its underscores."""
    return escape(name).replace("_", "_<wbr>")


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
