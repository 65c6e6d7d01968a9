"""P006: a value of the wrong kind (error).

A list where a text belongs, words where a number belongs, a name with capitals.

Why: the program cannot guess what was meant.

Mend: write what the finding asks for. A text with a colon in it needs double quotes.

Fails:

    difficulty: easy

Passes:

    difficulty: 1

P011: a word that is not one of those there are (error).

Tones, moves, signals, stances, outcomes, phases and principles have fixed names.

Why: a condition on a move that does not exist would never hold.

Mend: take the name that is suggested, or look it up in the guide.

Fails:

    endings:
      not_yet:
        outcome: partal

Passes:

    endings:
      not_yet:
        outcome: partial

P012: a number out of its bounds (error).

Meters go from 0 to 100, difficulty from 1 to 5, a turn limit from 1 to 100.

Why: beyond its bounds the number would mean nothing.

Mend: choose one within them.

Fails:

    mood: {trust: 140}

Passes:

    mood: {trust: 40}
"""
