"""P503: a story that cannot come true (warning).

It expects an outcome that no ending has, another outcome than that of the ending it names, or a
meter beyond 0 to 100.

Why: `rehearse test` will fail it whatever you change.

Mend: expect an outcome of one of the endings.

Fails:

    stories:
      - name: shouting is not heard out
        talk:
          - you: You owe me this!
            expect: {outcome: walked_out}

Passes:

    stories:
      - name: shouting is not heard out
        talk:
          - you: You owe me this!
            expect: {tone: aggressive}

P504: a story that expects words nobody says (warning).

No line of the script has the words under `says`.

Why: the line was changed, or the story has a slip.

Mend: take the words from the line as it is now.

Fails:

    stories:
      - name: a plain ask is heard
        talk:
          - you: I want to be shift lead.
            expect: {says: Goood to hear}

Passes:

    stories:
      - name: a plain ask is heard
        talk:
          - you: I want to be shift lead.
            expect: {says: Good to hear}

P505: a story that promises nothing (warning).

None of its replies has an `expect`.

Why: it passes whatever the manager does.

Mend: write what should come of at least one reply: `expect: {beat: …}`.

Fails:

    stories:
      - name: a plain ask is heard
        talk:
          - I want to be shift lead.

Passes:

    stories:
      - name: a plain ask is heard
        talk:
          - you: I want to be shift lead.
            expect: {beat: the_case}

P506: two stories of one name (hint).

Why: when one of them fails you could not tell which.

Mend: say in each name what it alone promises.

Fails:

    stories:
      - name: a plain ask is heard
        talk:
          - you: I want to be shift lead.
            expect: {beat: the_case}
      - name: a plain ask is heard
        talk:
          - you: I would like to be shift lead.
            expect: {beat: the_case}

Passes:

    stories:
      - name: a plain ask is heard
        talk:
          - you: I want to be shift lead.
            expect: {beat: the_case}
      - name: a wish is heard
        talk:
          - you: I would like to be shift lead.
            expect: {beat: the_case}
"""

import re
from collections.abc import Iterator

from rehearse.persona.linesets import line_sets
from rehearse.persona.model import Expectation, Story
from rehearse.persona.script import Script
from rehearse.source import Problem

_WORD = re.compile(r"[\w']+")


def check(script: Script) -> Iterator[Problem]:
    """Each promise that cannot be kept, and each story that makes none."""
    names: dict[str, int] = {}
    spoken = [_plain(line.text) for found in line_sets(script.persona) for line in found.lines]
    all_spoken = "\n".join(spoken)
    for story in script.persona.stories:
        place = story.place or script.document.root.place
        expected = [step.expect for step in story.talk if step.expect is not None]
        if not any(expect != Expectation() for expect in expected):
            message = f"The story '{story.name}' promises nothing."
            mend = "Write expect: {beat: …} under one of its replies."
            yield script.document.problem(place, "P505", message, mend, "warning")
        if story.name in names:
            message = f"There is a story of this name already, in line {names[story.name]}."
            mend = "Say in each name what it alone promises."
            yield script.document.problem(place, "P506", message, mend, "hint")
        names.setdefault(story.name, place.line)
        yield from _promises(script, story, all_spoken)


def _promises(script: Script, story: Story, spoken: str) -> Iterator[Problem]:
    endings = script.persona.endings
    outcomes = {ending.outcome for ending in endings.values()}
    for step in story.talk:
        expect = step.expect
        if expect is None:
            continue
        place = expect.place or step.place or script.document.root.place
        named = endings.get(expect.beat)
        if expect.outcome and (expect.outcome not in outcomes):
            message = f"No ending of this script is {expect.outcome}."
            mend = f"There are: {', '.join(sorted(outcomes))}."
            yield script.document.problem(place, "P503", message, mend, "warning")
        elif expect.outcome and named is not None and named.outcome != expect.outcome:
            message = f"The ending '{named.name}' is {named.outcome}, not {expect.outcome}."
            mend = "Change one of the two."
            yield script.document.problem(place, "P503", message, mend, "warning")
        for meter, wanted in expect.mood.items():
            if (wanted.low or 0) > min(100, 100 if wanted.high is None else wanted.high):
                message = f"'{meter}' is never in this range: meters go from 0 to 100."
                mend = "Expect what can be."
                yield script.document.problem(place, "P503", message, mend, "warning")
        if expect.says and not _is_said(_plain(expect.says), spoken, story):
            message = f"No line of the script has the words '{expect.says}'."
            mend = "Take the words from the line as it is now."
            yield script.document.problem(place, "P504", message, mend, "warning")


def _is_said(words: str, spoken: str, story: Story) -> bool:
    """Whether a line has the words; a hole in it may be filled with words of the learner."""
    if words in spoken:
        return True
    learner = {word for step in story.talk for word in _WORD.findall(_plain(step.you))}
    wanted = set(_WORD.findall(words)) - learner
    holed = (line for line in spoken.split("\n") if "{" in line)
    return any(wanted <= set(_WORD.findall(line)) for line in holed)


def _plain(text: str) -> str:
    for curly, straight in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"')):
        text = text.replace(curly, straight)
    return " ".join(text.lower().split())
