"""What Typer keeps to itself and a line of ours can't do without, named here alone.

The pin in pyproject.toml holds it: a later Typer may have moved or changed any of it.
"""

from typer._click.core import Command as AnyCommand
from typer._click.core import Context, Parameter
from typer._click.formatting import HelpFormatter
from typer._click.parser import _Option as Option
from typer._click.parser import _OptionParser as OptionParser
from typer._click.parser import _ParsingState as ParsingState

__all__ = [
    "AnyCommand",
    "Context",
    "HelpFormatter",
    "Option",
    "OptionParser",
    "Parameter",
    "ParsingState",
]
