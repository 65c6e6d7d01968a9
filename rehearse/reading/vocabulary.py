"""Word lists the features go by. Plain words, as `normalise` makes them."""

import re
from functools import lru_cache

from rehearse.reading.wordlists import phrase_set, word_set

CURSES = word_set(
    "fuck fucking fucked fucker shit shitty bullshit crap bollocks arse arsehole asshole ass "
    "bastard bitch damn dammit goddamn bloody wanker prick dick shite piss pissed twat"
)
BASE_VERBS = word_set(
    "give tell promote put make sign stop listen get fix pay do admit explain sort answer hand "
    "show send call move change raise start wake shut quit grow check stay leave go come back "
    "deal find bring decide approve accept own drop spare save try wait look forget "
    "hurry act prove cut finish"
)
NOT_ORDERS = frozenset(
    tuple(line.split())
    for line in phrase_set(
        """tell me; tell me more; give me a; go on; go ahead; come on; look forward; back to
        make sense
        makes sense; do you; get well; wait a; check in; call it; back in; stay safe; give it
        move on
        leave it; forget it; forget i; start with; back when; do not; look i; look after; show me
        thanks for; own up; point taken; change of; call me; act as; get back; come to"""
    )
)
SOFTENERS = word_set("please thanks thank if could would us")
MENTAL = word_set(
    "want need think believe feel see prefer disagree agree expect value know understand propose "
    "suggest recommend intend plan aim like appreciate ask asking hear mean"
)
DEEDS = word_set(
    "led ran built trained managed delivered cut saved handled covered brought took made wrote "
    "designed set fixed finished completed increased reduced improved organised organized sold "
    "launched closed grew kept achieved coached mentored did created started introduced passed "
    "hit met exceeded earned won supervised planned carried worked"
)
HEDGES = phrase_set(
    """maybe; perhaps; possibly; kind of; sort of; i guess; i suppose; just wondering; wondering if
    a bit; if that is; if possible; might; somehow; or something; or whatever; if it is ok
    if you think; i do not know; not sure; probably; only if; was just; no worries; no rush
    was wondering; was hoping; some day; someday; at all; never mind; if not"""
)
HEDGE_STARTS = frozenset(hedge.split()[0] for hedge in HEDGES)
LEAVING = phrase_set(
    """leave; quit; walk; resign; am leaving; am gone; am out; am off; am done; will leave
    will quit
    will walk; will resign; will go; will be gone; will be off; will be looking; will be leaving
    will start looking; will look elsewhere; will take my; will report; will escalate; will tell
    will make sure; will have to go; will have to leave; am going to; am walking; am quitting
    am going; will stop; will not do; will not be doing; will be talking to; will complain
    will see you; hand in; go over your; will sue; will call; will find; can take my
    will be forced"""
)
THREATS = phrase_set(
    """will regret; will be sorry; will lose me; can find; can do it; will see; will be hearing
    will hear from; can look for; will have my; will not see me; can forget; lose me; can kiss"""
)
ACCUSING = phrase_set(
    """why do you; why did you; why have you; why are you; why can you not; why can not you
    why will you not; why would you; why do not you; why should i; why is it always; why am i always
    why am i the; why have i not; how come you; how come i; how could you; how dare you
    how can you; how is that fair; how is this fair; how many times; how much longer; how long do i
    do you even; do you ever; do you honestly; do you really; do you seriously; are you serious
    are you kidding; are you joking; are you blind; are you deaf; are you even
    are you going to keep
    who do you; what is wrong with; what is your problem; what more do; what else do you want
    what have you ever; when are you going to; when will you finally; when have you ever
    since when; is that all; is that the best; is this a joke; is this some; who else has
    have you any idea; have you even; did you even; can you not see; what exactly do you do"""
)
ACCUSING_STARTS = frozenset(phrase.split()[0] for phrase in ACCUSING)


def _telling(phrases: frozenset[str]) -> re.Pattern[str]:
    """Finds any of the phrases among plain words set apart by single spaces."""
    return re.compile("(?:^| )(?:" + "|".join(map(re.escape, sorted(phrases))) + ")(?: |$)")


TELLS_LEAVING = _telling(LEAVING)
TELLS_THREATS = _telling(THREATS)
_REFUSAL = re.compile(
    r"\b(?:no|not|can't|cannot|won't|isn't|don't|never|nobody|nothing|unfortunately|afraid)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1_000)
def refuses(line: str) -> bool:
    """Whether a line of the manager says no to something."""
    return bool(_REFUSAL.search(line.replace("\u2019", "'")))
