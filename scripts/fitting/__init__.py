"""How the weights of the phrase book are fitted and measured; most needs the packages of `.[fit]`.

texts      the labelled texts and what the reader finds in each
vectors    what words are like, so that words the corpus lacks are worth something too
tones      texts -> words.yaml
moves      texts -> move_words.yaml
figures    accuracy, F1 and the like; needs nothing but Python
report     how well a set was read, as lines of text
baselines  the nearest sentence, and a model of n-grams
"""
