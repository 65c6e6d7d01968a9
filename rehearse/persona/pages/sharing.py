"""P601: a file that is not there (error).

`extends` and `include` name a file of this script's folder or below it, or, by a bare name, what
comes with the program.

Why: without it the script is not whole.

Mend: take the name that is suggested, or write the way from this script's folder to the file.

Fails:

    include: parts/closings.yaml

Passes:

    include: parts/closing.yaml
    always:
      - use: closing

P602: a file outside the folder (error).

A script takes in files that lie in its own folder or below, and nothing else: no way up by `..`, no
path from the top of the disk, no link that leads away.

Why: so you can open a stranger's script without a worry; it reads nothing of yours.

Mend: put the file beside the script, or in a folder there.

Fails:

    include: ../closing.yaml

Passes:

    include: parts/closing.yaml
    always:
      - use: closing

P603: files that take in each other (error).

They do so in a circle, or more than eight in a row.

Why: a circle never ends, and what is taken from so far away nobody finds again.

Mend: take the one out that the finding points at; put what both need into a third file.

Fails:

    extends: jo-field.yaml

Passes:

    include: parts/closing.yaml
    always:
      - use: closing

P604: a part in the place of a manager, or a manager in that of a part (error).

`extends` takes a manager's script, `include` a part: a file that says by `part:` what it holds. One
can talk to a manager alone.

Why: a part has no name and no talk; a manager's script has a beginning and an end of its own.

Mend: write `include` for a part and `extends` for a manager.

Fails:

    extends: parts/closing.yaml

Passes:

    include: parts/closing.yaml
    always:
      - use: closing

P605: a set of responses that cannot be put here (error).

`- use:` names a set that stands under `rules`, in the script or in what it takes in. A set with a
response that leads somewhere cannot be used under `reacts`.

Why: the responses would be missing, and nobody would notice.

Mend: take the name that is suggested, or write the set under `rules`.

Fails:

    include: parts/closing.yaml
    always:
      - use: closings

Passes:

    include: parts/closing.yaml
    always:
      - use: closing

P606: something left out that does not come in (error).

`leaves_out` names a beat, an ending, a topic and so on as `beats.small_talk`, or a response by the
`name` it has.

Why: what should go is still there, or something else has its name now.

Mend: take the name that is suggested, or take the entry out.

Fails:

    include: parts/closing.yaml
    leaves_out: thanks at the gate
    always:
      - use: closing

Passes:

    include: parts/closing.yaml
    leaves_out: thanks at the door
    always:
      - use: closing
"""
