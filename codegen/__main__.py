"""`python -m codegen` is the command `backprop`."""

import os
import sys

import codegen


def _without_current_folder() -> None:
    """Takes away the folder that `python -m` looks for modules in: a project may have an `ast.py`."""
    first = os.path.realpath(sys.path[0] or os.curdir)
    if first == os.path.realpath(os.curdir) and first != os.path.dirname(os.path.dirname(codegen.__file__)):
        del sys.path[0]


if __name__ == "__main__":
    if not getattr(sys.flags, "safe_path", False):
        _without_current_folder()
    from codegen.cli import command

    sys.exit(command())
