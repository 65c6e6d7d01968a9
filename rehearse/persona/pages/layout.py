"""P002: text that YAML cannot read, or reads otherwise than meant (error).

A colon and a space in speech without quotes, a quote or bracket that is not closed, lines that do
not start in the column of their neighbours, a tab; a key below a text that has none, a forgotten
colon after a key or space after a dash. ' #' in speech starts a comment; that alone is a warning.

Why: the program would read something else than you wrote.

Mend: put speech in double quotes; indent by two spaces a level, and things of one level alike.

Fails:

    endings:
      not_yet:
        says: One thing: let us talk again.

Passes:

    endings:
      not_yet:
        says: "One thing: let us talk again."

P003: the same key twice (error).

A map has each key once: no two beats of one name, no two `says` in a response.

Why: only one of the two would count, and it is not plain which.

Mend: keep one. For several variants write one `says` with a list. Or is a second `when` the start
of a new response? Then put `- ` before it, and keep all of it.

Fails:

    endings:
      not_yet:
        outcome: partial
        says: Let us talk again.
        says: Another time.

Passes:

    endings:
      not_yet:
        outcome: partial
        says: [Let us talk again., Another time.]
"""
