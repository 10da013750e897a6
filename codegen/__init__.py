"""Reads a Python function and writes its backward pass as a careful person would by hand.

The command is `backprop`. In process, the same generator is behind the functions listed here;
they are loaded when they are first asked for, so that `import codegen` costs nothing.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
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


class _Package(ModuleType):
    """The package, whose `generate` is the function, though one of its modules has that name too."""

    def __setattr__(self, name: str, value: object) -> None:
        # Python binds a module in its package when it is first imported.
        if name not in __all__ or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            module = importlib.import_module(home)
            globals().update({public: getattr(module, public) for public in names})
            return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def load_ipython_extension(shell: object) -> None:
    """What `%load_ext codegen` calls in IPython and in a notebook."""
    from codegen.notebook import load

    load(shell)


def __dir__() -> list[str]:
    return sorted(__all__)
