"""twelfth serve: the app in the browser, on this machine alone."""

import webbrowser
from typing import Annotated

import typer

from twelfth.cli.answer import note, write


def serve_command(
    port: Annotated[int, typer.Option("--port", metavar="N", help="Else 8012, or any that is free.")] = 0,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Of this machine only.")] = "127.0.0.1",
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the link.")] = False,
) -> None:
    """Open the app in the browser: goal, distance, road, work, and what to do after a no."""
    from twelfth.compose import home_of
    from twelfth.web import serve_app

    def opened(url: str) -> None:
        write(f"{url}\n")
        note("The link opens once. Ctrl-C ends the app; everything is kept.")
        if not no_browser:
            webbrowser.open(url)

    serve_app(home_of(), opened=opened, host=host, port=port or None)
