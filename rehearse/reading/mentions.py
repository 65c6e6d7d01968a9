"""Facts a reply names that a manager's line can take up: figures, dates, roles."""

import re

from rehearse.reading.beginnings import matches
from rehearse.reading.figures import NUMBER_WORDS, find_figures
from rehearse.reading.model import Mention
from rehearse.reading.normalise import Words
from rehearse.reading.wordlists import word_set

_NUMBER = r"\d+(?:[.,]\d+)*"
_SPELLED = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|"
    r"sixty|ninety|hundred)"
)
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|tenth|\d{1,2}(?:st|nd|rd|th)?)"
_MONTH = (
    r"(?:january|february|march|april|june|july|august|september|october|november|december|"
    r"jan|feb|apr|aug|sept|sep|oct|nov|dec)"
)
_DAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_PERIOD = r"(?:days?|weeks?|fortnights?|months?|quarters?|years?|yrs?)"
_COUNT = rf"(?:{_NUMBER}|{_SPELLED}|one|an?|a few|a couple of|couple of)"
_LEAD = (  # one preposition, and what may stand between it and the month or day
    r"(?:(?:by|before|until|till|after|in|from|for|on|around)\s)?"
    r"(?:(?:the\s)?(?:end|start|beginning|middle|first week|last week|week)\sof\s)?"
    r"(?:(?:this|next|last)\s)?"
)
# "may" is a month only where the words around it, or its capital, say so.
_MAY = (
    r"(?-i:(?<=[a-z]\s)May\b(?!\sI))|may(?=\s(?:\d|review|appraisal))"
    r"|(?:(?<=by\s)|(?<=in\s)|(?<=of\s))may|(?<=^)may(?=[.!]?$)"
)
_DATE = re.compile(
    r"\b(?=[\s\dabcdefijlmnoqstuw])(?:"  # what it can begin with: spares most places a full try
    rf"\b{_LEAD}"
    rf"(?:{_DAY}s?(?:\s(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?)?"
    rf"|(?:the\s)?(?:{_ORDINAL}\s(?:of\s)?)?(?:{_MONTH}|{_MAY})(?:\s\d{{1,4}}(?:st|nd|rd|th)?)?"
    rf"|the\s\d{{1,2}}(?:st|nd|rd|th)|"
    rf"q[1-4]\b|(?:first|second|third|fourth)\squarter|tomorrow|tonight|christmas|easter|"
    rf"summer|autumn|spring|winter)\b"
    rf"|\b(?:(?:in|within)\s(?:the\snext\s)?|over\sthe\snext\s){_COUNT}\s{_PERIOD}(?:'?\stime)?\b"
    rf"|\b(?:by|before|at|until)?\s?(?:the\s)?(?:end|start|beginning|middle)\sof\s(?:the|this|next)"
    rf"\s(?:day|week|month|quarter|year|season)\b"
    rf"|\b(?:next|this|coming|following)\s(?:week|month|quarter|year|summer|review|cycle|round)\b)",
    re.IGNORECASE,
)
_WORD = r"[a-z][a-z/&'-]*"
_HEAD = r"(?:role|post|position|job|vacancy|slot|spot|opening|title)"
_TITLES = (
    r"(?:(?:deputy|assistant|acting|senior|junior|lead|principal|head|chief|associate|regional|"
    r"area|shift|team|ward|store|shop|branch|project|product|site|floor|office|kitchen|charge|"
    r"staff|sous|line|night|night-shift|data|software|design|sales|account|operations|warehouse|"
    r"production|maintenance|clinical|care|research|practice|duty|bar|front[- ]of[- ]house)\s)*"
    r"(?:leader|lead|supervisor|manager|coordinator|co-ordinator|director|foreman|foreperson|"
    r"analyst|engineer|nurse|technician|tech|scientist|developer|designer|consultant|specialist|"
    r"officer|chef|sister|matron|charge hand|chargehand|leading hand|partner|architect|"
    r"buyer|planner|editor|principal|head of [a-z]+|deputy head)"
)
_ROLE = re.compile(
    rf"\b(?:the|that|this|a|an|your|my)\s(?P<before>(?:{_WORD}\s){{1,3}}?){_HEAD}\b"
    rf"|\b(?:promoted|promotion|move up|moving up|step up|stepping up|considered)\s(?:in)?"
    rf"(?:to|as|for|into)\s(?:be\s|the\s|a\s|an\s)?(?P<to>{_TITLES})\b"
    rf"|\b(?:become|becoming|made|be|as|for|to|into|the|a|an)\s(?:the\s|a\s|an\s|your\s)?"
    rf"(?:next\s)?(?P<title>(?:deputy|assistant|senior|lead|principal|head|chief|shift|team|ward|"
    rf"store|branch|project|site|charge|sous|line|area|duty|regional|leading)\s{_TITLES}|"
    rf"supervisor|coordinator|foreman|matron|team lead|leading hand)\b"
    rf"|\b(?:make|making|name|appoint)\sme\s(?:the\s|a\s|an\s|your\s)?(?P<me>{_TITLES})\b"
    r"|\b(?:be|become|becoming|made)\s(?:the\s|a\s|an\s|your\s)?"
    r"(?P<bare>(?:(?:night|day|shift|team|ward|deputy|site)\s)?(?:lead|deputy|senior))"
    r"\s(?=on|of|for|in|at|by|from|next|this)"
    r"|\b(?:promoted|promotion|move up|moving up|step up|stepping up|go up|considered|up)\s"
    r"(?:to|for|into)\s(?:a\s|an\s|the\s)?(?P<grade>(?:band|grade|level)\s\w{1,5})\b"
    rf"|\b(?P<graded>(?:band|grade|level)\s\d\w?)\s{_HEAD}\b",
    re.IGNORECASE,
)
_NO_ROLE = frozenset(
    [
        "good",
        "great",
        "new",
        "better",
        "same",
        "next",
        "other",
        "right",
        "real",
        "best",
        "first",
        "whole",
        "hard",
        "day",
        "dream",
        "current",
        "present",
        "my",
        "your",
        "his",
        "her",
        "their",
        "more",
        "lot",
        "of",
        "kind",
        "sort",
    ]
)


# Every date has one of these words in it, or a digit; every role one of those.
_DATE_WORDS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
    fridays saturdays sundays january february march april may june july august september october
    november december jan feb apr aug sept sep oct nov dec quarter tomorrow tonight christmas
    easter summer autumn spring winter day days week weeks fortnight fortnights month months
    quarters year years yr yrs season review cycle round
    """
)
_ROLE_WORDS = word_set(
    """
    role post position job vacancy slot spot opening title leader lead supervisor manager
    coordinator ordinator director foreman foreperson analyst engineer nurse technician tech
    scientist developer designer consultant specialist officer chef sister matron hand chargehand
    partner architect buyer planner editor principal head deputy senior band grade level
    """
)
_DIGIT = re.compile(r"\d")
# The words an expression can begin with.
_DATE_STARTS = _DATE_WORDS | word_set(
    """
    by before until till after in from for on around within over at the this next last coming
    following end start beginning middle first second third fourth fifth sixth tenth may q
    """
)
_ROLE_STARTS = word_set(
    """
    the that this a an your my promoted promotion move moving step stepping considered become
    becoming made make making name appoint be as for to into go up band grade level
    """
)


def find_mentions(words: Words) -> tuple[Mention, ...]:
    """The figures, dates and roles named in a reply, in order, with their places in its text."""
    text, present = words.text, frozenset(words.words)
    digits = _DIGIT.search(text) is not None
    found: list[Mention] = []
    if digits or not _DATE_WORDS.isdisjoint(present):
        dates = matches(_DATE, words, _DATE_STARTS)
        found += [Mention("date", m.group().strip(), _trimmed(m)) for m in dates]
    if digits or not NUMBER_WORDS.isdisjoint(present):
        taken = [mention.span for mention in found]
        for span in find_figures(words):
            if not any(start < span[1] and span[0] < end for start, end in taken):
                found.append(Mention("figure", text[slice(*span)], span))
    if not _ROLE_WORDS.isdisjoint(present):
        found += _roles(words)
    return tuple(sorted(found, key=lambda mention: (mention.span, mention.kind)))


def _roles(words: Words) -> list[Mention]:
    found = []
    for match in matches(_ROLE, words, _ROLE_STARTS):
        for name in ("before", "to", "title", "me", "bare", "grade", "graded"):
            if match[name] is None:
                continue
            start, end = match.span(name)
            role = words.text[start:end].rstrip()
            if not _NO_ROLE.issuperset(role.lower().split()):
                found.append(Mention("role", role, (start, start + len(role))))
            break
    return found


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    whole = match.group()
    start = match.start() + len(whole) - len(whole.lstrip())
    return (start, start + len(whole.strip()))
