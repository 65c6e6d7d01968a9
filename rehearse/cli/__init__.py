"""Arguments in, calls to the rooms, exit codes out. Read in this order:

1. `main`: finds the command, turns every error into a sentence and an exit code.
2. `arguments`, `output`: what all commands share.
3. `learner`, `anyone`, `reviewer`, `coach`: a module for each kind of user.
4. `coach_maps`: what a coach looks at a script with, the map of its talk and the editor's schema.
5. `coach_new`: a new manager's script. `checking`: what is wrong with one.
6. `coach_bots`: many talks with bots, and what they show.
"""
