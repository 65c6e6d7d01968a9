"""P004: a key that means nothing here (error).

Each thing in a script has its own keys; the guide lists them.

Why: what stands under a misspelt key is not read, and nobody notices.

Mend: write the key that is suggested, or move it to where it belongs. A comma in {braces} starts a
new key: put a text with a comma in quotes.

Fails:

    endings:
      not_yet:
        debreif: Ask again in spring.

Passes:

    endings:
      not_yet:
        debrief: Ask again in spring.

P005: a key that is missing (error).

Some keys a script cannot do without: `format`, `id`, `name`, `role`, `stance`, `difficulty`,
`brief`, `turn_limit`, `beats` and `endings` at the top, `outcome` in an ending, and so on.

Why: the talk needs them.

Mend: write the key; the finding shows how it may look.

Fails:

    endings:
      much_later:
        says: Let us talk again.

Passes:

    endings:
      not_yet:
        outcome: partial
        says: Let us talk again.

P008: a format this program does not read (error).

The first line of a script says which version of the format it is written in.

Why: a later version may mean other things by the same words.

Mend: write `format: 1`, or use a newer Rehearse.

Fails:

    format: 2

Passes:

    format: 1

P013: too few or too many of something (error).

Some lists and maps may not be empty; others have a bound, such as 100 responses in a beat.

Why: a list without members says nothing, and one beyond the bound is a slip.

Mend: write at least one, or leave the key out; split what has grown too long.

Fails:

    stories:
      - name: nothing is said
        talk: []

Passes:

    stories:
      - name: a greeting is answered
        talk:
          - you: Good morning.
            expect: {beat: opening}
"""
