"""Reads a Python function and writes its backward pass as a careful person would by hand.

The command is `backprop`. In process, the same generator is behind the functions listed here;
they are loaded when they are first asked for, so that `import codegen` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codegen.gradcheck import ArgumentReport, GradientError, Report, check_gradients
    from codegen.inprocess import backprop, generate, grad, value_and_grad
    from codegen.problems import Problem, Refused

__version__ = "0.1.0"

__all__ = [
    "ArgumentReport",
    "GradientError",
    "Problem",
    "Refused",
    "Report",
    "__version__",
    "backprop",
    "check_gradients",
    "generate",
    "grad",
    "value_and_grad",
]

_HOMES = {
    "codegen.gradcheck": ("ArgumentReport", "GradientError", "Report", "check_gradients"),
    "codegen.inprocess": ("backprop", "generate", "grad", "value_and_grad"),
    "codegen.problems": ("Problem", "Refused"),
}


def __getattr__(name: str) -> object:
    # `generate` is a function here and a module of the package: importing the module binds its
    # name in the package, so every public name is bound as soon as one of its module is asked for.
    for home, names in _HOMES.items():
        if name in names:
            module = importlib.import_module(home)
            globals().update({public: getattr(module, public) for public in names})
            return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
