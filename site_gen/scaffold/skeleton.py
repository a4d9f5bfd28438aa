"""The body of a new pathway: every section in the order of docs/format.md, and what belongs into it."""

from __future__ import annotations

from typing import Final

BODY: Final = """\
FILL IN: why the move from {origin} to {target} works, and for whom

FILL IN: what it costs: the hours, the hardest part, and the pay at first

## Transferable skills

<!-- Three to six skills, each with one or two sentences. Copy a heading and its text for one more. -->

### FILL IN: a skill that carries over

FILL IN: where the skill is used in the new role

### FILL IN: another skill from the work so far

FILL IN: how far it goes, and where it ends

## Skills to learn

<!-- In parentheses: critical, important or nice to have; then 8 weeks, 40 hours or ongoing. -->

### FILL IN: a skill without which nobody is hired (critical, 8 weeks)

FILL IN: a course or book that teaches it, how to know when to stop, and a first step of an hour or two

### FILL IN: a skill that most teams expect (important, 6 weeks)

FILL IN: how to learn it, how to know when to stop, and a first step

### FILL IN: a skill that helps (nice to have, ongoing)

FILL IN: how to practice it beside the rest, and a first step

## Roadmap

<!-- Each phase says how long it takes; together they give the timeline. A task ends in something to show. -->

### FILL IN: the foundations (6 weeks)

- FILL IN: a task, and the result that shows it is done
- FILL IN: a second task of this phase

#### Resources

- FILL IN: a course, book or site with its address, its kind and its price in words

### FILL IN: the practice (8 weeks)

- FILL IN: a task on a real problem, and the result that shows it is done
- FILL IN: a second task of this phase

#### Resources

- FILL IN: a course, book or site with its address, its kind and its price in words

### FILL IN: the project (6 weeks)

- FILL IN: something that a stranger can use or judge
- FILL IN: a second task of this phase

#### Resources

- FILL IN: an example of such work, with its address

### FILL IN: the search for work (4 weeks)

- FILL IN: what to apply with, and where
- FILL IN: a second task of this phase

#### Resources

- FILL IN: where such jobs are found, with its address

## Reality check

<!-- Name what the work is like on a bad day, too. Two to four points each. -->

### What you'll love

- FILL IN: something in the new work that is better

### What you might miss

- FILL IN: something in the old work that will be gone

### Biggest challenges

- FILL IN: what makes most people give up

## Action plan

<!-- Small enough that a reader begins today. -->

### This week

- FILL IN: a task of less than an hour, with its time

### This month

- FILL IN: a task of a weekend

### Next 90 days

- FILL IN: a result that somebody else can see

## FAQ

<!-- Answer with facts and their source. A question ends with a question mark. -->

### Can I do this beside a job?

FILL IN: what the hours a week make possible, and what not

### Do I need a degree or a license?

FILL IN: what the law asks for, and what employers ask for

### FILL IN: a question that readers of this guide have?

FILL IN: its answer

## Call to action

<!-- Without this section, the guide ends with the site's own call to action. -->

FILL IN: the one thing to do next, in a sentence or two
"""
