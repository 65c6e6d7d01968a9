"""Which words carry a cue, and which may be left out or slipped in without harm."""

from rehearse.reading.wordlists import word_set

# May be missing from inside a cue of at least four words.
LIGHT = word_set(
    """
    a an the to of for that this be am is are was were been being have has had then some any my
    """
)
# May be missing from the ends of a cue as well.
ARTICLES = word_set("a an the")
# May stand inside a match without making it worse.
FILLERS = word_set(
    """
    really very just so also please actually quite even still honestly truly kindly definitely
    certainly absolutely totally completely simply genuinely seriously basically literally
    bloody fucking damn freaking frankly obviously perhaps maybe possibly personally
    """
)
NEGATORS = word_set("not never no nobody nothing none neither nor without hardly cannot")
# A word slipped in must not turn a match round or give it another subject.
NOT_SLIPPED_IN = NEGATORS | word_set("i you he she we they if would could should might cannot")
# Words that by themselves say nothing about tone or moves.
EMPTY_WORDS = word_set(
    """
    a an the to of for in on at with by that this it be have do and but or so as if then than from
    about into up out one some any
    """
)
