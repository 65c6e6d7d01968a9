"""For the coach: a rehearsal just held becomes a story of its script."""

import argparse

from rehearse.cli.arguments import Arguments, UsageError
from rehearse.cli.coach import script_files
from rehearse.cli.output import print_json, print_lines


def run_bless(parser: Arguments, given: argparse.Namespace) -> int:
    """`rehearse test SCRIPT --bless TRANSCRIPT`: writes the story; 2 where that cannot be."""
    if len(given.paths) != 1 or given.paths[0].is_dir():
        parser.error("--bless writes into one script, so name that one")
    if given.coverage or given.at_least:
        parser.error("--bless plays no other story, so --coverage and --at-least cannot go with it")
    if given.name is not None and not given.name.strip():
        parser.error("--name is empty; leave it out, or give the story a name")

    from rehearse.coach.blessing import NotBlessedError, story_of
    from rehearse.coach.story_text import add_story
    from rehearse.persona import load_persona
    from rehearse.transcript import read_transcript

    scripts, _ = script_files(given.paths, given.personas)
    if not scripts:
        return 2
    path = scripts[0]
    transcript = read_transcript(given.bless)
    try:
        story = story_of(transcript, load_persona(path), given.name or "")
        added = add_story(path, story)
    except NotBlessedError as error:
        raise UsageError(str(error)) from None
    except OSError as error:
        reason = (error.strerror or "it cannot be written").lower()
        raise UsageError(f"{path}: the story could not be written: {reason}.") from None
    if given.json:
        print_json({"file": str(path), "line": added.line, "name": story.name,
                    "replies": len(story.talk), "added": added.text})  # fmt: skip
    else:
        print_lines([f"Added to {path}, from line {added.line} on:", "", added.text, "",
                     "It goes as promised. Take out what you don't care about; add what you do"
                     " (says, mood)."])  # fmt: skip
    return 0
