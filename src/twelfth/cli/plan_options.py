"""Options that several commands about a plan share."""

from typing import Annotated

import typer

PlanFile = Annotated[
    str, typer.Option("--plan", metavar="FILE", help="The plan: JSON, as twelfth plan --json prints it.")
]
Seed = Annotated[int, typer.Option("--seed", min=0, metavar="N", help="Another one searches elsewhere.")]
Seconds = Annotated[
    float | None, typer.Option("--seconds", metavar="S", help="Stop after so long; the answer says so.")
]
Work = Annotated[
    int | None,
    typer.Option("--work", metavar="N", help="Slices of work, 60 if not said: the same answer anywhere."),
]
