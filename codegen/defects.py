"""What is said where the program itself is at fault."""

from __future__ import annotations

import sys


def defect_told(error: Exception) -> str:
    """Says that the program is at fault, keeps the traceback in a file, and says what a report needs."""
    import tempfile
    import traceback

    from codegen import __version__
    from codegen.build import Defect

    if isinstance(error, Defect):
        place, what, trace = f" on {error.path}", error.what, error.trace
    else:
        place, what = "", f"{type(error).__name__}: {error}"
        trace = "".join(traceback.format_exception(error))
    lines = [f"backprop {__version__} failed{place}: {what}", "", *sys.argv, "", trace]
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="backprop-", suffix=".txt", delete=False, encoding="utf-8", errors="backslashreplace"
        ) as file:
            file.write("\n".join(lines))
        kept = f"The traceback is in {file.name}."
    except OSError:
        kept = "\n".join(lines)
    return (
        f"{lines[0]}\nThis is a defect of the program, not of your file. {kept}\n"
        "Please report it: that text, and the smallest source that shows it."
    )
