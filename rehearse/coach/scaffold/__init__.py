"""A new manager's script: a few answers in, a working script with remarks out.

In reading order: `answers` (what a coach is asked, and what stands in where nothing was said),
`naming` (a manager's name as shown, and as a file), `writing` (the script), `files` (writing it
down). `script.template` is the script with gaps; `receptive.yaml`, `hesitant.yaml` and `surly.yaml`
hold what goes into them, so that the talk can be worked on without touching code.
"""

from rehearse.coach.scaffold.answers import Answers, words_of
from rehearse.coach.scaffold.files import write_down
from rehearse.coach.scaffold.naming import id_of_file, shown_name, slug
from rehearse.coach.scaffold.writing import script_text

__all__ = [
    "Answers", "id_of_file", "script_text", "shown_name", "slug", "words_of", "write_down",
]  # fmt: skip
