"""P014: an exception that does not count (warning).

A remark `# rehearse: allow CODE because REASON` switches that finding off for its line; on a line
of its own, for the next one. It needs a code that exists and a reason. What would break the talk
cannot be switched off.

Why: in a year nobody knows any more why a finding was silenced.

Mend: write the reason after `because`; look at the spelling of the code.

Fails:

    beats:
      the_case:
        otherwise: [What else?, And more?, What did it change?]  # rehearse: allow P403

Passes:

    beats:
      the_case:
        otherwise: [What else?]  # rehearse: allow P403 because he is a man of one question

P015: an exception that is not needed (warning).

There is no such finding on the line.

Why: it would hide the next mistake made there.

Mend: take the remark out.

Fails:

    beats:
      the_case:  # rehearse: allow P103 because it is reached by magic
        says: Why you?

Passes:

    beats:
      the_case:
        says: Why you?
"""
