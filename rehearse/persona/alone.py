"""A part by itself, without the scripts that take it in: what of it can be checked all the same."""

from dataclasses import replace

from rehearse.persona.reuse import Joining
from rehearse.persona.rules import OF_PARTS, OF_PARTS_IF_NEAR, OF_PHRASES
from rehearse.persona.script import Script
from rehearse.persona.values import members, pairs
from rehearse.source import Document, Node, Problem


def laid_open(joining: Joining) -> Document:
    """The part with the responses of its sets under `always`, where the rules come upon them."""
    document, rules = joining.document, joining.layer.document.root.get("rules")
    if rules is None:
        return document
    root = document.root
    inside = [one for _, _, responses in pairs(rules) for one in members(responses)]
    always = root.get("always") or Node("list", rules.place)
    opened = Node("list", always.place, items=[*members(always), *inside])
    entries = root.entries | {"always": opened}
    keys = {"always": rules} | root.keys
    return replace(document, root=replace(root, entries=entries, keys=keys))


def tells_of_a_part(problem: Problem, script: Script) -> bool:
    """Whether a rule's finding is true of the part, whatever script takes it in.

    A name that the part lacks may be the script's: that is told only where the part has one so like
    it that it must be meant.
    """
    if problem.code in OF_PARTS_IF_NEAR:
        return problem.mend.startswith("Did you mean")
    if problem.code in OF_PHRASES:
        samples = script.named("example", "counter-example", "phrase")
        sites = {use.site.partition(".")[0] for use in samples if use.place == problem.place}
        return bool(sites & {"phrases", "topics"})
    return problem.code in OF_PARTS
