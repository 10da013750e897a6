"""Runs what was generated from the notes' functions at the notes' own example values.

python docs/demo.py GENERATED.py
"""

from __future__ import annotations

import runpy
import sys
from collections.abc import Callable
from typing import Any

Function = Callable[..., Any]

# Name, arguments, and whether its output is final, so that the gradient on it is left out.
EXAMPLES: list[tuple[str, dict[str, Any], bool]] = [
    ("circuit", {"x": -2, "y": 5, "z": -4}, True),
    ("neuron", {"w": [2, -3, -3], "x": [-1, -2]}, True),
    ("staged", {"x": 3, "y": -4}, True),
    ("patterns", {"x": 3, "y": -4, "z": 2, "w": -1}, False),
]


def shown(value: Any) -> str:
    """A number, or a list of them, short enough for a line."""
    return "[" + ", ".join(map(shown, value)) + "]" if isinstance(value, list) else f"{value:.4g}"


def gradients(passes: dict[str, Function], name: str, arguments: dict[str, Any], final: bool) -> str:
    """Both passes of a function, and what came of them, in three lines."""
    value, cache = passes[f"{name}_forward"](**arguments)
    found = passes[f"{name}_backward"](*(() if final else (1.0,)), cache)
    given = ", ".join(f"{key}={shown(argument)}" for key, argument in arguments.items())
    lines = [f"{name}({given}) = {shown(value)}"]
    lines += [f"    d{key} = {shown(gradient)}" for key, gradient in zip(arguments, found)]
    return "\n".join(lines)


def main(path: str) -> None:
    """Prints the gradients of every example."""
    passes = runpy.run_path(path)
    print("# The gradients at the example values of the notes:\n")
    for name, arguments, final in EXAMPLES:
        print(gradients(passes, name, arguments, final), end="\n\n")


if __name__ == "__main__":
    main(sys.argv[1])
