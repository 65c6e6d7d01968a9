"""What a learner sees. Read in this order:

1. `console`: the seam, what can be shown and asked; `plain` and `rich` fill it in, `prompt` holds
   the keys and the completion and is the only module that imports prompt_toolkit; `keyboard`
   keeps what is typed too early.
2. `options`, `starting`, `practice`: from the options to a talk and on to the debrief.
3. `brief`, `session`, `commands`: before the talk, the talk, and what is typed beside replies;
   `why`, `why_not`, `so_far` and `meters` show how it goes.
4. `listening`, `keeping`, `resuming`, `interrupting`: loading while the learner reads, saving,
   taking up again, being ended from outside.
5. `watching`, `taking_up`: a script that is saved while the talk goes on.
6. `afterwards`: the debrief. `home`: picking a manager. `interview`: what a
   coach is asked about a new one.
7. `wording`, `program`, `principles`, `typeset`: words and text; `show_*`: pages of plain
   lines that the other commands print.
"""
