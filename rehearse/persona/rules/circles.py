"""P115: a circle for those who find no right word (warning).

Replies that fit nothing lead from beat to beat, by `otherwise` and `moves_on`, and back again.

Why: a learner who does not find the word goes round until the turn limit ends the talk.

Mend: let one of the beats move on to another beat or to an ending.

Fails:

    beats:
      the_case:
        hears:
          - when: evidence
            goto: yes_then
          - when: plan
            goto: not_yet
        moves_on: opening
        says: [Why you?, Tell me why., What makes it you?]
        otherwise: [What else?, And more?, What did it change?]
      opening:
        says: [Hello. What can I do for you?, Once more from the start., So?]
        hears:
          - when: {topic: rota}
            detour: side_talk
          - when: direct_ask
            goto: the_case

Passes:

    beats:
      the_case:
        moves_on: not_yet

P116: a beat that waits for the right word (warning).

It has no `moves_on`, and its `otherwise` goes nowhere: replies that fit nothing stay here.

Why: a learner who does not find the word is asked the same until the turn limit ends the talk.

Mend: write `moves_on`, with the beat or the ending that follows.

Fails:

    beats:
      a_wait:
        says: And what would you want?
        hears:
          - when: direct_ask
            goto: the_case
        otherwise: [Go on., And then?, What else?]
      opening:
        moves_on: a_wait

Passes:

    beats:
      a_wait:
        says: And what would you want?
        hears:
          - when: direct_ask
            goto: the_case
        otherwise: [Go on., And then?, What else?]
        moves_on: the_case
      opening:
        moves_on: a_wait

P118: a response of always that never lets go (warning).

It holds whatever is said (it asks for a mood or a turn alone), changes nothing of that, and leads
to no ending: once it holds, it holds for every reply that follows.

Why: nothing else is heard any more until the turn limit ends the talk.

Mend: lead to an ending, write `once: yes`, or change the mood that it asks for.

Fails:

    always:
      - when: {mood: {trust: at most 20}}
        says: [I have heard enough of this., Enough now., We go no further.]

Passes:

    always:
      - when: {mood: {trust: at most 20}}
        once: yes
        says: I have heard enough of this.
"""

from collections.abc import Iterator, Mapping

from rehearse.persona.model import BACK, Beat, Condition, Response
from rehearse.persona.script import Script
from rehearse.persona.ways import reachable, reaching, targets_of
from rehearse.source import Problem


def check(script: Script) -> Iterator[Problem]:
    """Each circle of beats, once, and each beat, that replies which fit nothing do not leave."""
    persona = script.persona
    yield from _holding_on(script)
    able = {way.origin for way in script.ways() if not way.everywhere and way.target != way.origin}
    graph = targets_of(way for way in script.ways() if not way.everywhere)
    free = able & reaching(persona.endings, graph)
    met = reachable(persona, script.ways()) & free  # of the others more is wrong than this
    following = {beat.name: _following(beat) for beat in persona.beats.values()}
    for name, target in following.items():
        if name in met and target == name:
            message = f"Replies that fit nothing keep the talk in '{name}' until the turn limit."
            place = script.place_of("beats", name)
            mend = "Write moves_on, with what follows."
            yield script.document.problem(place, "P116", message, mend, "warning")
    for circle in _circles({name: to for name, to in following.items() if name in met}):
        message = f"Replies that fit nothing go round in a circle: {', '.join(circle)}."
        place = script.place_of("beats", circle[-1])
        mend = "Let one of these beats move on to something else."
        yield script.document.problem(place, "P115", message, mend, "warning")


def _holding_on(script: Script) -> Iterator[Problem]:
    for response in script.persona.always:
        when = response.when
        kept = Condition(mood=when.mood, turn=when.turn, remembers=when.remembers)
        asks = when.mood or when.turn is not None or when.remembers
        ends = response.goto in script.persona.endings or response.goto == BACK
        changes = response.once or when.mood.keys() & response.mood.keys() or response.forget
        lasts = when.turn is None or when.turn.high is None
        if asks and when == kept and lasts and not ends and not changes:
            message = f"Once {response.id} holds, it answers every reply that follows."
            place = response.place or script.document.root.place
            mend = "Lead to an ending, write once: yes, or change what it asks for."
            yield script.document.problem(place, "P118", message, mend, "warning")


def _following(beat: Beat) -> str:
    """Where replies that fit nothing lead: "" for a way back, the beat itself where nowhere."""
    if any(not response.when.any_of and _is_open(response) for response in beat.hears):
        return ""
    if beat.otherwise.goto:
        return "" if beat.otherwise.goto == BACK else beat.otherwise.goto
    return beat.moves_on.goto if beat.moves_on is not None else beat.name


def _is_open(response: Response) -> bool:
    """Whether a response takes replies of no special kind and leads on."""
    when = response.when
    asks = when.all_of or when.topic or when.mentions or when.pitch or when.said
    return bool(response.goto) and not asks


def _circles(following: Mapping[str, str]) -> Iterator[list[str]]:
    """Each circle of more than one beat, in the order the talk takes."""
    seen: set[str] = set()
    for start in following:
        path: list[str] = []
        name = start
        while name in following and name not in seen:
            seen.add(name)
            path.append(name)
            name = following[name]
        circle = path[path.index(name) :] if name in path else []
        if len(circle) > 1:
            yield circle
