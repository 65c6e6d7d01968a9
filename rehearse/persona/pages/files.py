"""P000: a file that cannot be opened (error).

There is no such file, it is a folder, or you may not read it.

Why: nothing else can be said about it.

Mend: look at the spelling of the path, and at the folder you are in. `rehearse check .` checks
every script below this folder.

Fails:

    $ rehearse check no-such-manager.yaml

Passes:

    $ rehearse check jo-field.yaml

P001: a character that no script may hold (error).

Control characters, escape characters, marks that turn the reading direction, hidden line breaks;
and files that are not saved as UTF-8.

Why: such a character could steer the learner's terminal, or hide what a line really says.

Mend: delete it and type it anew. If the whole file is at fault, save it as UTF-8 in your editor.

Fails:

    endings:
      not_yet:
        says: "Let us \\e talk again."

Passes:

    endings:
      not_yet:
        says: "Let us talk again."

P007: signs of YAML that scripts do without (error).

Anchors (&), aliases (*), tags (!), merge keys (<<), a second document (---), files over 4 MB, and
more than 50 levels of nesting.

Why: with them a few lines can grow to millions, and speech that starts with such a sign would be
taken for one of them.

Mend: put speech in double quotes; write out what is shared.

Fails:

    endings:
      not_yet:
        says: *whispers

Passes:

    endings:
      not_yet:
        says: "*whispers* Let us talk again."
"""
